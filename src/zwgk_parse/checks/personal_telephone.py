"""ZW505: a landline number beside a person's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.personal import numbers_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.checks.found import Found
    from zwgk_parse.plan.model import Plan


def personal_telephone(plan: Plan) -> Iterator[Found]:
    """The plan prints a telephone number beside a person's name.

    ## Why it matters
    Name and number together tell who can be reached where. In a notice to colleagues that is
    ordinary; on a page for everybody it may not be meant.

    ## When it keeps quiet
    For the number of an office or a hotline, and for a number without a name.

    ## Example
    联系人：张三，电话：0758-2621234.

    ## What to do
    Keep the office's name and number, and leave the person's name out if it need not be known.
    """
    return numbers_of(plan, "landline")
