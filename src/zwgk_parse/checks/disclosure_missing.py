"""ZW501: no 公开方式."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan


def disclosure_missing(plan: Plan) -> Iterator[Found]:
    """The document does not say how it is to be disclosed.

    ## Why it matters
    Whoever drafts a document decides whether it is published (主动公开, 依申请公开, 不予公开), and
    the document says so: without it nobody can see that the decision was made.

    ## When it keeps quiet
    Where the file holds the plan alone, without the notice that issued it: the notice would say it.

    ## Example
    A notice without （此件公开发布） and without 公开方式：主动公开.

    ## What to do
    State it, usually in brackets under the date: （此件公开发布）.
    """
    issued = plan.document_number or plan.issued_on or plan.addressees or plan.notice_title
    if plan.disclosure is None and issued:
        yield Found.of(None)
