"""Two plans and which task is which go in, every value that differs comes out, old beside new."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.findings import text_fingerprint
from zwgk_parse.plan.changes import Edit, Order, PlanKey, TaskEdit, TaskKey
from zwgk_parse.plan.model import Plan, Task

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic import BaseModel

    from zwgk_parse.diff.matching import Matching

PLAN_FIELDS = tuple(name for name in Plan.model_fields if name != "tasks")
TASK_FIELDS = tuple(Task.model_fields)


class Places(NamedTuple):
    """The places in the two plans of the tasks that an entry is about."""

    old: tuple[int, ...] = ()
    new: tuple[int, ...] = ()

    @property
    def rank(self) -> tuple[int, int]:
        """Where the entry comes in a list: the same when the plans change places."""
        return min((*self.old, *self.new), default=-1), max((*self.old, *self.new), default=-1)


def plan_key(plan: Plan) -> PlanKey:
    """What the plan is known by."""
    number = plan.document_number.raw if plan.document_number else None
    return PlanKey(id=plan.id, title=plan.title, document_number=number, year=plan.year)


def task_key(task: Task) -> TaskKey:
    """What the task is known by."""
    return TaskKey(id=task.id, text=text_fingerprint(task.text))


def plan_edits(old: Plan, new: Plan) -> tuple[Edit, ...]:
    """The fields of the plan that differ, but for its tasks."""
    return tuple(_edits(old, new, PLAN_FIELDS))


def task_edits(old: Plan, new: Plan, matching: Matching) -> tuple[TaskEdit, ...]:
    """The tasks that differ; the parts of a split or merger are tasks of one side only."""
    kept = [(pair.old, pair.new) for pair in matching.pairs]
    gone = set(range(len(old.tasks))) - {here for here, _ in kept}
    come = set(range(len(new.tasks))) - {there for _, there in kept}
    entries = [
        (Places((here,), (there,)), _edit(old.tasks[here], new.tasks[there]))
        for here, there in kept
    ]
    entries += [(Places(old=(place,)), _edit(old.tasks[place], None)) for place in sorted(gone)]
    entries += [(Places(new=(place,)), _edit(None, new.tasks[place])) for place in sorted(come)]
    entries.sort(key=lambda entry: (*entry[0].rank, _sides(entry[1])))
    return tuple(edit for _, edit in entries if edit.edits)


def _sides(edit: TaskEdit) -> tuple[tuple[str, str], ...]:
    """The keys of an entry whichever side they are on."""
    keys = (key for key in (edit.old, edit.new) if key)
    return tuple(sorted((key.id, key.text or "") for key in keys))


def _edit(old: Task | None, new: Task | None) -> TaskEdit:
    return TaskEdit(
        old=task_key(old) if old else None,
        new=task_key(new) if new else None,
        edits=tuple(_edits(old, new, TASK_FIELDS)),
    )


def _edits(old: BaseModel | None, new: BaseModel | None, fields: Sequence[str]) -> Iterator[Edit]:
    if old is None or new is None:
        differing = {*fields}
    else:
        differing = {field for field in fields if getattr(old, field) != getattr(new, field)}
    if not differing:
        return
    here = old.model_dump(mode="json", include=differing) if old else {}
    there = new.model_dump(mode="json", include=differing) if new else {}
    for field in fields:
        if field in differing:
            yield Edit(field=field, old=here.get(field), new=there.get(field))


def order_of(old: Plan, new: Plan, matching: Matching) -> Order | None:
    """The order of the tasks, where it does not follow from the rest in both directions."""
    pairs = sorted((pair.old, pair.new) for pair in matching.pairs)
    first = [here for here, _ in pairs] == list(range(len(pairs)))
    if first and [there for _, there in pairs] == list(range(len(pairs))):
        return None
    return Order(old=tuple(task.id for task in old.tasks), new=tuple(task.id for task in new.tasks))
