"""A plan and what changed in it go in, the changed plan comes out; what no longer fits is refused.

Nothing is applied by halves: all that does not fit is named at once.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.collector import paused
from zwgk_parse.diff.edits import PLAN_FIELDS, TASK_FIELDS
from zwgk_parse.diff.fitting import by_names_here, put
from zwgk_parse.diff.mirror import inverted
from zwgk_parse.errors import ChangesMisfitError
from zwgk_parse.findings import text_fingerprint
from zwgk_parse.plan.model import SCHEMA_VERSION, Plan
from zwgk_parse.plan.violations import pointer, violations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.diff.fitting import Values
    from zwgk_parse.plan.changes import Changes, Order, TaskEdit, TaskKey

__all__ = ["apply", "inverted"]

# The value of a field that a new task does not name.
_UNSAID: Values = dict.fromkeys(TASK_FIELDS)


class _Applied(NamedTuple):
    """The tasks as they are edited, by their places in the old plan, and what became of them."""

    tasks: list[Values]
    places: dict[str, list[int]]
    used: set[int]
    gone: set[int]
    added: list[Values]


def apply(plan: Plan, changes: Changes, file: str = "changes") -> Plan:
    """The plan that `changes`, read from `file`, make of `plan`.

    Raises ChangesMisfitError with all that does not fit.
    """
    with paused():
        values = plan.model_dump(mode="json")
        misfits = [*_of_the_whole(plan, changes)]
        edits = by_names_here(changes.plan, values["sources"])
        misfits += put(values, edits, PLAN_FIELDS, "in the plan")
        applied = _begun(values["tasks"])
        for entry in changes.tasks:
            misfits += _put_task(applied, entry)
        kept = (task for place, task in enumerate(applied.tasks) if place not in applied.gone)
        values["tasks"] = [*kept, *applied.added]
        misfits += _put_order(values, [task.id for task in plan.tasks], changes.order)
        result = _valid(values)
        misfits += result if isinstance(result, list) else _of_the_result(plan, result, changes)
    if misfits or isinstance(result, list):
        raise ChangesMisfitError(file, tuple(misfits))
    return result


def _of_the_whole(plan: Plan, changes: Changes) -> Iterator[str]:
    if changes.old.id != plan.id:
        yield f"it is for the plan {changes.old.id}, this is {plan.id}"
    if changes.changes and not (changes.plan or changes.tasks or changes.order):
        yield "it tells of changes, but has no values to apply"


def _begun(tasks: list[Values]) -> _Applied:
    places: dict[str, list[int]] = {}
    for place, task in enumerate(tasks):
        places.setdefault(task["id"], []).append(place)
    return _Applied(tasks, places, set(), set(), [])


def _put_task(applied: _Applied, entry: TaskEdit) -> Iterator[str]:
    """Do to one task what the entry says; what does not fit."""
    if entry.old is None:
        yield from _add(applied, entry)
        return
    found = _find(applied, entry.old)
    if isinstance(found, str):
        yield f"in the task {entry.old.id}: {found}"
        return
    applied.used.add(found)
    values = applied.tasks[found]
    where = f"in the task {entry.old.id}"
    if entry.new is None:
        yield from _remove(applied, entry, found)
    else:
        yield from put(values, entry.edits, TASK_FIELDS, where)
        values["id"] = (
            entry.new.id if all(edit.field != "id" for edit in entry.edits) else values["id"]
        )
        yield from _of_new(values, entry.new)


def _find(applied: _Applied, key: TaskKey) -> int | str:
    """The place of the task that an entry is for, or why there is none."""
    places = applied.places.get(key.id, [])
    if not places:
        return "there is no such task"
    if len(places) > 1:
        return "there are several tasks with this id"
    if places[0] in applied.used:
        return "two entries are for it"
    if key.text is not None and text_fingerprint(applied.tasks[places[0]]["text"]) != key.text:
        return "its text is another one"
    return places[0]


def _remove(applied: _Applied, entry: TaskEdit, place: int) -> Iterator[str]:
    """Take the task out; edits must then be those of all its fields, all to nothing."""
    where = f"in the task {entry.old.id if entry.old else ''}"
    misfits = [*put(applied.tasks[place], entry.edits, TASK_FIELDS, where)]
    yield from misfits
    fields = {edit.field for edit in entry.edits}
    partly = bool(fields) and fields != {*TASK_FIELDS}
    if not misfits and (partly or any(edit.new is not None for edit in entry.edits)):
        yield f"{where}: it has edits, but is not named on the new side"
    applied.gone.add(place)


def _add(applied: _Applied, entry: TaskEdit) -> Iterator[str]:
    if entry.new is None:
        yield "an entry names no task"
        return
    values = dict(_UNSAID)
    yield from put(values, entry.edits, TASK_FIELDS, f"in the task {entry.new.id}")
    named = {edit.field for edit in entry.edits}
    values = {field: value for field, value in values.items() if field in named}
    values.setdefault("id", entry.new.id)
    yield from _of_new(values, entry.new)
    applied.added.append(values)


def _of_new(values: Values, key: TaskKey) -> Iterator[str]:
    """What the task is to be on the new side, and is not."""
    if values["id"] != key.id:
        yield f"in the task {key.id}: its edits give it the id {values['id']}"
    text = values.get("text")
    if key.text is not None and isinstance(text, str) and text_fingerprint(text) != key.text:
        yield f"in the task {key.id}: its new text is another one"


def _put_order(values: Values, ids: list[str], order: Order | None) -> Iterator[str]:
    """Put the tasks in the order that is stated, where it fits."""
    if order is None:
        return
    if order.old is not None and [*order.old] != ids:
        yield "in the order: the tasks stand in another one"
    if order.new is None:
        return
    tasks = {task["id"]: task for task in values["tasks"]}
    here, there = Counter([*tasks]), Counter(order.new)
    if here - there:
        yield f"in the order: it leaves out {', '.join(here - there)}"
    if there - here:
        yield f"in the order: it names what is not there, or twice: {', '.join(there - here)}"
    if here == there and len(tasks) == len(values["tasks"]):
        values["tasks"] = [tasks[one] for one in order.new]


def _of_the_result(plan: Plan, result: Plan, changes: Changes) -> Iterator[str]:
    """What the schema does not say of a plan, and the one that came out does not hold to."""
    if changes.new is not None and result.id != changes.new.id:
        yield f"its edits give the plan the id {result.id}, not {changes.new.id}"
    for one, count in Counter(task.id for task in result.tasks).items():
        if count > 1:
            yield f"in the task {one}: there would be two with this id"
    for number, section in _astray(result) - _astray(plan):
        yield f"in the task {number}: there is no section {section}"


def _astray(plan: Plan) -> Counter[tuple[str, str]]:
    """The tasks that name a section which is not there, with it."""
    known = {section.id for section in plan.sections}
    return Counter(
        (task.id, task.section) for task in plan.tasks if task.section and task.section not in known
    )


def _valid(values: Values) -> Plan | list[str]:
    """The plan with those values, or what they have against the schema."""
    from pydantic import ValidationError

    try:
        return Plan.model_validate_json(json.dumps(values), strict=True)
    except ValidationError as error:
        return [
            f"at {pointer(one.place)}: expected {one.expected}, found {one.found}"
            for one in violations(error, values, SCHEMA_VERSION)
        ]
