"""ZW202: a deadline that lay behind when the plan was issued."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found
from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from zwgk_parse.plan.model import Deadline, Plan, Task

# What is due beside a day: words between it and the next one, and what parts the two.
_MATTER = lazy(r"[^\W\d_]{2,}.*[，,；;。]|[，,；;。].*[^\W\d_]{2,}", re.DOTALL)


def deadline_before_issue(plan: Plan) -> Iterator[Found]:
    """A deadline lies before the day the plan was issued.

    ## Why it matters
    The task was late on the day it was given. Almost always the year was copied from last year's
    plan, or read from the wrong column.

    ## When it keeps quiet
    Where the plan states no day of issue; for a window that had begun but not ended, and for one
    that was over while a later stage of the same task was not; for a day printed with its year and
    what is due then, where something else of the same task is due later; where another reading in
    use is still in time (`3月前` on 15 March); for a year that is not printed in a plan of another
    year.

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
            past = _is_past(deadline, task.deadlines, issued, same_year=same_year)
            if past and not _is_first_lot(task, deadline, issued):
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


def _is_first_lot(task: Task, deadline: Deadline, issued: dt.date) -> bool:
    """Whether a past day is that of one matter, and another of the same task is due later."""
    if deadline.year_inferred or deadline.kind != "date":
        return False
    printed = task.text if deadline.origin == "text" else task.deadline_raw or ""
    at = printed.find(deadline.raw)
    for other in task.deadlines:
        if other.origin != deadline.origin or not other.due or other.due < issued:
            continue
        later = printed.find(other.raw, at + len(deadline.raw))
        if 0 <= at < later and _MATTER.search(printed, at + len(deadline.raw), later):
            return True
    return False


def _found(task: Task | None, deadline: Deadline, issued: dt.date) -> Found:
    assert deadline.due is not None  # noqa: S101  _is_past holds for a day only
    return Found.of(
        task,
        deadline.provenance,
        subject=deadline.raw,
        due=deadline.due.isoformat(),
        issued=issued.isoformat(),
    )
