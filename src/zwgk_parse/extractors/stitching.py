"""Tables of consecutive pages → one run of rows: what a page's end cut is put together again.

A row goes on with the last row of the page before only for reasons (`page_joins`); a cell that is
empty at the head of a page goes on with the merged cell at the foot of the page before. Each join
is told as a ZW301, a cell that may be meant to be empty as a ZW303.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.document.numbering import read_label
from zwgk_parse.document.passage import Passage
from zwgk_parse.extractors.page_joins import is_unfinished, join_reasons
from zwgk_parse.messages import remark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zwgk_parse.diagnostics import Diagnostic
    from zwgk_parse.extractors.grid import Grid, GridRow, Place
    from zwgk_parse.extractors.layout import Layout
    from zwgk_parse.source import Span


class TableRow(NamedTuple):
    """A row of a task table.

    `new_page`: what shows that it is the first of the table's next page; empty where it is not.
    """

    places: GridRow
    new_page: str = ""
    remarks: tuple[Diagnostic, ...] = ()


def rows_of(grids: Sequence[Grid], layout: Layout, *, join: bool) -> Iterator[TableRow]:
    """The rows of all grids in order, with those joined that a page's end cut."""
    stitched = _Stitched(layout)
    for number, grid in enumerate(grids):
        before = grids[number - 1] if number else None
        if join and before is not None and stitched.rows and _is_next_page(before, grid):
            stitched.append_page(grid.rows, _seam(grid))
        else:
            stitched.append(grid.rows, _seam(grid) if number else "")
    for row in stitched.rows:
        yield TableRow(tuple(row.places), row.new_page, tuple(row.remarks))


def _is_next_page(before: Grid, grid: Grid) -> bool:
    return (
        before.page is not None
        and grid.page == before.page + 1
        and bool(grid.rows)
        and len(grid.rows[0]) == len(before.rows[-1] if before.rows else ())
    )


def _seam(grid: Grid) -> str:
    """What shows that a table is the next page of the one before."""
    return "the header is repeated" if grid.headings else "the columns are the same"


@dataclass(slots=True)
class _Row:
    places: list[Place]
    new_page: str = ""
    remarks: list[Diagnostic] = field(default_factory=list)


