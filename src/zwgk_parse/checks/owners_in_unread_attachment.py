"""ZW102: the owners stand in an attachment that was not read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found
from zwgk_parse.checks.unread_attachments import printed, unread_owners

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan


def owners_in_unread_attachment(plan: Plan) -> Iterator[Found]:
    """The owners are assigned in an attachment that was not read.

    ## Why it matters
    The file says what is to be done, but not who is to do it: nothing can be dealt out, and ZW101
    has nothing to compare.

    ## When it keeps quiet
    Where every task names an owner, and where the attachment is in the file or was given with it.

    ## Example
    A notice lists 附件：重点任务分解表, but the table is a file of its own.

    ## What to do
    Give the attachment with the file, or put it in.
    """
    unread = unread_owners(plan)
    if unread:
        names = "、".join(printed(attachment) for attachment in unread.assigning)
        yield Found.of(None, attachment=names or "附件")
