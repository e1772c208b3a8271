"""Document → RawPlan: which parts of a document are sections, tasks, facts and mere paragraphs.

EXTRACTORS lists who can find tasks. Which one serves is decided by evidence: a table with an owner
or deadline column is taken by `task-table`; paragraphs by `numbered-paragraphs`, which in the
presence of a task table asks for a named owner. A plan may hold both.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.document.model import Paragraph, Table
from zwgk_parse.document.numbering import read_label
from zwgk_parse.document.passage import Passage
from zwgk_parse.extractors.draft import Draft
from zwgk_parse.extractors.fields import split_fields
from zwgk_parse.extractors.frame import find_frame
from zwgk_parse.extractors.numbered_paragraphs import extract_paragraphs
from zwgk_parse.extractors.task_table import TaskTable, extract_table, find_task_tables
from zwgk_parse.messages import remark
from zwgk_parse.plan.raw import RawPlan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zwgk_parse.document.model import Block, Document


class Extractor(NamedTuple):
    """Who finds tasks, and in what."""

    name: str
    evidence: str


EXTRACTORS = (
    Extractor("task-table", "a table with an owner or deadline column"),
    Extractor("numbered-paragraphs", "numbered paragraphs, or paragraphs that name an owner"),
)
_HEADING = 40
_Part = TaskTable | Table | list[Paragraph]


def extract(documents: Sequence[Document], *, join: bool = True) -> RawPlan:
    """The parts of a plan in their own words; the first document is the notice or the plan.

    `join`: rows that a page end cut are put together.
    """
    frame = find_frame(documents)
    draft = Draft()
    parts = _parts(frame.body)
    in_table = any(isinstance(part, TaskTable) for part in parts)
    _take_notice(frame.notice, draft)
    used = set()
    for position, part in enumerate(parts):
        found = len(draft.tasks)
        if isinstance(part, TaskTable):
            extract_table(part, draft, _heading_before(parts, position, draft), join=join)
        elif isinstance(part, Table):
            _keep_table(part, draft)
        else:
            heads_table = any(isinstance(after, TaskTable) for after in parts[position + 1 :])
            owners_needed = in_table and (heads_table or not _goes_on(part, draft))
            extract_paragraphs(part, draft, owners_needed=owners_needed)
        if len(draft.tasks) > found:
            used.add(0 if isinstance(part, TaskTable) else 1)
    for paragraph in frame.tail:
        draft.keep(paragraph.text, None, "tail")
    return RawPlan(
        facts=frame.facts,
        sections=tuple(draft.sections),
        tasks=tuple(draft.tasks),
        paragraphs=tuple(draft.paragraphs),
        headings=(*_headings(parts), *draft.pieces),
        diagnostics=tuple(draft.diagnostics),
        extractor="+".join(EXTRACTORS[number].name for number in sorted(used)),
        reasons=_reasons(parts, used, draft, covers=frame.covers),
    )


def _parts(blocks: Sequence[Block]) -> list[_Part]:
    """Runs of paragraphs, and tables; pages of one task table are one part."""
    parts: list[_Part] = []
    for is_table, run in groupby(blocks, key=lambda block: isinstance(block, Table)):
        if is_table:
            parts += find_task_tables([block for block in run if isinstance(block, Table)])
        else:
            parts.append([block for block in run if isinstance(block, Paragraph)])
    return parts


def _take_notice(notice: Sequence[Paragraph], draft: Draft) -> None:
    """Keep the covering notice; its numbered demands are tasks only where they name owners."""
    if any(split_fields(paragraph.text).owners for paragraph in notice):
        extract_paragraphs(notice, draft, owners_needed=True)
        return
    for paragraph in notice:
        draft.keep(paragraph.text, None, "notice")


def _headings(parts: Sequence[_Part]) -> Iterator[str]:
    """All column headings of the task tables."""
    for part in parts:
        if isinstance(part, TaskTable):
            yield from (*part.layout.headings, *part.grids[0].header)


def _heading_before(parts: Sequence[_Part], position: int, draft: Draft) -> int | None:
    """The section that a numbered heading right before a table opens for it."""
    before = parts[position - 1] if position else None
    if not isinstance(before, list) or not before or not draft.sections:
        return None
    heading = before[-1]
    if len(before) > 1 and heading.text.text.endswith(("：", ":")):
        heading = before[-2]
    if len(heading.text) > _HEADING or heading.text.text.endswith("。"):
        return None
    label = read_label(heading.text.text)
    last = draft.sections[-1]
    return len(draft.sections) - 1 if label and last.label == label.printed else None


def _goes_on(part: Sequence[Paragraph], draft: Draft) -> bool:
    """Whether paragraphs behind a table's tasks go on with the chapters that it stands among."""
    chapters = [section for section in draft.sections if section.parent is None]
    label = next((label for p in part if (label := read_label(p.text.text)) is not None), None)
    if not draft.tasks or not chapters or label is None:
        return False
    last = read_label(f"{chapters[-1].label}…") if chapters[-1].label else None
    return last is not None and last.style == label.style and label.number == last.number + 1


def _keep_table(table: Table, draft: Draft) -> None:
    """Keep a table that holds no tasks, row by row."""
    for row in table.rows:
        draft.keep(Passage.join([cell.text for cell in row.cells], " | "))
    if not table.dealt:
        spans = [span for row in table.rows for cell in row.cells for span in cell.text.spans]
        draft.diagnostics.append(remark("ZW308", spans[:1], count=len(table.rows)))


def _reasons(
    parts: Sequence[_Part], used: set[int], draft: Draft, *, covers: bool
) -> tuple[str, ...]:
    said = ["a notice covers the plan" if covers else "the document is the plan itself"]
    for part in parts:
        if isinstance(part, TaskTable):
            columns = [h for h in part.layout.headings if h]
            pages = len(part.grids)
            said.append(f"task table: {pages} table(s) with the columns {', '.join(columns)}")
        elif isinstance(part, Table):
            said.append("a table without an owner or deadline column: kept as paragraphs")
        else:
            said.append(f"{len(part)} paragraph(s)")
    names = [EXTRACTORS[number].name for number in sorted(used)] or ["none"]
    said.append(f"{len(draft.tasks)} task(s) by {' and '.join(names)}")
    return tuple(said)
