"""A task's words go in, what of them can be compared comes out: folded text and shingles.

Beside its shingles a text has the subjects that it names (vocabulary/subjects.toml), each as one
more: what goes by different words is alike in them.

Texts are folded before they are compared, so that what a copy for another year, place or level
changes costs little or nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from itertools import chain
from math import fsum, log
from operator import add, mul
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.patterns import lazy
from zwgk_parse.tables import table
from zwgk_parse.vocabulary.subjects import even, subjects

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

_NOT_WORDS = lazy(r"[\W_]+")
_YEAR = lazy(r"(?<!\d)(?:19|20)\d\d(?=年)")
# The clause that a task begins with, or its first ones where that is too short to say anything.
_OPENING = lazy(r".{5,}?(?=[,，。;；:：]|$)", re.DOTALL)
# A plan of a few tasks says little about how rare words are.
_FEWEST = 30
# Tells a subject from two characters of the text.
_SUBJECT = "#"
# What is said again in a task counts again, but less.
_AGAIN = 0.5


class Shingles(NamedTuple):
    """Pairs of characters that stand side by side in a text, in order, and how often each does.

    In `order` an empty one stands where words end: at punctuation, and at words that say how and
    not what. The last ones are marked `subjects`. `size` is the number of different ones.
    """

    order: tuple[str, ...]
    counts: Mapping[str, int]
    subjects: frozenset[str]

    @property
    def size(self) -> int:
        return len(self.counts)


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """`text` without width, case, punctuation, white space and the numbers of years."""
    return _NOT_WORDS.sub("", _even(text))


def from_year(text: str, year: int) -> str:
    """`text` without differences of width and case, its years counted from `year`."""
    return _YEAR.sub(lambda match: str(int(match[0]) - year), even(text))


@lru_cache(maxsize=8192)
def shingles(text: str, own: str = "") -> Shingles:
    """The shingles of `text`; `own` is the name of the place whose plan it stands in."""
    words = _even(text)
    if own:
        words = words.replace(own, " ")
    order: list[str] = []
    plain = _manner_words().sub(" ", _level_words().sub(" ", words))
    for run in _NOT_WORDS.split(plain):
        order += map(add, run, run[1:])
        order.append("")
    named = frozenset(_SUBJECT + name for name in subjects(words))
    for name in sorted(named):
        order += name, ""
    counts = Counter(order)
    del counts[""]
    return Shingles(tuple(order), counts, named)


def opening(text: str) -> str:
    """What a text begins with, up to the first punctuation: it says what is demanded first."""
    begun = _OPENING.match(text)
    return begun[0] if begun else text


@lru_cache(maxsize=8192)
def _even(text: str) -> str:
    return _YEAR.sub("", even(text))


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
    shared = dot(one, other)
    return shared / (one.length * other.length) if shared else 0.0


def dot(one: Vector, other: Vector) -> float:
    """What two texts share, as the product of their vectors."""
    mine, others = one.values, other.values
    shared = mine.keys() & others.keys()
    return fsum(map(mul, map(mine.__getitem__, shared), map(others.__getitem__, shared)))


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
