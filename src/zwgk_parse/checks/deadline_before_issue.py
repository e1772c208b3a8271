"""ZW202: a deadline that lay behind when the plan was issued."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan


def deadline_before_issue(plan: Plan) -> Iterator[Found]:
    """A deadline lies before the day the plan was issued.

    ## Why it matters
    The task was late on the day it was given. Almost always the year was copied from last year's
    plan, or read from the wrong column.

    ## When it keeps quiet
    Where the plan states no day of issue, and for a window that had begun but not ended.

    ## Example
    A plan issued on 2024-03-15 with the deadline “2023年6月底前”.

    ## What to do
    Correct the year in the source document.
    """
    if plan.issued_on is None:
        return
    for task in plan.tasks:
        for deadline in task.deadlines:
            if deadline.due and deadline.due < plan.issued_on:
                yield Found.of(
                    task,
                    deadline.provenance,
                    subject=deadline.raw,
                    due=deadline.due.isoformat(),
                    issued=plan.issued_on.isoformat(),
                )
