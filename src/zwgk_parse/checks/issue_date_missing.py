"""ZW107: a plan without a day of issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found
from zwgk_parse.checks.notice_parts import is_plan_alone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan


def issue_date_missing(plan: Plan) -> Iterator[Found]:
    """The document has no day of issue.

    ## Why it matters
    Deadlines such as “印发之日起30日内” count from it, and whether a deadline had
    passed cannot be told.

    ## When it keeps quiet
    Where nothing of the notice is in the file (ZW112): the day stands on the notice.

    ## Example
    A notice with a number and a signature, but without 成文日期.

    ## What to do
    Put the day under the name of the issuing body.
    """
    if plan.issued_on is None and plan.tasks and not is_plan_alone(plan):
        yield Found.of(None)
