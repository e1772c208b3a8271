"""ZW216: a unit that a reform had renamed or merged before the plan's date."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found
from zwgk_parse.checks.named_units import named_units, parts, tasks_of
from zwgk_parse.vocabulary.reforms import is_old, renamed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Owner, Plan

_LEVELS = frozenset(("national", "province", "prefecture", "county"))


def unit_renamed(plan: Plan) -> Iterator[Found]:
    """A unit bears a name that a reform had done away with before the plan was issued.

    ## Why it matters
    The body does not exist any more, so nobody is in charge. The list of owners was copied from an
    older plan.

    ## When it keeps quiet
    Before the day on which the last county had made the reform (for that of 2018: July 2019);
    where the plan has neither a date nor a year; for zones and townships, which keep such
    bodies; for names that some places kept (规划局, 林业局, 大数据局, 乡村振兴局); for an office
    inside of a department (法制办); for a name in brackets behind another. A name is told once, at
    its first task.

    ## Example
    县环保局 in a plan of 2022: it has been 县生态环境局 since the reform of 2018.

    ## What to do
    Find out who has the function now, and name that unit.
    """
    day = _day(plan)
    level = plan.region.level if plan.region else None
    if day is None or level in ("zone", "township"):
        return
    for name, namings in named_units(plan).items():
        if not is_old(name):
            continue
        first = namings[0]
        if _is_section(name, first.owner, plan):
            continue
        at = first.owner.level if first.owner.level in _LEVELS else level
        reform = renamed(name, at, day)
        if reform:
            yield Found.of(
                first.task,
                first.owner.provenance,
                subject=name,
                new=reform.new,
                year=reform.year,
                tasks=tasks_of(namings),
            )


def _is_section(name: str, owner: Owner, plan: Plan) -> bool:
    """Whether a name without level is that of an office inside of the department (法制办)."""
    inside = plan.issuer_kind == "department" or owner.level == "internal"
    return inside and not parts(name).head


def _day(plan: Plan) -> dt.date | None:
    """A day on which the plan cannot have been older: that of issue, else the year's first."""
    first = (
        dt.date(plan.year, 1, 1) if plan.year and dt.MINYEAR <= plan.year <= dt.MAXYEAR else None
    )
    if plan.issued_on is None:
        return first
    # The plan of an earlier year, whenever it was issued, names the bodies of that year.
    last = first.replace(month=12, day=31) if first else plan.issued_on
    return min(plan.issued_on, last)
