"""Two plans go in, which of their tasks belong together comes out."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from zwgk_parse.diff.assign import assign
from zwgk_parse.diff.candidates import place_name
from zwgk_parse.diff.evidence import NEARLY_SAME, Comparison
from zwgk_parse.diff.matching import Matching, Pair
from zwgk_parse.diff.parts import covered, related, split_or_merged
from zwgk_parse.diff.text import fold, from_year

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zwgk_parse.diff.assign import Places
    from zwgk_parse.plan.model import Plan

# The odds, as logarithms, from which two tasks are one: likelier than not.
ONE = 0.0
# How much better than another one a nearly same text of more likeness is.
_STEEP = 20.0
# Of so many pairs of the same words it is not asked which fit best.
_MANY = 1000


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
    same = _identical(old, new)
    free = _others(old, {one for one, _ in same}), _others(new, {one for _, one in same})
    comparison = Comparison(old, new)
    alike = comparison.alike(*free)
    told = comparison.odds(alike, least=ONE)
    found = assign({each: _gain(told.get(each, ONE), score) for each, score in alike.items()})
    splits, mergers = split_or_merged(comparison, found, alike)
    in_old = {part.whole for part in splits} | {one for part in mergers for one in part.parts}
    in_new = {part.whole for part in mergers} | {one for part in splits for one in part.parts}
    kept = [(one, other) for one, other in found if one not in in_old and other not in in_new]
    pairs = [Pair(*places, 1.0, "identity") for places in same]
    numbers = _same_numbers(old, new)
    pairs += [
        Pair(*each, score, "identity" if each in numbers and score >= NEARLY_SAME else "text")
        for each in kept
        for score in [round(alike[each], 4)]
    ]
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


def _same_numbers(old: Plan, new: Plan) -> set[Places]:
    """Places of tasks with the same number in the same section, if both are one plan.

    Plans are one if they have one id, or one issuer and one title but for the year.
    """
    titles = [(fold(plan.title or ""), plan.issuer) for plan in (old, new)]
    if old.id != new.id and (titles[0] != titles[1] or not titles[0][0]):
        return set()
    places: defaultdict[_Number, list[int]] = defaultdict(list)
    for place, number in enumerate(_numbers(new)):
        places[number].append(place)
    return {(one, other) for one, number in enumerate(_numbers(old)) for other in places[number]}


_Number = tuple[str | None, str | None]


def _numbers(plan: Plan) -> list[_Number]:
    """The number of each task as printed, with the title of its section."""
    titles = {section.id: fold(section.title) for section in plan.sections}
    return [(task.label, titles.get(task.section or "")) for task in plan.tasks]


def _others(plan: Plan, places: set[int]) -> list[int]:
    return [place for place in range(len(plan.tasks)) if place not in places]


def _identical(old: Plan, new: Plan) -> list[Places]:
    """Tasks with the same words; of several with the same, those that keep their order.

    Those go first whose years and punctuation are the same as well.
    """
    groups: defaultdict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, plan in enumerate((old, new)):
        for place, task in enumerate(plan.tasks):
            groups[fold(task.text)][side].append(place)
    found: list[Places] = []
    for group in groups.values():
        same = _to_the_letter(old, new, group) if max(map(len, group)) > 1 else []
        taken = {one for one, _ in same}, {other for _, other in same}
        rest = ([place for place in group[side] if place not in taken[side]] for side in (0, 1))
        found += [*same, *_in_order(*rest)]
    return sorted(found)


def _to_the_letter(old: Plan, new: Plan, group: tuple[list[int], list[int]]) -> list[Places]:
    """Tasks of a group that differ in nothing; years are counted from those of the plans."""
    years = (old.year, new.year) if old.year and new.year else (0, 0)
    groups: defaultdict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, plan in enumerate((old, new)):
        for place in group[side]:
            groups[from_year(plan.tasks[place].text, years[side])][side].append(place)
    return [pair for same in groups.values() for pair in _in_order(*same)]


def _in_order(old: list[int], new: list[int]) -> Iterable[Places]:
    """Pairs of places whose tasks are all the same."""
    if len(old) == len(new) or len(old) * len(new) > _MANY:
        return zip(old, new, strict=False)
    return assign({(one, other): 1.0 for one in old for other in new})
