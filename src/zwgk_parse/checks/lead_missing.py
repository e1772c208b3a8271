"""ZW219: several units without a lead, in a plan that names leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found
from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan, Task

# `A、B按职责分工负责`: each has its own part.
_SHARED = lazy(r"分工|分别|共同|各自|按职责|依职责|根据职责|联合")


def lead_missing(plan: Plan) -> Iterator[Found]:
    """Tasks name several units and no lead, though the plan's other tasks name one.

    ## Why it matters
    With several units in charge and none in the lead, each waits for the others.

    ## When it keeps quiet
    Where at most half of the tasks with several units name a lead; where the units share the task
    by their duties (按职责分工负责, 分别, 共同); where the first unit leads by a rule of the plan;
    where besides one unit only open sets (各镇) are named. One finding for the plan.

    ## Example
    县教育局、县卫生健康局 for one task, 县府办牵头，县财政局配合 for the others.

    ## What to do
    Name the unit that leads, or say that each acts within its duties.
    """
    several = [task for task in plan.tasks if len(task.owners) > 1 and _units(task) > 1]
    led = [task for task in several if any(owner.role == "lead" for owner in task.owners)]
    without = [task for task in several if _lacks_lead(task)]
    if not without or 2 * len(led) <= len(several):
        return
    yield Found.of(
        None,
        [span for task in without for span in task.provenance],
        count=len(without),
        tasks=[task.id for task in without],
    )


def _units(task: Task) -> int:
    return len({owner.canonical for owner in task.owners if owner.kind == "unit"})


def _lacks_lead(task: Task) -> bool:
    """Whether the task names its units alike, and does not say that they share it."""
    if any(owner.role != "responsible" for owner in task.owners):
        return False
    return not _SHARED.search(task.owners_raw or task.text)
