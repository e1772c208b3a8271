"""A table that goes on over a page's end keeps its columns, though the page may not draw them all.

Where a merged cell goes on without words, some writers draw no side of it: the next page's grid
then lacks a column. The table before tells which.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.readers.pdf.grid import GridCell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zwgk_parse.readers.pdf.content import PageTable

_NEAR = 4.0
_FEWEST = 3


def with_columns(table: PageTable, xs: Sequence[float]) -> PageTable:
    """The table in the columns `xs` of the table before, if all its own are among them."""
    own = table.grid.xs
    if not _FEWEST <= len(own) < len(xs):
        return table
    places = [_nearest(x, xs) for x in own]
    if any(place is None for place in places):
        return table
    at = [place for place in places if place is not None]
    moved = {
        cell: cell._replace(
            column=at[cell.column],
            colspan=at[cell.column + cell.colspan] - at[cell.column],
        )
        for cell in table.grid.cells
    }
    rows = len(table.grid.ys) - 1
    missing = [*range(at[0]), *range(at[-1], len(xs) - 1)]
    blank = (GridCell(0, column, rows, 1, cut=True) for column in missing)
    cells = tuple(sorted((*moved.values(), *blank)))
    grid = table.grid._replace(xs=tuple(xs), cells=cells, unparted=())
    return table._replace(
        grid=grid, lines={moved[cell]: lines for cell, lines in table.lines.items()}
    )


def _nearest(x: float, xs: Sequence[float]) -> int | None:
    best = min(range(len(xs)), key=lambda at: abs(xs[at] - x))
    return best if abs(xs[best] - x) <= _NEAR else None
