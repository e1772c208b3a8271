"""One row of a task table, which may go on after a page end, → the tasks that it holds."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zwgk_parse.document.numbering import find_labels, read_label
from zwgk_parse.document.passage import Passage
from zwgk_parse.extractors.draft import Item
from zwgk_parse.extractors.fields import split_fields
from zwgk_parse.extractors.page_joins import is_unfinished
from zwgk_parse.messages import remark
from zwgk_parse.plan.raw import RawField, RawTask
from zwgk_parse.source import meets
from zwgk_parse.vocabulary.roles import labelled_fields, looks_like_owners

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zwgk_parse.diagnostics import Diagnostic
    from zwgk_parse.extractors.draft import Draft
    from zwgk_parse.extractors.grid import GridRow
    from zwgk_parse.extractors.layout import Layout
    from zwgk_parse.source import Span

_SEPARATORS = ("、", "，", ",", "；", ";")
# Where a file shows the end of a paragraph as a space: `…按职责分工落实 各镇人民政府…`.
_STATEMENT_END = re.compile(r"(?<=落实|负责|实施|配合|参与)\s+")
_SUPPORT = ("配合", "参与", "协助", "协同", "协办", "配合落实", "配合实施")


@dataclass(slots=True)
class TaskRow:
    """A row in its own words, column by column; pieces after a page end are added to it."""

    cells: dict[int, list[Passage]]
    inherited: list[str] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    task: int = 0
    section: int | None = None

    @staticmethod
    def of(row: GridRow, layout: Layout) -> TaskRow:
        """The row as printed; fields that a merged cell above gives are marked as inherited."""
        cells = {column: list(place.paragraphs) for column, place in enumerate(row) if place}
        inherited = [
            name
            for name, columns in (("owners", layout.owners), ("deadlines", layout.deadlines))
            if any(row[column].covered and row[column] for column in columns)
        ]
        made = TaskRow(cells, inherited, task=layout.task)
        items = items_of(cells.get(layout.task, []))
        if row[layout.task].doubtful and len(items) > 1:
            made.say(remark("ZW309", made.text_spans(), tasks=len(items)))
        return made

    @property
    def words(self) -> str:
        """The requirement so far."""
        return "".join(piece.text for piece in self.cells.get(self.task, []))

    def text_spans(self) -> tuple[Span, ...]:
        """Where the requirement stands."""
        return Passage.join(self.cells.get(self.task, [])).spans

    def say(self, diagnostic: Diagnostic) -> None:
        """Add a remark on this row's tasks."""
        self.diagnostics.append(diagnostic)

    def inherit(self, above: TaskRow, layout: Layout) -> None:
        """Take empty owner and deadline cells from the row above, as merged cells in plain text.

        Owner columns are one group: an empty lead cell beside a filled responsible cell is empty.
        """
        for name, columns in (("owners", layout.owners), ("deadlines", layout.deadlines)):
            taken = {c: above.cells[c] for c in columns if c in above.cells}
            if taken and not any(column in self.cells for column in columns):
                self.cells |= {column: list(pieces) for column, pieces in taken.items()}
                self.inherited.append(name)
                self.say(remark("ZW303", self.text_spans(), field=name))

    def extend(self, row: GridRow, layout: Layout) -> None:
        """Add what stands after the page end, cell by cell."""
        for column, place in enumerate(row):
            if not place.own or column in layout.sections or column == layout.number:
                continue
            pieces = self.cells.setdefault(column, [])
            new = list(place.paragraphs)
            if pieces and is_unfinished(pieces[-1].text):
                pieces[-1] = pieces[-1] + new.pop(0)
            pieces += new


def finish_row(row: TaskRow, layout: Layout, draft: Draft) -> Iterator[RawTask]:
    """The tasks of a row: its numbered items, or the row itself."""
    items = items_of(row.cells.get(layout.task, []))
    number = Passage.join(row.cells.get(layout.number, []) if layout.number is not None else [])
    section = row.section
    left = [p for c in layout.texts if c < layout.task for p in row.cells.get(c, [])]
    if len(items) > 1 and items[0].label is None:
        section = draft.enter(numbered_heading(number, items.pop(0).text), section)
    elif len(items) > 1 and left:
        draft.pieces.append(number.text)
        section = draft.enter(numbered_heading(number, Passage.join(left)), section)
    single = len(items) <= 1
    owners, unclear = _shared_out(row, layout.owners, layout, len(items))
    deadlines, _ = _shared_out(row, layout.deadlines, layout, len(items))
    columns = [c for c in layout.others if c in row.cells]
    if not single:
        columns = [*(c for c in layout.texts if c > layout.task and c in row.cells), *columns]
    for position, item in enumerate(items or [Item(None, Passage())]):
        text = _joined_text(row, layout, item) if single else item.text
        split = split_fields(text) if not layout.owners else None
        label, value = _number(number if single else Passage(), item)
        text = (split.text if split else text).tidy()
        yield RawTask(
            label=label,
            number=value,
            section=section,
            text=text,
            numbered=Passage.join([number, item.printed]) if single else item.printed,
            owners=split.owners if split else owners[position],
            deadlines=(*deadlines[position], *(split.deadlines if split else ())),
            people=(*_fields(row, layout.people, layout), *(split.people if split else ())),
            columns=tuple(_fields(row, columns, layout)),
            inherited=tuple(row.inherited),
            provenance=text.spans,
            diagnostics=tuple(_remarks(row, unclear, position, len(items), text)),
        )


