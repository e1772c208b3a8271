"""What became of a plan's tasks elsewhere, as models.

`zwgk trace` writes a TraceReport (or a Trace a line), `zwgk compare` Siblings, `zwgk lineage` a
Lineage.
"""

from __future__ import annotations

from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

from zwgk_parse.plan.changes import Change, PlanKey, TaskKey

TRACE_VERSION: Final = "1.0.0"

Status = Literal[
    "unchanged",
    "adapted",
    "concretised",
    "split",
    "merged",
    "missing",
    "not-addressed",
    "undecided",
]
# The statuses of a task that the child has taken over.
TAKEN: Final = ("unchanged", "adapted", "concretised", "split", "merged")
Addressed = Literal["yes", "no", "undecided"]
By = Literal["document-number", "title", "level"]
Relation = Literal["implements", "forwards", "based_on"]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class SpokenTask(TaskKey):
    """A task with its number as printed and its words."""

    label: str | None = None
    words: str


class TracedTask(_Model):
    """What the child does with one task of the parent.

    `addressed` says whether the parent gives the task to the child's issuer. `child` are the tasks
    that it became: several of a split; of a merger the one, which other tasks of the parent became
    as well. `score` is how alike the texts are, from 0 to 1. `changes` says what the child altered,
    `old` being the parent's and `new` the child's.
    """

    task: TaskKey
    status: Status
    addressed: Addressed
    child: tuple[TaskKey, ...] = ()
    score: float | None = None
    changes: tuple[Change, ...] = ()


class Trace(_Model):
    """What one child does with its parent's tasks, in the parent's order.

    `file` is where the child was read. `owed` counts the tasks that are addressed to the child for
    certain, `taken` those of them that it took over; `coverage` is their share, null where nothing
    is owed. `own` are the child's tasks that the parent does not have.
    """

    schema_version: Literal["1.0.0"] = TRACE_VERSION
    parent: PlanKey
    child: PlanKey
    file: str | None = None
    owed: int
    taken: int
    coverage: float | None
    tasks: tuple[TracedTask, ...]
    own: tuple[SpokenTask, ...] = ()


class TraceReport(_Model):
    """A parent, its tasks, and what each child does with them."""

    schema_version: Literal["1.0.0"] = TRACE_VERSION
    parent: PlanKey
    tasks: tuple[SpokenTask, ...]
    children: tuple[Trace, ...]


class SharedTask(_Model):
    """A task that two plans share; `via` are the tasks of their parent that it comes down from.

    Several tasks of a side stand for one of the other where it was split or merged.
    """

    first: tuple[SpokenTask, ...]
    second: tuple[SpokenTask, ...]
    score: float
    via: tuple[SpokenTask, ...] = ()


class Siblings(_Model):
    """Two plans side by side: the tasks they share, and those that one of them has alone."""

    schema_version: Literal["1.0.0"] = TRACE_VERSION
    first: PlanKey
    second: PlanKey
    via: PlanKey | None = None
    shared: tuple[SharedTask, ...] = ()
    first_only: tuple[SpokenTask, ...] = ()
    second_only: tuple[SpokenTask, ...] = ()


class KnownPlan(_Model):
    """A plan of a lineage; of one that is only cited, `files` is empty and `held` false."""

    id: str
    title: str | None = None
    document_number: str | None = None
    issuer: str | None = None
    year: int | None = None
    held: bool
    tasks: int | None = None
    files: tuple[str, ...] = ()


class Descent(_Model):
    """A plan that implements or forwards another, or is based on it; coverage is that of its Trace.

    `by` says what showed which plan is meant; `level`: two plans that are not held are cited
    together, and nothing but the levels of their places tells which is the other's parent. `remote`
    is true where the parent also stands above another parent of the child, `cycle` where following
    it would come round to the child.
    """

    child: str
    parent: str
    relation: Relation
    by: By
    remote: bool = False
    cycle: bool = False
    owed: int | None = None
    taken: int | None = None
    coverage: float | None = None


class Lineage(_Model):
    """The plans of a folder and those they cite, and which comes down from which."""

    schema_version: Literal["1.0.0"] = TRACE_VERSION
    plans: tuple[KnownPlan, ...] = ()
    descents: tuple[Descent, ...] = ()
