"""The headings of two plans and the pairs of their tasks go in, which headings differ comes out."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.diff.pairing import likeness, paired
from zwgk_parse.diff.telling import Told
from zwgk_parse.diff.year import plain, same

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence, Set

    from zwgk_parse.plan.model import Plan, Section, Task

_ALIKE = 0.4


class Headings(NamedTuple):
    """The headings of two plans, and which differ: the places of those that were worded anew.

    `old_only` and `new_only` are the places of those that have no counterpart.
    """

    old: Plan
    new: Plan
    reworded: tuple[tuple[int, int], ...]
    old_only: tuple[int, ...]
    new_only: tuple[int, ...]

    def move(self, old: Sequence[str | None], new: Sequence[str | None], years: int) -> Told | None:
        """What is told of tasks that were in the sections `old` and are in `new`."""
        here, there = self._titles(self.old, old), self._titles(self.new, new)
        counterparts = {
            (self.old.sections[i].title, self.new.sections[j].title) for i, j in self.reworded
        }
        gone = [
            one
            for one in here
            if not any(_is_same(one, other, counterparts, years) for other in there)
        ]
        come = [
            one
            for one in there
            if not any(_is_same(other, one, counterparts, years) for other in here)
        ]
        if not gone and not come:
            return None
        return Told("moved", "、".join(here) or None, "、".join(there) or None)

    @staticmethod
    def _titles(plan: Plan, sections: Iterable[str | None]) -> list[str]:
        titles = {section.id: section.title for section in plan.sections}
        found = (titles.get(section or "", "") for section in sections)
        return list(dict.fromkeys(title for title in found if title))

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


def _is_same(old: str, new: str, counterparts: Set[tuple[str, str]], years: int) -> bool:
    return (old, new) in counterparts or same(old, new, years)


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
    return Headings(old, new, tuple(pairs), tuple(gone), tuple(come))


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
    """How many tasks went from each section, and those around it, to each."""
    above, below = _above(old.sections), _above(new.sections)
    flows = Counter[tuple[str, str]]()
    for here, there in kept:
        for source in above.get(here.section or "", ()):
            for target in below.get(there.section or "", ()):
                flows[source, target] += 1
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
        yield at
        at = parents.get(at)
