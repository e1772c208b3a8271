"""Whether a parent gives a task to a child's issuer: in go plans and a task, out an Addressed.

Each owner is weighed for itself; one that means the issuer is enough. Where a task names no owner,
the notice's addressees are its owners, and where there are none, a child that says that it
implements the parent is meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.diff.citing import cites
from zwgk_parse.diff.open_sets import LEVELS, next_below, open_set
from zwgk_parse.diff.positions import Position, core_of, position, zone_of
from zwgk_parse.vocabulary.unit_levels import level_of
from zwgk_parse.vocabulary.unit_names import is_group
from zwgk_parse.vocabulary.units import known, members

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zwgk_parse.diff.open_sets import OpenSet
    from zwgk_parse.plan.model import Plan, Task
    from zwgk_parse.plan.traces import Addressed

_GOVERNMENT = frozenset({"government", "government-office"})
_GOVERNING = _GOVERNMENT | {"development-zone"}


class Named(NamedTuple):
    """An owner or addressee: its name, the level it is of, whether it is an open set."""

    name: str
    level: str | None
    group: bool


def named(task: Task) -> frozenset[Named]:
    """The owners of a task."""
    return frozenset(Named(one.name, one.level, one.kind == "group") for one in task.owners)


class Addressing:
    """What the owners of a parent's tasks are to the issuer of one child."""

    def __init__(self, parent: Plan, child: Plan) -> None:
        self._parent, self._child = parent, child
        self._position = position(parent, child)
        self._known: dict[frozenset[Named], Addressed] = {}
        self._verdicts: dict[Named, Addressed] = {}

    def of(self, task: Task) -> Addressed:
        """Whether the parent's `task` is addressed to the child's issuer."""
        return self.to(named(task))

    def to(self, owners: frozenset[Named]) -> Addressed:
        """Whether a task of these owners is."""
        known = self._known
        if owners not in known:
            known[owners] = self._any(owners) if owners else self._without_owners()
        return known[owners]

    def would_list_settle(self, task: Task) -> bool:
        """Whether a list of units or townships could say if the undecided `task` is addressed.

        That is where one of its open sets would then include the issuer for certain, or where all
        that are undecided could leave it out.
        """
        owners = named(task) or self._addressees()
        undecided = [one for one in owners if self._of_one(one) == "undecided"]
        settled = [one for one in undecided if one.group and self._could_list(one)]
        certain = any(open_set(one.name).certain for one in settled)
        return bool(undecided) and (certain or len(settled) == len(undecided))

    def _could_list(self, owner: Named) -> bool:
        """Whether a units file can list the bodies of the set, and does not yet."""
        bodies = open_set(owner.name)
        same = self._position.where == "same"
        listable = bodies.departments if same else "township" in bodies.governments
        return listable and self._listed(owner) is None

    def _addressees(self) -> frozenset[Named]:
        """Those that the notice addresses, in the place of owners that a task does not name."""
        names = self._parent.addressees
        return frozenset(Named(name, level_of(name), is_group(name)) for name in names)

    def _without_owners(self) -> Addressed:
        if addressees := self._addressees():
            return self._any(addressees)
        if self._position.where == "outside":
            return "no"
        return "yes" if cites(self._child, self._parent) else "undecided"

    def _any(self, owners: Iterable[Named]) -> Addressed:
        found = {self._of_one(one) for one in owners}
        return "yes" if "yes" in found else "undecided" if "undecided" in found else "no"

    def _of_one(self, owner: Named) -> Addressed:
        if owner not in self._verdicts:
            self._verdicts[owner] = self._verdict(owner)
        return self._verdicts[owner]

    def _verdict(self, owner: Named) -> Addressed:
        if self._position.where == "outside":
            return "no"
        if self._position.governs is None:
            return self._either(owner)
        if not owner.group:
            return self._unit(owner)
        at = self._position
        bodies = open_set(owner.name)
        listed = self._listed(owner)
        if listed is not None and (bodies.departments or "township" in bodies.governments):
            return _by_list(at, listed, bodies)
        found = _group(at, owner, bodies, self._own_level())
        return "undecided" if at.where == "unknown" and found == "yes" else found

    def _either(self, owner: Named) -> Addressed:
        """The verdict on an issuer that may be a government or a department."""
        found = set()
        unsure = self._position
        for governs in (True, False):
            self._position = unsure._replace(governs=governs)
            found.add(self._verdict(owner))
        self._position = unsure
        return found.pop() if len(found) == 1 else "undecided"

    def _own_level(self) -> str | None:
        return self._parent.region.level if self._parent.region else None

    def _listed(self, owner: Named) -> frozenset[str] | None:
        """What the user's own file lists for the set, as cores; None where it lists nothing."""
        place = self._parent.region.name if self._parent.region else None
        bodies = open_set(owner.name)
        names: tuple[str, ...] = ()
        if self._position.where == "same" and bodies.departments:
            names = members("各部门", place)
        elif self._position.where != "same" and "township" in bodies.governments:
            names = members("各镇", place)
        return frozenset(core_of(name, place or "") for name in names) or None

    def _unit(self, owner: Named) -> Addressed:
        """Whether the one unit `owner` is the child's issuer."""
        at = self._position
        if at.place and at.where != "same" and at.governs:
            return _governed(owner.name, at)
        if at.where == "under":
            return "yes" if owner.name == self._child.issuer else "no"
        if at.where == "unknown":
            return "undecided" if core_of(owner.name) == at.core else "no"
        return self._same_place(owner)

    def _same_place(self, owner: Named) -> Addressed:
        at, level = self._position, self._own_level()
        if owner.level not in (None, "internal", level):
            return "no"
        if core_of(owner.name, at.place) == at.core:
            return "yes"
        ours, theirs = known(at.core, None), known(owner.name, None)
        if ours is None or theirs is None:
            return "no"
        if at.governs and ours.system in _GOVERNMENT and theirs.system in _GOVERNMENT:
            return "yes"
        return "undecided" if ours.system == theirs.system else "no"


