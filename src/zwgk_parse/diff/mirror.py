"""Changes go in, those that undo them come out."""

from __future__ import annotations

from zwgk_parse.diff.telling import TURNED
from zwgk_parse.diff.words import turned_words
from zwgk_parse.plan.changes import Change, Changes, Edit, Order, TaskEdit


def inverted(changes: Changes) -> Changes:
    """What makes the new plan into the old one."""
    order = changes.order
    return Changes(
        old=changes.new or changes.old,
        new=changes.old,
        changes=tuple(map(_change, changes.changes)),
        plan=tuple(map(_edit, changes.plan)),
        tasks=tuple(map(_task, changes.tasks)),
        order=Order(old=order.new, new=order.old) if order else None,
    )


def _change(change: Change) -> Change:
    turned = {
        "kind": TURNED.get(change.kind, change.kind),
        "old": change.new,
        "new": change.old,
        "old_value": change.new_value,
        "new_value": change.old_value,
        "words": turned_words(change.words),
    }
    return change.model_copy(update=turned)


def _edit(edit: Edit) -> Edit:
    return Edit(field=edit.field, old=edit.new, new=edit.old)


def _task(edit: TaskEdit) -> TaskEdit:
    return TaskEdit(old=edit.new, new=edit.old, edits=tuple(map(_edit, edit.edits)))