@dataclass(slots=True)
class _Stitched:
    layout: Layout
    rows: list[_Row] = field(default_factory=list)

    def append(self, rows: Sequence[GridRow], new_page: str) -> None:
        """Add rows that nothing was cut from."""
        self.rows += [_Row(list(row), "" if at else new_page) for at, row in enumerate(rows)]

    def append_page(self, rows: Sequence[GridRow], new_page: str) -> None:
        """Add the rows of the next page; its first may belong to the last of the page before."""
        last = len(self.rows) - 1
        below = [list(row) for row in rows]
        reasons = self._reasons(self.rows[last], rows[0], new_page)
        if reasons:
            self._join(last, below, reasons)
            below = below[1:]
        elif not any(place.whole_row and place.own for place in rows[0]):
            self._carry(last, below)
        first = len(self.rows)
        self.rows += [_Row(row) for row in below]
        if not reasons and first < len(self.rows):
            self.rows[first].new_page = new_page

    def _reasons(self, above: _Row, row: GridRow, new_page: str) -> list[str]:
        """Why a page's first row goes on with the row above; empty if it does not."""
        if any(place.whole_row and place.own for place in (*row, *above.places)):
            return []
        task = above.places[self.layout.task]
        words = task.text.text
        said = join_reasons(words, row, self.layout, new_page=new_page, cut=task.cut)
        return [*said, "no line closes the row"] if said and task.cut else said

    def _join(self, last: int, below: list[list[Place]], reasons: list[str]) -> None:
        """Put the first row of `below` together with the row `last`, column by column."""
        spans: list[Span] = []
        for column, place in enumerate(below[0]):
            above = self.rows[last].places[column]
            if place.paragraphs and not place.beside:
                spans += (*above.text.spans[-1:], *place.text.spans)
            whole = _put_together(above, place)
            self._set(last, column, whole)
            _set_below(below, column, place, whole)
        self.rows[last].remarks.append(remark("ZW301", spans, reasons="; ".join(reasons)))

    def _carry(self, last: int, below: list[list[Place]]) -> None:
        """Let the merged cells at the page's foot go on in the rows of the next page."""
        fields = (("owners", self.layout.owners), ("deadlines", self.layout.deadlines))
        names = {column: name for name, columns in fields for column in columns}
        fixed = {self.layout.task, *self.layout.texts}
        if self.layout.number is not None:
            fixed.add(self.layout.number)
        for column, place in enumerate(below[0]):
            above = self.rows[last].places[column]
            if column in fixed or not above.paragraphs or above.beside:
                continue
            if place.paragraphs:
                self._lengthen(last, column, below)
            elif self._goes_on(last, column, below):
                _set_below(below, column, place, above._replace(covered=True), first=True)
                self._tell(last, column, below, names.get(column))

    def _tell(self, last: int, column: int, below: list[list[Place]], name: str | None) -> None:
        """Say that a cell takes the words of the cell at the foot of the page before."""
        if name is None:
            return
        spans = below[0][self.layout.task].text.spans
        sure = self.rows[last].places[column].cut or self._is_merged(last, column, below)
        if sure:
            said = remark(
                "ZW301",
                (*self.rows[last].places[column].text.spans[-1:], *spans[:1]),
                reasons="a merged cell goes on",
            )
            self.rows[last].remarks.append(said)
        else:
            self.rows[last].remarks.append(remark("ZW303", spans, field=name))

    def _goes_on(self, last: int, column: int, below: list[list[Place]]) -> bool:
        """Whether an empty cell at the head of a page is part of the cell above it."""
        if self.rows[last].places[column].cut or self._is_merged(last, column, below):
            return True
        return not self._has_empty(column)

    def _is_merged(self, last: int, column: int, below: list[list[Place]]) -> bool:
        """Whether the cell spans rows at the page's foot or at the head of the next."""
        return self.rows[last].places[column].covered or (
            len(below) > 1 and below[1][column].covered
        )

    def _has_empty(self, column: int) -> bool:
        """Whether the column leaves cells empty elsewhere, so that an empty one means nothing."""
        return any(
            not row.places[column].paragraphs and not row.places[column].covered
            for row in self.rows
        )

    def _lengthen(self, last: int, column: int, below: list[list[Place]]) -> None:
        """Put the words of a merged cell together that the page's end cut between two rows."""
        above, place = self.rows[last].places[column], below[0][column]
        if not above.cut or read_label(place.text.text) is not None:
            return
        if not (above.flows and is_unfinished(above.text.text)):
            return
        whole = _put_together(above, place)
        self._set(last, column, whole)
        _set_below(below, column, place, whole, first=True)
        spans = (*above.text.spans[-1:], *place.text.spans)
        self.rows[last].remarks.append(remark("ZW301", spans, reasons="a merged cell goes on"))

    def _set(self, last: int, column: int, whole: Place) -> None:
        """Give the words of a cell to every row that it spans upwards from the row `last`."""
        row = last
        while row >= 0:
            place = self.rows[row].places[column]
            self.rows[row].places[column] = place._replace(paragraphs=whole.paragraphs)
            if not place.covered:
                break
            row -= 1


def _set_below(
    below: list[list[Place]], column: int, place: Place, whole: Place, *, first: bool = False
) -> None:
    """Give the words of a cell to the rows that it spans at the head of a page."""
    below[0][column] = place._replace(paragraphs=whole.paragraphs, covered=first)
    for row in below[1:]:
        if not row[column].covered:
            break
        row[column] = row[column]._replace(paragraphs=whole.paragraphs)


def _put_together(above: Place, place: Place) -> Place:
    """The cell of two pieces: a paragraph that fills its last line goes on in the next piece."""
    if not place.paragraphs or place.beside:
        return above
    if not above.paragraphs or above.beside:
        return place._replace(beside=above.beside and place.beside)
    last, first = above.paragraphs[-1], place.paragraphs[0]
    if above.flows or is_unfinished(last.text):
        middle = (Passage.join((last, first)),)
        paragraphs = (*above.paragraphs[:-1], *middle, *place.paragraphs[1:])
    else:
        paragraphs = (*above.paragraphs, *place.paragraphs)
    return above._replace(paragraphs=paragraphs, flows=place.flows, cut=place.cut)
