"""Texts go in once, for each other text those that may be like it come out, without comparing all.

What they share is summed up by an inverted index; words that many have are left out.
"""

from __future__ import annotations

from collections import defaultdict
from operator import neg
from typing import TYPE_CHECKING

from zwgk_parse.diff.text import shingles, vector, weights

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zwgk_parse.diff.text import Vector
    from zwgk_parse.plan.model import Plan

# So many are worth an exact comparison.
MOST = 8
# Shingles that tell less are too common to lead to a candidate.
_LEAST = 0.4


class Candidates:
    """An inverted index over weighed texts."""

    def __init__(self, texts: Sequence[Vector]) -> None:
        self._places: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, text in enumerate(texts):
            for one, value in text.values.items():
                if value >= _LEAST:
                    self._places[one].append((place, value / text.length))

    def shared(self, text: Vector) -> dict[int, float]:
        """The places of the texts that may be like `text`, with how like they are, roughly."""
        shared: defaultdict[int, float] = defaultdict(float)
        places = self._places
        for one, value in text.values.items():
            if one in places:
                for place, share in places[one]:
                    shared[place] += value * share
        return {place: value / text.length for place, value in shared.items()}


def best(shared: Mapping[int, float], most: int = MOST) -> list[int]:
    """The likest places, of equals the first."""
    ranked = sorted(zip(map(neg, shared.values()), shared, strict=True))
    return [place for _, place in ranked[:most]]


def likest(old: Sequence[Vector], new: Sequence[Vector], most: int = MOST) -> set[tuple[int, int]]:
    """Pairs of places in which each is, for one of the two at least, among the likest."""
    index = Candidates(new)
    rows = [index.shared(text) for text in old]
    columns: list[dict[int, float]] = [{} for _ in new]
    for place, row in enumerate(rows):
        for other, value in row.items():
            columns[other][place] = value
    found = {(place, other) for place, row in enumerate(rows) for other in best(row, most)}
    return found | {
        (one, place) for place, column in enumerate(columns) for one in best(column, most)
    }


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
        return best(self._candidates.shared(vector(known, self._weights)), most)


def place_name(plan: Plan) -> str:
    """The name of a plan's place, which its copies replace by their own; empty if not known."""
    return plan.region.name if plan.region else ""
