"""A task before and after goes in, or several that stand for one; what changed in it comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.diff.deadlines import changed_deadlines, dues
from zwgk_parse.diff.fields import changed_fields, unread_fields
from zwgk_parse.diff.owners import changed_owners
from zwgk_parse.diff.targets import aims, changed_targets
from zwgk_parse.diff.telling import Told
from zwgk_parse.diff.wording import Settled, is_reworded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zwgk_parse.plan.model import Task


def changed_pair(old: Task, new: Task, years: int) -> list[Told]:
    """What changed in a task, but for its section."""
    told: list[Told] = []
    if old.number != new.number:
        told.append(Told("renumbered", old.number, new.number))
    told += changed_owners(old.owners, new.owners)
    due = dues([old]), dues([new])
    deadlines = changed_deadlines(*due, years)
    targets = changed_targets(old.targets, new.targets)
    told += (*deadlines.told, *targets.told)
    settled = Settled(deadlines.pairs, targets.pairs, (due[0], old.targets), (due[1], new.targets))
    if is_reworded(old, new, settled, years):
        told.append(Told("reworded"))
    told += changed_fields([old], [new], years)
    told += unread_fields(old, new, told, years)
    return told


def changed_together(old: Sequence[Task], new: Sequence[Task], years: int) -> list[Told]:
    """What all parts of a task together have otherwise than the whole, but for number and words."""
    owners = [[owner for task in tasks for owner in task.owners] for tasks in (old, new)]
    return [
        *changed_owners(*owners),
        *changed_deadlines(dues(old), dues(new), years).told,
        *changed_targets(aims(old), aims(new)).told,
        *changed_fields(old, new, years),
    ]
