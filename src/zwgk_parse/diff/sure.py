"""Tasks that a child has nearly word for word are found at once; only the rest is weighed.

A parent is made ready for many children. A task of a child is looked up by stretches of characters
that one task of the parent alone has; what is nearly the same as that one, and as no other, is it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from zwgk_parse.diff.match import match
from zwgk_parse.diff.matching import Matching, Pair, Part
from zwgk_parse.diff.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zwgk_parse.plan.model import Plan

# From this likeness on two texts of about one length are one, whatever else is alike. What is less,
# or may be a part of the other, is weighed with all that remains.
_SURE, _LENGTH = 0.6, 0.85
# Of a child that has less of its tasks so, all are weighed: how rare words are, and which task is
# whose rival, shows in whole plans only.
_CLOSE = 0.5
# Where most tasks are found so, the others are weighed if they share so many stretches that no more
# than so many tasks have.
_FEWEST, _COMMON = 2, 3
# Shorter texts are alike by chance.
_SHORTEST = 16


class Ready:
    """A parent, ready to be matched with many children."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        texts = [fold(task.text) for task in plan.tasks]
        often = Counter(texts)
        self._whole = {text: place for place, text in enumerate(texts) if often[text] == 1}
        self._stretches = [_stretches(text) for text in texts]
        known = Counter(one for each in self._stretches for one in each)
        self._rare = {
            one: place
            for place, each in enumerate(self._stretches)
            for one in each
            if known[one] == 1
        }

        self._near: defaultdict[int, list[int]] = defaultdict(list)
        for place, each in enumerate(self._stretches):
            for one in each:
                if known[one] <= _COMMON:
                    self._near[one].append(place)

    def match(self, child: Plan) -> Matching:
        """Which tasks of the parent are which of `child`, as `match` finds it."""
        sure = self._sure(child)
        if len(sure) < _CLOSE * min(len(self._plan.tasks), len(child.tasks)):
            return match(self._plan, child)
        old = _left(len(self._plan.tasks), (pair.old for pair in sure))
        new = _left(len(child.tasks), (pair.new for pair in sure))
        if not old or not new:
            return Matching(pairs=tuple(sure), old_only=tuple(old), new_only=tuple(new))
        near, close = self._may_be_one(child, old, new)
        found = Matching()
        if near and close:
            found = _replaced(match(_only(self._plan, near), _only(child, close)), near, close)
        taken = {*near} - {*found.old_only}, {*close} - {*found.new_only}
        return found._replace(
            pairs=tuple(sorted([*sure, *found.pairs])),
            old_only=tuple(place for place in old if place not in taken[0]),
            new_only=tuple(place for place in new if place not in taken[1]),
        )

    def _may_be_one(
        self, child: Plan, old: Sequence[int], new: Sequence[int]
    ) -> tuple[list[int], list[int]]:
        """Those of the places that share some words with one of the others."""
        left, near, close = set(old), set[int](), []
        for place in new:
            shared = self._near.keys() & _stretches(fold(child.tasks[place].text))
            votes = Counter(chain.from_iterable(map(self._near.__getitem__, shared)))
            found = [one for one in left if votes[one] >= _FEWEST]
            near.update(found)
            close += [place] if found else []
        return sorted(near), close

    def _sure(self, child: Plan) -> list[Pair]:
        """The pairs that are beyond doubt; no task is in two."""
        claims: defaultdict[int, list[Pair]] = defaultdict(list)
        for place, task in enumerate(child.tasks):
            pair = self._of(fold(task.text), place)
            if pair:
                claims[pair.old].append(pair)
        return [pairs[0] for _, pairs in sorted(claims.items()) if len(pairs) == 1]

    def _of(self, text: str, place: int) -> Pair | None:
        same = self._whole.get(text)
        if same is not None:
            return Pair(same, place, 1.0, "identity")
        if len(text) < _SHORTEST:
            return None
        stretches = _stretches(text)
        votes = Counter(map(self._rare.get, stretches))
        del votes[None]
        if not votes:
            return None
        most = max(votes.values())
        best = min(one for one, count in votes.items() if one is not None and count == most)
        theirs = self._stretches[best]
        if min(len(stretches), len(theirs)) < _LENGTH * max(len(stretches), len(theirs)):
            return None
        score = 2 * len(stretches & theirs) / (len(stretches) + len(theirs))
        return Pair(best, place, round(score, 4)) if score >= _SURE else None


@lru_cache(maxsize=1024)
def _stretches(text: str) -> frozenset[int]:
    """Each four characters that stand side by side, as the number that their 8 bytes are."""
    units = text.encode("utf-16-le", "surrogatepass")
    rows = (units[at : at + (len(units) - at) // 8 * 8] for at in (0, 2, 4, 6))
    return frozenset(chain.from_iterable(memoryview(row).cast("Q") for row in rows))


def _left(count: int, taken: Iterable[int]) -> list[int]:
    known = set(taken)
    return [place for place in range(count) if place not in known]


def _only(plan: Plan, places: Sequence[int]) -> Plan:
    """The plan with these tasks alone."""
    return plan.model_copy(update={"tasks": tuple(plan.tasks[place] for place in places)})


def _replaced(matching: Matching, old: Sequence[int], new: Sequence[int]) -> Matching:
    """A matching of some tasks, by the places that these have in their plans."""
    return Matching(
        pairs=_placed(matching.pairs, old, new),
        splits=tuple(_part(one, old, new) for one in matching.splits),
        mergers=tuple(_part(one, new, old) for one in matching.mergers),
        old_only=tuple(old[place] for place in matching.old_only),
        new_only=tuple(new[place] for place in matching.new_only),
        related=_placed(matching.related, old, new),
    )


def _placed(pairs: Iterable[Pair], old: Sequence[int], new: Sequence[int]) -> tuple[Pair, ...]:
    return tuple(pair._replace(old=old[pair.old], new=new[pair.new]) for pair in pairs)


def _part(part: Part, whole: Sequence[int], parts: Sequence[int]) -> Part:
    return part._replace(whole=whole[part.whole], parts=tuple(parts[one] for one in part.parts))
