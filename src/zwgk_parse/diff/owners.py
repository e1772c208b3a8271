"""The owners of a task before and after go in, which units changed and how comes out.

A unit is known by its canonical name, and where a reform gave the same printed name another
canonical one, by that name. Order and level words that the unit before supplies are no change.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.diff.telling import Told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zwgk_parse.plan.model import Owner, Role

_ROLES: tuple[Role, ...] = ("lead", "responsible", "support", "supervise")


class _Unit(NamedTuple):
    """A unit as one side names it: its names as printed, and its roles."""

    names: tuple[str, ...]
    roles: tuple[Role, ...]


def changed_owners(old: Sequence[Owner], new: Sequence[Owner]) -> Iterator[Told]:
    """What became of the owners `old`, which are now `new`; roles count once for a unit."""
    before, after = _units(old), _units(new)
    same = {name: name for name in before if name in after} | _same_names(before, after)
    for canonical, other in same.items():
        yield from _changed(canonical, before[canonical], after[other])
    for canonical in before.keys() - same.keys():
        unit = before[canonical]
        for role in unit.roles:
            yield Told("owner-removed", old=role, owner=_name(canonical, unit))
    for canonical in after.keys() - set(same.values()):
        unit = after[canonical]
        for role in unit.roles:
            yield Told("owner-added", new=role, owner=_name(canonical, unit))


def _units(owners: Sequence[Owner]) -> dict[str, _Unit]:
    names: defaultdict[str, set[str]] = defaultdict(set)
    roles: defaultdict[str, set[Role]] = defaultdict(set)
    for owner in owners:
        names[owner.canonical].add(owner.name)
        roles[owner.canonical].add(owner.role)
    return {
        canonical: _Unit(tuple(sorted(names[canonical])), tuple(sorted(given, key=_ROLES.index)))
        for canonical, given in roles.items()
    }


def _same_names(before: dict[str, _Unit], after: dict[str, _Unit]) -> dict[str, str]:
    """Units with one name and two canonical ones, as a reform between the plans' years makes."""
    by_names = {unit.names: name for name, unit in after.items() if name not in before}
    return {
        name: by_names[unit.names]
        for name, unit in before.items()
        if name not in after and unit.names in by_names
    }


def _changed(canonical: str, old: _Unit, new: _Unit) -> Iterator[Told]:
    name = old.names[0] if old.names == new.names else canonical
    lost = [role for role in old.roles if role not in new.roles]
    gained = [role for role in new.roles if role not in old.roles]
    for was, is_now in zip(lost, gained, strict=False):
        yield Told("owner-role-changed", was, is_now, owner=name)
    for role in lost[len(gained) :]:
        yield Told("owner-removed", old=role, owner=name)
    for role in gained[len(lost) :]:
        yield Told("owner-added", new=role, owner=name)
    if not set(old.names) & set(new.names):
        yield Told("owner-renamed", "、".join(old.names), "、".join(new.names), owner=canonical)


def _name(canonical: str, unit: _Unit) -> str:
    return unit.names[0] if len(unit.names) == 1 else canonical
