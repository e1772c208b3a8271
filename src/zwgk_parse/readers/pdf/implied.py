"""Tables that are not ruled on all sides: the lines that a reader of the page would draw.

Columns are told by the white space between them, below a row of headings or where the page before
had them. Rows are told by the lines or the painted cells that are there; where there are none, by
the white space between rows, which is more than that between the lines of a cell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.readers.pdf.bands import Band, Columns, Gutter, find_bands, find_header, narrowed
from zwgk_parse.readers.pdf.grid import PageGrid, find_grids
from zwgk_parse.readers.pdf.page import Box, Stroke
from zwgk_parse.readers.pdf.row_gaps import row_ends
from zwgk_parse.vocabulary.page_words import is_page_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zwgk_parse.readers.pdf.lines import Run
    from zwgk_parse.readers.pdf.page import Page

_EDGE = 2.0
_WIDE = 0.5  # of the table's width: lines that rule rows


class Implied(NamedTuple):
    """A table without all its lines: the lines to add. `ruled`: its rows are lines or painted
    cells on the page; `sure`: they are lines.
    """

    box: Box
    level: tuple[Stroke, ...]
    upright: tuple[Stroke, ...]
    ruled: bool
    sure: bool
    columns: Columns


def with_implied(
    page: Page,
    runs: Sequence[Run],
    grids: Sequence[PageGrid],
    loose: Sequence[Stroke],
    known: Columns | None,
) -> list[PageGrid]:
    """The page's ruled tables and those that are implied; a ruled header is part of the latter."""
    heads = [grid for grid in grids if len(grid.ys) == 2]
    ruled = [grid for grid in grids if len(grid.ys) > 2]
    outside = [run for run in runs if not any(_stands_in(run, grid) for grid in ruled)]
    bands = [band for band in find_bands(outside) if not _is_number(page, band)]
    drawn = [*loose, *(Stroke(y, g.xs[0], g.xs[-1]) for g in heads for y in g.ys)]
    implied = list(find_implied(page, bands, drawn, known))
    if not implied:
        return list(grids)
    added = page._replace(
        level=[stroke for one in implied for stroke in one.level],
        upright=[stroke for one in implied for stroke in one.upright],
        dots=[],
    )
    made, _ = find_grids(added)
    made = [
        grid._replace(
            implied=True, guessed=not one.ruled, sure=one.sure, gutters=one.columns.gutters
        )
        for grid in made
        for one in implied
        if _meet(grid.box, one.box)
    ]
    kept = [grid for grid in grids if not any(_meet(grid.box, other.box) for other in made)]
    return sorted([*kept, *made], key=lambda grid: grid.ys[0])


def _stands_in(run: Run, grid: PageGrid) -> bool:
    middle = (run.top + run.bottom) / 2
    return grid.ys[0] <= middle <= grid.ys[-1] and run.left < grid.xs[-1] and run.right > grid.xs[0]


def _meet(one: Box, other: Box) -> bool:
    return one.top < other.bottom and other.top < one.bottom


def _is_number(page: Page, band: Band) -> bool:
    text = " ".join(page.text[run.start : run.end] for run in band.runs)
    return is_page_number(text) or text.strip().isdecimal()


def find_implied(
    page: Page, bands: Sequence[Band], drawn: Sequence[Stroke], known: Columns | None
) -> Iterator[Implied]:
    """The tables that bands of words outside of ruled tables make.

    `drawn` are the level lines of the page that are in no ruled table; `known` the columns of a
    table that may go on from the page before.
    """
    at = 0
    lines_expected = known is not None and known.ruled and not drawn
    if known and bands and not lines_expected and find_header(page, bands, 0) is None:
        end, gutters = _reach(bands, 0, known.gutters)
        if end and _is_within(bands[:end], known):
            yield _implied(page, bands[:end], known._replace(gutters=gutters), drawn, 0)
            at = end
    while at < len(bands):
        header = find_header(page, bands, at)
        end, gutters = _reach(bands, header[0], tuple(header[1])) if header is not None else (0, ())
        if header is None or end <= header[0]:
            at += 1
            continue
        columns = Columns(float("inf"), _agreed(gutters, known), float("-inf"))
        yield _implied(page, bands[at:end], columns, drawn, header[0] - at)
        at = end


