"""ZW104: a plan without a title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan


def title_missing(plan: Plan) -> Iterator[Found]:
    """The plan has no title.

    ## Why it matters
    The plan cannot be cited, filed or found, and the year and the place it is for are told by its
    title.

    ## When it keeps quiet
    Where the notice has a title, and where there is no task either (ZW111).

    ## Example
    A table of tasks with no line above it.

    ## What to do
    Put the title above the plan.
    """
    if plan.title is None and plan.notice_title is None and plan.tasks:
        yield Found.of(None)
