"""ZW110: a task that says nothing of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found
from zwgk_parse.vocabulary.elsewhere import is_stub

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan


def task_stub(plan: Plan) -> Iterator[Found]:
    """A task says only that it stands elsewhere, or nothing.

    ## Why it matters
    What is to be done cannot be read from the plan.

    ## When it keeps quiet
    Where the text says anything besides.

    ## Example
    A row whose only words are 详见附件, 同上 or 略.

    ## What to do
    Write out what is to be done.
    """
    for task in plan.tasks:
        if is_stub(task.text):
            yield Found.of(task, text=task.text)
