"""ZW201: a number between two tasks that no task has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found
from zwgk_parse.checks.sequence import faults_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan


def number_gap(plan: Plan) -> Iterator[Found]:
    """A number is missing between two tasks.

    ## Why it matters
    A task was lost on the way: a row left out of the table, a page not scanned, a paragraph
    deleted without counting anew. Whoever works through the plan by its numbers looks for it.

    ## When it keeps quiet
    Where a heading, a paragraph outside of the tasks or the text before bears the number, where
    the count begins with 1 again under the next heading, and where most numbers are far apart:
    then the tasks were taken out of another document.

    ## Example
    Task 17 is followed by task 19.

    ## What to do
    Put the missing task back, or number anew.
    """
    for fault in faults_of(plan):
        if fault.kind == "gap" and fault.item.task is not None:
            yield Found.of(
                fault.item.task, before=fault.before, after=fault.item.label, missing=fault.missing
            )
