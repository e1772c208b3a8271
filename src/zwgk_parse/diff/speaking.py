"""How tasks stand in what is written of traces: a Task goes in, a SpokenTask comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.findings import text_fingerprint
from zwgk_parse.plan.traces import SpokenTask

if TYPE_CHECKING:
    from zwgk_parse.plan.model import Task


def spoken(task: Task) -> SpokenTask:
    """The task with its number as printed and its words."""
    return SpokenTask(
        id=task.id, text=text_fingerprint(task.text), label=task.label, words=task.text
    )
