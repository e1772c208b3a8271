"""What a child made of a task that it took over: the tasks on both sides go in, a status comes out.

Numbers, sections and the year are the child's own affair. What it adds makes a task more concrete;
what it alters or leaves out adapts it.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from zwgk_parse.diff.carried import added_owners
from zwgk_parse.diff.deadlines import changed_deadlines, dues
from zwgk_parse.diff.targets import aims, changed_targets
from zwgk_parse.diff.telling import Told
from zwgk_parse.diff.text import fold
from zwgk_parse.diff.wording import Settled, is_reworded
from zwgk_parse.diff.words import changed_words
from zwgk_parse.plan.changes import Change

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from zwgk_parse.diff.deadlines import Due
    from zwgk_parse.diff.kin import How
    from zwgk_parse.plan.changes import Kind, TaskKey, Words
    from zwgk_parse.plan.model import Deadline, Task
    from zwgk_parse.plan.traces import Status

# What the child adds.
_ADDED: frozenset[Kind] = frozenset({"owner-added", "deadline-set", "target-set"})
# So much of the parent's text may be gone from one that is only made more concrete.
_KEPT = 0.85


class Taken(NamedTuple):
    """What a child made of a task: the status, and what it altered."""

    status: Status
    changes: tuple[Change, ...]


class Tasks(NamedTuple):
    """Tasks of one side, what they are known by, and the deadlines of each where they are ready."""

    tasks: tuple[Task, ...]
    keys: tuple[TaskKey, ...]
    ready: tuple[list[Due], ...] = ()

    def at(self, places: Sequence[int]) -> Tasks:
        """Those at the places."""
        if len(places) == 1:
            one = slice(places[0], places[0] + 1)
            return Tasks(self.tasks[one], self.keys[one], self.ready[one])
        return Tasks(
            tuple(self.tasks[place] for place in places),
            tuple(self.keys[place] for place in places),
        )

    def dues(self) -> list[Due]:
        """The deadlines of all of them; what several state counts once."""
        return self.ready[0] if len(self.ready) == 1 else dues(self.tasks)


class Below(NamedTuple):
    """What is the same for all tasks of a child: the years after its parent's.

    `often` is what `changed_words` needs, None where the words of a rewording are not asked for.
    """

    years: int
    often: Callable[[str], int] | None = None


def taken(old: Tasks, new: Tasks, how: How, score: float, below: Below) -> Taken:
    """What became of the parent's tasks `old`, which are now the child's tasks `new`."""
    told = list(_told(old, new, below))
    keys, texts = (old.keys, new.keys), (old.tasks[0].text, new.tasks[0].text)
    reworded = any(one.kind == "reworded" for one in told)
    words = changed_words(*texts, below.often) if reworded and below.often else ()
    changes = tuple(_change(one, keys, score, words) for one in told)
    if how == "pair":
        return Taken(_status(told, *texts), changes)
    kind: Literal["split", "merged"] = "split" if how == "split" else "merged"
    return Taken(kind, (_change(Told(kind), keys, score, ()), *changes))


def _told(old: Tasks, new: Tasks, below: Below) -> Iterator[Told]:
    if len(old.tasks) != len(new.tasks):
        yield from changed_deadlines(old.dues(), new.dues(), below.years).told
        yield from changed_targets(aims(old.tasks), aims(new.tasks)).told
    elif not _plainly_same(old.tasks[0], new.tasks[0]):
        yield from _differing(old, new, below.years)
    owners = [owner for task in old.tasks for owner in task.owners]
    theirs = [owner for task in new.tasks for owner in task.owners]
    yield from added_owners(owners, theirs)


def _differing(old: Tasks, new: Tasks, years: int) -> Iterator[Told]:
    """How deadlines, targets and words of one task differ from those of the other."""
    here, there, due = old.tasks[0], new.tasks[0], (old.dues(), new.dues())
    deadlines = changed_deadlines(*due, years)
    targets = changed_targets(here.targets, there.targets)
    settled = Settled(
        deadlines.pairs, targets.pairs, (due[0], here.targets), (due[1], there.targets)
    )
    if is_reworded(here, there, settled, years):
        yield Told("reworded")
    yield from deadlines.told
    yield from targets.told


def _plainly_same(old: Task, new: Task) -> bool:
    """Whether text and deadlines are the same to the letter; so are then the targets in them."""
    return old.text == new.text and ([*map(_due, old.deadlines)] == [*map(_due, new.deadlines)])


def _due(deadline: Deadline) -> tuple[object, ...]:
    return (deadline.kind, deadline.raw, deadline.due, deadline.start, deadline.times)


def _status(told: Sequence[Told], old: str, new: str) -> Status:
    kinds = {one.kind for one in told}
    if not kinds:
        return "unchanged"
    concrete = kinds <= _ADDED | {"reworded"} and kinds & _ADDED
    if concrete and ("reworded" not in kinds or _keeps(old, new)):
        return "concretised"
    return "adapted"


def _keeps(old: str, new: str) -> bool:
    """Whether the child's text keeps what the parent says."""
    pairs, others = _twos(fold(old)), _twos(fold(new))
    kept = sum((pairs & others).values())
    return kept >= _KEPT * pairs.total()


def _twos(text: str) -> Counter[str]:
    return Counter(first + second for first, second in pairwise(text))


def _change(
    told: Told,
    keys: tuple[tuple[TaskKey, ...], tuple[TaskKey, ...]],
    score: float,
    words: tuple[Words, ...],
) -> Change:
    return Change(
        kind=told.kind,
        old=keys[0],
        new=keys[1],
        score=score,
        field=told.field,
        owner=told.owner,
        old_value=told.old,
        new_value=told.new,
        words=words if told.kind == "reworded" else (),
    )
