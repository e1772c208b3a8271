"""The years that a plan's head and its deadlines state, and whether they go together.

In goes a plan, out come its witnesses: GB/T 9704 has the number bear the year of issue, a yearly
plan is issued in its year or at the end of the year before, and most of its deadlines lie in it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.checks.once import once
from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    import datetime as dt

    from zwgk_parse.plan.model import DocumentNumber, Plan

YEAR = lazy(r"(?<!\d)(?:19|20)\d\d(?=\s*年)")
# A year in a span (2021—2023年), of a date (2021年3月), or since which something goes on.
OTHERWISE = lazy(
    r"\d{4}\s*年?度?\s*(?:[-—–－―~～至到]{1,2}\s*\d|\d{1,2}\s*月|以来|起)|[-—–－―~～至到]{1,2}\s*\d{4}"
)
# Headings and titles that look back.
LOOKS_BACK = lazy(
    r"情况|回顾|总结|成效|成绩|完成|进展|存在|问题|成果|基础|现状|考核|评估|评价|报告|年报|决算|整改|遗留|结转|续建"
)
_FORWARDS = lazy(r"转发|批转")
# So many deadlines print their year, and such a part of them the same.
_DEADLINES = 3
_SHARE = 0.8
# A plan for the next year is issued from this month on; a number of the old year may be used up in
# the first month of the new one, unless the count has begun again.
_AHEAD_FROM = 8
_COUNT_BEGINS = 10


class Years(NamedTuple):
    """The year that each witness states; None where it states none, or several."""

    number: int | None = None
    issued: int | None = None
    printed: int | None = None
    notice: int | None = None
    title: int | None = None
    deadlines: int | None = None

    def votes(self) -> Counter[int]:
        """How many witnesses speak for each year."""
        return Counter(year for year in self if year is not None)


def only_year(title: str | None) -> int | None:
    """The one year that a title names."""
    if title is None or OTHERWISE.search(title):
        return None
    years = set(YEAR.findall(title))
    return int(years.pop()) if len(years) == 1 else None


@once
def years_of(plan: Plan) -> Years:
    """What each witness of `plan` says."""
    return Years(
        number=plan.document_number.year if plan.document_number else None,
        issued=_year(plan.issued_on),
        printed=_year(plan.printed_on),
        notice=only_year(plan.notice_title),
        title=only_year(plan.title),
        deadlines=_of_deadlines(plan),
    )


@once
def disagree(plan: Plan) -> bool:
    """Whether the witnesses cannot all be right."""
    years = years_of(plan)
    if _number_differs(plan.document_number, plan.issued_on) or _printed_late(plan, years):
        return True
    title = plan.title or ""
    told = LOOKS_BACK.search(title) or _FORWARDS.search(plan.notice_title or "")
    # Two titles that differ are leftover-year's.
    if years.title is None or told or years.notice not in (None, years.title):
        return False
    return _title_differs(plan, years, years.title)


def in_doubt(plan: Plan) -> bool:
    """Whether the witnesses disagree, and as many are against the year read for the plan."""
    if not disagree(plan):
        return False
    votes = years_of(plan).votes()
    others = [count for year, count in votes.items() if year != plan.year]
    return plan.year is not None and max(others, default=0) >= votes[plan.year]


def _year(day: dt.date | None) -> int | None:
    return day.year if day else None


def _of_deadlines(plan: Plan) -> int | None:
    """The year that nearly all deadlines print."""
    printed = Counter(
        deadline.due.year
        for task in plan.tasks
        for deadline in task.deadlines
        if deadline.due and deadline.kind == "date" and not deadline.year_inferred
    )
    if printed.total() < _DEADLINES:
        return None
    year, count = printed.most_common(1)[0]
    return year if count >= _SHARE * printed.total() else None


def _number_differs(number: DocumentNumber | None, issued: dt.date | None) -> bool:
    """Whether the number bears another year than that of issue."""
    if number is None or number.year is None or issued is None or number.year == issued.year:
        return False
    used_up = number.year == issued.year - 1 and issued.month == 1
    return not (used_up and (number.number or 0) > _COUNT_BEGINS)


def _printed_late(plan: Plan, years: Years) -> bool:
    """Whether the day of printing lies in a later year than the issue, and not at its turn."""
    printed, base = plan.printed_on, years.issued or years.number
    if printed is None or base is None or printed.year <= base:
        return False
    return printed.year > base + 1 or printed.month > 1


def _title_differs(plan: Plan, years: Years, title: int) -> bool:
    """Whether a plan for the year of its title cannot be issued when it was, or due when it is."""
    issued, due = years.issued or years.number or years.printed, years.deadlines
    if issued is None:
        return due is not None and due != title
    if title > issued:
        month = plan.issued_on.month if plan.issued_on else 12
        return title > issued + 1 or (month < _AHEAD_FROM and due == issued)
    if title < issued:
        return due is not None or (title < issued - 1 and plan.doc_type == "key_points")
    return False
