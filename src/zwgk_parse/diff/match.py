"""Two plans go in, which of their tasks belong together comes out."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from zwgk_parse.diff.assign import assign
from zwgk_parse.diff.candidates import place_name
from zwgk_parse.diff.evidence import Comparison, odds
from zwgk_parse.diff.matching import Matching, Pair
from zwgk_parse.diff.parts import covered, related, split_or_merged
from zwgk_parse.diff.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zwgk_parse.diff.assign import Places
    from zwgk_parse.plan.model import Plan, Task

# The odds, as logarithms, from which two tasks are one: likelier than not.
ONE = 0.0
# Texts as like as that are one whatever else there is: short ones tell little. So much is a text
# of one likeness better than another of less.
NEARLY_SAME, _STEEP = 0.5, 20.0


def match(old: Plan, new: Plan) -> Matching:
    """Which tasks of `old` are which of `new`; `match(new, old)` is its mirror."""
    if _key(new) < _key(old):
        return mirrored(_match(new, old))
    return _match(old, new)


def mirrored(matching: Matching) -> Matching:
    """The same, seen from the other plan."""
    return Matching(
        pairs=_turned(matching.pairs),
        splits=matching.mergers,
        mergers=matching.splits,
        old_only=matching.new_only,
        new_only=matching.old_only,
        related=_turned(matching.related),
    )


def _turned(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    return tuple(sorted(pair._replace(old=pair.new, new=pair.old) for pair in pairs))


def _key(plan: Plan) -> tuple[object, ...]:
    """All that is compared: it settles which plan comes first, so that both directions agree."""
    tasks = [
        (task.text, task.section or "", [owner.system or "" for owner in task.owners])
        for task in plan.tasks
    ]
    return plan.id, place_name(plan), tasks


def _match(old: Plan, new: Plan) -> Matching:
    same = _identical(old.tasks, new.tasks)
    free = _others(old, {one for one, _ in same}), _others(new, {one for _, one in same})
    comparison = Comparison(old, new)
    alike = comparison.alike(*free)
    told = {places: odds(each) for places, each in comparison.evidence(alike)}
    found = assign({places: _gain(told[places], score) for places, score in alike.items()})
    splits, mergers = split_or_merged(comparison, found, alike)
    in_old = {part.whole for part in splits} | {one for part in mergers for one in part.parts}
    in_new = {part.whole for part in mergers} | {one for part in splits for one in part.parts}
    kept = [(one, other) for one, other in found if one not in in_old and other not in in_new]
    pairs = [Pair(*places, 1.0, "identity") for places in same]
    pairs += [Pair(*places, round(alike[places], 4)) for places in kept]
    given = {(pair.old, pair.new) for pair in pairs} | covered(splits, mergers)
    return Matching(
        pairs=tuple(sorted(pairs)),
        splits=splits,
        mergers=mergers,
        old_only=tuple(_others(old, {one for one, _ in given})),
        new_only=tuple(_others(new, {one for _, one in given})),
        related=tuple(
            Pair(*places, round(alike[places], 4)) for places in related(comparison, told, given)
        ),
    )


def _gain(told: float, score: float) -> float:
    """What it is worth to make a pair one: nothing, or less, if it is not likely to be."""
    return max(told - ONE, _STEEP * score if score >= NEARLY_SAME else 0.0)


def _others(plan: Plan, places: set[int]) -> list[int]:
    return [place for place in range(len(plan.tasks)) if place not in places]


def _identical(old: Sequence[Task], new: Sequence[Task]) -> list[Places]:
    """Tasks with the same words; of several with the same, those that keep their order."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, task in enumerate(new):
        places[fold(task.text)].append(place)
    return assign(
        {
            (place, other): 1.0
            for place, task in enumerate(old)
            for other in places.get(fold(task.text), ())
        }
    )
