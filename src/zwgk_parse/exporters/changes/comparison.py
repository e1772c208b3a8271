"""What is told of a comparison: Changes and the two plans go in, entries a task each come out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.findings import text_fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zwgk_parse.plan.changes import Change, Changes, TaskKey
    from zwgk_parse.plan.model import Plan, Task


# Of the pairs that readers judged, those less alike than this were in doubt one time in four
# (docs/diff.md).
_DOUBTFUL = 0.2


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
    def doubtful(self) -> float | None:
        """How alike two tasks are that may not be one at all; None where that is beyond doubt."""
        if len(self.old_ids) != 1 or len(self.new_ids) != 1:
            return None
        scores = [one.score for one in self.changes if one.score is not None]
        return min((score for score in scores if score < _DOUBTFUL), default=None)

    @property
    def owners(self) -> tuple[str, ...]:
        """The names of all owners of its tasks, old and new, each once."""
        tasks = (*self.old, *self.new)
        return tuple(dict.fromkeys(owner.name for task in tasks for owner in task.owners))


def entries(comparison: Comparison) -> list[Entry]:
    """What is told, the plan first, then its tasks in the order of the changes."""
    grouped: dict[tuple[tuple[TaskKey, ...], tuple[TaskKey, ...]], list[Change]] = {((), ()): []}
    for change in comparison.changes.changes:
        grouped.setdefault((change.old, change.new), []).append(change)
    old, new = _known(comparison.old), _known(comparison.new)
    return [
        Entry(_ids(before), _ids(after), _tasks(before, old), _tasks(after, new), tuple(changes))
        for (before, after), changes in grouped.items()
        if changes
    ]


def title_of(plan: Plan) -> str:
    """What people call a plan: its title, else the notice's, else its id."""
    return plan.title or plan.notice_title or plan.id


def _ids(keys: Iterable[TaskKey]) -> tuple[str, ...]:
    return tuple(key.id for key in keys)


def _known(plan: Plan) -> dict[tuple[str, str | None], Task]:
    """The tasks by id, and by id and words: a plan that is wrong has one id twice."""
    known: dict[tuple[str, str | None], Task] = {}
    for task in plan.tasks:
        known[task.id, None] = known[task.id, text_fingerprint(task.text)] = task
    return known


def _tasks(keys: Iterable[TaskKey], known: dict[tuple[str, str | None], Task]) -> tuple[Task, ...]:
    found = (known.get((one.id, one.text)) for one in keys)
    return tuple(task for task in found if task)
