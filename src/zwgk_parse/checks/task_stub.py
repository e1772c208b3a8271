"""ZW110: a task that says nothing of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found
from zwgk_parse.patterns import lazy
from zwgk_parse.vocabulary.elsewhere import is_stub

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan, Task

_WORD = lazy(r"[^\W_]")


def task_stub(plan: Plan) -> Iterator[Found]:
    """A task says only that it stands elsewhere, or nothing.

    ## Why it matters
    What is to be done cannot be read from the plan.

    ## When it keeps quiet
    Where the text says anything besides, and for a row whose words stand in other columns.

    ## Example
    A row whose only words are 详见附件, 同上 or 略; a number with an owner and nothing between.

    ## What to do
    Write out what is to be done.
    """
    for task in plan.tasks:
        if is_stub(task.text):
            yield Found.of(task, text=task.text)
        elif _says_nothing(task):
            yield Found.of(task, text=task.text.strip() or "nothing")


def _says_nothing(task: Task) -> bool:
    """Whether a task has no word at all."""
    if _WORD.search(task.text):
        return False
    return not any(_WORD.search(column.text) for column in task.columns)
