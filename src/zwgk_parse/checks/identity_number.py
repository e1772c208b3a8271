"""ZW503: a resident identity number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.personal import numbers_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.checks.found import Found
    from zwgk_parse.plan.model import Plan


def identity_number(plan: Plan) -> Iterator[Found]:
    """The plan prints a person's resident identity number.

    ## Why it matters
    It is sensitive personal information: whoever reads the page can misuse it, and it stays in
    copies when the page is taken down.

    ## When it keeps quiet
    Where the check digit of GB 11643, the province or the day of birth is wrong, unless words call
    it an identity number (身份证号：…); for a number whose middle is masked; for
    social credit codes, account numbers and index numbers. The number itself is never repeated in
    full.

    ## Example
    A contact table with a column 身份证号.

    ## What to do
    Take the number out before the plan is published; where it is published, replace the file.
    """
    return numbers_of(plan, "identity")
