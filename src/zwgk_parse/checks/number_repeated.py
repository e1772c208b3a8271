"""ZW203: a number that two tasks in a row have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found
from zwgk_parse.checks.sequence import faults_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan


def number_repeated(plan: Plan) -> Iterator[Found]:
    """Two tasks in a row have the same number.

    ## Why it matters
    Reports and reminders name a task by its number; this one means two tasks.

    ## When it keeps quiet
    Under another heading, in another table and in another attachment, where the count may begin
    anew.

    ## Example
    Two rows with the number 17.

    ## What to do
    Number anew from the second of the two.
    """
    for fault in faults_of(plan):
        if fault.kind == "repeated" and fault.item.task is not None:
            yield Found.of(fault.item.task, before=fault.before, after=fault.item.label)
