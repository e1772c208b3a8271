"""The headings of two plans and the pairs of their tasks go in, which headings differ comes out."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.diff.pairing import likeness, paired
from zwgk_parse.diff.telling import Told
from zwgk_parse.diff.year import plain, same

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

    from zwgk_parse.plan.model import Plan, Section, Task

_ALIKE = 0.4


class Headings(NamedTuple):
    """The headings of two plans, and which differ: the places of those that were worded anew.

    `old_only` and `new_only` are the places of those that have no counterpart. `titles` are by the
    ids of the sections, `counterparts` the titles of those that were worded anew.
    """

    old: Plan
    new: Plan
    reworded: tuple[tuple[int, int], ...]
    old_only: tuple[int, ...]
    new_only: tuple[int, ...]
    titles: tuple[Mapping[str, str], Mapping[str, str]]
    counterparts: frozenset[tuple[str, str]]

    def move(self, old: Sequence[str | None], new: Sequence[str | None], years: int) -> Told | None:
        """What is told of tasks that were in the sections `old` and are in `new`."""
        here, there = _titles(self.titles[0], old), _titles(self.titles[1], new)
        if here == there or self._is_of_heading(here, there):
            return None
        gone = [one for one in here if not any(self._is_same(one, other, years) for other in there)]
        come = [one for one in there if not any(self._is_same(other, one, years) for other in here)]
        if not gone and not come:
            return None
        return Told("moved", "、".join(here) or None, "、".join(there) or None)

    def _is_of_heading(self, old: Sequence[str], new: Sequence[str]) -> bool:
        """Whether only the heading came or went: then it is told of once."""
        sides = (old, new, self.old, self.old_only), (new, old, self.new, self.new_only)
        return any(
            not other and {*titles} <= {plan.sections[place].title for place in places}
            for titles, other, plan, places in sides
        )

    def _is_same(self, old: str, new: str, years: int) -> bool:
        return (old, new) in self.counterparts or same(old, new, years)

    def changed(self, old: Set[int], new: Set[int]) -> Iterator[Told]:
        """What is told of headings, when the tasks at the places `old` and `new` tell theirs."""
        for i, j in self.reworded:
            titles = self.old.sections[i].title, self.new.sections[j].title
            yield Told("section-changed", *titles, field="sections")
        for place in self.old_only:
            if not _is_told(self.old, place, old):
                title = self.old.sections[place].title
                yield Told("section-changed", old=title, field="sections")
        for place in self.new_only:
            if not _is_told(self.new, place, new):
                title = self.new.sections[place].title
                yield Told("section-changed", new=title, field="sections")


def _titles(titles: Mapping[str, str], sections: Iterable[str | None]) -> list[str]:
    found = (titles.get(section or "", "") for section in sections)
    return list(dict.fromkeys(title for title in found if title))


def _is_told(plan: Plan, place: int, told: Set[int]) -> bool:
    """Whether the tasks of a section say that it came or went."""
    above = _above(plan.sections)
    wanted = plan.sections[place].id
    tasks = {
        number
        for number, task in enumerate(plan.tasks)
        if wanted in above.get(task.section or "", ())
    }
    return bool(tasks) and tasks <= told


def headings(old: Plan, new: Plan, kept: Sequence[tuple[Task, Task]], years: int) -> Headings:
    """Which headings differ, when the tasks `kept` are in both plans."""
    left, right = _unlike(old.sections, new.sections, years)
    flows = _flows(old, new, kept)
    froms, tos = Counter[str](), Counter[str]()
    for (source, target), count in flows.items():
        froms[source] += count
        tos[target] += count

    def fit(i: int, j: int) -> float:
        here, there = old.sections[i], new.sections[j]
        if here.level != there.level:
            return 0.0
        most = max(froms[here.id], tos[there.id])
        if not most:
            near = likeness(plain(here.title), plain(there.title))
            return near if near >= _ALIKE else 0.0
        share = flows[here.id, there.id] / most
        return 1 + share if 2 * share > 1 else 0.0

    pairs, gone, come = paired(left, right, fit)
    titles = tuple({one.id: one.title for one in plan.sections} for plan in (old, new))
    counterparts = frozenset((old.sections[i].title, new.sections[j].title) for i, j in pairs)
    places = tuple(pairs), tuple(gone), tuple(come)
    return Headings(old, new, *places, (titles[0], titles[1]), counterparts)


def _unlike(
    old: Sequence[Section], new: Sequence[Section], years: int
) -> tuple[list[int], list[int]]:
    """The places of headings that have no equal; an equal one stands for one other."""
    rest = defaultdict[str, list[int]](list)
    for place, section in enumerate(new):
        rest[_key(section, years)].append(place)
    only = []
    for place, section in enumerate(old):
        equals = rest[_key(section, years)]
        fits = [one for one in equals if same(section.title, new[one].title, years)]
        if not fits:
            only.append(place)
            continue
        equals.remove(min(fits, key=lambda one: new[one].level != section.level))
    return only, sorted(place for places in rest.values() for place in places)


def _key(section: Section, years: int) -> str:
    """What equal headings have in common, whatever year they name."""
    title = plain(section.title)
    return "".join(sign for sign in title if not sign.isdecimal()) if years else title


def _flows(old: Plan, new: Plan, kept: Iterable[tuple[Task, Task]]) -> Counter[tuple[str, str]]:
    """How many tasks went from each section, and those around it, to each of the same level."""
    above, below = _above(old.sections), _above(new.sections)
    levels = [{section.id: section.level for section in plan.sections} for plan in (old, new)]
    flows = Counter[tuple[str, str]]()
    for here, there in kept:
        ways = product(above.get(here.section or "", ()), below.get(there.section or "", ()))
        flows.update(way for way in ways if levels[0][way[0]] == levels[1].get(way[1]))
    return flows


def _above(sections: Sequence[Section]) -> dict[str, tuple[str, ...]]:
    """Each section's id, and the ids of those that it lies in."""
    parents = {section.id: section.parent for section in sections}
    return {section: tuple(_way_up(section, parents)) for section in parents}


def _way_up(section: str, parents: dict[str, str | None]) -> Iterator[str]:
    at: str | None = section
    seen = set[str]()
    while at is not None and at not in seen:
        seen.add(at)
        if at in parents:
            yield at
        at = parents.get(at)
