"""ZW504: a mobile telephone number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.personal import numbers_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.checks.found import Found
    from zwgk_parse.plan.model import Plan


def mobile_number(plan: Plan) -> Iterator[Found]:
    """The plan prints a mobile telephone number.

    ## Why it matters
    It belongs to a person, and was most likely meant for colleagues only.

    ## When it keeps quiet
    For hotlines and landline numbers; for eleven digits inside a longer number, a link, an index
    number, an account number or an amount; for a number whose middle is masked. The number itself
    is never repeated in full.

    ## Example
    联系人：张三，13812345678.

    ## What to do
    Print the office's number instead.
    """
    return numbers_of(plan, "mobile")
