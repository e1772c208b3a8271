"""The planted changes as plans: what stands in tests/diff/planted, read and parsed."""

from __future__ import annotations

import io
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zwgk_parse.pipeline import parse

if TYPE_CHECKING:
    from zwgk_parse.plan.changes import Change
    from zwgk_parse.plan.model import Plan

HERE = Path(__file__).parent
BASES = HERE.parent / "checks" / "planted"
CHANGES = tomllib.loads((HERE / "planted" / "changes.toml").read_text(encoding="utf-8"))["change"]


@cache
def plan_of(text: str, name: str = "plan.txt") -> Plan:
    """The plan that a document with that text holds."""
    return parse(io.BytesIO(text.encode()), name=name).value


def sides(entry: dict[str, Any]) -> tuple[Plan, Plan]:
    """The old and the new plan of a planted change."""
    text = (BASES / f"{entry['base']}.txt").read_text(encoding="utf-8")
    old = _edited(text, entry.get("before", []))
    return plan_of(old), plan_of(_edited(old, entry["edits"]))


def _edited(text: str, edits: list[dict[str, str]]) -> str:
    for edit in edits:
        assert text.count(edit["find"]) == 1, edit
        text = text.replace(edit["find"], edit["replace"])
    return text


def told(change: Change, expected: dict[str, Any] | None = None) -> dict[str, Any]:
    """A change in the form of an expected one; `from` and `to` only where that one has them."""
    shown: dict[str, Any] = {"kind": change.kind}
    for side, keys in (("old", change.old), ("new", change.new)):
        ids = [key.id for key in keys]
        if ids:
            shown[side] = ids if len(ids) > 1 else ids[0]
    if change.kind == "plan-changed":
        shown["field"] = change.field
    if change.owner and change.kind != "owner-renamed":
        shown["owner"] = change.owner
    values = (("from", change.old_value), ("to", change.new_value))
    wanted = {"from", "to"} if expected is None else expected.keys()
    return shown | {key: value for key, value in values if value is not None and key in wanted}
