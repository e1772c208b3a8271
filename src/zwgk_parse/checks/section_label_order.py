"""ZW206: the labels of the headings of one level do not count on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found
from zwgk_parse.checks.items import printed_heading
from zwgk_parse.checks.sequence import faults_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan

_REASONS = {
    "gap": "a number is missing",
    "repeated": "the number repeats",
    "back": "the count steps back",
}


def section_label_order(plan: Plan) -> Iterator[Found]:
    """The labels of headings of one level leave a gap, repeat or step back.

    ## Why it matters
    A whole section may have been lost, or two were merged without counting anew. References such
    as “第三部分” no longer find what they mean.

    ## When it keeps quiet
    Where a paragraph outside of the tasks bears the missing label, where the same heading is
    printed again at the head of a page, and where a new part begins with 一、 again.

    ## Example
    The headings 一、 and 三、 with none between them.

    ## What to do
    Put the missing section back, or number the headings anew.
    """
    firsts = {task.section: task for task in reversed(plan.tasks)}
    for fault in faults_of(plan):
        section = fault.item.section
        if section is None or fault.kind == "restart":
            continue
        first = firsts.get(section.id)
        yield Found.of(
            None,
            first.provenance[:1] if first else (),
            subject=printed_heading(section),
            before=fault.before,
            reason=_REASONS[fault.kind],
        )
