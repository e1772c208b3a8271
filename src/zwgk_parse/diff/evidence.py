"""Tasks of two plans go in, for each pair that may be one come out its likeness and its odds.

Seven things speak for a pair: how much of the shorter text is shared (`inside`), how many different
phrases are (`phrases`), that no other task is nearly as like (`ahead`), that the texts of their
sections are alike (`section`), that units of the same function own both (`owners`), that both name
subjects that few others name (`subjects`), and that their first clauses are alike (`opening`). The
weights were fitted by logistic regression to the pairs that readers found (tests/diff/pairs).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from math import fsum, inf, log, log1p, sqrt
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.diff.candidates import likest
from zwgk_parse.diff.sides import Side
from zwgk_parse.diff.text import dot, likeness, phrases, weights

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from zwgk_parse.plan.model import Plan

# Texts as like as that are one whatever else there is: short ones tell little.
NEARLY_SAME = 0.5
# What a rival's lead is measured against, so that it means nothing among pairs that are not alike.
_NOISE = 0.05
_MOST_AHEAD = 2.0
# How like the best of some fifty other tasks is, where fewer are left to be rivals.
_RIVAL = 0.08
# Sections that are about nothing in particular are as like others as any.
_ANY_SECTIONS = 0.1
# Texts of a few shingles are inside a long one by chance, and first clauses are alike by chance.
_FEW, _FEW_AT_FIRST = 3.0, 2.0
# What is shared beside subjects must tell more than one term does; else owners and sections would
# make any two tasks of one subject one.
_TERM = 3.0
# What subjects tell is measured against that of a task which names but one.
_ONE_SUBJECT = 2.0


class Evidence(NamedTuple):
    """What speaks for a pair: see above; each is 0 or more, but `ahead` is below 0 with rivals."""

    inside: float
    phrases: float
    ahead: float
    section: float
    owners: float
    subjects: float
    opening: float


WEIGHTS = Evidence(
    inside=1.41,
    phrases=4.36,
    ahead=2.26,
    section=2.52,
    owners=1.87,
    subjects=2.03,
    opening=2.60,
)
BASE = -11.31


def odds(evidence: Evidence) -> float:
    """The logarithm of the odds that the two are one: above 0 if that is likelier than not."""
    pairs = zip(WEIGHTS, evidence, strict=True)
    return BASE + sum(weight * value for weight, value in pairs)


Places = tuple[int, int]


class Comparison:
    """Two plans side by side."""

    def __init__(self, old: Plan, new: Plan) -> None:
        self.old, self.new = Side(old), Side(new)
        self.weights = weights(self.old.texts, self.new.texts)
        self.old.weigh(self.weights)
        self.new.weigh(self.weights)
        self._unit_weights = _rarity(self.old.units, self.new.units)
        named = ([text.subjects for text in side.texts] for side in (self.old, self.new))
        self._subject_weights = _rarity(*named)
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
        """The odds of those pairs, all of them being each other's rivals, if not below `least`.

        Pairs that share no more than a term or two are left out.
        """
        return {
            places: likely
            for places, evidence in self.evidence(alike, least)
            if (likely := odds(evidence)) >= least
            and (alike[places] >= NEARLY_SAME or self._own_words(*places) > _TERM)
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
            most = Evidence(
                inside=sqrt(self._inside(one, other, score)),
                # Phrases tell no more than all their shingles do, openings at most that.
                phrases=log1p(self.weigh(self._shared(one, other))),
                ahead=max(-_MOST_AHEAD, min(leads, _MOST_AHEAD)),
                section=self._section(one, other),
                owners=self._owners(one, other),
                subjects=self._subjects(one, other),
                opening=1.0,
            )
            if odds(most) >= least:
                yield (
                    (one, other),
                    most._replace(
                        phrases=log1p(self.phrases(one, other)), opening=self._opening(one, other)
                    ),
                )

    def _shared(self, one: int, other: int) -> set[str]:
        return self.old.texts[one].counts.keys() & self.new.texts[other].counts.keys()

    def _own_words(self, one: int, other: int) -> float:
        """How much the words tell that the two share, without the subjects."""
        return self.weigh(self._shared(one, other) - self.old.texts[one].subjects)

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
        weight = self._unit_weights
        shared = _told(mine & others, weight)
        return shared / sqrt(max(1, _told(mine, weight)) * max(1, _told(others, weight)))

    def _subjects(self, one: int, other: int) -> float:
        mine, others = self.old.texts[one].subjects, self.new.texts[other].subjects
        weight = self._subject_weights
        shared = mine & others
        if not shared:
            return 0.0
        most = max(_told(mine, weight), _told(others, weight))
        return _told(shared, weight) / sqrt(_ONE_SUBJECT + most)

    def _opening(self, one: int, other: int) -> float:
        mine, others = self.old.openings[one], self.new.openings[other]
        return sqrt(dot(mine, others) / (mine.length * others.length + _FEW_AT_FIRST))


def _told(names: frozenset[str], weight: Mapping[str, float]) -> float:
    return fsum(map(weight.__getitem__, names))


def _rarity(*sides: list[frozenset[str]]) -> dict[str, float]:
    """How much it tells that two tasks have a unit of one function, or a subject.

    It is more, the fewer tasks of the plan have it in which it is commoner.
    """
    often = [Counter(name for names in side for name in names) for side in sides]
    return {
        name: max(
            0.0,
            -log(
                max(
                    (one[name] + 0.5) / (len(side) + 1)
                    for one, side in zip(often, sides, strict=True)
                )
            ),
        )
        for name in often[0] | often[1]
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
