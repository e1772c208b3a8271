"""Where headings stand: a plan and one of its sections go in, the nearest known place comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zwgk_parse.plan.model import Plan, Preamble, Section, Task
    from zwgk_parse.source import Span


def spans_at(plan: Plan, section: Section) -> tuple[Span, ...]:
    """The place of the first words below a heading, else of the last ones above it.

    A plan does not say where its headings stand, but where tasks and paragraphs do.
    """
    order = {each.id: place for place, each in enumerate(plan.sections)}
    at = order[section.id]
    parts: Iterable[Task | Preamble] = (*plan.preamble, *plan.tasks)
    placed = [
        (order[part.section], part.provenance)
        for part in parts
        if part.section in order and part.provenance
    ]
    below = [each for each in placed if each[0] >= at]
    if below:
        return min(below, key=lambda each: each[0])[1][:1]
    return max(placed, key=lambda each: each[0])[1][-1:] if placed else ()
