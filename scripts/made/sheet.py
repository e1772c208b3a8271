"""What is to be set: a sample's paragraphs and its table, put in order, without any layout.

In goes a sample's path, out comes a Sheet. The table is built from the plan and not from the
sample's page-wise tables: one row a task, headings and owners that go on are merged cells.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from zwgk_parse.document.model import Paragraph, Table
from zwgk_parse.document.numbering import read_label
from zwgk_parse.pipeline import parse_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from zwgk_parse.document.model import Block
    from zwgk_parse.plan.model import Plan, Section, Task

Kind = Literal["title", "number", "flush", "heading", "text", "signature", "annex"]
_SPACES = re.compile(r"(?<![A-Za-z])\s+|\s+(?![A-Za-z])")
_CLOSED = "。：；:;！？）)"
_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
_LONG = 40


class Line(NamedTuple):
    """A paragraph and how it is set."""

    kind: Kind
    text: str


class Cell(NamedTuple):
    """A cell; `rowspan` 0 stands under a cell that goes on."""

    text: str
    rowspan: int = 1


class Sheet(NamedTuple):
    """A document: paragraphs, a table (empty where the sample has none), paragraphs."""

    name: str
    before: tuple[Line, ...]
    header: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    after: tuple[Line, ...] = ()

    @property
    def shares(self) -> tuple[float, ...]:
        """How wide each column is, as shares of the whole: the tasks' text takes the most."""
        weights = [max(1.6, min(8.0, (_average(self.rows, at) / 6) ** 0.6)) for at in self._range]
        return tuple(weight / sum(weights) for weight in weights)

    @property
    def _range(self) -> range:
        return range(len(self.header))

    def unmerged(self) -> Sheet:
        """Without merged cells: a heading stands in its first row, owners and dates in each."""
        rows = [list(row) for row in self.rows]
        owners = next(
            (at for at in self._range if _average(self.rows, at) > _LONG), len(self.header)
        )
        for at in range(owners + 1, len(self.header)):
            for above, row in pairwise(rows):
                if not row[at].rowspan:
                    row[at] = above[at]
        flat = (tuple(Cell(cell.text) for cell in row) for row in rows)
        return self._replace(rows=tuple(flat))

    def broken(self, every: int) -> Sheet:
        """With merged cells begun anew, words and all, after each `every` rows."""
        rows = [list(row) for row in self.rows]
        for column in self._range:
            begun = Cell("")
            for at, row in enumerate(rows):
                begun = row[column] if row[column].rowspan else begun
                if at % every == 0:
                    row[column] = begun
            starts = [at for at, row in enumerate(rows) if row[column].rowspan]
            for start, after in pairwise([*starts, len(rows)]):
                rows[start][column] = rows[start][column]._replace(rowspan=after - start)
        return self._replace(rows=tuple(map(tuple, rows)))


def _average(rows: Sequence[Sequence[Cell]], column: int) -> float:
    lengths = [len(row[column].text) for row in rows if row[column].text]
    return sum(lengths) / len(lengths) if lengths else 1.0


def sheet_of(path: Path) -> Sheet:
    """The document in the sample at `path`, ready to be set."""
    parsed = parse_document(path)
    (document,) = parsed.documents
    tables = [at for at, block in enumerate(document.blocks) if isinstance(block, Table)]
    lines = [
        (at, block) for at, block in enumerate(document.blocks) if isinstance(block, Paragraph)
    ]
    first = tables[0] if tables else len(document.blocks)
    before = _lines([block for at, block in lines if at < first], parsed.plan)
    after = _lines([block for at, block in lines if at > first], parsed.plan, before)
    if not tables:
        return Sheet(path.stem, before)
    table = document.blocks[first]
    assert isinstance(table, Table)  # noqa: S101  `tables` holds the places of tables
    header = tuple(_tidy(cell.text.text) for cell in table.rows[0].cells)
    return Sheet(path.stem, before, header, _rows(parsed.plan, len(header)), after)


def _tidy(text: str) -> str:
    return _SPACES.sub("", text.strip())


def _lines(blocks: Sequence[Block], plan: Plan, before: Sequence[Line] = ()) -> tuple[Line, ...]:
    """The paragraphs, each with its kind; what a page end has cut is put together."""
    lines = list(before)
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    for text in _joined(paragraphs, _titles(plan)):
        lines.append(Line(_kind(text, plan, lines), text))
    return tuple(lines[len(before) :])


def _titles(plan: Plan) -> tuple[str, ...]:
    return _tidy(plan.title or ""), _tidy(plan.notice_title or "")


def _joined(paragraphs: Sequence[Paragraph], titles: Sequence[str]) -> Iterator[str]:
    held = ""
    for paragraph in paragraphs:
        text = _tidy(paragraph.text.text)
        cut = len(held) > _LONG and held[-1] not in _CLOSED and held not in titles
        goes_on = cut and paragraph.level is None
        if held and not (goes_on and read_label(text) is None):
            yield held
            held = ""
        held += text
    if held:
        yield held


def _kind(text: str, plan: Plan, before: Sequence[Line]) -> Kind:
    if text == "附件":
        return "annex"
    if text in _titles(plan) or not before:
        return "title"
    if plan.document_number and text == _tidy(plan.document_number.raw):
        return "number"
    if text.endswith(("：", ":")) and not any(line.kind in ("text", "flush") for line in before):
        return "flush"
    if _DATE.fullmatch(text) or text == plan.issuer:
        return "signature"
    label = read_label(text)
    heading = label and label.style == "han" and len(text) < _LONG
    return "heading" if heading else "text"


def _rows(plan: Plan, width: int) -> tuple[tuple[Cell, ...], ...]:
    """A row for each task; columns: headings from the outermost, the task, owners, deadline."""
    sections = {section.id: section for section in plan.sections}
    timed = any(one.origin == "column" for task in plan.tasks for one in task.deadlines)
    depth = width - 2 - timed
    columns = [_merged(plan.tasks, _at_level(sections, level + 1)) for level in range(depth)]
    columns.append([Cell(f"{task.label or ''} {task.text}".strip()) for task in plan.tasks])
    columns.append(_merged(plan.tasks, lambda task: (task.section, task.owners_raw or "")))
    if timed:
        columns.append(_merged(plan.tasks, lambda task: (task.section, task.deadline_raw or "")))
    return tuple(zip(*columns, strict=True))


def _at_level(sections: dict[str, Section], level: int) -> Callable[[Task], tuple[str | None, str]]:
    """What tells a task's heading of `level` from others, and its words; empty where none is."""

    def heading(task: Task) -> tuple[str | None, str]:
        one = sections.get(task.section or "")
        if one is not None and one.level < level:
            return one.id, ""
        while one is not None and one.level > level:
            one = sections.get(one.parent or "")
        return (one.id, f"{one.label or ''}{one.title}") if one else (None, "")

    return heading


def _merged(tasks: Sequence[Task], words: Callable[[Task], tuple[str | None, str]]) -> list[Cell]:
    """A cell for each task, merged with those after it that have the same key."""
    keys = [words(task) for task in tasks]
    cells: list[Cell] = []
    for at, key in enumerate(keys):
        if at and keys[at - 1] == key:
            cells.append(Cell("", 0))
            continue
        end = next((to for to in range(at, len(keys)) if keys[to] != key), len(keys))
        cells.append(Cell(key[1], end - at))
    return cells
