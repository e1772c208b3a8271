"""Which printed numbers tell tasks apart: a Plan goes in, a Numbered for each task comes out."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from zwgk_parse.findings import Numbered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zwgk_parse.plan.model import Plan, Section

# How much of a heading without a number is quoted.
_QUOTED = 16
# How many levels of headings are named; no plan has more.
_LEVELS = 9


def numbered(plan: Plan) -> tuple[Numbered, ...]:
    """How each task is found in print: by its number, and by sections where numbers begin anew.

    As with the tasks' ids, the shortest way down the sections that tells them apart is taken.
    """
    ways = _ways(plan)
    labels = [" ".join((task.label or "").split()) for task in plan.tasks]
    paths = [ways.get(task.section or "", ()) for task in plan.tasks]
    depth = _depth(labels, paths)
    seen: Counter[tuple[tuple[str, ...], str]] = Counter()
    found = []
    for order, (label, path) in enumerate(zip(labels, paths, strict=True), start=1):
        above = path[:depth] if label else ()
        seen[above, label] += 1
        repeat = seen[above, label] if label else 1
        found.append(Numbered(label or None, "".join(above), repeat, order))
    return tuple(found)


def _ways(plan: Plan) -> dict[str, tuple[str, ...]]:
    """The labels down to each section, outermost first, by its id."""
    sections = {section.id: section for section in plan.sections}
    return {
        section.id: tuple(
            reversed([_label(one) for one in islice(_upwards(section, sections), _LEVELS)])
        )
        for section in plan.sections
    }


def _upwards(section: Section, sections: dict[str, Section]) -> Iterator[Section]:
    """A section and those it lies in; a stored plan may have some that lie in one another."""
    seen: set[str] = set()
    above: Section | None = section
    while above is not None and above.id not in seen:
        seen.add(above.id)
        yield above
        above = sections.get(above.parent or "")


def _label(section: Section) -> str:
    label = "".join((section.label or "").split())
    if label:
        return label
    title = section.title
    return f"“{title if len(title) <= _QUOTED else title[:_QUOTED] + '…'}”"


def _depth(labels: Sequence[str], paths: Sequence[tuple[str, ...]]) -> int:
    """How many levels of sections it takes to tell the numbered tasks apart."""
    known = [(label, path) for label, path in zip(labels, paths, strict=True) if label]
    deepest = max((len(path) for _, path in known), default=0)
    apart = [len({(path[:depth], label) for label, path in known}) for depth in range(deepest + 1)]
    return apart.index(max(apart))
