"""Grids → tables of the document; grids that only lay out the page → their content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.document.model import Cell, Row, Table
from zwgk_parse.document.passage import Passage
from zwgk_parse.errors import LimitExceededError
from zwgk_parse.readers.html.flow import Box, Grid, lines_of
from zwgk_parse.readers.opening import opened
from zwgk_parse.source import CellPlace, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.readers.html.flow import Item

MAX_COLUMNS = 2000
_SHORT = 20
_MANY = 8


def unwrap(items: list[Item]) -> Iterator[Item]:
    """The items with every layout table replaced by what it holds."""
    return opened(items, lambda item: isinstance(item, Grid) and is_layout(item))


def is_layout(grid: Grid) -> bool:
    """Whether a table only places things on the page.

    So it does if no row has two filled cells; else if it shows no sign of data (column headings,
    drawn lines) and holds what tables of data do not: tables, long runs of paragraphs, link lists.
    """
    rows = [[box for box in row if lines_of(box.items)] for row in grid.rows]
    wide = [row for row in rows if len(row) > 1]
    boxes = [box for row in wide for box in row]
    if not wide:
        return True
    if any(box.header for box in boxes):
        return False
    if grid.presentation:
        return True
    headed = _is_headed(wide)
    if grid.bordered and headed:
        return False
    if any(_is_menu(box) for box in boxes):
        return not grid.bordered
    if headed:
        return False
    if any(isinstance(item, Grid) for box in boxes for item in box.items):
        return True
    return not grid.bordered and len(wide) == 1 and (len(boxes) < 3 or any(map(_is_article, boxes)))


def _is_headed(wide: list[list[Box]]) -> bool:
    """Whether the first row with several filled cells names columns: short words, rows below."""
    texts = ("".join(line.text for line in lines_of(box.items)) for box in wide[0])
    return len(wide) > 1 and all(len(text) <= _SHORT for text in texts)


def _is_article(box: Box) -> bool:
    lines = lines_of(box.items)
    return len(lines) >= _MANY or any(line.level for line in lines)


def _is_menu(box: Box) -> bool:
    lines = [line for line in lines_of(box.items) if not line.attached]
    return len(lines) > 2 and all(line.linked * 2 > len(line.text) for line in lines)


def build(grid: Grid, number: int, name: str) -> Table:
    """The table of a grid: every cell in its column, spans cut to what the table has.

    `number` counts the document's tables from 1. Raises LimitExceededError for a table that is
    too wide.
    """
    ends = _section_ends(grid)
    placed = _placed(grid, ends, name)
    # A column in which no cell begins is none: <td colspan="99"> over five columns spans five.
    width = 1 + max((column for row in placed for column, _ in row), default=-1)
    rows = []
    for index, row in enumerate(placed):
        cells = []
        for column, box in row:
            place = CellPlace(table=number, row=index + 1, column=column + 1)
            down = min(box.rowspan, ends[index] - index)
            right = min(box.colspan, width - column)
            cells.append(Cell(_passages(box, place), column, down, right, box.header))
        rows.append(Row(tuple(cells)))
    return Table(tuple(rows), width, spans_known=True)


def _section_ends(grid: Grid) -> list[int]:
    """For each row, the index behind the last row of its section."""
    ends = [len(grid.rows)] * len(grid.rows)
    for index in range(len(ends) - 2, -1, -1):
        same = grid.sections[index] is grid.sections[index + 1]
        ends[index] = ends[index + 1] if same else index + 1
    return ends


def _placed(grid: Grid, ends: list[int], name: str) -> list[list[tuple[int, Box]]]:
    """Each row's cells with their columns, past the cells that reach down from rows above."""
    placed: list[list[tuple[int, Box]]] = []
    taken: dict[int, int] = {}  # for a column, the row from which it is free again
    for index, row in enumerate(grid.rows):
        column, places = 0, []
        for box in row:
            while taken.get(column, 0) > index:
                column += 1
            places.append((column, box))
            free = min(index + box.rowspan, ends[index])
            taken |= dict.fromkeys(range(column, column + box.colspan), free)
            column += box.colspan
            if column > MAX_COLUMNS:
                reason = f"a table has more than {MAX_COLUMNS:,} columns"
                raise LimitExceededError(name, reason, "cut the page down to the plan")
        placed.append(places)
    return placed


def _passages(box: Box, place: CellPlace) -> tuple[Passage, ...]:
    return tuple(
        Passage.of(line.text, Span(path=line.node.path, cell=place)) for line in lines_of(box.items)
    )
