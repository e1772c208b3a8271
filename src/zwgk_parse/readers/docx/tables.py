"""Grids → tables of the document; grids that only lay out the page → what they hold."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from zwgk_parse.document.model import Cell, Row, Table
from zwgk_parse.document.passage import Passage
from zwgk_parse.errors import LimitExceededError
from zwgk_parse.readers.docx.flow import Box, Grid, Line, lines_of
from zwgk_parse.readers.opening import opened
from zwgk_parse.source import CellPlace, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.readers.docx.flow import Item

MAX_COLUMNS = 2000
_SHORT = 20
_MANY = 8


def merge(grid: Grid) -> list[Box]:
    """Counts each cell that goes on the one above to that one's rowspan, and takes it out.

    Gives the cells that were taken out. One with no cell above it in its column stays.
    """
    taken: list[Box] = []
    above: dict[int, Box] = {}
    for index, row in enumerate(grid.rows):
        kept: list[Box] = []
        reached: dict[int, Box] = {}
        for box in row:
            start = above.get(box.column) if box.merged else None
            if start is not None and start.colspan == box.colspan:
                start.rowspan += 1
                taken.append(box)
            else:
                start = box
                kept.append(box)
            reached[box.column] = start
        above = reached
        grid.rows[index] = kept
    return taken


def unwrap(items: list[Item]) -> Iterator[Item]:
    """The items with every layout table replaced by what it holds."""
    return opened(items, lambda item: isinstance(item, Grid) and is_layout(item))


def is_layout(grid: Grid) -> bool:
    """Whether a table only places things on the page.

    So it does if no row has two filled cells; else if it draws no lines, names no columns and has
    one such row of two cells (a letterhead's number and signer), or holds tables or long runs of
    paragraphs.
    """
    rows = [[box for box in row if _is_filled(box)] for row in grid.rows]
    wide = [row for row in rows if len(row) > 1]
    boxes = [box for row in wide for box in row]
    if not wide:
        return True
    if grid.bordered or any(box.header for box in boxes) or _is_headed(wide):
        return False
    if any(isinstance(item, Grid) for box in boxes for item in box.items):
        return True
    return len(wide) == 1 and (len(boxes) < 3 or any(map(_is_article, boxes)))


def _is_filled(box: Box) -> bool:
    return bool(box.items) and (isinstance(box.items[0], Line) or bool(lines_of(box.items)))


def _is_headed(wide: list[list[Box]]) -> bool:
    """Whether the first row with several filled cells names columns: short words, rows below."""
    texts = ("".join(line.text for line in lines_of(box.items)) for box in wide[0])
    return len(wide) > 1 and all(len(text) <= _SHORT for text in texts)


def _is_article(box: Box) -> bool:
    return len(lines_of(box.items)) >= _MANY


def build(grid: Grid, number: int, name: str) -> Table:
    """The table of a grid; `number` counts the document's tables from 1.

    Raises LimitExceededError for a table that is too wide.
    """
    # Columns of Word's grid in which no cell begins only help to draw it.
    columns = sorted({box.column for row in grid.rows for box in row})
    if len(columns) > MAX_COLUMNS:
        reason = f"a table has more than {MAX_COLUMNS:,} columns"
        raise LimitExceededError(
            name, reason, "raise the limit (--max-...) if you trust it, or split it"
        )
    places = {column: index for index, column in enumerate(columns)}
    rows = []
    for index, row in enumerate(grid.rows, 1):
        cells = []
        for box in row:
            column = places[box.column]
            behind = box.column + box.colspan
            right = 1 if box.colspan == 1 else bisect_left(columns, behind) - column
            passages: tuple[Passage, ...] = ()
            if box.items:
                place = CellPlace(table=number, row=index, column=column + 1)
                passages = tuple(passage(line, place) for line in lines_of(box.items))
            cells.append(Cell(passages, column, box.rowspan, right, box.header))
        rows.append(Row(tuple(cells)))
    return Table(tuple(rows), len(columns), spans_known=True)


def passage(line: Line, place: CellPlace | None = None) -> Passage:
    """A line's words, and where they stand."""
    return Passage.of(line.text, Span(path=line.path, cell=place))
