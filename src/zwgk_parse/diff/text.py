"""A task's words go in, what of them can be compared comes out: folded text and shingles.

Texts are folded before they are compared, so that what a copy for another year, place or level
changes costs little or nothing.
"""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache
from itertools import chain
from math import fsum, log
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.document.forms import nfkc
from zwgk_parse.patterns import lazy
from zwgk_parse.tables import table

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Iterable, Mapping, Sequence

_NOT_WORDS = lazy(r"[\W_]+")
_YEAR = lazy(r"(?<!\d)(?:19|20)\d\d(?=年)")
# A plan of a few tasks says little about how rare words are.
_FEWEST = 30
# What is said again in a task counts again, but less.
_AGAIN = 0.5


class Shingles(NamedTuple):
    """Pairs of characters that stand side by side in a text, in order, and how often each does.

    In `order` an empty one stands where words end: at punctuation, and at words that say how and
    not what. `size` is the number of different ones.
    """

    order: tuple[str, ...]
    counts: Mapping[str, int]

    @property
    def size(self) -> int:
        return len(self.counts)


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """`text` without width, case, punctuation, white space and the numbers of years."""
    return _NOT_WORDS.sub("", _even(text))


@lru_cache(maxsize=8192)
def shingles(text: str, own: str = "") -> Shingles:
    """The shingles of `text`; `own` is the name of the place whose plan it stands in."""
    words = _even(text)
    if own:
        words = words.replace(own, " ")
    words = _manner_words().sub(" ", _level_words().sub(" ", words))
    order: list[str] = []
    for run in _NOT_WORDS.split(words):
        order += map(add, run, run[1:])
        order.append("")
    counts = Counter(order)
    del counts[""]
    return Shingles(tuple(order), counts)


@lru_cache(maxsize=8192)
def _even(text: str) -> str:
    return _YEAR.sub("", nfkc(text).casefold())


@cache
def _manner_words() -> re.Pattern[str]:
    return _any("manner")


@cache
def _level_words() -> re.Pattern[str]:
    return _any("level")


def _any(name: str) -> re.Pattern[str]:
    """One pattern for all rows of a table, the longest first."""
    rows = sorted(table("vocabulary", "comparison")[name], key=len, reverse=True)
    return lazy("|".join(rows))


def weights(old: Iterable[Shingles], new: Iterable[Shingles]) -> dict[str, float]:
    """How much each shingle of two plans tells: 1 if no task shares it with another of its plan.

    One that every task of a plan has tells nothing (0); the plan in which it is commoner decides.
    """
    sides = [list(old), list(new)]
    here, there = (Counter(chain.from_iterable(each.counts for each in side)) for side in sides)
    scale = log(1 + max(_FEWEST, *map(len, sides)))
    return {
        one: 1 - log(often) / scale if often > 1 else 1.0 for one, often in (here | there).items()
    }


class Vector(NamedTuple):
    """What each shingle of a text tells in it, and the length of all that."""

    values: Mapping[str, float]
    length: float


def vector(counts: Mapping[str, int], weight: Mapping[str, float]) -> Vector:
    """The shingles of a text weighed."""
    values = {
        one: weight[one] if often == 1 else weight[one] * (1 + _AGAIN * log(often))
        for one, often in counts.items()
    }
    return Vector(values, sum(value * value for value in values.values()) ** 0.5)


def likeness(one: Vector, other: Vector) -> float:
    """How alike two texts are, from 0 to 1: the cosine of their vectors."""
    mine, others = one.values, other.values
    shared = fsum(mine[each] * others[each] for each in mine.keys() & others.keys())
    return shared / (one.length * other.length) if shared else 0.0


def phrases(order: Sequence[str], known: Collection[str], weight: Mapping[str, float]) -> float:
    """How many phrases of a text another one has too, each counted by its rarest shingle.

    A phrase is a stretch in which no shingle is missing from `known`, those of both texts.
    """
    found: dict[str, float] = {}
    phrase, best = "", 0.0
    for one in order:
        if one in known:
            phrase += one
            best = max(best, weight[one])
        elif phrase:
            found[phrase] = best
            phrase, best = "", 0.0
    return sum(found.values())
