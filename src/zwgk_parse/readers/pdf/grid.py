"""Drawn lines → the grids of ruled tables, with merged cells read from the lines that are missing.

Lines that cross or touch are one table. Its columns and rows are where lines stand; where no line
parts two places they are one cell. Sides that are not drawn (no side borders, a row that the
page's end left open) are taken from how far the other lines reach.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.readers.pdf.page import Box, Stroke
from zwgk_parse.readers.pdf.strokes import as_level, as_upright, merged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zwgk_parse.readers.pdf.page import Page

_TOUCH = 3.0
# Nearer than this, two lines bound no cell.
_NARROW = 5.0
# The share of a side that a line must cover to part two places.
_COVERED = 0.6


class GridCell(NamedTuple):
    """A cell: its first row and column, how many it spans, and whether no line closes it below."""

    row: int
    column: int
    rowspan: int
    colspan: int
    cut: bool = False


class PageGrid(NamedTuple):
    """A table on a page: where its columns and rows begin and end, and its cells.

    `xs` and `ys` have one entry more than there are columns and rows; `unparted` are neighbours
    that are taken for two cells though no line parts them on all their length; `implied`:
    its columns are told by white space; `guessed`: its rows are as well; `sure`: its
    rows are parted by lines; `gutters`:
    from where to where there is white space between its columns.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[GridCell, ...]
    unparted: tuple[tuple[GridCell, GridCell], ...] = ()
    implied: bool = False
    guessed: bool = False
    sure: bool = True
    gutters: tuple[tuple[float, float], ...] = ()

    @property
    def box(self) -> Box:
        """The rectangle that the table takes."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])


def find_grids(page: Page) -> tuple[list[PageGrid], list[Stroke]]:
    """The ruled tables of a page from top to bottom, and the level lines that are in none."""
    level = merged(page.level, as_level(page.dots))
    upright = merged(page.upright, as_upright(page.dots))
    grids: list[PageGrid] = []
    loose: list[Stroke] = []
    for across, down in _groups(level, upright):
        grid = _grid(across, down) if down else None
        if grid is not None:
            grids.append(grid)
        else:
            loose += across
    grids = [grid for grid in grids if not any(_within(grid, other) for other in grids)]
    return sorted(grids, key=lambda grid: grid.ys[0]), loose


def _within(grid: PageGrid, other: PageGrid) -> bool:
    """Whether a table stands in a cell of another: its words are that cell's."""
    inner, outer = grid.box, other.box
    return (
        grid is not other
        and inner.left >= outer.left - 1
        and inner.right <= outer.right + 1
        and inner.top >= outer.top - 1
        and inner.bottom <= outer.bottom + 1
        and inner.width * inner.height < 0.9 * outer.width * outer.height
    )


def _groups(
    level: Sequence[Stroke], upright: Sequence[Stroke]
) -> Iterator[tuple[list[Stroke], list[Stroke]]]:
    """Lines that cross or touch, directly or by way of others."""
    parents = list(range(len(level) + len(upright)))
    for down, line in enumerate(upright, len(level)):
        for across, other in enumerate(level):
            if _cross(other, line):
                parents[_root(parents, across)] = _root(parents, down)
    groups: dict[int, tuple[list[Stroke], list[Stroke]]] = {}
    for number, line in enumerate((*level, *upright)):
        group = groups.setdefault(_root(parents, number), ([], []))
        group[number >= len(level)].append(line)
    yield from groups.values()


def _root(parents: list[int], number: int) -> int:
    while parents[number] != number:
        parents[number] = parents[parents[number]]
        number = parents[number]
    return number


def _cross(across: Stroke, down: Stroke) -> bool:
    return (
        across.start - _TOUCH <= down.at <= across.end + _TOUCH
        and down.start - _TOUCH <= across.at <= down.end + _TOUCH
    )


