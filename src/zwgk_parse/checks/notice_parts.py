"""Whether a file holds anything of the notice that issued its plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    from zwgk_parse.plan.model import Plan

_MARK = lazy(r"附[件表录]?\s*[0-9一二三四五六七八九十]{0,3}\s*[:：]?")


def is_plan_alone(plan: Plan) -> bool:
    """Whether there is no number, no day, no addressee and no title of a notice.

    抄送 stands in an imprint, which the plan's last page may bear.
    """
    if plan.doc_type == "notice" or plan.notice_title is not None:
        return False
    days = plan.issued_on or plan.printed_on
    return not (plan.document_number or days or plan.addressees)


def is_headed(plan: Plan) -> bool:
    """Whether a title, or the line 附件 over it, shows that the plan begins where the file does."""
    return plan.title is not None or any(_MARK.fullmatch(line.text) for line in plan.preamble)
