"""The tasks that two plans share, by their own words or through a common parent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.diff.edits import plan_key
from zwgk_parse.diff.kin import kin
from zwgk_parse.diff.match import match
from zwgk_parse.diff.speaking import spoken
from zwgk_parse.plan.traces import SharedTask, Siblings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zwgk_parse.plan.model import Plan, Task
    from zwgk_parse.plan.traces import SpokenTask


def siblings(first: Plan, second: Plan, via: Plan | None = None) -> Siblings:
    """What `first` and `second` share; with `via`, only what both have from that parent."""
    shared = _through(via, first, second) if via else _straight(first, second)
    return Siblings(
        first=plan_key(first),
        second=plan_key(second),
        via=plan_key(via) if via else None,
        shared=shared,
        first_only=_rest(first.tasks, (task for one in shared for task in one.first)),
        second_only=_rest(second.tasks, (task for one in shared for task in one.second)),
    )


def _straight(first: Plan, second: Plan) -> tuple[SharedTask, ...]:
    return tuple(
        SharedTask(
            first=_at(first.tasks, one.old), second=_at(second.tasks, one.new), score=one.score
        )
        for one in kin(match(first, second))
    )


def _through(via: Plan, first: Plan, second: Plan) -> tuple[SharedTask, ...]:
    """The score is that of the looser of the two ties to the parent."""
    left, right = _by_parent(via, first), _by_parent(via, second)
    joined: dict[tuple[tuple[int, ...], tuple[int, ...]], list[tuple[int, float]]] = {}
    for place in sorted(left.keys() & right.keys()):
        (ours, our_score), (theirs, their_score) = left[place], right[place]
        joined.setdefault((ours, theirs), []).append((place, min(our_score, their_score)))
    return tuple(
        SharedTask(
            first=_at(first.tasks, ours),
            second=_at(second.tasks, theirs),
            score=min(score for _, score in parents),
            via=_at(via.tasks, tuple(place for place, _ in parents)),
        )
        for (ours, theirs), parents in joined.items()
    )


def _by_parent(via: Plan, child: Plan) -> dict[int, tuple[tuple[int, ...], float]]:
    """The child's tasks and the score by each place of the parent's."""
    return {place: (one.new, one.score) for one in kin(match(via, child)) for place in one.old}


def _at(tasks: Sequence[Task], places: tuple[int, ...]) -> tuple[SpokenTask, ...]:
    return tuple(spoken(tasks[place]) for place in places)


def _rest(tasks: Sequence[Task], shared: Iterable[SpokenTask]) -> tuple[SpokenTask, ...]:
    ids = {task.id for task in shared}
    return tuple(spoken(task) for task in tasks if task.id not in ids)
