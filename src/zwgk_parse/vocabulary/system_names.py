"""What a system is called in Chinese: its code (`finance`) goes in, 财政 comes out."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from zwgk_parse.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator

# Names of units of a party committee stand behind the sign of its level: 县委办公室.
_COMMITTEE = "委"


def system_name(system: str) -> str | None:
    """The first name that the table of units has for `system`, without level or suffix."""
    return _names().get(system)


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for unit in table("vocabulary", "units")["unit"]:
        for name in _said(unit):
            names.setdefault(unit["system"], f"党{name}" if name.startswith(_COMMITTEE) else name)
    return names


def _said(unit: dict[str, Any]) -> Iterator[str]:
    """The names of a row of the table: full ones, else those that have no one full form."""
    yield from unit.get("stems", ())
    yield from filter(None, unit.get("exact", {}).values())
    yield from (frame.format("") for frame in unit.get("frames", {}).values())
    yield from unit.get("exact", ())
