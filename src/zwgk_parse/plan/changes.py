"""What makes one plan into another, as models: what `zwgk diff` writes and `zwgk apply` takes.

There are two views of the same. `changes` is what people read: one entry for each thing that
happened, under the name that says most. `plan`, `tasks` and `order` are what is applied: every
value that differs, the old beside the new. Corrections made by people need only the second.
"""

from __future__ import annotations

from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, JsonValue

CHANGES_VERSION: Final = "1.0.0"

Kind = Literal[
    "added",
    "removed",
    "split",
    "merged",
    "moved",
    "renumbered",
    "reworded",
    "owner-added",
    "owner-removed",
    "owner-role-changed",
    "owner-renamed",
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
    "field-changed",
    "section-changed",
    "plan-changed",
    "year-rolled",
]
Side = Literal["both", "old", "new"]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class TaskKey(_Model):
    """A task of a plan: its id, and the fingerprint of its words (`findings.text_fingerprint`).

    A correction may leave `text` out; where it is given, it must fit.
    """

    id: str
    text: str | None = None


class PlanKey(_Model):
    """A plan: its id, and what people call it."""

    id: str
    title: str | None = None
    document_number: str | None = None
    year: int | None = None


class Words(_Model):
    """A stretch of a text that both sides have, or one of them only."""

    side: Side
    text: str


class Change(_Model):
    """One thing that happened, for people.

    `old` and `new` are its tasks on each side: none of a change of the plan itself, several of
    a split or merger. `score` is how alike their texts are (0 to 1), null where the tasks were
    matched by identity and are the same. `field` names a field of the plan or of the task, `owner`
    a unit; `old_value` and `new_value` are what stood and what stands there: an owner's role,
    a deadline as printed, a target as printed, a section's title, a number. `words` is the text of
    a reworded task. Of a task that moved within its section, `field` is `order`, and the values are
    its places among the tasks that stay there.
    """

    kind: Kind
    old: tuple[TaskKey, ...] = ()
    new: tuple[TaskKey, ...] = ()
    score: float | None = None
    field: str | None = None
    owner: str | None = None
    old_value: JsonValue = None
    new_value: JsonValue = None
    words: tuple[Words, ...] = ()


class Edit(_Model):
    """One field of the plan or of a task: its value before and after, as the plan's JSON has it."""

    field: str
    old: JsonValue = None
    new: JsonValue = None


class TaskEdit(_Model):
    """The fields of one task that differ; a task that is on one side only has all its fields."""

    old: TaskKey | None = None
    new: TaskKey | None = None
    edits: tuple[Edit, ...] = ()


class Order(_Model):
    """The ids of all tasks in their order, before and after; null where nothing is said of it."""

    old: tuple[str, ...] | None = None
    new: tuple[str, ...] | None = None


class Changes(_Model):
    """What makes the plan `old` into the plan `new`.

    `order` is null where it follows from the rest: first the tasks that both plans have, in their
    order, then those that one of them has, in theirs.
    """

    schema_version: Literal["1.0.0"] = CHANGES_VERSION
    old: PlanKey
    new: PlanKey | None = None
    changes: tuple[Change, ...] = ()
    plan: tuple[Edit, ...] = ()
    tasks: tuple[TaskEdit, ...] = ()
    order: Order | None = None