def _governed(name: str, at: Position) -> Addressed:
    """Whether `name` is the place or zone that the issuer governs: `鼎湖区人民政府`, `县经开区`."""
    if at.place in name:
        rest = name[name.rindex(at.place) + len(at.place) :]
        found = known(rest, None) if rest else None
        governs = not rest or bool(found and found.system in _GOVERNING)
        return "yes" if governs else "no"
    if at.level != "zone":
        return "no"
    owner = zone_of(name)
    if not owner:
        return "no"
    # 高新区 is some 高新技术产业开发区, and which one the words do not say.
    return "yes" if owner == zone_of(at.core) else "undecided"


def _by_list(at: Position, listed: frozenset[str], bodies: OpenSet) -> Addressed:
    """What the user's own list makes of the issuer: nobody else is in the set."""
    mine = at.core if at.where == "same" else core_of(at.place or at.core)
    if mine not in listed and at.core not in listed and at.place not in listed:
        return "no"
    return "yes" if bodies.certain else "undecided"


def _group(at: Position, owner: Named, bodies: OpenSet, own: str | None) -> Addressed:
    """Whether the open set `owner` of a plan of the level `own` includes the issuer."""
    if not bodies.understood:
        return "undecided"
    within: Addressed = "yes" if bodies.certain else "undecided"
    if at.where == "same" or (at.level is not None and at.level == own):
        level = owner.level if owner.level not in (None, "internal") else own
        return within if bodies.departments and level == own else "no"
    if at.level == "zone":
        return _zone(bodies, within)
    return _below(at, owner, bodies, own, within)


def _zone(bodies: OpenSet, within: Addressed) -> Addressed:
    """A zone is now counted to the counties, now to the departments."""
    if "zone" in bodies.governments:
        return within
    counted = bodies.departments or bodies.governments & {"county", "next-city", "prefecture"}
    return "undecided" if counted else "no"


def _below(
    at: Position, owner: Named, bodies: OpenSet, own: str | None, within: Addressed
) -> Addressed:
    levels = _levels(bodies, own)
    if at.level is None:
        return "undecided" if levels or bodies.departments else "no"
    if at.governs:
        if at.level in levels:
            return within
        # What is given to the cities may come down to their counties.
        return "undecided" if any(_is_above(level, at.level) for level in levels) else "no"
    if bodies.theirs:
        return within
    if bodies.departments and owner.level == at.level:
        return within
    reaches = at.level in levels or any(_is_above(level, at.level) for level in levels)
    return "undecided" if reaches else "no"


def _levels(bodies: OpenSet, own: str | None) -> frozenset[str]:
    """The levels of the set's governments, 各市 being those right below the plan's own level."""
    below = next_below(own) if own else "prefecture"
    return frozenset(below if level == "next-city" else level for level in bodies.governments)


def _is_above(one: str, other: str) -> bool:
    if one not in LEVELS or other not in LEVELS:
        return False
    return LEVELS.index(one) < LEVELS.index(other)
