"""A task's owners and deadlines in words that people read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from zwgk_parse.messages.language import Language
    from zwgk_parse.plan.model import Task


def owner_words(task: Task, language: Language) -> str:
    """The owners by role; that of a task without roles goes without saying."""
    roles = dict.fromkeys(owner.role for owner in task.owners)
    groups = []
    for role in roles:
        names = "、".join(owner.name for owner in task.owners if owner.role == role)
        said = "" if role == "responsible" else f"{phrase(role, language)} "
        groups.append(said + names)
    return "；".join(groups) or (task.owners_raw or "")


def deadline_words(task: Task) -> str:
    """The deadlines as printed, each once."""
    phrases = dict.fromkeys(deadline.raw for deadline in task.deadlines)
    return "；".join(phrases) or (task.deadline_raw or "")


def day_words(task: Task) -> str:
    """The day it is due; else the deadlines as printed."""
    return task.due.isoformat() if task.due is not None else deadline_words(task)
