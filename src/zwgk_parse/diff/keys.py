"""How plans and tasks are named in what is written of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.findings import text_fingerprint
from zwgk_parse.plan.changes import PlanKey, TaskKey
from zwgk_parse.plan.traces import SpokenTask

if TYPE_CHECKING:
    from zwgk_parse.plan.model import Plan, Task


def plan_key(plan: Plan) -> PlanKey:
    """The plan, by its id and what people call it."""
    number = plan.document_number
    return PlanKey(
        id=plan.id,
        title=plan.title,
        document_number=number.raw if number else None,
        year=plan.year,
    )


def task_key(task: Task) -> TaskKey:
    """The task, by its id and the fingerprint of its words."""
    return TaskKey(id=task.id, text=text_fingerprint(task.text))


def spoken(task: Task) -> SpokenTask:
    """The task with its words."""
    return SpokenTask(
        id=task.id, text=text_fingerprint(task.text), label=task.label, words=task.text
    )
