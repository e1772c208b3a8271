"""Task tables → sections and tasks: one task a row, or one for each numbered item of its cell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.document.numbering import read_label
from zwgk_parse.document.passage import Passage
from zwgk_parse.extractors.draft import Draft, fold
from zwgk_parse.extractors.grid import Grid, GridRow, lay_out
from zwgk_parse.extractors.layout import Layout, find_layout
from zwgk_parse.extractors.page_joins import is_unfinished, join_reasons
from zwgk_parse.extractors.realign import realign
from zwgk_parse.extractors.stitching import rows_of
from zwgk_parse.extractors.table_rows import TaskRow, finish_row
from zwgk_parse.extractors.table_sections import OpenSections
from zwgk_parse.messages import remark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zwgk_parse.document.model import Table
    from zwgk_parse.extractors.stitching import TableRow

# A note below a table, in a row of its own.
_NOTE = re.compile(r"\s*(?:注|附注|备注|说明|填表说明)\s*\d?\s*[:：]")


class TaskTable(NamedTuple):
    """One or more tables of the same columns, page after page, that hold tasks."""

    grids: tuple[Grid, ...]
    layout: Layout


def find_task_tables(tables: Sequence[Table]) -> list[TaskTable | Table]:
    """Consecutive tables grouped: those that share their headings are one; others stay."""
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
    """Whether a table is the next page of `first`: its headings, or none and as many columns."""
    if grid.headings:
        return [fold(h) for h in grid.headings] == [fold(h) for h in first.headings]
    widths = [{len(row) for row in g.rows} for g in (first, grid)]
    return bool(first.headings) and widths[0] == widths[1]


def extract_table(table: TaskTable, draft: Draft, parent: int | None, *, join: bool = True) -> None:
    """Put the sections and tasks of `table` into `draft`, under the section `parent`."""
    walk = _Walk(draft, table, parent, join)
    for grid in table.grids:
        for row in grid.before:
            draft.keep(Passage.join(p.text for p in row if p.own), parent)
    for stitched in rows_of(table.grids, table.layout, join=join):
        walk.take(stitched)
    walk.close()


@dataclass(slots=True)
class _Walk:
    """One way down the rows: the open sections and the row that may still go on."""

    draft: Draft
    table: TaskTable
    parent: int | None
    join: bool = True
    heading: int | None = None
    row: TaskRow | None = None
    above: TaskRow | None = None
    sections: OpenSections = field(init=False)

    def __post_init__(self) -> None:
        self.sections = OpenSections(self.draft, self.layout)

    @property
    def layout(self) -> Layout:
        return self.table.layout

    def take(self, stitched: TableRow) -> None:
        """The next row."""
        row, new_page = stitched.places, stitched.new_page
        spans_known = self.table.grids[0].spans_known
        if self.take_heading(row):
            return
        moves = ""
        if not spans_known:
            row, moves = realign(row, self.layout)
        if not any(place.own for place in row):
            return
        if self.is_continued(row, new_page=new_page):
            return
        self.close()
        lengthened = self.sections.lengthen(row, self.above_sections(), entered=True)
        changed = self.sections.take(row, lengthened)
        self.row = self.begin(row, inherits=not changed, spans_known=spans_known)
        if lengthened:
            spans = tuple(span for column in lengthened for span in row[column].text.spans)
            self.row.say(remark("ZW301", spans, reasons="the heading before is unfinished"))
        if moves:
            self.row.say(remark("ZW302", self.row.text_spans(), moves=moves))
        self.row.diagnostics += stitched.remarks

    def is_continued(self, row: GridRow, *, new_page: str) -> bool:
        """Whether a row goes on with the open one, which it is then added to."""
        if self.row is None or not self.join:
            return False
        reasons = join_reasons(self.row.words, row, self.layout, new_page=new_page)
        if reasons:
            self.go_on(row, reasons)
        return bool(reasons)

    def take_heading(self, row: GridRow) -> bool:
        """A row of one cell over all columns is a heading of the rows below it."""
        filled = [place for place in row if place.own]
        if len(filled) != 1 or len(row) < 3:
            return False
        text = filled[0].text
        if _NOTE.match(text.text):
            self.close()
            self.draft.keep(text)
            return True
        label = read_label(text.text)
        sectional = label is not None and label.style in ("chapter", "han", "han-bracket")
        alone = filled[0].whole_row or (
            row[0] is filled[0] and sectional and not self.is_column(text)
        )
        if not alone or (self.is_cut() and not sectional):
            return False
        self.close()
        self.heading = self.draft.enter(text, self.parent)
        self.sections.clear()
        self.above = None
        return True

    def is_cut(self) -> bool:
        """Whether the open row ends within a sentence, in a table that writes sentences."""
        return self.row is not None and self.layout.sentences and is_unfinished(self.row.words)

    def is_column(self, text: Passage) -> bool:
        """Whether a lone first cell is of the kind that its column holds anyway."""
        label = read_label(text.text)
        first = self.layout.sections[:1] == (0,)
        return first and label is not None and self.layout.styles[0] == label.style

    def above_sections(self) -> int | None:
        """The index of the section that the table's own sections stand in."""
        return self.heading if self.heading is not None else self.parent

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
        self.sections.lengthen(row, None, entered=False)
        spans = (*before[-1:], *(s for p in row if p.own for s in p.text.spans))
        self.row.say(remark("ZW301", spans, reasons="; ".join(reasons)))

    def close(self) -> None:
        """Turn the open row into tasks."""
        if self.row is not None:
            self.row.section = self.sections.index(self.above_sections())
            self.draft.tasks.extend(finish_row(self.row, self.layout, self.draft))
            self.above, self.row = self.row, None
