"""What a comparison says of two sides, before it is known which tasks they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pydantic import JsonValue

    from zwgk_parse.plan.changes import Kind

# What each kind is when the plans change places; all others stay what they are.
_TURNED: dict[Kind, Kind] = {
    "added": "removed",
    "split": "merged",
    "owner-added": "owner-removed",
    "deadline-set": "deadline-removed",
    "deadline-earlier": "deadline-later",
    "target-set": "target-removed",
    "target-raised": "target-lowered",
}
TURNED: dict[Kind, Kind] = {**_TURNED, **{there: here for here, there in _TURNED.items()}}


class Told(NamedTuple):
    """One thing that differs: `old` and `new` are what stood and what stands there."""

    kind: Kind
    old: JsonValue = None
    new: JsonValue = None
    field: str | None = None
    owner: str | None = None
