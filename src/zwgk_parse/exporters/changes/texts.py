"""The texts that a change shows side by side: a Change and its entry go in, Sides come out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.plan.changes import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zwgk_parse.exporters.changes.comparison import Entry
    from zwgk_parse.plan.changes import Change
    from zwgk_parse.plan.model import Task

_WITH_TEXT = ("added", "removed", "split", "merged", "reworded")


class Sides(NamedTuple):
    """What stood (left) and what stands (right); one of them may be empty.

    `words` is both in one, where it is known which words they share. `task` is the one task whose
    text it is, none where both sides are one text.
    """

    words: tuple[Words, ...]
    task: Task | None = None

    @property
    def left(self) -> tuple[Words, ...]:
        """The words of the old side."""
        return tuple(one for one in self.words if one.side != "new")

    @property
    def right(self) -> tuple[Words, ...]:
        """The words of the new side."""
        return tuple(one for one in self.words if one.side != "old")


def sides(change: Change, entry: Entry) -> Iterator[Sides]:
    """The texts that belong to `change`: of a rewording the words, else whole tasks."""
    if change.kind not in _WITH_TEXT:
        return
    if change.words:
        yield Sides(change.words)
        return
    for task in entry.old if change.kind != "added" else ():
        yield Sides((Words(side="old", text=task.text),), task)
    for task in entry.new if change.kind != "removed" else ():
        yield Sides((Words(side="new", text=task.text),), task)


def tasks_told(change: Change, texts: Iterable[Sides]) -> list[Task]:
    """The tasks that are new or gone, whose owners and deadlines no other change tells."""
    if change.kind not in {"added", "removed"}:
        return []
    return [one.task for one in texts if one.task and (one.task.owners or one.task.deadlines)]
