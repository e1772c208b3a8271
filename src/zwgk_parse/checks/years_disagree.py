"""ZW229: years in the head of a plan that do not go together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found
from zwgk_parse.checks.leftover_year import leftover_title
from zwgk_parse.checks.years import disagree, years_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan

_SAYS = {
    "number": "the document number has {year}",
    "issued": "the day of issue has {year}",
    "printed": "the day of printing has {year}",
    "notice": "the title of the notice has {year}",
    "title": "the title has {year}",
    "deadlines": "most deadlines have {year}",
}


def years_disagree(plan: Plan) -> Iterator[Found]:
    """The years of the number, the issue, the title and the deadlines do not go together.

    ## Why it matters
    By GB/T 9704-2012, 7.2.5, the number bears the year of issue, and all deadlines without a year
    are read by it. One of the years is wrong, and the plan is filed or carried out in it.

    ## When it keeps quiet
    For the plan of a year that was issued from August of the year before; for a number of the old
    year that was used up in January; for a document printed in January; for plans of several years,
    forwarded documents, and titles that look back (整改, 考核); where ZW222 tells which title is
    last year's. It does not say which of the years is the wrong one.

    ## Example
    `甲府办〔2021〕7号`, signed on 2012年3月15日, for the key points of 2021; a title of 2021 over
    deadlines that all print 2022.

    ## What to do
    Check the years against the original and correct the wrong one.
    """
    if not disagree(plan) or any(leftover_title(plan)):
        return
    said = [
        (_SAYS[what].format(year=year), year)
        for what, year in years_of(plan)._asdict().items()
        if year is not None
    ]
    stated = sorted({year for _, year in said})
    yield Found.of(
        None,
        subject="/".join(map(str, stated)),
        reasons="; ".join(words for words, _ in said),
    )
