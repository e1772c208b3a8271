"""ZW204: a number that is lower than the one before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found
from zwgk_parse.checks.sequence import faults_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan


def number_steps_back(plan: Plan) -> Iterator[Found]:
    """A number is lower than that of the task before.

    ## Why it matters
    Two tasks changed places, or a number was mistyped: the order is not the one that was decided.

    ## When it keeps quiet
    Where a new count begins: at 1, under another heading, in another table.

    ## Example
    The tasks 17, 16, 18.

    ## What to do
    Put the tasks in order, or correct the number.
    """
    for fault in faults_of(plan):
        if fault.kind == "back" and fault.item.task is not None:
            yield Found.of(
                fault.item.task, before=fault.before, after=fault.missing or fault.item.label
            )
