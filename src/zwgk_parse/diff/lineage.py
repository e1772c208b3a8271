"""Which plan comes down from which: plans go in, a Lineage comes out.

A plan's citations name its parents. Of those that are not held only the name is known; where a
child cites two of them, the one of the wider place stands above the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.diff.open_sets import LEVELS
from zwgk_parse.diff.shelf import Cited, Shelf, place_of
from zwgk_parse.diff.trace import Parent
from zwgk_parse.plan.traces import Descent, KnownPlan, Lineage

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zwgk_parse.plan.model import Plan


class _Edge(NamedTuple):
    child: str
    cited: Cited
    inferred: bool = False

    @property
    def parent(self) -> str:
        return self.cited.parent.id


def lineage(plans: Iterable[tuple[str, Plan]]) -> Lineage:
    """The tree of `plans` (each with the file it was read from), with a trace of every edge."""
    shelf = Shelf(plans)
    known = {plan.id: shelf.known(plan) for plan in shelf.plans.values()}
    edges = [_Edge(id_, one) for id_, plan in shelf.plans.items() for one in shelf.parents(plan)]
    for edge in edges:
        known.setdefault(edge.parent, edge.cited.parent)
    edges = sorted({*edges, *_inferred(edges, known)}, key=lambda one: (one.child, one.parent))
    above: dict[str, list[str]] = {}
    for edge in edges:
        above.setdefault(edge.child, []).append(edge.parent)
    cycles = _cycles(edges, above)
    straight = {
        child: [one for one in parents if (child, one) not in cycles]
        for child, parents in above.items()
    }
    return Lineage(
        plans=tuple(sorted(known.values(), key=_order)),
        descents=tuple(_descent(edge, shelf, cycles, straight) for edge in edges),
    )


def _order(plan: KnownPlan) -> tuple[int, str, str]:
    return plan.year or 0, plan.document_number or "", plan.id


def _descent(
    edge: _Edge, shelf: Shelf, cycles: set[tuple[str, str]], above: dict[str, list[str]]
) -> Descent:
    parent, child = shelf.plans.get(edge.parent), shelf.plans.get(edge.child)
    trace = Parent(parent).trace(child) if parent and child else None
    others = [one for one in above.get(edge.child, ()) if one != edge.parent]
    return Descent(
        child=edge.child,
        parent=edge.parent,
        relation=edge.cited.relation,
        by="level" if edge.inferred else edge.cited.by,
        remote=any(edge.parent in _ancestors(one, above) for one in others),
        cycle=(edge.child, edge.parent) in cycles,
        owed=trace.owed if trace else None,
        taken=trace.taken if trace else None,
        coverage=trace.coverage if trace else None,
    )


def _ancestors(start: str, above: dict[str, list[str]]) -> set[str]:
    """All plans above `start`."""
    found: set[str] = set()
    waiting = list(above.get(start, ()))
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += above.get(one, ())
    return found


def _cycles(edges: Sequence[_Edge], above: dict[str, list[str]]) -> set[tuple[str, str]]:
    """The edges (child, parent) that lead round: the parent comes down from the child as well.

    Of a ring of plans all edges do; the tree goes on without them.
    """
    ancestors = {edge.parent: _ancestors(edge.parent, above) for edge in edges}
    return {(edge.child, edge.parent) for edge in edges if edge.child in ancestors[edge.parent]}


def _inferred(edges: Sequence[_Edge], known: dict[str, KnownPlan]) -> set[_Edge]:
    """Edges between parents of one child that are not held: the wider place above the other.

    Only for those of one year; a province's plan of last year says nothing of this year's.
    """
    cited: dict[str, list[Cited]] = {}
    for edge in edges:
        if not known[edge.parent].held:
            cited.setdefault(edge.child, []).append(edge.cited)
    found: dict[tuple[str, str], _Edge] = {}
    for parents in cited.values():
        for lower in parents:
            upper = _right_above(lower.parent, [one for one in parents if one is not lower])
            if upper:
                key = lower.parent.id, upper.parent.id
                found[key] = _Edge(lower.parent.id, upper, inferred=True)
    return set(found.values())


def _right_above(lower: KnownPlan, others: Sequence[Cited]) -> Cited | None:
    """The one of `others` of the narrowest place around that of `lower`."""
    place = place_of(lower)
    if place is None:
        return None
    around = [
        (LEVELS.index(outer[0]), one)
        for one in others
        if one.parent.year == lower.year
        and (outer := place_of(one.parent))
        and outer != place
        and _is_around(outer, place)
    ]
    deepest = max((level for level, _ in around), default=None)
    nearest = [one for level, one in around if level == deepest]
    return nearest[0] if len(nearest) == 1 else None


def _is_around(outer: tuple[str, str], inner: tuple[str, str]) -> bool:
    if outer[0] == "national":
        return inner[0] != "national"
    kept = {"province": 2, "prefecture": 4}.get(outer[0])
    return bool(kept and inner[1] and outer[1][:kept] == inner[1][:kept])
