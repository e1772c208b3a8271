"""ZW109: an attachment that is named, but not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found
from zwgk_parse.checks.unread_attachments import missing_attachments, printed, unread_owners

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan


def attachment_missing(plan: Plan) -> Iterator[Found]:
    """An attachment is named, but is neither in the file nor given with it.

    ## Why it matters
    What it says was not read, and a reader of the published page may not find it either.

    ## When it keeps quiet
    Where ZW102 tells of the same attachment, where its title is that of the plan itself, and for a
    link on the page that is not called an attachment.

    ## Example
    附件：1．责任清单 2．公开目录 stand under the signature, and only the first follows.

    ## What to do
    Put the attachment in, or give its file with the plan.
    """
    told = unread_owners(plan).assigning
    for attachment in missing_attachments(plan):
        if attachment not in told:
            yield Found.of(None, subject=printed(attachment))
