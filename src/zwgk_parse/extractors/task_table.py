"""Task tables → sections and tasks: one task a row, or one for each numbered item of its cell."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.document.numbering import read_label
from zwgk_parse.document.passage import Passage
from zwgk_parse.extractors.draft import Draft, fold
from zwgk_parse.extractors.grid import Grid, GridRow, lay_out
from zwgk_parse.extractors.layout import Layout, find_layout
from zwgk_parse.extractors.page_joins import is_unfinished, join_reasons
from zwgk_parse.extractors.realign import realign
from zwgk_parse.extractors.table_rows import TaskRow, finish_row, section_words
from zwgk_parse.messages import remark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zwgk_parse.document.model import Table


class TaskTable(NamedTuple):
    """One or more tables of the same columns, page after page, that hold tasks."""

    grids: tuple[Grid, ...]
    layout: Layout


def find_task_tables(tables: Sequence[Table]) -> list[TaskTable | Table]:
    """Consecutive tables grouped: those that share their headings are one; others stay as they are."""
    groups: list[list[Grid]] = []
    found: list[TaskTable | Table] = []
    for table in tables:
        grid = lay_out(table)
        if groups and _goes_on(groups[-1][0], grid):
            groups[-1].append(grid)
        else:
            groups.append([grid])
    at = 0
    for group in groups:
        whole = Grid(
            group[0].headings,
            tuple(row for grid in group for row in grid.rows),
            (),
            group[0].spans_known,
        )
        layout = find_layout(whole)
        if layout is None:
            found += tables[at : at + len(group)]
        else:
            found.append(TaskTable(tuple(group), layout))
        at += len(group)
    return found


def _goes_on(first: Grid, grid: Grid) -> bool:
    """Whether a table is the next page of `first`: the same headings, or none and as many columns."""
    if grid.headings:
        return [fold(h) for h in grid.headings] == [fold(h) for h in first.headings]
    widths = [{len(row) for row in g.rows} for g in (first, grid)]
    return bool(first.headings) and widths[0] == widths[1]


def extract_table(table: TaskTable, draft: Draft, parent: int | None) -> None:
    """Put the sections and tasks of `table` into `draft`, under the section `parent`."""
    walk = _Walk(draft, table, parent)
    for page, grid in enumerate(table.grids):
        for row in grid.before:
            draft.keep(Passage.join(p.text for p in row if p.own), parent)
        for position, row in enumerate(grid.rows):
            walk.take(row, new_page=page > 0 and position == 0)
    walk.close()


@dataclass(slots=True)
class _Walk:
    """One way down the rows: the open sections and the row that may still go on."""

    draft: Draft
    table: TaskTable
    parent: int | None
    heading: int | None = None
    open_sections: dict[int, Passage] = field(default_factory=dict)
    row: TaskRow | None = None
    above: TaskRow | None = None

    @property
    def layout(self) -> Layout:
        return self.table.layout

    def take(self, row: GridRow, *, new_page: bool) -> None:
        """The next row."""
        spans_known = self.table.grids[0].spans_known
        if self.take_heading(row):
            return
        moves = ""
        if not spans_known:
            row, moves = realign(row, self.layout)
        if not any(place.own for place in row):
            return
        if self.row is not None:
            reasons = join_reasons(self.row.words, row, self.layout, new_page=new_page)
            if reasons:
                self.go_on(row, reasons)
                return
        self.close()
        lengthened = self.lengthen_sections(row)
        changed = self.take_sections(row, lengthened)
        self.row = self.begin(row, inherits=not changed, spans_known=spans_known)
        if lengthened:
            spans = tuple(span for column in lengthened for span in row[column].text.spans)
            self.row.say(remark("ZW301", spans, reasons="the heading before is unfinished"))
        if moves:
            self.row.say(remark("ZW302", self.row.text_spans(), moves=moves))

    def take_heading(self, row: GridRow) -> bool:
        """A row of one cell over all columns is a heading of the rows below it."""
        filled = [place for place in row if place.own]
        if len(filled) != 1 or len(row) < 3:
            return False
        text = filled[0].text
        label = read_label(text.text)
        sectional = label is not None and label.style in ("chapter", "han", "han-bracket")
        alone = filled[0].whole_row or (
            row[0] is filled[0] and sectional and not self.is_column(text)
        )
        if not alone or (self.row is not None and is_unfinished(self.row.words) and not sectional):
            return False
        self.close()
        self.heading = self.draft.enter(text, self.parent)
        self.open_sections.clear()
        self.above = None
        return True

    def is_column(self, text: Passage) -> bool:
        """Whether a lone first cell is of the kind that its column holds anyway."""
        label = read_label(text.text)
        first = self.layout.sections[:1] == (0,)
        return first and label is not None and self.layout.styles[0] == label.style

    def lengthen_sections(self, row: GridRow) -> list[int]:
        """The columns in which a heading goes on that a page end cut between two tasks."""
        columns = [column for column in self.layout.sections if self.goes_on_in(column, row)]
        for column in columns:
            index = self.section(upto=column)
            if index is not None:
                self.draft.lengthen(index, row[column].text)
            self.open_sections[column] += row[column].text
        return columns

    def goes_on_in(self, column: int, row: GridRow) -> bool:
        """Whether a cell adds to the heading above it: alone without a label in its column."""
        text, before = row[column].text.text, self.open_sections.get(column)
        if not row[column].own or before is None or self.layout.styles[column] is None:
            return False
        return read_label(text) is None and is_unfinished(before.text)

    def take_sections(self, row: GridRow, lengthened: Sequence[int] = ()) -> bool:
        """Open the sections that this row's cells name; whether any is another than before."""
        changed = False
        for column in self.layout.sections:
            before = self.open_sections.get(column)
            text = section_words(row, column, self.layout)
            if not row[column].own or column in lengthened:
                continue
            if before and fold(before.text) == fold(text.text):
                continue
            changed = True
            self.open_sections[column] = text
            for inner in [c for c in self.open_sections if c > column]:
                del self.open_sections[inner]
        return changed

    def section(self, upto: int | None = None) -> int | None:
        """The index of the innermost open section, or of that in the column `upto`."""
        index = self.heading if self.heading is not None else self.parent
        for column in sorted(self.open_sections):
            if upto is None or column <= upto:
                index = self.draft.enter(self.open_sections[column], index)
        return index

    def begin(self, row: GridRow, *, inherits: bool, spans_known: bool) -> TaskRow:
        """A new row of tasks."""
        fresh = TaskRow.of(row, self.layout)
        if self.above is not None and inherits and not spans_known:
            fresh.inherit(self.above, self.layout)
        return fresh

    def go_on(self, row: GridRow, reasons: list[str]) -> None:
        """Add a row that a page end parted from the row before it."""
        if self.row is None:
            return
        before = self.row.text_spans()
        self.row.extend(row, self.layout)
        for column in self.layout.sections:
            if self.goes_on_in(column, row):
                self.open_sections[column] += row[column].text
        spans = (*before[-1:], *(s for p in row if p.own for s in p.text.spans))
        self.row.say(remark("ZW301", spans, reasons="; ".join(reasons)))

    def close(self) -> None:
        """Turn the open row into tasks."""
        if self.row is not None:
            self.row.section = self.section()
            self.draft.tasks.extend(finish_row(self.row, self.layout, self.draft))
            self.above, self.row = self.row, None
