"""A header that is printed again at the head of a page without a line below it.

Some writers draw no line there when a row goes on from the page before: the header and the rest of
the row would be one row. The header of the table before tells where it ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.readers.pdf.content import PageTable

if TYPE_CHECKING:
    from zwgk_parse.readers.pdf.grid import GridCell
    from zwgk_parse.readers.pdf.lines import Line

_FEWEST = 2  # columns with a heading, so that it is no accident


def header_of(table: PageTable) -> dict[tuple[int, int], str]:
    """The words of the first row's cells, by their column and how many columns they span."""
    return {
        (cell.column, cell.colspan): _words(table.lines.get(cell, []))
        for cell in table.grid.cells
        if cell.row == 0
    }


def part_header(table: PageTable, header: dict[tuple[int, int], str]) -> PageTable:
    """The table with its header in a row of its own, if its first row begins with `header`."""
    first = [cell for cell in table.grid.cells if cell.row == 0]
    if {(cell.column, cell.colspan) for cell in first} != header.keys():
        return table
    if sum(map(bool, header.values())) < _FEWEST:
        return table
    counts: dict[GridCell, int] = {}
    for cell in first:
        count = _begins(table.lines.get(cell, []), header[cell.column, cell.colspan])
        if count is None:
            return table
        counts[cell] = count
    if all(count == len(table.lines.get(cell, [])) for cell, count in counts.items()):
        return table
    return _parted(table, counts)


def _words(lines: list[Line]) -> str:
    return "".join("".join(line.text.split()) for line in lines)


def _begins(lines: list[Line], heading: str) -> int | None:
    """How many lines the heading takes; None where the lines do not begin with it."""
    for count in range(len(lines) + 1):
        if _words(lines[:count]) == heading:
            return count
    return None


def _parted(table: PageTable, counts: dict[GridCell, int]) -> PageTable:
    """The table with a new row that holds the first lines of the cells of its first row."""
    cells: list[GridCell] = []
    lines: dict[GridCell, list[Line]] = {}
    low = table.grid.ys[0]
    for cell, count in counts.items():
        head = cell._replace(rowspan=1, cut=False)
        cells.append(head)
        lines[head] = table.lines.get(cell, [])[:count]
        low = max([low, *(line.bottom for line in lines[head])])
    for cell in table.grid.cells:
        moved = cell._replace(row=cell.row + 1)
        cells.append(moved)
        lines[moved] = table.lines.get(cell, [])[counts.get(cell, 0) :]
    ys = (table.grid.ys[0], low, *table.grid.ys[1:])
    grid = table.grid._replace(ys=ys, cells=tuple(cells))
    return PageTable(grid, {cell: found for cell, found in lines.items() if found})
