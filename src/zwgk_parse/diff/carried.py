"""Owners that a child adds to those of its parent: two tasks' owners go in, Told comes out.

A child names its own bodies for those of its parent: the county's finance bureau for that of the
province. That is no change; neither is that the parent's own bodies are not named below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.diff.open_sets import open_set
from zwgk_parse.diff.positions import core_of
from zwgk_parse.diff.telling import Told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zwgk_parse.plan.model import Owner


def added_owners(parent: Sequence[Owner], child: Sequence[Owner]) -> Iterator[Told]:
    """The owners of the child's task that stand for none of the parent's, each once."""
    same = {owner.canonical for owner in parent}
    for owner in _each_once(child):
        if owner.canonical not in same and not any(_stands_for(owner, other) for other in parent):
            yield Told("owner-added", new=owner.role, owner=owner.name)


def _each_once(owners: Sequence[Owner]) -> list[Owner]:
    return list({owner.canonical: owner for owner in reversed(owners)}.values())[::-1]


def _stands_for(one: Owner, other: Owner) -> bool:
    """Whether `one` of the child is the same body as `other` of the parent, of its own level."""
    if one.kind != other.kind:
        return False
    if one.kind == "group":
        return open_set(one.name) == open_set(other.name)
    return (one.system is not None and one.system == other.system) or (
        core_of(one.canonical) == core_of(other.canonical)
    )
