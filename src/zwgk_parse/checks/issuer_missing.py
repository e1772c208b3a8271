"""ZW106: a plan without an issuer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found
from zwgk_parse.checks.notice_parts import is_headed, is_plan_alone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan


def issuer_missing(plan: Plan) -> Iterator[Found]:
    """The document does not say who issued it.

    ## Why it matters
    Nobody can be asked about it, and units without a place (县府办) cannot be told.

    ## When it keeps quiet
    Where the file is the plan alone (ZW112), under its title or an 附件 line: the issuer signs the
    notice.

    ## Example
    A notice with a number and a date, but without a signature or a letterhead.

    ## What to do
    Put the name of the issuing body over the date.
    """
    if not plan.issuer and plan.tasks and not (is_plan_alone(plan) and is_headed(plan)):
        yield Found.of(None)
