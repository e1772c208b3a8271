"""ZW103: a task without a deadline, where the plan sets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.chapters import lacking
from zwgk_parse.checks.found import Found
from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan, Task

# What is put into a cell that is left open.
_SIGNS = lazy(r"[-—–－―/／\\＼.…·\s]+")


def task_without_deadline(plan: Plan) -> Iterator[Found]:
    """A task has no deadline, where most of the tasks beside it have one in a column or a bracket.

    ## Why it matters
    Nobody can tell when the task is late.

    ## When it keeps quiet
    Where the plan has no column of deadlines, where the text of the task states one, and where the
    words of the cell could not be read (ZW401), unless they are only a dash or a stroke. An empty
    cell of a table in plain text may be a merged one: there the deadline above is taken, and ZW303
    says so.

    ## Example
    In a table with a column 完成时限, the cell of one row is empty.

    ## What to do
    State the deadline, or 长期坚持 where there is none.
    """
    for task in lacking(plan, _has_stated):
        if not task.deadlines:
            yield Found.of(task, label=task.label or task.id)


def _has_stated(task: Task) -> bool:
    """Whether the task's cell or bracket states a deadline, one that can be read or not."""
    return bool(_SIGNS.sub("", task.deadline_raw or "")) or any(
        one.origin == "column" for one in task.deadlines
    )
