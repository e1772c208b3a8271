"""A Lineage laid out: which plans stand under which, each once."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.traces import Descent, KnownPlan, Lineage


class Branch(NamedTuple):
    """A plan, how far from the top it stands, what it came down by, and what stands under it.

    `again` is true where the plan has been shown before, with all that stands under it.
    """

    plan: KnownPlan
    depth: int
    descent: Descent | None
    again: bool = False


def branches(lineage: Lineage) -> Iterator[Branch]:
    """The plans from the top down, each under its parents; those that cite nothing come last.

    A plan that has other parents as well is followed further under the first of them only.
    """
    plans = {plan.id: plan for plan in lineage.plans}
    below: defaultdict[str, list[Descent]] = defaultdict(list)
    for descent in lineage.descents:
        if not (descent.remote or descent.cycle):
            below[descent.parent].append(descent)
    under = {descent.child for one in below.values() for descent in one}
    tops = [plan for plan in lineage.plans if plan.id not in under]
    seen: set[str] = set()
    for top in sorted(tops, key=lambda plan: plan.id not in below):
        waiting = [Branch(top, 0, None)]
        while waiting:
            branch = waiting.pop()
            again = branch.plan.id in seen
            seen.add(branch.plan.id)
            yield branch._replace(again=again and branch.plan.id in below)
            if not again:
                waiting += [
                    Branch(plans[one.child], branch.depth + 1, one)
                    for one in reversed(below[branch.plan.id])
                ]


def remote(lineage: Lineage) -> dict[str, list[Descent]]:
    """By child, the descents that the tree does not show: of parents above other parents."""
    found: dict[str, list[Descent]] = {}
    for descent in lineage.descents:
        if descent.remote:
            found.setdefault(descent.child, []).append(descent)
    return found
