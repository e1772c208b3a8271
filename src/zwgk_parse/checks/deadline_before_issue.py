"""ZW202: a deadline that lay behind when the plan was issued."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from zwgk_parse.plan.model import Deadline, Plan, Task


def deadline_before_issue(plan: Plan) -> Iterator[Found]:
    """A deadline lies before the day the plan was issued.

    ## Why it matters
    The task was late on the day it was given. Almost always the year was copied from last year's
    plan, or read from the wrong column.

    ## When it keeps quiet
    Where the plan states no day of issue; for a window that had begun but not ended, and for one
    that was over while a later stage of the same task was not; where another reading in use is
    still in time (`3月前` on 15 March); for a year that is not printed in a plan of another year.

    ## Example
    A plan issued on 2024-03-15 with the deadline “2023年6月底前”.

    ## What to do
    Correct the year in the source document.
    """
    issued = plan.issued_on
    if issued is None:
        return
    same_year = plan.year in (None, issued.year)
    for task in plan.tasks:
        for deadline in task.deadlines:
            if _is_past(deadline, task.deadlines, issued, same_year=same_year):
                yield _found(task, deadline, issued)
    for report in plan.reporting:
        if _is_past(report.deadline, (), issued, same_year=same_year):
            yield _found(None, report.deadline, issued)


def _is_past(
    deadline: Deadline, others: Sequence[Deadline], issued: dt.date, *, same_year: bool
) -> bool:
    if deadline.due is None or deadline.due >= issued:
        return False
    if any(day >= issued for day in deadline.due_alternatives):
        return False
    if deadline.year_inferred and not same_year:
        return False
    stage = deadline.kind == "window"
    return not (stage and any(other.due and other.due >= issued for other in others))


def _found(task: Task | None, deadline: Deadline, issued: dt.date) -> Found:
    assert deadline.due is not None  # noqa: S101  _is_past holds for a day only
    return Found.of(
        task,
        deadline.provenance,
        subject=deadline.raw,
        due=deadline.due.isoformat(),
        issued=issued.isoformat(),
    )
