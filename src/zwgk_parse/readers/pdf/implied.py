"""Tables that are not ruled on all sides: the lines that a reader of the page would draw.

Columns are told by the white space between them, below a row of headings or where the page before
had them. Rows are told by the lines or the painted cells that are there; where there are none, by
the white space between rows, which is more than that between the lines of a cell.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.readers.pdf.bands import Band, Gutter, column_of, find_bands, find_header, narrowed
from zwgk_parse.readers.pdf.grid import PageGrid, find_grids
from zwgk_parse.readers.pdf.page import Box, Stroke
from zwgk_parse.vocabulary.page_words import is_page_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zwgk_parse.readers.pdf.lines import Run
    from zwgk_parse.readers.pdf.page import Page

_EDGE = 2.0
# Of a line's height: how much more white space parts two rows than two lines of one cell.
_MORE = 0.25
# The share of bands with words in several columns that shows that each band is a row.
_FULL = 0.8
_WIDE = 0.5  # of the table's width: lines that rule rows


class Implied(NamedTuple):
    """A table without all its lines: the lines to add. `ruled`: its rows are drawn on the page."""

    box: Box
    level: tuple[Stroke, ...]
    upright: tuple[Stroke, ...]
    ruled: bool


def with_implied(
    page: Page,
    runs: Sequence[Run],
    grids: Sequence[PageGrid],
    loose: Sequence[Stroke],
    known: Sequence[float],
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
    boxes = [one.box for one in implied if not one.ruled]
    made = [
        grid._replace(implied=True, guessed=any(_meet(grid.box, box) for box in boxes))
        for grid in made
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
    page: Page, bands: Sequence[Band], drawn: Sequence[Stroke], known: Sequence[float]
) -> Iterator[Implied]:
    """The tables that bands of words outside of ruled tables make.

    `drawn` are the level lines of the page that are in no ruled table; `known` the places of the
    upright lines of a table that may go on from the page before (none: empty).
    """
    at = 0
    if known and bands:
        gutters = [Gutter(x, x) for x in known[1:-1]]
        end = _end(bands, 0, _widened(bands, gutters))
        if end is not None and _is_within(bands[:end], known):
            yield _implied(page, bands[:end], _widened(bands[:end], gutters), drawn, 0, known)
            at = end
    while at < len(bands):
        header = find_header(page, bands, at)
        end = _end(bands, header[0], header[1]) if header is not None else None
        if header is None or end is None:
            at += 1
            continue
        inside = bands[at:end]
        gutters = header[1]
        for band in inside:
            gutters = narrowed(gutters, band) or gutters
        yield _implied(page, inside, gutters, drawn, header[0] - at, ())
        at = end


def _widened(bands: Sequence[Band], gutters: Sequence[Gutter]) -> list[Gutter]:
    """Gutters about known upright lines, as wide as the words beside them leave room."""
    wide = []
    for gutter in gutters:
        runs = [run for band in bands for run in band.runs]
        left = max((r.right for r in runs if r.right <= gutter.left + _EDGE), default=gutter.left)
        right = min((r.left for r in runs if r.left >= gutter.left - _EDGE), default=gutter.left)
        wide.append(Gutter(min(left, right), max(left, right)))
    return wide


def _is_within(bands: Sequence[Band], known: Sequence[float]) -> bool:
    """Whether the words stand between the outermost of the known lines, in several columns."""
    runs = [run for band in bands for run in band.runs]
    inside = all(run.left > known[0] - _EDGE and run.right < known[-1] + 4 * _EDGE for run in runs)
    return inside and any(len(band.runs) > 1 for band in bands)


def _end(bands: Sequence[Band], first: int, gutters: Sequence[Gutter]) -> int | None:
    """The index behind the last band of a table; None where no band below the header is one."""
    last = None
    for number in range(first, len(bands)):
        left = narrowed(gutters, bands[number])
        if left is None:
            break
        gutters = left
        last = number + 1
    return last if last is not None and last > first else None


def _implied(
    page: Page,
    bands: Sequence[Band],
    gutters: Sequence[Gutter],
    drawn: Sequence[Stroke],
    header: int,
    known: Sequence[float],
) -> Implied:
    """The table that the bands make; the first `header` of them are its headings."""
    left = min(run.left for band in bands for run in band.runs) - _EDGE
    right = max(run.right for band in bands for run in band.runs) + _EDGE
    if known:
        left, right = min(left, known[0]), max(right, known[-1])
    box = Box(left, bands[0].top - _EDGE / 2, right, bands[-1].bottom + _EDGE / 2)
    level = list(_ruling(page, drawn, box))
    head = [stroke for stroke in level if header and stroke.at < bands[header].top]
    inner = [s for s in level if _parts(s, bands[header:])]
    if level:
        outer = [s for s in level if s.end - s.start > _WIDE * (right - left)]
        left = min([left, *(stroke.start for stroke in outer)])
        right = max([right, *(stroke.end for stroke in outer)])
    if not inner:
        places = list(_row_ends(bands[header:], gutters))
        if header and not any(bands[header - 1].bottom <= s.at + _EDGE for s in head):
            places.insert(0, (bands[header - 1].bottom + bands[header].top) / 2)
        level += (Stroke(place, left, right) for place in places)
    tops = [box.top, *(stroke.at for stroke in level)]
    bottoms = [box.bottom, *(stroke.at for stroke in level)]
    sides = (left, *((gutter.left + gutter.right) / 2 for gutter in gutters), right)
    upright = tuple(Stroke(x, min(tops), max(bottoms)) for x in sides)
    whole = Box(left, min(tops), right, max(bottoms))
    return Implied(whole, tuple(level), upright, bool(inner))


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


def _row_ends(bands: Sequence[Band], gutters: Sequence[Gutter]) -> Iterator[float]:
    """Between which bands a row ends, by the white space."""
    gaps = [after.top - before.bottom for before, after in pairwise(bands)]
    if not gaps:
        return
    full = sum(len({column_of(run, gutters) for run in band.runs}) > 2 for band in bands)
    least = sorted(gaps)[len(gaps) // 4]
    if full >= _FULL * len(bands):
        least = float("-inf")
    for number, gap in enumerate(gaps):
        height = min(bands[number].bottom - bands[number].top, 20.0)
        if gap > least + _MORE * height:
            yield (bands[number].bottom + bands[number + 1].top) / 2
