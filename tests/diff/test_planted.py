"""One planted change at a time: it is told by its right name, and nothing else is.

The list was made by a reader before any code compared plans (planted/README.md).
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.diff.planting import CHANGES, sides, told
from zwgk_parse.diff.apply import apply, inverted
from zwgk_parse.diff.compare import diff

# Fields whose values are too long for the list.
_LONG = {"preamble", "addressees", "copied_to"}


def _is(change: dict[str, Any], expected: dict[str, Any]) -> bool:
    short = change.get("field") not in _LONG
    return (
        change if short else {k: v for k, v in change.items() if k not in ("from", "to")}
    ) == expected


def _unlike(
    found: list[dict[str, Any]], expected: list[dict[str, Any]]
) -> tuple[list[Any], list[Any]]:
    """What is expected and not found, and what is found and not expected."""
    rest = list(found)
    missing = []
    for one in expected:
        hit = next((change for change in rest if _is(change, one)), None)
        if hit is None:
            missing.append(one)
        else:
            rest.remove(hit)
    return missing, rest


@pytest.mark.parametrize("entry", CHANGES, ids=lambda entry: entry["name"])
def test_change(entry: dict[str, Any]) -> None:
    old, new = sides(entry)
    found = [told(change) for change in diff(old, new).changes]
    assert _unlike(found, entry["expect"]) == ([], []), entry["why"]


@pytest.mark.parametrize("entry", CHANGES, ids=lambda entry: entry["name"])
def test_change_is_applied_and_mirrored(entry: dict[str, Any]) -> None:
    old, new = sides(entry)
    changes = diff(old, new)
    assert apply(old, changes) == new
    assert inverted(changes) == diff(new, old)
