"""What became of a parent's tasks in a child: two plans go in, a Trace comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.diff.addressed import Addressing, named
from zwgk_parse.diff.deadlines import dues
from zwgk_parse.diff.edits import plan_key, task_key
from zwgk_parse.diff.kin import kin
from zwgk_parse.diff.speaking import spoken
from zwgk_parse.diff.statuses import Below, Tasks, taken
from zwgk_parse.diff.sure import Ready
from zwgk_parse.diff.year import years_between
from zwgk_parse.plan.traced import Traced, summary
from zwgk_parse.plan.traces import TAKEN, Trace, TracedTask

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from zwgk_parse.diff.kin import Kin
    from zwgk_parse.plan.model import Plan
    from zwgk_parse.plan.traces import Addressed, SpokenTask, Status

# What is said of a task that the child did not take over, by whether it is addressed to it.
_LEFT: Mapping[Addressed, Status] = {
    "yes": "missing",
    "no": "not-addressed",
    "undecided": "undecided",
}


class Parent:
    """A plan whose tasks are traced into many others."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.key = plan_key(plan)
        ready = tuple(dues([task]) for task in plan.tasks)
        self._own = Tasks(plan.tasks, tuple(map(task_key, plan.tasks)), ready)
        self._owned = [named(task) for task in plan.tasks]
        self.tasks: tuple[SpokenTask, ...] = tuple(map(spoken, plan.tasks))
        self._ready = Ready(plan)
        self._often = "\n".join(task.text for task in plan.tasks).count

    def trace(self, child: Plan, file: str | None = None, *, words: bool = True) -> Trace:
        """What `child`, read from `file`, does with each task.

        `words` says whether a rewording is told word by word, which takes the longest of all.
        """
        return self.traced(child, file, words=words).trace

    def traced(self, child: Plan, file: str | None = None, *, words: bool = True) -> Traced:
        """The trace of `child`, and what decides the exit code."""
        theirs = Tasks(child.tasks, tuple(map(task_key, child.tasks)))
        groups = kin(self._ready.match(child))
        addressing = Addressing(self.plan, child)
        below = Below(years_between(self.plan, child), self._often if words else None)
        addressed = [addressing.to(each) for each in self._owned]
        found = dict(
            one for group in groups for one in self._taken(group, theirs, below, addressed)
        )
        tasks = tuple(
            found.get(place) or TracedTask(task=key, status=_LEFT[each], addressed=each)
            for place, (key, each) in enumerate(zip(self._own.keys, addressed, strict=True))
        )
        made = _counted(self, child, file, tasks, groups)
        unlisted = sum(
            addressing.would_list_settle(task)
            for task, one in zip(self.plan.tasks, tasks, strict=True)
            if one.status == "undecided"
        )
        return Traced(made, summary(made, unlisted))

    def _taken(
        self, group: Kin, child: Tasks, below: Below, addressed: Sequence[Addressed]
    ) -> Iterator[tuple[int, TracedTask]]:
        """The parent's tasks of the group, by their places."""
        old, new = self._own.at(group.old), child.at(group.new)
        status, changes = taken(old, new, group.how, group.score, below)
        for place, key in zip(group.old, old.keys, strict=True):
            yield (
                place,
                TracedTask(
                    task=key,
                    status=status,
                    addressed=addressed[place],
                    child=new.keys,
                    score=round(group.score, 4),
                    changes=changes,
                ),
            )


def trace(parent: Plan, child: Plan, file: str | None = None) -> Trace:
    """What `child` does with each task of `parent`."""
    return Parent(parent).trace(child, file)


def _counted(
    parent: Parent,
    child: Plan,
    file: str | None,
    tasks: tuple[TracedTask, ...],
    groups: Sequence[Kin],
) -> Trace:
    owed = [task for task in tasks if task.addressed == "yes"]
    done = sum(task.status in TAKEN for task in owed)
    joined = {place for group in groups for place in group.new}
    return Trace(
        parent=parent.key,
        child=plan_key(child),
        file=file,
        owed=len(owed),
        taken=done,
        coverage=round(done / len(owed), 4) if owed else None,
        tasks=tasks,
        own=tuple(spoken(task) for place, task in enumerate(child.tasks) if place not in joined),
    )
