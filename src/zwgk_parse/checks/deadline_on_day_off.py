"""ZW210: a deadline on a day on which nobody works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found
from zwgk_parse.patterns import lazy
from zwgk_parse.vocabulary.workdays import day_off

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Deadline, Plan

# 月底 is the last day of the month, whichever that is; only a day that is printed was chosen.
_DAY = lazy(r"[\d一二三四五六七八九十][日号]|\d[.．/-]\d{1,2}[.．/-]\d")


def deadline_on_day_off(plan: Plan) -> Iterator[Found]:
    """A day that is printed as a deadline is a Saturday, a Sunday or a public holiday.

    ## Why it matters
    What is due then is handed in on the last working day before or the first one after it, and the
    two sides may each think of another one.

    ## When it keeps quiet
    It is off unless it is asked for. Where no day is printed (`6月底前`, `年内`), and for what
    recurs. With the extra `workdays`, days off and working weekends are those of the State
    Council's notices; without it, and for years not yet announced, only weekends count, and the
    holidays that fall on the same day every year (1 January, 1 May, 1 to 3 October).

    ## Example
    `2022年10月1日前` in a plan for 2022.

    ## What to do
    Name a working day, unless the day off is meant.
    """
    for task in plan.tasks:
        for deadline in task.deadlines:
            if reason := _reason(deadline):
                yield Found.of(task, deadline.provenance, **_data(deadline), reason=reason)
    for report in plan.reporting:
        if reason := _reason(report.deadline):
            yield Found.of(
                None, report.deadline.provenance, **_data(report.deadline), reason=reason
            )


def _reason(deadline: Deadline) -> str | None:
    """Why nobody works on the day that `deadline` prints; None where people do."""
    if deadline.kind != "date" or deadline.due is None or not _DAY.search(deadline.raw):
        return None
    return day_off(deadline.due)


def _data(deadline: Deadline) -> dict[str, str]:
    return {"subject": deadline.raw, "due": str(deadline.due)}
