"""ZW112: the plan is there, the notice that issued it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found
from zwgk_parse.checks.notice_parts import is_plan_alone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan


def notice_not_in_file(plan: Plan) -> Iterator[Found]:
    """The file is the plan alone: no number, no date and no addressee of the notice that issued it.

    ## Why it matters
    Number, day and issuer are on the notice; what depends on them (deadlines counted from the day
    of issue, ZW202) cannot be checked.

    ## When it keeps quiet
    Where anything of a notice is there, and where the document is itself a notice.

    ## Example
    An attachment saved as a file of its own: 附件, the title, the table.

    ## What to do
    Give the whole document, if it is at hand.
    """
    if plan.tasks and is_plan_alone(plan):
        yield Found.of(None)
