"""A plan goes in, what a comparison with another needs of its tasks comes out."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from zwgk_parse.diff.candidates import place_name
from zwgk_parse.diff.text import opening, shingles, vector

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zwgk_parse.diff.text import Vector
    from zwgk_parse.plan.model import Plan, Task

# A section with more of a plan's tasks is about nothing in particular.
_WIDEST = 1 / 3


class Side:
    """One of the two plans, with what the comparison needs of its tasks."""

    def __init__(self, plan: Plan) -> None:
        own = place_name(plan)
        self.texts = [shingles(task.text, own) for task in plan.tasks]
        self.sections = [task.section for task in plan.tasks]
        self._most = _WIDEST * len(plan.tasks)
        self.units = [_units(task) for task in plan.tasks]
        self._openings = [shingles(opening(task.text), own) for task in plan.tasks]
        self.vectors: list[Vector] = []
        self.openings: list[Vector] = []
        self.section_vectors: dict[str, Vector] = {}

    def weigh(self, weight: Mapping[str, float]) -> None:
        """Make the vectors of the tasks, of their openings and of the sections."""
        self.vectors = [vector(text.counts, weight) for text in self.texts]
        self.openings = [
            vector({one: often for one, often in text.counts.items() if one in weight}, weight)
            for text in self._openings
        ]
        often = Counter(self.sections)
        telling = {each for each, count in often.items() if each and count <= self._most}
        pooled: defaultdict[str | None, Counter[str]] = defaultdict(Counter)
        for section, text in zip(self.sections, self.texts, strict=True):
            if section in telling:
                pooled[section].update(text.counts)
        self.section_vectors = {each: vector(pooled[each], weight) for each in sorted(telling)}


def _units(task: Task) -> frozenset[str]:
    return frozenset(owner.system for owner in task.owners if owner.system)
