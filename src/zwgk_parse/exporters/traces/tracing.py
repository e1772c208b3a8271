"""What is told of a parent and its children: a Tracing goes into every format."""

from __future__ import annotations

from collections import Counter
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple, get_args

from zwgk_parse.plan.traces import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zwgk_parse.plan.changes import PlanKey, TaskKey
    from zwgk_parse.plan.traced import Traced
    from zwgk_parse.plan.traces import SpokenTask, Trace, TracedTask

STATUSES: tuple[Status, ...] = get_args(Status)
# Of more children than these, a table has no room: each is told in counts.
MOST_COLUMNS = 6


class Tracing(NamedTuple):
    """A parent, its tasks, and what became of them in its children, one after the other."""

    parent: PlanKey
    tasks: tuple[SpokenTask, ...]
    children: Iterable[Traced]


def few(children: Iterable[Traced]) -> tuple[list[Trace], Iterator[Trace]]:
    """All children where a table has room for them; else none, and a way to go through them."""
    rest = (one.trace for one in children)
    first = list(islice(rest, MOST_COLUMNS + 1))
    return (first, iter(())) if len(first) <= MOST_COLUMNS else ([], chain(first, rest))


def counted(trace: Trace) -> dict[Status, int]:
    """How many tasks have each status, in the order of the statuses, without empty ones."""
    found = Counter(task.status for task in trace.tasks)
    return {status: found[status] for status in STATUSES if found[status]}


def name_of(plan: PlanKey) -> str:
    """What people call a plan."""
    return plan.title or plan.document_number or plan.id


def ids_of(task: TracedTask) -> str:
    """The child's tasks: `t5, t6`."""
    return ids(task.child)


def ids(tasks: Iterable[TaskKey]) -> str:
    """The ids of tasks, parted by commas."""
    return ", ".join(task.id for task in tasks)
