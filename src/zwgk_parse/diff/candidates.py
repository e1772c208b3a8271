"""Texts go in once, for each other text those that may be like it come out, without comparing all.

What they share is summed up by an inverted index; words that many have are left out.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from zwgk_parse.diff.text import shingles, vector, weights

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zwgk_parse.diff.text import Vector
    from zwgk_parse.plan.model import Plan

# So many are worth an exact comparison.
MOST = 8
# Shingles that tell less are too common to lead to a candidate.
_LEAST = 0.15


class Candidates:
    """An index over weighed texts."""

    def __init__(self, texts: Sequence[Vector]) -> None:
        self._places: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, text in enumerate(texts):
            for one, value in text.values.items():
                if value >= _LEAST:
                    self._places[one].append((place, value / text.length))

    def of(self, text: Vector, most: int = MOST) -> list[int]:
        """The places of at most `most` texts that share most with `text`, the likest first."""
        shared: defaultdict[int, float] = defaultdict(float)
        places = self._places
        for one, value in text.values.items():
            for place, share in places.get(one, ()):
                shared[place] += value * share
        return sorted(shared, key=lambda place: (-shared[place], place))[:most]


class Index:
    """The tasks of one plan, made ready once, for the tasks of many others."""

    def __init__(self, plan: Plan) -> None:
        self._own = place_name(plan)
        texts = [shingles(task.text, self._own) for task in plan.tasks]
        self._weights = weights(texts, ())
        self._candidates = Candidates([vector(text.counts, self._weights) for text in texts])

    def candidates(self, text: str, own: str = "", most: int = MOST) -> list[int]:
        """The places of the plan's tasks that may be like `text`, the likest first.

        `own` is the name of the place whose plan `text` stands in (`place_name`).
        """
        counts = shingles(text, own).counts
        known = {one: often for one, often in counts.items() if one in self._weights}
        return self._candidates.of(vector(known, self._weights), most)


def place_name(plan: Plan) -> str:
    """The name of a plan's place, which its copies replace by their own; empty if not known."""
    return plan.region.name if plan.region else ""
