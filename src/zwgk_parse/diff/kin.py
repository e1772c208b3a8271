"""Which tasks of one plan carry on which of another: a Matching goes in, Kin come out.

Beside the pairs, splits and mergers there are tasks that are alike as well: a demand that two plans
share may stand in more than one task of either.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from zwgk_parse.diff.matching import Matching

How = Literal["pair", "split", "merged"]


class Kin(NamedTuple):
    """Places of tasks of the one plan and of the other (from 0) that say the same together."""

    how: How
    old: tuple[int, ...]
    new: tuple[int, ...]
    score: float


def kin(matching: Matching) -> list[Kin]:
    """What `matching` joins, in the order of the old plan; each task that has kin is in one."""
    found = [Kin("pair", (pair.old,), (pair.new,), pair.score) for pair in matching.pairs]
    found += [Kin("split", (part.whole,), part.parts, part.score) for part in matching.splits]
    found += [Kin("merged", part.parts, (part.whole,), part.score) for part in matching.mergers]
    return sorted(_with_related(found, matching), key=lambda one: (one.old, one.new))


def _with_related(found: list[Kin], matching: Matching) -> list[Kin]:
    """`found`, and tasks left alone that are alike to one of these put to it.

    A task that only others of the other plan carry as well makes a split or merger of a pair; what
    would make one of many and many is left out.
    """
    of_old = {place: at for at, one in enumerate(found) for place in one.old}
    of_new = {place: at for at, one in enumerate(found) for place in one.new}
    more_old: defaultdict[int, set[int]] = defaultdict(set)
    more_new: defaultdict[int, set[int]] = defaultdict(set)
    best = sorted(matching.related, key=lambda pair: (-pair.score, pair.old, pair.new))
    for pair in best:
        if pair.old not in of_old and pair.new in of_new:
            at = of_new[pair.new]
            if len(found[at].new) == 1 and not more_new[at]:
                more_old[at].add(pair.old)
                of_old[pair.old] = at
        elif pair.new not in of_new and pair.old in of_old:
            at = of_old[pair.old]
            if len(found[at].old) == 1 and not more_old[at]:
                more_new[at].add(pair.new)
                of_new[pair.new] = at
    return [_widened(one, more_old[at], more_new[at]) for at, one in enumerate(found)]


def _widened(one: Kin, old: set[int], new: set[int]) -> Kin:
    if not old and not new:
        return one
    return one._replace(
        how="merged" if old else "split",
        old=tuple(sorted({*one.old, *old})),
        new=tuple(sorted({*one.new, *new})),
    )
