"""Grids and the runs of words in them → tables of the document."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from zwgk_parse.document.model import Cell, Row, Table
from zwgk_parse.readers.pdf.lines import cut_run, set_lines
from zwgk_parse.readers.pdf.wrap import is_full, joined, wrap
from zwgk_parse.source import in_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zwgk_parse.document.passage import Passage
    from zwgk_parse.readers.pdf.grid import GridCell, PageGrid
    from zwgk_parse.readers.pdf.lines import Line, Run
    from zwgk_parse.readers.pdf.margins import Margins
    from zwgk_parse.readers.pdf.page import Page


def deal(
    page: Page, runs: Iterable[Run], grids: Sequence[PageGrid]
) -> tuple[list[dict[GridCell, list[Line]]], list[Run]]:
    """For each grid the lines of each of its cells, and the runs that stand in none."""
    dealt: list[dict[GridCell, list[Run]]] = [defaultdict(list) for _ in grids]
    owners = [_owners(grid) for grid in grids]
    outside: list[Run] = []
    for run in runs:
        middle = (run.top + run.bottom) / 2
        for number, grid in enumerate(grids):
            across = run.left < grid.xs[-1] and run.right > grid.xs[0]
            if across and grid.ys[0] <= middle <= grid.ys[-1]:
                _put(page, run, grid, owners[number], dealt[number])
                break
        else:
            outside.append(run)
    outside = [run for run in outside if not _put_below(run, grids, dealt)]
    lines = [{cell: set_lines(page, pieces) for cell, pieces in cells.items()} for cells in dealt]
    return lines, outside


def _put_below(run: Run, grids: Sequence[PageGrid], dealt: list[dict[GridCell, list[Run]]]) -> bool:
    """Put a run into the cell above it that no line closes: words may reach below the last line."""
    height = run.bottom - run.top
    for grid, cells in zip(grids, dealt, strict=True):
        for cell in grid.cells:
            if not cell.cut or not grid.xs[cell.column] < run.left:
                continue
            low = max([grid.ys[-1], *(piece.bottom for piece in cells.get(cell, ()))])
            near = grid.ys[-1] - height < run.top < low + height
            if near and run.right < grid.xs[cell.column + cell.colspan] + height / 2:
                cells[cell].append(run)
                return True
    return False


def _owners(grid: PageGrid) -> list[list[GridCell]]:
    """For each place of the grid the cell that covers it."""
    columns = len(grid.xs) - 1
    places = [[grid.cells[0]] * columns for _ in grid.ys[1:]]
    for cell in grid.cells:
        for row in range(cell.row, cell.row + cell.rowspan):
            for column in range(cell.column, cell.column + cell.colspan):
                places[row][column] = cell
    return places


def _put(
    page: Page,
    run: Run,
    grid: PageGrid,
    owners: list[list[GridCell]],
    dealt: dict[GridCell, list[Run]],
) -> None:
    """Put a run into its cell, or its pieces where it reaches over several."""
    row = owners[_at(grid.ys, (run.top + run.bottom) / 2)]
    size = (run.bottom - run.top) / 2
    first, last = row[_at(grid.xs, run.left + size)], row[_at(grid.xs, run.right - size)]
    if first is last or run.right - run.left < 2 * size:
        dealt[row[_at(grid.xs, (run.left + run.right) / 2)]].append(run)
        return
    edges = [grid.xs[cell.column] for cell in dict.fromkeys(row) if cell.column]
    for piece in cut_run(page, run, edges):
        dealt[row[_at(grid.xs, (piece.left + piece.right) / 2)]].append(piece)


def _at(places: Sequence[float], value: float) -> int:
    """The stretch between two places that a value is in."""
    return min(max(bisect_right(places, value) - 1, 0), len(places) - 2)


def build(
    grid: PageGrid, lines: dict[GridCell, list[Line]], place: tuple[int, int], margins: Margins
) -> Table:
    """The table of a grid; `place` are its number in the document and its page, each from 1."""
    number, page = place
    measures = margins.of(grid, lines)
    rows: list[list[Cell]] = [[] for _ in grid.ys[1:]]
    for cell in grid.cells:
        at = in_table(number, cell.row + 1, cell.column + 1)
        paragraphs: tuple[Passage, ...] = ()
        flows = False
        found = lines.get(cell)
        if found:
            measure = measures[cell.column, cell.colspan]
            paragraphs = tuple(joined(each, at) for each in wrap(found, measure))
            flows = is_full(found[-1], measure)
        rows[cell.row].append(
            Cell(
                paragraphs,
                cell.column,
                cell.rowspan,
                cell.colspan,
                cut=cell.cut and not grid.guessed,
                flows=flows,
            )
        )
    return Table(
        tuple(Row(tuple(row)) for row in rows), len(grid.xs) - 1, not grid.guessed, page=page
    )
