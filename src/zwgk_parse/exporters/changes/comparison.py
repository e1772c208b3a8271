"""What is told of a comparison: Changes and the two plans go in, entries a task each come out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zwgk_parse.plan.changes import Change, Changes, TaskKey
    from zwgk_parse.plan.model import Plan, Task


class Comparison(NamedTuple):
    """Two plans and what makes `old` into `new`.

    `changes.changes` are those that are to be told; `hidden` counts those that are not.
    """

    old: Plan
    new: Plan
    changes: Changes
    hidden: int = 0


class Entry(NamedTuple):
    """What is told of one task (of several, where it was split or merged), or of the plan.

    The tasks are those on each side; `old_ids` and `new_ids` are their ids, both empty for what is
    told of the plan.
    """

    old_ids: tuple[str, ...]
    new_ids: tuple[str, ...]
    old: tuple[Task, ...]
    new: tuple[Task, ...]
    changes: tuple[Change, ...]

    @property
    def of_plan(self) -> bool:
        """Whether this is of the plan itself."""
        return not (self.old_ids or self.new_ids)

    @property
    def owners(self) -> tuple[str, ...]:
        """The names of all owners of its tasks, old and new, each once."""
        tasks = (*self.old, *self.new)
        return tuple(dict.fromkeys(owner.name for task in tasks for owner in task.owners))


def entries(comparison: Comparison) -> list[Entry]:
    """What is told, the plan first, then its tasks in the order of the changes."""
    grouped: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Change]] = {((), ()): []}
    for change in comparison.changes.changes:
        grouped.setdefault((_ids(change.old), _ids(change.new)), []).append(change)
    old = {task.id: task for task in comparison.old.tasks}
    new = {task.id: task for task in comparison.new.tasks}
    return [
        Entry(before, after, _tasks(before, old), _tasks(after, new), tuple(changes))
        for (before, after), changes in grouped.items()
        if changes
    ]


def title_of(plan: Plan) -> str:
    """What people call a plan: its title, else the notice's, else its id."""
    return plan.title or plan.notice_title or plan.id


def _ids(keys: Iterable[TaskKey]) -> tuple[str, ...]:
    return tuple(key.id for key in keys)


def _tasks(ids: Iterable[str], known: dict[str, Task]) -> tuple[Task, ...]:
    return tuple(known[one] for one in ids if one in known)
