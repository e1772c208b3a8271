"""ZW108: a heading under which nothing stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found
from zwgk_parse.checks.items import printed_heading
from zwgk_parse.checks.places import spans_at
from zwgk_parse.patterns import lazy
from zwgk_parse.vocabulary.sections import heads_no_tasks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan, Section

_SENTENCE = lazy(r"[。；：:;！？…]|^[备附]?[注件]|合计|总计")
_LONGEST = 40


def section_empty(plan: Plan) -> Iterator[Found]:
    """Nothing stands under a heading.

    ## Why it matters
    The tasks below it were lost, or the heading was left from another plan.

    ## When it keeps quiet
    For headings that say what they have to say themselves (基本原则, sentences), where no heading
    beside it has anything below, and where a table was not read: its words may belong there.

    ## Example
    四、监督保障 is followed by 五、附则 at once.

    ## What to do
    Put the tasks in, or take the heading out.
    """
    filled = {task.section for task in plan.tasks} | {one.section for one in plan.preamble}
    parents = {section.parent for section in plan.sections}
    empty = [one for one in plan.sections if one.id not in filled and one.id not in parents]
    if not empty or _has_loose_table(plan):
        return
    sections = {section.id: section for section in plan.sections}
    beside = {one.parent for one in plan.sections if one.id in filled or one.id in parents}
    for section in empty:
        if section.parent in beside and _is_heading(section, sections):
            yield Found.of(None, spans_at(plan, section), subject=printed_heading(section))


def _is_heading(section: Section, sections: dict[str, Section]) -> bool:
    """Whether a heading promises something below it."""
    if section.label is None or len(section.title) > _LONGEST or _SENTENCE.search(section.title):
        return False
    above = sections.get(section.parent or "")
    return not heads_no_tasks(section.title) and not (above and heads_no_tasks(above.title))


def _has_loose_table(plan: Plan) -> bool:
    """Whether words of a table stand under no heading, or were not placed at all."""
    if any(said.code == "ZW308" for said in plan.diagnostics):
        return True
    return any(
        span.cell is not None
        for paragraph in plan.preamble
        if paragraph.section is None
        for span in paragraph.provenance[:1]
    )
