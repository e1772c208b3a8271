"""Whether a file holds anything of the notice that issued its plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zwgk_parse.plan.model import Plan


def is_plan_alone(plan: Plan) -> bool:
    """Whether there is no number, no day, no addressee and no title of a notice."""
    if plan.doc_type == "notice" or plan.notice_title is not None:
        return False
    days = plan.issued_on or plan.printed_on
    return not (plan.document_number or days or plan.addressees or plan.copied_to)