def _grid(across: Sequence[Stroke], down: Sequence[Stroke]) -> PageGrid | None:
    """The grid of lines that hang together; None where they make fewer than two cells."""
    xs = _positions(
        (line.at for line in down), (x for line in across for x in (line.start, line.end))
    )
    ys = _positions(
        (line.at for line in across), (y for line in down for y in (line.start, line.end))
    )
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 1 or rows * columns < 2:
        return None
    right = _walls(down, xs, ys)
    below = _walls(across, ys, xs)
    cells, unparted = _cells(rows, columns, right, below)
    if len(cells) < 2:
        return None
    return PageGrid(tuple(xs), tuple(ys), tuple(cells), tuple(unparted))


def _positions(lines: Iterable[float], ends: Iterable[float]) -> list[float]:
    """Where lines stand, near ones as one, and the outermost ends where no line stands there."""
    places: list[float] = []
    for place in sorted(lines):
        if not places or place - places[-1] > _NARROW:
            places.append(place)
    reached = list(ends)
    if not reached or not places:
        return places
    first, last = min(reached), max(reached)
    if places[0] - first > _NARROW:
        places.insert(0, first)
    if last - places[-1] > _NARROW:
        places.append(last)
    return places


def _walls(
    lines: Sequence[Stroke], across: Sequence[float], along: Sequence[float]
) -> list[list[bool]]:
    """For each position in `across` and each stretch between two of `along`: whether a line is."""
    walls = [[False] * (len(along) - 1) for _ in across]
    for line in lines:
        position = min(range(len(across)), key=lambda at: abs(across[at] - line.at))
        if abs(across[position] - line.at) > _NARROW:
            continue
        for stretch in range(len(along) - 1):
            begin, end = along[stretch], along[stretch + 1]
            covered = min(line.end, end) - max(line.start, begin)
            if covered > _COVERED * (end - begin):
                walls[position][stretch] = True
    return walls


def _cells(
    rows: int, columns: int, right: list[list[bool]], below: list[list[bool]]
) -> tuple[list[GridCell], list[tuple[GridCell, GridCell]]]:
    """The cells from left to right and top to bottom, and neighbours that no line parts."""
    taken: list[list[GridCell | None]] = [[None] * columns for _ in range(rows)]
    cells: list[GridCell] = []
    for row in range(rows):
        for column in range(columns):
            if taken[row][column] is not None:
                continue
            cell = _cell(row, column, taken, right, below)
            for at in range(row, row + cell.rowspan):
                taken[at][column : column + cell.colspan] = [cell] * cell.colspan
            cells.append(cell)
    return cells, list(_unparted(taken, right, below))


def _cell(
    row: int,
    column: int,
    taken: list[list[GridCell | None]],
    right: list[list[bool]],
    below: list[list[bool]],
) -> GridCell:
    """The cell that begins at a place: as wide and then as high as no line parts it."""
    rows, columns = len(taken), len(taken[0])
    wide = high = 1
    # One cell ends below at one height: a line under only a part of it parts it as well.
    while column + wide < columns and not (
        right[column + wide][row]
        or taken[row][column + wide]
        or below[row + 1][column + wide] != below[row + 1][column]
    ):
        wide += 1
    while row + high < rows and not any(
        below[row + high][at] or taken[row + high][at] for at in range(column, column + wide)
    ):
        high += 1
    cut = row + high == rows and not any(below[rows][column : column + wide])
    return GridCell(row, column, high, wide, cut)


def _unparted(
    taken: list[list[GridCell | None]], right: list[list[bool]], below: list[list[bool]]
) -> Iterator[tuple[GridCell, GridCell]]:
    """Pairs of cells side by side or one above the other with no line between some places.

    A cell that a line runs through is a pair with itself.
    """
    for row, places in enumerate(taken):
        for column, cell in enumerate(places):
            beside = places[column + 1] if column + 1 < len(places) else None
            under = taken[row + 1][column] if row + 1 < len(taken) else None
            if cell is None:
                continue
            if beside is not None and right[column + 1][row] == (beside is cell):
                yield cell, beside
            if under is not None and below[row + 1][column] == (under is cell):
                yield cell, under