def items_of(paragraphs: Sequence[Passage]) -> list[Item]:
    """The numbered items of a cell; text before the first number is an item without a label."""
    items: list[Item] = []
    for paragraph in paragraphs:
        labels = find_labels(paragraph.text, listed=True)
        starts = [offset for offset, _ in labels]
        lead = paragraph.slice(0, starts[0] if starts else None).strip()
        if lead and items:
            items[-1] = items[-1]._replace(text=items[-1].text + lead)
        elif lead:
            items.append(Item(None, lead))
        for position, (_, label) in enumerate(labels):
            end = starts[position + 1] if position + 1 < len(starts) else None
            printed = paragraph.slice(starts[position], label.end)
            items.append(Item(label, paragraph.slice(label.end, end).strip(), printed))
    return items


def owner_paragraphs(paragraphs: Iterable[Passage]) -> list[Passage]:
    """The paragraphs of an owner cell; a line that only wraps is joined to the one before it."""
    joined: list[Passage] = []
    for paragraph in paragraphs:
        if joined and _wraps(joined[-1].text, paragraph.text):
            joined[-1] = joined[-1] + paragraph
        else:
            joined.append(paragraph)
    return joined


def _wraps(before: str, after: str) -> bool:
    if before.endswith(_SEPARATORS) or after.startswith(_SEPARATORS):
        return True
    return not (looks_like_owners(before) and looks_like_owners(after))


def _is_one_statement(paragraphs: Sequence[Passage]) -> bool:
    """Whether the paragraphs name one task's owners by their roles, and not those of several."""
    texts = [paragraph.text.rstrip("。；") for paragraph in paragraphs]
    if any(found and found[0][1] == 0 for found in map(labelled_fields, texts)):
        return True
    return any(text.endswith(_SUPPORT) and "牵头" not in text for text in texts)


def _shared_out(
    row: TaskRow, columns: Sequence[int], layout: Layout, count: int
) -> tuple[list[tuple[RawField, ...]], int]:
    """The fields of each of `count` tasks, and the number of paragraphs where that is unclear.

    As many paragraphs as tasks: one each. Else every task has all of them.
    """
    count = max(count, 1)
    shares: list[list[RawField]] = [[] for _ in range(count)]
    unclear = 0
    for column in columns:
        pieces = row.cells.get(column, [])
        if column in layout.owners:
            pieces = owner_paragraphs(pieces)
            apart = [statement for piece in pieces for statement in piece.split(_STATEMENT_END)]
            pieces = apart if len(apart) == count else pieces
        if not pieces:
            continue
        several = count > 1 and len(pieces) > 1 and not _is_one_statement(pieces)
        one_each = several and len(pieces) == count
        if several and not one_each:
            unclear = len(pieces)
        for position, share in enumerate(shares):
            own = (pieces[position],) if one_each else tuple(pieces)
            share.append(RawField(layout.headings[column] or None, own, "column"))
    return [tuple(share) for share in shares], unclear


def _joined_text(row: TaskRow, layout: Layout, item: Item) -> Passage:
    """The requirement of a row that is one task: its text columns in printed order."""
    pieces: list[Passage] = []
    for column in layout.texts:
        pieces += [item.text] if column == layout.task else row.cells.get(column, [])
    return Passage.join(pieces)


def _fields(row: TaskRow, columns: Sequence[int], layout: Layout) -> Iterator[RawField]:
    for column in columns:
        if column in row.cells:
            yield RawField(layout.headings[column] or None, tuple(row.cells[column]), "column")


def _number(cell: Passage, item: Item) -> tuple[str | None, int | None]:
    """The printed number and its value: of the number column, else of the item itself."""
    text = cell.tidy().text
    if text:
        label = read_label(text if not text.isdecimal() else f"{text}.")
        return text, label.number if label is not None else None
    if item.label is not None:
        return item.label.printed, item.label.number
    return None, None


def numbered_heading(number: Passage, lead: Passage) -> Passage:
    """The heading that a numbered row makes for the items in its cell."""
    text = number.tidy().text
    if not text.isdecimal():
        return Passage.join([number, lead])
    return Passage.join([Passage(f"{text}.", number.marks), lead])


def _remarks(
    row: TaskRow, unclear: int, position: int, count: int, text: Passage
) -> Iterator[Diagnostic]:
    """The remarks on one of the row's tasks; a join of the text concerns the last one only."""
    for diagnostic in row.diagnostics:
        own = any(meets(span, text.spans) for span in diagnostic.provenance)
        if diagnostic.code != "ZW301" or position == count - 1 or (count > 1 and own):
            yield diagnostic
    if unclear:
        yield remark("ZW304", text.spans, owners=unclear, tasks=count)