def _reach(
    bands: Sequence[Band], first: int, gutters: tuple[Gutter, ...]
) -> tuple[int, tuple[Gutter, ...]]:
    """The index behind the last band that leaves the gutters free, and what it leaves of them."""
    for number in range(first, len(bands)):
        left = narrowed(gutters, bands[number])
        if left is None:
            return number, gutters
        gutters = left
    return len(bands), gutters


def _agreed(gutters: tuple[Gutter, ...], known: Columns | None) -> tuple[Gutter, ...]:
    """The gutters, narrowed to those of the page before where they are the same columns'."""
    if known is None or len(known.gutters) != len(gutters):
        return gutters
    both = tuple(
        Gutter(max(one.left, other.left), min(one.right, other.right))
        for one, other in zip(gutters, known.gutters, strict=True)
    )
    return both if all(gutter.left <= gutter.right for gutter in both) else gutters


def _is_within(bands: Sequence[Band], known: Columns) -> bool:
    """Whether the words stand between the outermost of the known lines, in several columns."""
    runs = [run for band in bands for run in band.runs]
    inside = all(
        run.left > known.left - _EDGE and run.right < known.right + 1.5 * (run.bottom - run.top)
        for run in runs
    )
    return inside and any(len(band.runs) > 1 for band in bands)


def _implied(
    page: Page, bands: Sequence[Band], columns: Columns, drawn: Sequence[Stroke], header: int
) -> Implied:
    """The table that the bands make; the first `header` of them are its headings."""
    runs = [run for band in bands for run in band.runs]
    left = min([columns.left, *(run.left - _EDGE for run in runs)])
    right = max([columns.right, *(run.right + _EDGE for run in runs)])
    box = Box(left, bands[0].top - _EDGE / 2, right, bands[-1].bottom + _EDGE / 2)
    level = list(_ruling(page, drawn, box))
    ruled = any(_parts(stroke, bands[header:]) for stroke in level)
    outer = [s for s in level if s.end - s.start > _WIDE * (right - left)]
    left = min([left, *(stroke.start for stroke in outer)])
    right = max([right, *(stroke.end for stroke in outer)])
    middles = ((gutter.left + gutter.right) / 2 for gutter in columns.gutters)
    sides = (left, *middles, right)
    if not ruled:
        level += row_ends(page, bands[header:], columns.gutters, sides)
        if header and not _is_underlined(bands, header, level):
            level.append(Stroke((bands[header - 1].bottom + bands[header].top) / 2, left, right))
    top = min([box.top, *(stroke.at for stroke in level)])
    bottom = max([box.bottom, *(stroke.at for stroke in level)])
    upright = tuple(Stroke(x, top, bottom) for x in sides)
    whole = Box(left, top, right, bottom)
    sure = any(_parts(stroke, bands[header:]) for stroke in drawn)
    found = Columns(left, columns.gutters, right)
    return Implied(whole, tuple(level), upright, ruled, sure, found)


def _is_underlined(bands: Sequence[Band], header: int, level: Sequence[Stroke]) -> bool:
    """Whether a line parts the headings from what stands below them."""
    above, below = bands[header - 1].bottom - _EDGE, bands[header].top + _EDGE
    return any(above <= stroke.at <= below for stroke in level)


def _ruling(page: Page, drawn: Sequence[Stroke], box: Box) -> Iterator[Stroke]:
    """The level lines and the edges of painted cells beside a table's words."""
    edges = [
        Stroke(at, fill.left, fill.right) for fill in page.fills for at in (fill.top, fill.bottom)
    ]
    for stroke in (*drawn, *edges):
        across = min(stroke.end, box.right) - max(stroke.start, box.left)
        near = box.top - 12 <= stroke.at <= box.bottom + 12
        if near and across > 0.5 * (stroke.end - stroke.start):
            yield stroke


def _parts(stroke: Stroke, bands: Sequence[Band]) -> bool:
    """Whether a line stands between the words of the table's body."""
    above = any(band.bottom <= stroke.at + _EDGE for band in bands)
    return above and any(band.top >= stroke.at - _EDGE for band in bands)
