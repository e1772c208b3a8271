"""Tasks of two plans go in, for each pair that may be one come out its likeness and its odds.

Five things speak for a pair: how much of the shorter text is shared (`inside`), how many different
phrases are (`phrases`), that no other task is nearly as like (`ahead`), that the texts of their
sections are alike (`section`), and that units of the same function own both (`owners`). Their
weights were fitted by logistic regression to the pairs that readers found (tests/diff/pairs).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from math import fsum, inf, log, log1p, sqrt
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.diff.candidates import likest, place_name
from zwgk_parse.diff.text import likeness, phrases, shingles, vector, weights

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from zwgk_parse.diff.text import Vector
    from zwgk_parse.plan.model import Plan, Task

# Texts as like as that are one whatever else there is: short ones tell little.
NEARLY_SAME = 0.5
# What a rival's lead is measured against, so that it means nothing among pairs that are not alike.
_NOISE = 0.05
_MOST_AHEAD = 2.0
# How like the best of some fifty other tasks is, where fewer are left to be rivals.
_RIVAL = 0.08
# A section with more of a plan's tasks is about nothing in particular, and as like others as any.
_WIDEST, _ANY_SECTIONS = 1 / 3, 0.1
# Texts of a few shingles are inside a long one by chance.
_FEW = 3.0


class Evidence(NamedTuple):
    """What speaks for a pair: see above; each is 0 or more, but `ahead` is below 0 with rivals."""

    inside: float
    phrases: float
    ahead: float
    section: float
    owners: float


WEIGHTS = Evidence(inside=4.57, phrases=3.05, ahead=2.53, section=3.32, owners=2.35)
BASE = -7.92


def odds(evidence: Evidence) -> float:
    """The logarithm of the odds that the two are one: above 0 if that is likelier than not."""
    pairs = zip(WEIGHTS, evidence, strict=True)
    return BASE + sum(weight * value for weight, value in pairs)


class Side:
    """One of the two plans, with what the comparison needs of its tasks."""

    def __init__(self, plan: Plan) -> None:
        own = place_name(plan)
        self.texts = [shingles(task.text, own) for task in plan.tasks]
        self.sections = [task.section for task in plan.tasks]
        self._most = _WIDEST * len(plan.tasks)
        self.units = [_units(task) for task in plan.tasks]
        self.vectors: list[Vector] = []
        self.section_vectors: dict[str, Vector] = {}

    def weigh(self, weight: Mapping[str, float]) -> None:
        """Make the vectors of the tasks and of the sections."""
        self.vectors = [vector(text.counts, weight) for text in self.texts]
        often = Counter(self.sections)
        telling = {each for each, count in often.items() if each and count <= self._most}
        pooled: defaultdict[str | None, Counter[str]] = defaultdict(Counter)
        for section, text in zip(self.sections, self.texts, strict=True):
            if section in telling:
                pooled[section].update(text.counts)
        self.section_vectors = {each: vector(pooled[each], weight) for each in sorted(telling)}


def _units(task: Task) -> frozenset[str]:
    return frozenset(owner.system for owner in task.owners if owner.system)


Places = tuple[int, int]


class Comparison:
    """Two plans side by side."""

    def __init__(self, old: Plan, new: Plan) -> None:
        self.old, self.new = Side(old), Side(new)
        self.weights = weights(self.old.texts, self.new.texts)
        self.old.weigh(self.weights)
        self.new.weigh(self.weights)
        self._unit_weights = _unit_weights(self.old.units, self.new.units)
        self._sections: dict[tuple[str | None, str | None], float] = {}

    def alike(self, old: Sequence[int], new: Sequence[int]) -> dict[Places, float]:
        """The likeness of each pair among these places that may be one."""
        mine, others = self.old.vectors, self.new.vectors
        found = likest([mine[place] for place in old], [others[place] for place in new])
        return {
            (old[one], new[other]): likeness(mine[old[one]], others[new[other]])
            for one, other in sorted(found)
        }

    def weigh(self, words: Iterable[str]) -> float:
        """How much these shingles tell together."""
        return fsum(map(self.weights.__getitem__, words))

    def odds(self, alike: Mapping[Places, float], least: float) -> dict[Places, float]:
        """The odds of those pairs, all of them being each other's rivals, if not below `least`."""
        return {
            places: likely
            for places, evidence in self.evidence(alike, least)
            if (likely := odds(evidence)) >= least
        }

    def evidence(
        self, alike: Mapping[Places, float], least: float = -inf
    ) -> Iterator[tuple[Places, Evidence]]:
        """What speaks for each of those pairs, without those whose odds must be below `least`.

        If there is a `least`, pairs of which both have nearly the same text elsewhere are left out.
        """
        rows, columns = _best(alike, 0), _best(alike, 1)
        for (one, other), score in alike.items():
            if least > -inf and score < NEARLY_SAME <= min(rows[one][0], columns[other][0]):
                continue
            leads = _lead(score, rows[one]) + _lead(score, columns[other])
            evidence = Evidence(
                inside=sqrt(self._inside(one, other, score)),
                phrases=log1p(len(self._shared(one, other))),
                ahead=max(-_MOST_AHEAD, min(leads, _MOST_AHEAD)),
                section=self._section(one, other),
                owners=self._owners(one, other),
            )
            # There are no more phrases than shingles.
            if odds(evidence) >= least:
                phrases = log1p(self.phrases(one, other))
                yield (one, other), evidence._replace(phrases=phrases)

    def _shared(self, one: int, other: int) -> set[str]:
        return self.old.texts[one].counts.keys() & self.new.texts[other].counts.keys()

    def _inside(self, one: int, other: int, score: float) -> float:
        """About how much of the shorter text is shared."""
        lengths = self.old.vectors[one].length ** 2, self.new.vectors[other].length ** 2
        shared = score * sqrt(lengths[0] * lengths[1])
        return min(1.0, shared / (min(lengths) + _FEW))

    def phrases(self, one: int, other: int, without: Collection[str] = ()) -> float:
        """How many phrases the two share, apart from these shingles."""
        mine, others = self.old.texts[one], self.new.texts[other]
        shared = self._shared(one, other).difference(without)
        return min(
            phrases(mine.order, shared, self.weights), phrases(others.order, shared, self.weights)
        )

    def shared_with(self, one: int, other: int, partners: tuple[list[int], list[int]]) -> set[str]:
        """The shingles that the two share with new tasks and with old ones."""
        mine, others = self.old.texts[one].counts.keys(), self.new.texts[other].counts.keys()
        shared = {
            word for place in partners[0] for word in mine & self.new.texts[place].counts.keys()
        }
        return shared | {
            word for place in partners[1] for word in others & self.old.texts[place].counts.keys()
        }

    def _section(self, one: int, other: int) -> float:
        key = self.old.sections[one], self.new.sections[other]
        if key not in self._sections:
            mine = self.old.section_vectors.get(key[0] or "")
            others = self.new.section_vectors.get(key[1] or "")
            self._sections[key] = likeness(mine, others) if mine and others else _ANY_SECTIONS
        return self._sections[key]

    def _owners(self, one: int, other: int) -> float:
        mine, others = self.old.units[one], self.new.units[other]
        shared = self._told(mine & others)
        return shared / sqrt(max(1, self._told(mine)) * max(1, self._told(others)))

    def _told(self, units: frozenset[str]) -> float:
        return fsum(map(self._unit_weights.__getitem__, units))


def _unit_weights(*sides: list[frozenset[str]]) -> dict[str, float]:
    """How much it tells that two tasks have a unit of this function: more, the rarer it is."""
    often = [Counter(unit for units in side for unit in units) for side in sides]
    return {
        unit: max(
            0.0,
            -log(
                max(
                    (one[unit] + 0.5) / (len(side) + 1)
                    for one, side in zip(often, sides, strict=True)
                )
            ),
        )
        for unit in often[0] | often[1]
    }


def _best(alike: Mapping[Places, float], side: int) -> dict[int, list[float]]:
    """The two best scores of each task of a side."""
    scores: defaultdict[int, list[float]] = defaultdict(list)
    for places, score in alike.items():
        scores[places[side]].append(score)
    return {place: [*sorted(each, reverse=True)[:2], _RIVAL] for place, each in scores.items()}


def _lead(score: float, best: list[float]) -> float:
    """How far ahead of its best rival a pair is, as a logarithm; below 0 if it is behind."""
    rival = max(_RIVAL, best[1] if score == best[0] else best[0])
    return log((score + _NOISE) / (rival + _NOISE))
