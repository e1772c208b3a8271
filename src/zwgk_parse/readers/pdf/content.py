"""A page's characters and lines → what stands on it in order: lines of words, tables, furniture."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.document.numbering import read_label
from zwgk_parse.patterns import lazy
from zwgk_parse.readers.pdf.grid import PageGrid, find_grids
from zwgk_parse.readers.pdf.implied import with_implied
from zwgk_parse.readers.pdf.lines import Line, find_runs, set_lines
from zwgk_parse.readers.pdf.tables import deal
from zwgk_parse.vocabulary.page_words import is_page_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zwgk_parse.diagnostics import Diagnostic
    from zwgk_parse.readers.pdf.bands import Columns
    from zwgk_parse.readers.pdf.grid import GridCell
    from zwgk_parse.readers.pdf.page import Page, Stroke

# Shares of the page's height: above and below stand page numbers and running heads.
_HEAD = 0.1
_FOOT = 0.88
# The line above footnotes: of the page's width; its notes: of the height of other lines.
_SHORT = 0.45
_SMALLER = 0.93
_NUMBER = re.compile(r"\s*[·.]?\s*\d{1,4}\s*[·.]?\s*")
_SAYS = lazy(r"[：:（(。；，、]")


class PageTable(NamedTuple):
    """A table on a page: its grid, and the lines of each of its cells."""

    grid: PageGrid
    lines: dict[GridCell, list[Line]]


class Content(NamedTuple):
    """What stands on a page from top to bottom; `furniture` are its page numbers."""

    number: int
    width: float
    height: float
    items: tuple[Line | PageTable, ...]
    furniture: tuple[Line, ...] = ()
    said: tuple[Diagnostic, ...] = ()

    @property
    def irregular(self) -> bool:
        """Whether words stand in cells that no line parts."""
        return any(
            one in item.lines and other in item.lines
            for item in self.items
            if isinstance(item, PageTable)
            for one, other in item.grid.unparted
        )


def content_of(
    page: Page, grids: Sequence[PageGrid] | None = None, known: Columns | None = None
) -> Content:
    """The lines and tables of a page, page numbers apart; `grids` where they are known already.

    `known` are the columns of a table that may go on from the page before without all its lines.
    """
    runs = find_runs(page)
    loose: Sequence[Stroke] = ()
    if grids is None:
        grids, loose = find_grids(page)
        grids = with_implied(page, runs, grids, loose, known)
    dealt, outside = deal(page, runs, grids)
    items: list[Line | PageTable] = []
    furniture: list[Line] = []
    for line in set_lines(page, outside):
        (furniture if _is_number(line, page.height) else items).append(line)
    _take_numbers(items, furniture, grids)
    _take_footnotes(items, furniture, loose, page.width)
    items += (PageTable(grid, lines) for grid, lines in zip(grids, dealt, strict=True))
    items.sort(key=_top)
    return Content(page.number, page.width, page.height, tuple(items), tuple(furniture))


def _top(item: Line | PageTable) -> float:
    return item.top if isinstance(item, Line) else item.grid.ys[0]


def _take_numbers(
    items: list[Line | PageTable], furniture: list[Line], grids: Sequence[PageGrid]
) -> None:
    """Move a page number that stands further in, as the page's first or last line."""
    lines = [item for item in items if isinstance(item, Line)]
    for line in (*lines[:1], *lines[-1:]):
        outermost = all(line.bottom <= grid.ys[0] or line.top >= grid.ys[-1] for grid in grids)
        if outermost and is_page_number(line.text) and line in items:
            items.remove(line)
            furniture.append(line)


def _take_footnotes(
    items: list[Line | PageTable], furniture: list[Line], loose: Sequence[Stroke], width: float
) -> None:
    """Move the notes at the page's foot: smaller lines below a short line at the left margin."""
    lines = [item for item in items if isinstance(item, Line)]
    for stroke in loose:
        above = [line for line in lines if line.bottom <= stroke.at + 2]
        below = [line for line in lines if line.top >= stroke.at - 2]
        if not above or not below or stroke.end - stroke.start > _SHORT * width:
            continue
        body = sorted(line.height for line in above)[len(above) // 2]
        left = min(line.left for line in above)
        smaller = all(line.height < _SMALLER * body for line in below)
        if smaller and abs(stroke.start - left) < 2 * body:
            items[:] = [item for item in items if item not in below]
            furniture += below
            return


def _is_number(line: Line, height: float) -> bool:
    if _FOOT * height > line.bottom and line.top > _HEAD * height:
        return False
    return is_page_number(line.text) or _NUMBER.fullmatch(line.text) is not None


def without_running(content: Content, *others: Content | None) -> Content:
    """The page without the heads and feet that it shares with the page before or after it."""
    known = {key for other in others if other is not None for key in _edge_lines(other)}
    shared = [line for key, line in _edge_lines(content).items() if key in known]
    if not shared:
        return content
    items = tuple(item for item in content.items if item not in shared)
    return content._replace(items=items, furniture=(*content.furniture, *shared))


def _edge_lines(content: Content) -> dict[tuple[str, int], Line]:
    """The lines at the page's edges that may be its head or foot, by their words and their height.

    A number, a sentence or a field (`责任单位：…`) is no head, however often it stands there.
    """
    return {
        (item.text, round(item.top / 3)): item
        for item in content.items
        if isinstance(item, Line)
        and (item.bottom < _HEAD * content.height or item.top > _FOOT * content.height)
        and not _SAYS.search(item.text)
        and read_label(item.text) is None
    }
