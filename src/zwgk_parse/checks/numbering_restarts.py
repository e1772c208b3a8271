"""ZW205: a count that begins with 1 again within a section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found
from zwgk_parse.checks.sequence import faults_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan


def numbering_restarts(plan: Plan) -> Iterator[Found]:
    """The count begins with 1 again without a new section.

    ## Why it matters
    A heading is missing between the two counts, or two lists were pasted together; the numbers no
    longer tell the tasks apart.

    ## When it keeps quiet
    Under a new heading, in another table, file or attachment, where each row of a table holds
    several tasks of its own, and where the text before does not end as a sentence does: a
    heading without a number may stand there.

    ## Example
    The tasks 1 to 5 are followed by 1 to 3, with no heading between them.

    ## What to do
    Put the missing heading in, or number on.
    """
    for fault in faults_of(plan):
        if fault.kind == "restart" and fault.item.task is not None:
            yield Found.of(fault.item.task, before=fault.before, after=fault.item.label)
