"""Pairs and what each gains go in, those of the best one-to-one assignment come out.

The best is the one with the greatest gain; a task may stay without a partner. It is exact,
by shortest augmenting paths over the pairs that there are, not over all that could be.
"""

from __future__ import annotations

from collections import defaultdict
from heapq import heappop, heappush
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Places = tuple[int, int]
# Gains are counted in whole steps of this fineness, so that sums are exact.
_FINENESS = 1_000_000


def assign(gains: Mapping[Places, float]) -> list[Places]:
    """The pairs of places (old, new) that gain most together, each place once, in order.

    Gains that are not above 0 are left out. Of equally good assignments it is one in which the
    tasks keep their order.
    """
    known = {places: gain for places, gain in sorted(gains.items()) if gain > 0}
    size = max(map(max, known), default=0) + 1
    best = _Assignment()
    for (old, new), gain in known.items():
        best.costs[old][new] = (old - new) ** 2 - round(gain * _FINENESS) * size**3
    for old in list(best.costs):
        best.add(old)
    return [(old, new) for old, new in sorted(best.partners.items()) if new >= 0]


class _Assignment:
    """The cheapest assignment of the old tasks added so far.

    Each old task may have itself for a partner, which stands as a new task below 0 and costs
    nothing. A new task's price is what others would pay more if they had to do without it; costs
    less prices are never below those of the assignment, so that shortest paths keep it cheapest
    (Jonker and Volgenant 1987).
    """

    def __init__(self) -> None:
        self.costs: defaultdict[int, dict[int, int]] = defaultdict(dict)
        self.partners: dict[int, int] = {}
        self._owners: dict[int, int] = {}
        self._prices: defaultdict[int, int] = defaultdict(int)

    def add(self, start: int) -> None:
        """Give the old task `start` a partner, and others new ones where that is cheaper."""
        self.costs[start][-1 - start] = 0
        new, before = self._shortest_path(start)
        old = None
        while old != start:
            old = before[new]
            self._owners[new] = old
            # What was this old task's partner becomes that of the one before it on the path.
            following = self.partners.get(old, new)
            self.partners[old], new = new, following

    def _shortest_path(self, start: int) -> tuple[int, dict[int, int]]:
        """The free new task that is nearest to `start`, and the old task before each new one."""
        lengths: dict[int, int] = {}
        before: dict[int, int] = {}
        passed: dict[int, int] = {}
        heap: list[tuple[int, int]] = []
        old, offset = start, 0
        while True:
            for new, cost in self.costs[old].items():
                length = offset + cost - self._prices[new]
                if new not in passed and length < lengths.get(new, length + 1):
                    lengths[new], before[new] = length, old
                    heappush(heap, (length, new))
            length, new = heappop(heap)
            while new in passed:
                length, new = heappop(heap)
            if new not in self._owners:
                break
            passed[new] = length
            old = self._owners[new]
            offset = length - self.costs[old][new] + self._prices[new]
        for each, reached in passed.items():
            self._prices[each] += reached - length
        return new, before
