"""ZW111: a file without tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan


def no_task(plan: Plan) -> Iterator[Found]:
    """No task was found in the whole file.

    ## Why it matters
    Either it is no plan, or its form is not known: a table drawn as a picture, tasks without
    numbers and without owners.

    ## When it keeps quiet
    Never.

    ## Example
    A notice that hands over a plan which is not in the file.

    ## What to do
    Give the plan itself, or the attachment that holds it.
    """
    if not plan.tasks:
        yield Found.of(None)
