"""ZW101: a task that nobody is named for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.chapters import in_table, lacking
from zwgk_parse.checks.found import Found
from zwgk_parse.checks.unread_attachments import has_owner, unread_owners
from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan

# A sentence that tells every unit of a kind what to do.
_ADDRESSED = lazy(
    r"(?:^|[。；！])[^。；！，]{0,6}(?:各|全[省市县区镇乡])[^。；！，]{1,40}?(?:要|应|须|需|负责)"
)


def task_without_owner(plan: Plan) -> Iterator[Found]:
    """A task has no owner, where most of the tasks beside it have one.

    ## Why it matters
    Nobody answers for the task, and no report on it will come.

    ## When it keeps quiet
    Where the plan names no owner at all, in a section whose tasks name none (保障措施), where the
    owners stand in an attachment that was not read (ZW102), where a person is named, and for a
    paragraph that says of itself who is to act (各单位要…). An empty cell of a table in plain text
    may be a merged one: there the owner above is taken, and ZW303 says so.

    ## Example
    In a table with a column 责任单位, the cell of one row is empty; the bracket says only
    `（责任单位：）`, or holds a place for the name: `（责任单位：××局）`.

    ## What to do
    Name the unit that answers for the task.
    """
    if unread_owners(plan):
        return
    for task in lacking(plan, has_owner):
        if in_table(task) or not _ADDRESSED.search(task.text):
            yield Found.of(task, label=task.label or task.id)
