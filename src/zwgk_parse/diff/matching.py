"""Which tasks of two plans belong together: what match.py makes, compare.py and trace.py read."""

from __future__ import annotations

from typing import Literal, NamedTuple

By = Literal["identity", "text"]


class Pair(NamedTuple):
    """Two tasks that are one, by their places in their plans (from 0).

    `score` is how alike their texts are, from 0 to 1, by their words and the subjects that these
    stand for; years, punctuation and the names of the plans' own places do not count. `by` says
    whether that they are the same texts, or the same numbers of the same plan with near texts,
    showed it (`identity`), or likeness alone.
    """

    old: int
    new: int
    score: float
    by: By = "text"


class Part(NamedTuple):
    """One task whose text several tasks of the other plan cover together: a split, or a merger.

    `whole` is the place of the one, `parts` those of the others, in their order; `score` is the
    share of the whole that the parts cover.
    """

    whole: int
    parts: tuple[int, ...]
    score: float


class Matching(NamedTuple):
    """Every task of both plans, once: in a pair, a split or a merger, or on one side only.

    `splits` have their whole in the old plan, `mergers` in the new one. `related` comes on top of
    that: pairs that share a demand as well, though one of the two, or both, belong with another
    more; the other may be on one side only. Comparing two versions of one plan can leave them out,
    following a demand from plan to plan needs them.
    """

    pairs: tuple[Pair, ...] = ()
    splits: tuple[Part, ...] = ()
    mergers: tuple[Part, ...] = ()
    old_only: tuple[int, ...] = ()
    new_only: tuple[int, ...] = ()
    related: tuple[Pair, ...] = ()
