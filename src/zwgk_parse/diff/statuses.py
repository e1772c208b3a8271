"""What a child made of a task that it took over: the tasks on both sides go in, a status comes out.

Numbers, sections and the year are the child's own affair. What it adds makes a task more concrete;
what it alters or leaves out adapts it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.diff.carried import added_owners, lost_owners
from zwgk_parse.diff.keys import task_key
from zwgk_parse.diff.tasks import changed_pair, changed_together
from zwgk_parse.diff.telling import Told
from zwgk_parse.diff.words import changed_words
from zwgk_parse.plan.changes import Change

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zwgk_parse.diff.kin import How
    from zwgk_parse.plan.changes import Kind, TaskKey, Words
    from zwgk_parse.plan.model import Task
    from zwgk_parse.plan.traces import Status

# What the child adds.
_ADDED: frozenset[Kind] = frozenset({"owner-added", "deadline-set", "target-set"})
# What is told of a task that was taken over, beside its owners.
_TOLD: frozenset[Kind] = frozenset(
    {
        "reworded",
        "deadline-set",
        "deadline-removed",
        "deadline-earlier",
        "deadline-later",
        "deadline-kind-changed",
        "deadline-changed",
        "target-set",
        "target-removed",
        "target-raised",
        "target-lowered",
    }
)
# So much of the parent's text may be gone from one that is only made more concrete.
_KEPT = 0.85


class Taken(NamedTuple):
    """What a child made of a task: the status, and what it altered."""

    status: Status
    changes: tuple[Change, ...]


class Below(NamedTuple):
    """What is the same for all tasks of a child: the years after its parent's, its level."""

    years: int
    level: str | None


def taken(old: Sequence[Task], new: Sequence[Task], how: How, score: float, below: Below) -> Taken:
    """What became of the parent's tasks `old`, which are now the child's tasks `new`."""
    told = list(_told(old, new, below))
    keys = tuple(map(task_key, old)), tuple(map(task_key, new))
    words = _words(old, new) if any(one.kind == "reworded" for one in told) else ()
    changes = tuple(_change(one, keys, score, words) for one in told)
    if how == "pair":
        return Taken(_status(told, words), changes)
    kind: Kind = "split" if how == "split" else "merged"
    return Taken(kind, (_change(Told(kind), keys, score, ()), *changes))


def _told(old: Sequence[Task], new: Sequence[Task], below: Below) -> Iterator[Told]:
    if len(old) == len(new) == 1:
        found = changed_pair(old[0], new[0], below.years)
    else:
        found = changed_together(old, new, below.years)
    yield from (one for one in found if one.kind in _TOLD)
    owners = [owner for task in old for owner in task.owners]
    theirs = [owner for task in new for owner in task.owners]
    yield from added_owners(owners, theirs)
    yield from lost_owners(owners, theirs, below.level)


def _words(old: Sequence[Task], new: Sequence[Task]) -> tuple[Words, ...]:
    return tuple(changed_words(old[0].text, new[0].text))


def _status(told: Sequence[Told], words: Sequence[Words]) -> Status:
    kinds = {one.kind for one in told}
    if not kinds:
        return "unchanged"
    if kinds <= _ADDED | {"reworded"} and kinds & _ADDED and _keeps(words):
        return "concretised"
    return "adapted"


def _keeps(words: Sequence[Words]) -> bool:
    """Whether the text keeps what the parent says."""
    kept = sum(len(one.text) for one in words if one.side == "both")
    gone = sum(len(one.text) for one in words if one.side == "old")
    return kept >= _KEPT * (kept + gone)


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
