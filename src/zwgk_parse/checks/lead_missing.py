"""ZW219: several units without a lead, in a plan that names leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found
from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan, Task

_APART = lazy(r"分别|各自")


def lead_missing(plan: Plan) -> Iterator[Found]:
    """A task names several units and no lead, though most of the plan's tasks name one.

    ## Why it matters
    With several units in charge and none in the lead, each waits for the others.

    ## When it keeps quiet
    Where at most half of the tasks with several units name a lead; where each unit has its own part
    (分别, 各自); where the first unit leads by a rule of the plan; where the heading or the label
    speaks of 牵头 itself (牵头落实单位); where besides one unit only open sets (各镇) are named.

    ## Example
    县教育局、县卫生健康局按职责分工负责 for one task, 县府办牵头，县财政局配合 for the others.

    ## What to do
    Name the unit that leads.
    """
    several = [task for task in plan.tasks if len(task.owners) > 1 and _units(task) > 1]
    led = [task for task in several if any(owner.role == "lead" for owner in task.owners)]
    without = [task for task in several if _lacks_lead(task)]
    if not without or 2 * len(led) <= len(several):
        return
    for task in without:
        units = dict.fromkeys(owner.name for owner in task.owners if owner.kind == "unit")
        yield Found.of(task, units="、".join(units))


def _units(task: Task) -> int:
    return len({owner.canonical for owner in task.owners if owner.kind == "unit"})


def _lacks_lead(task: Task) -> bool:
    """Whether the task names its units alike, and does not say that each has its own part."""
    alike = all(
        owner.role == "responsible" and "牵头" not in (owner.role_raw or "")
        for owner in task.owners
    )
    return alike and not _APART.search(task.owners_raw or task.text)
