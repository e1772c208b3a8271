"""Two plans go in, which of their tasks belong together comes out."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import log
from typing import TYPE_CHECKING

from zwgk_parse.diff.assign import assign
from zwgk_parse.diff.matching import Matching, Pair, Part
from zwgk_parse.diff.text import fold, shingles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zwgk_parse.plan.model import Plan, Task

_ALIKE = 0.2
_COVERED, _INSIDE = 0.6, 0.6


def match(old: Plan, new: Plan) -> Matching:
    """Which tasks of `old` are which of `new`; `match(new, old)` is its mirror."""
    if _key(new) < _key(old):
        return mirrored(_match(new, old))
    return _match(old, new)


def mirrored(matching: Matching) -> Matching:
    """The same, seen from the other plan."""

    def turned(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
        return tuple(sorted(pair._replace(old=pair.new, new=pair.old) for pair in pairs))

    return Matching(
        pairs=turned(matching.pairs),
        splits=matching.mergers,
        mergers=matching.splits,
        related=turned(matching.related),
        old_only=matching.new_only,
        new_only=matching.old_only,
    )


def _key(plan: Plan) -> tuple[str, ...]:
    return (plan.id, *(task.text for task in plan.tasks))


def _match(old: Plan, new: Plan) -> Matching:
    identical = _identical(old.tasks, new.tasks)
    left = {pair.old for pair in identical}, {pair.new for pair in identical}
    scores = _Scores(old.tasks, new.tasks)
    alike = [pair for pair in scores.pairs if pair.old not in left[0] and pair.new not in left[1]]
    found = assign(pair for pair in alike if pair.score >= _ALIKE)
    splits = scores.parts(found, left[1], turned=False)
    mergers = scores.parts(found, left[0], turned=True)
    inside_old = {one for part in mergers for one in part.parts} | {part.whole for part in splits}
    inside_new = {one for part in splits for one in part.parts} | {part.whole for part in mergers}
    kept = [pair for pair in found if pair.old not in inside_old and pair.new not in inside_new]
    pairs = tuple(sorted((*identical, *kept)))
    inside_old |= {pair.old for pair in pairs}
    inside_new |= {pair.new for pair in pairs}
    return Matching(
        pairs=pairs,
        splits=splits,
        mergers=mergers,
        old_only=tuple(place for place in range(len(old.tasks)) if place not in inside_old),
        new_only=tuple(place for place in range(len(new.tasks)) if place not in inside_new),
    )


def _identical(old: Sequence[Task], new: Sequence[Task]) -> list[Pair]:
    """Pairs of tasks with the same words; of several with the same, those nearest in order."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, task in enumerate(new):
        places[fold(task.text)].append(place)
    return assign(
        Pair(place, other, 1.0, "identity")
        for place, task in enumerate(old)
        for other in places.get(fold(task.text), ())
    )


class _Scores:
    def __init__(self, old: Sequence[Task], new: Sequence[Task]) -> None:
        self.old = [shingles(task.text) for task in old]
        self.new = [shingles(task.text) for task in new]
        count = Counter(one for words in (*self.old, *self.new) for one in words)
        total = len(old) + len(new) + 1
        self.weights = {one: log(total / often) for one, often in count.items()}
        self.sizes = [self.weight(one) for one in self.old], [self.weight(one) for one in self.new]
        self.pairs = [
            Pair(place, other, round(2 * shared / (self.sizes[0][place] + self.sizes[1][other]), 4))
            for place, words in enumerate(self.old)
            for other, others in enumerate(self.new)
            if (shared := self.weight(words & others))
        ]

    def weight(self, words: frozenset[str]) -> float:
        return sum(map(self.weights.__getitem__, sorted(words)))

    def parts(self, found: list[Pair], left: set[int], *, turned: bool) -> tuple[Part, ...]:
        wholes, others = (self.new, self.old) if turned else (self.old, self.new)
        partner = {(p.new if turned else p.old): (p.old if turned else p.new) for p in found}
        busy = left | set(partner.values())
        result = []
        for whole, words in enumerate(wholes):
            if whole not in partner:
                continue
            free = [
                one
                for one, other in enumerate(others)
                if (one not in busy or one == partner[whole])
                and other
                and self.weight(words & other) >= _INSIDE * self.weight(other)
            ]
            covered = self.weight(words & frozenset().union(*(others[one] for one in free)))
            share = covered / self.weight(words) if words else 0
            if len(free) > 1 and share >= _COVERED:
                result.append(Part(whole, tuple(free), round(share, 4)))
        return tuple(result)
