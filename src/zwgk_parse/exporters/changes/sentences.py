"""Changes in the reader's language: a Change goes in, its kind's name and a sentence come out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.exporters.changes.values import (
    difference_words,
    field_words,
    role_words,
    value_words,
)
from zwgk_parse.exporters.task_words import deadline_words, owner_words
from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    from zwgk_parse.exporters.changes.comparison import Comparison, Entry
    from zwgk_parse.messages.language import Language
    from zwgk_parse.plan.changes import Change, Kind, TaskKey
    from zwgk_parse.plan.model import Task

# So many characters of a task's text stand in a heading.
_HEAD = 36


def kind_words(kind: Kind, language: Language) -> str:
    """The name of a kind of change."""
    return phrase(f"kind-{kind}", language)


def label(change: Change, language: Language) -> str:
    """The name of the change's kind, with how alike the texts are where that was measured."""
    kind = kind_words(change.kind, language)
    if change.kind not in _SCORED or change.score is None:
        return kind
    # Texts that differ are never told to be wholly alike.
    return phrase("change-likeness", language, kind=kind, score=min(change.score, 0.99))


def told(change: Change, language: Language) -> str:
    """What is said after the kind: nothing where the texts of the tasks say all."""
    say = _SAID.get(change.kind)
    return say(change, language) if say else ""


def heading(entry: Entry, language: Language) -> str:
    """What an entry is of: `t12 → t13  13. 管好政府网站…`, and whether its tasks may be two."""
    if entry.of_plan:
        return phrase("changes-plan", language)
    task = next(iter((*entry.new, *entry.old)), None)
    named = ids(entry)
    if entry.doubtful is not None:
        named = phrase("change-doubtful", language, tasks=named, score=entry.doubtful)
    return f"{named}  {_beginning(task)}".rstrip() if task else named


def ids(entry: Entry) -> str:
    """The ids of the tasks: `t5`, `t12 → t13`, `t5 → t5, t6`; those of one side alone for one."""
    before, after = ", ".join(entry.old_ids), ", ".join(entry.new_ids)
    return before if before == after else " → ".join(filter(None, (before, after)))


def counts(comparison: Comparison, entries: list[Entry], language: Language) -> str:
    """How many changes there are, and in how many tasks."""
    tasks = sum(not entry.of_plan for entry in entries)
    return phrase("changes-counts", language, changes=len(comparison.changes.changes), tasks=tasks)


def duties(task: Task, language: Language) -> str:
    """The owners and deadlines of a task that is new or gone."""
    parts = (("owners", owner_words(task, language)), ("due", deadline_words(task)))
    said = [
        phrase("change-line", language, kind=phrase(key, language), what=words)
        for key, words in parts
        if words
    ]
    return ("；" if language == "zh" else "; ").join(said)


def _beginning(task: Task) -> str:
    text = task.text if len(task.text) <= _HEAD else f"{task.text[: _HEAD - 1]}…"
    return f"{task.label} {text}" if task.label else text


def _from_to(key: str) -> Callable[[Change, Language], str]:
    """Says `key` with the old and the new value."""

    def say(change: Change, language: Language) -> str:
        old, new = (value_words(one, language) for one in (change.old_value, change.new_value))
        return phrase(key, language, old=old, new=new)

    return say


def _measured(key: str) -> Callable[[Change, Language], str]:
    """As `_from_to`, after what the target is about."""

    def say(change: Change, language: Language) -> str:
        what = _from_to(key)(change, language)
        if not change.field or change.field == "targets":
            return what
        return phrase("change-field", language, field=change.field, what=what)

    return say


def _owner(change: Change, language: Language) -> str:
    role = change.new_value if change.kind == "owner-added" else change.old_value
    if role == "responsible":
        return change.owner or ""
    words = role_words(role, language)
    return phrase("change-owner", language, owner=change.owner or "", role=words)


def _role(change: Change, language: Language) -> str:
    old, new = (role_words(one, language) for one in (change.old_value, change.new_value))
    return phrase("change-role", language, owner=change.owner or "", old=old, new=new)


def _field(change: Change, language: Language) -> str:
    what = difference_words(change.old_value, change.new_value, language)
    if change.field in {None, "sections"}:
        return what
    field = field_words(change.field, language)
    return phrase("change-field", language, field=field, what=what)


def _moved(change: Change, language: Language) -> str:
    key = "change-order" if change.field == "order" else "change-moved"
    return _from_to(key)(change, language)


def _split(change: Change, language: Language) -> str:
    return _parts("change-split", change.new, language)


def _merged(change: Change, language: Language) -> str:
    return _parts("change-merged", change.old, language)


def _parts(key: str, tasks: tuple[TaskKey, ...], language: Language) -> str:
    named = ("、" if language == "zh" else ", ").join(task.id for task in tasks)
    return phrase(key, language, count=len(tasks), ids=named)


_SCORED = ("reworded", "split", "merged")
# One row a kind; those of which the tasks' own texts say all have none.
_SAID: dict[Kind, Callable[[Change, Language], str]] = {
    "split": _split,
    "merged": _merged,
    "moved": _moved,
    "renumbered": _from_to("change-number"),
    "owner-added": _owner,
    "owner-removed": _owner,
    "owner-role-changed": _role,
    "owner-renamed": _from_to("change-renamed"),
    "deadline-set": _from_to("change-to"),
    "deadline-removed": _from_to("change-from"),
    "deadline-earlier": _from_to("change-earlier"),
    "deadline-later": _from_to("change-later"),
    "deadline-kind-changed": _from_to("change-from-to"),
    "deadline-changed": _from_to("change-from-to"),
    "target-set": _measured("change-to"),
    "target-removed": _measured("change-from"),
    "target-raised": _measured("change-raised"),
    "target-lowered": _measured("change-lowered"),
    "field-changed": _field,
    "section-changed": _field,
    "plan-changed": _field,
    "year-rolled": _from_to("change-year"),
}
