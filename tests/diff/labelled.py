"""Pairs that readers found, and how well others find them."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import zwgk_parse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zwgk_parse.diff.matching import Matching
    from zwgk_parse.plan.model import Plan

SAMPLES = Path(__file__).parents[2] / "samples"
PAIRS = Path(__file__).parent / "pairs"
# The two that the bar is for; the others are controls.
BAR = ("yangxi-2022--jiangmen-jtj-2022", "dinghu-2021--yangxi-2022")
CONTROLS = ("jiangmen-jtj-2022--guanxian-2022", "dinghu-2021--guanxian-2022")
# No weight is fitted to it.
UNFITTED = "dinghu-2021--yanting-2023"

Ids = tuple[str, str]


class Labelled(NamedTuple):
    """Two plans with the pairs of ids that are true, and those on which readers may differ."""

    old: Plan
    new: Plan
    sure: frozenset[Ids]
    doubtful: frozenset[Ids]

    def ids(self, places: Iterable[tuple[int, int]]) -> set[Ids]:
        """The ids of tasks at pairs of places."""
        return {(self.old.tasks[one].id, self.new.tasks[other].id) for one, other in places}


@cache
def labelled(name: str) -> Labelled:
    """The two plans of `pairs/NAME.toml` and what it says of them."""
    rows = tomllib.loads((PAIRS / f"{name}.toml").read_text(encoding="utf-8"))["pair"]
    old, new = (zwgk_parse.parse(SAMPLES / f"{one}.txt").value for one in name.split("--"))
    sure = {(row["old"], row["new"]) for row in rows if row["sure"]}
    return Labelled(
        old, new, frozenset(sure), frozenset((row["old"], row["new"]) for row in rows) - sure
    )


def given(matching: Matching) -> set[tuple[int, int]]:
    """All pairs of places that a matching gives, in whatever way."""
    splits = {(part.whole, one) for part in matching.splits for one in part.parts}
    mergers = {(one, part.whole) for part in matching.mergers for one in part.parts}
    pairs = {(pair.old, pair.new) for pair in (*matching.pairs, *matching.related)}
    return pairs | splits | mergers


class Figures(NamedTuple):
    """How well pairs were found: those found, those given besides, those missed."""

    hits: frozenset[Ids]
    false: frozenset[Ids]
    missed: frozenset[Ids]

    @property
    def precision(self) -> float:
        """The share of true pairs among those given; 1 where none was given."""
        return len(self.hits) / (len(self.hits | self.false) or 1) if self.hits else 0.0

    @property
    def recall(self) -> float:
        """The share of the true pairs that were given."""
        return len(self.hits) / len(self.hits | self.missed)

    def __str__(self) -> str:
        words = f"precision {self.precision:.1%}, recall {self.recall:.1%}"
        for name, pairs in (("false", self.false), ("missed", self.missed)):
            words += f"; {name}: {', '.join('-'.join(pair) for pair in sorted(pairs)) or 'none'}"
        return words


def figures(of: Labelled, places: Iterable[tuple[int, int]]) -> Figures:
    """How well the pairs of places fit what readers found; doubtful ones do not count."""
    ids = frozenset(of.ids(places))
    return Figures(ids & of.sure, ids - of.sure - of.doubtful, of.sure - ids)


def together(all_figures: Iterable[tuple[str, Figures]]) -> Figures:
    """Figures of several files as one."""
    sums: list[frozenset[Ids]] = [frozenset(), frozenset(), frozenset()]
    for name, each in all_figures:
        for at, ids in enumerate(each):
            sums[at] |= {(f"{name}:{old}", new) for old, new in ids}
    return Figures(*sums)
