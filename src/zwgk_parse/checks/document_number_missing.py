"""ZW105: a plan without a document number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found
from zwgk_parse.checks.notice_parts import is_plan_alone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan


def document_number_missing(plan: Plan) -> Iterator[Found]:
    """The document has no document number.

    ## Why it matters
    Other documents cite it by its number (发文字号).

    ## When it keeps quiet
    Where nothing of the notice is in the file (ZW112): the number stands on the notice.

    ## Example
    A notice with addressees, a signature and a date, but no 〔2022〕7号.

    ## What to do
    Put the number under the head of the document.
    """
    if plan.document_number is None and plan.tasks and not is_plan_alone(plan):
        yield Found.of(None)
