"""Matched tasks go in, those come out that fell apart, were put together, or share a part."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from zwgk_parse.diff.matching import Part

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from zwgk_parse.diff.assign import Places
    from zwgk_parse.diff.evidence import Comparison
    from zwgk_parse.diff.sides import Side

# The share of each part that stands in the whole, and of the whole that the parts cover.
_INSIDE, _COVERED = 0.5, 0.6
# The share of the whole that each part has to cover alone.
_ADDED = 0.1
# How many phrases two tasks, one of which has a partner, share that the partner has not.
OWN = 1.5


def split_or_merged(
    comparison: Comparison, found: Collection[Places], alike: Collection[Places]
) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Old tasks that became several new ones, and new ones that several old ones became.

    Of the parts one is the partner, the others have none. No task is in two of them.
    """
    sides = comparison.old, comparison.new
    splits = tuple(_parts(comparison, sides, dict(found), alike))
    # What was torn apart is not put together as well.
    whole = {part.whole for part in splits}
    turned = {new: old for old, new in found if old not in whole}
    free = _without_partner(alike, found)
    other_way = [(new, old) for old, new in alike if old in free or turned.get(new) == old]
    return splits, tuple(_parts(comparison, sides[::-1], turned, other_way))


def _without_partner(alike: Iterable[Places], found: Iterable[Places]) -> set[int]:
    return {old for old, _ in alike} - {old for old, _ in found}


def _parts(
    comparison: Comparison,
    sides: tuple[Side, Side],
    partners: Mapping[int, int],
    alike: Iterable[Places],
) -> Iterator[Part]:
    taken = set(partners.values())
    near: defaultdict[int, list[int]] = defaultdict(list)
    for whole, one in sorted(alike):
        near[whole].append(one)
    for whole, partner in sorted(partners.items()):
        free = [one for one in near[whole] if one == partner or one not in taken]
        part = _part(comparison, sides, whole, free) if len(free) > 1 else None
        if part and partner in part.parts:
            taken.update(part.parts)
            yield part


def _part(
    comparison: Comparison, sides: tuple[Side, Side], whole: int, places: list[int]
) -> Part | None:
    """The whole with those of the places that are parts of it; None if they are not two."""
    weigh = comparison.weigh
    text = sides[0].texts[whole].counts.keys()
    texts = {one: sides[1].texts[one].counts.keys() for one in places}
    inside = {
        one: text & words
        for one, words in texts.items()
        if weigh(text & words) >= _INSIDE * weigh(words)
    }
    size = weigh(text)
    for one in list(inside):
        rest = set().union(*(words for each, words in inside.items() if each != one))
        if weigh(inside[one] - rest) < _ADDED * size:
            del inside[one]
    share = weigh(set().union(*inside.values())) / size if inside else 0.0
    if len(inside) < 2 or share < _COVERED:
        return None
    return Part(whole, tuple(sorted(inside)), round(share, 4))


def covered(splits: Iterable[Part], mergers: Iterable[Part]) -> set[Places]:
    """The pairs that splits and mergers stand for."""
    return {(part.whole, one) for part in splits for one in part.parts} | {
        (one, part.whole) for part in mergers for one in part.parts
    }


def related(
    comparison: Comparison, told: Iterable[Places], given: Collection[Places]
) -> list[Places]:
    """Further pairs, of those `told` to be likely, of which one task has a partner at least.

    What they share must be more than what the partner shares as well, as tasks of one subject do.
    """
    old_partners: defaultdict[int, list[int]] = defaultdict(list)
    new_partners: defaultdict[int, list[int]] = defaultdict(list)
    for one, other in given:
        old_partners[one].append(other)
        new_partners[other].append(one)
    result = []
    for one, other in sorted(told):
        partners = old_partners.get(one, []), new_partners.get(other, [])
        if (one, other) not in given and any(partners):
            told_by_them = comparison.shared_with(one, other, partners)
            if comparison.phrases(one, other, told_by_them) >= OWN:
                result.append((one, other))
    return result
