"""ZW211: an imprint that is older than the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan


def printed_before_issued(plan: Plan) -> Iterator[Found]:
    """The day of printing in the imprint lies before the day of issue.

    ## Why it matters
    A document is signed first and printed then (GB/T 9704-2012, 7.4.2), so one of the
    two dates is wrong; deadlines are counted from them.

    ## When it keeps quiet
    Where one of the two days is not stated, and where both are the same.

    ## Example
    Issued on 2022-04-28 (`2022年4月28日`), printed on 2022-04-18 (`2022年4月18日印发`).

    ## What to do
    Correct the date that is wrong in the source document.
    """
    if plan.printed_on and plan.issued_on and plan.printed_on < plan.issued_on:
        printed, issued = plan.printed_on.isoformat(), plan.issued_on.isoformat()
        yield Found.of(None, subject=printed, printed=printed, issued=issued)
