"""The JSON text of a stored plan in, the plan in the newest version out, or all it is against.

A text is held to the schema of the version that it states. What follows it is read at once by the
models; only a text that may not is read a second time, to say where and why.
"""

from __future__ import annotations

import json
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Any, NamedTuple

from zwgk_parse.errors import NewerPlanError, OtherJsonError, PlanFileError
from zwgk_parse.patterns import lazy
from zwgk_parse.plan.migrate import KNOWN, STEPS, added_since, is_newer, stated_version
from zwgk_parse.plan.model import SCHEMA_VERSION, Plan

if TYPE_CHECKING:
    from pydantic import TypeAdapter, ValidationError

    from zwgk_parse.diagnostics import Diagnostic

_HEAD = lazy(r'\s*\{\s*"schema_version"\s*:\s*"([0-9.]+)"')
_SAID = ("pointer", "expected", "found")
_STATED = b'"schema_version"'
# Half a surrogate pair is no text to the models' reader, though JSON can write it.
_HALF = lazy("[\ud800-\udfff]")


class Stored(NamedTuple):
    """A plan in the newest version, and the version that it was stored in."""

    plan: Plan
    version: str


class Judged(NamedTuple):
    """A stored plan, or None and what it has against the schema of its version."""

    plan: Plan | None
    version: str
    diagnostics: tuple[Diagnostic, ...] = ()


def read_stored(data: bytes | str, name: str) -> Stored:
    """The plan that the JSON text `data` of the file `name` holds.

    Raises as `judge` does, and PlanFileError when the plan does not follow its schema.
    """
    text = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    return accepted(judge(text, name), name)


def accepted(judged: Judged, name: str) -> Stored:
    """A plan that follows its schema; PlanFileError for one that does not, with the first fault."""
    if judged.plan is not None:
        return Stored(judged.plan, judged.version)
    pointer, expected, found = (judged.diagnostics[0].data[key] for key in _SAID)
    more = len(judged.diagnostics) - 1
    if more:
        raise PlanFileError(
            name, f"at {pointer}: expected {expected}, found {found} (and {more} more)"
        )
    raise PlanFileError(name, f"at {pointer}: expected {expected}, found {found}")


def judge(data: bytes, name: str, begins: int = 1) -> Judged:
    """The plan that the JSON text `data` of the file `name` holds, held to its version's schema.

    `begins` is the line of the file that the text begins at. Raises DamagedFileError when it is no
    JSON, and PlanFileError when it is no plan or one of a version newer than is known.
    """
    stored = _at_once(data)
    return Judged(*stored) if stored else _in_full(data, name, begins)


def _at_once(data: bytes) -> Stored | None:
    """The plan, if its text is beyond doubt."""
    from pydantic import ValidationError

    head = _HEAD.match(data[:200].decode("latin-1"))
    version = head[1] if head else SCHEMA_VERSION
    if version not in KNOWN or (head is None and _STATED in data):
        return None
    if head is not None and version in STEPS:
        data = data[: head.start(1)] + SCHEMA_VERSION.encode() + data[head.end(1) :]
    try:
        plan = Plan.model_validate_json(data, strict=True)
    except ValidationError:
        return None
    if _loses_something(data, plan) or _is_ahead(plan, version):
        return None
    return Stored(plan, version)


def _loses_something(data: bytes, plan: Plan) -> bool:
    """Whether `plan` may not be all that `data` says: a name is repeated, or NaN is a number.

    A repeated name shows in the colons: there are more of them than the plan has when written,
    unless one of its own is written as an escape.
    """
    # Elsewhere the models themselves refuse NaN. One byte is looked for at once, several are not.
    if any(map(_is_odd, (one.data for one in plan.diagnostics))):
        return True
    if b"\\" in data and b"\\u003" in data:
        return True
    return data.count(b":") != _plans().dump_json(plan, exclude_unset=True).count(b":")


def _is_odd(value: object) -> bool:
    """Whether a number in `value` is no number of JSON."""
    if isinstance(value, dict | list):
        return any(map(_is_odd, value.values() if isinstance(value, dict) else value))
    return isinstance(value, float) and not isfinite(value)


@cache
def _plans() -> TypeAdapter[Plan]:
    """What writes plans as bytes; a model itself writes text."""
    from pydantic import TypeAdapter

    return TypeAdapter(Plan)


def _is_ahead(plan: Plan, version: str) -> bool:
    later = added_since(version)
    return bool(later) and any(not task.model_fields_set.isdisjoint(later) for task in plan.tasks)


def _in_full(data: bytes, name: str, begins: int) -> Judged:
    from zwgk_parse.plan.json_text import read_json, too_deep
    from zwgk_parse.plan.violations import (
        added_later,
        diagnostics,
        make_whole,
        repeated_names,
        violations,
    )

    text = read_json(data, name, begins)
    plan = _plan_like(text.value, name)
    version = stated_version(plan)
    newest = _in_newest(plan, version)
    found = [*repeated_names(text), *added_later(plan.get("tasks"), version)]
    error = _error(newest)
    if error is not None and error.errors()[0]["type"] == "json_invalid":
        raise too_deep(name) from error
    found += violations(error, newest, version) if error else ()
    if found:
        return Judged(None, version, diagnostics(found, plan))
    if error is not None:
        make_whole(error, newest)
    # Not strict: lists are tuples in the models, and texts days; all of it has been judged.
    return Judged(Plan.model_validate(newest), version)


def _plan_like(value: Any, name: str) -> dict[str, Any]:
    """The values of a plan, whether or not they follow a schema.

    What states no version and has no more of a plan's fields than of others is no plan.
    """
    if not isinstance(value, dict):
        raise PlanFileError(name, "it does not begin with a brace")
    version = value.get("schema_version")
    if is_newer(version):
        reason = f"its version {version} is newer than {SCHEMA_VERSION}: a newer zwgk wrote it"
        raise NewerPlanError(name, reason)
    known = sum(field in Plan.model_fields for field in value)
    if version is None and 2 * known <= len(value):
        reason = "it is JSON of another kind, without a schema_version"
        raise OtherJsonError(name, reason, "check that it is the right file")
    return value


def _in_newest(plan: dict[str, Any], version: str) -> dict[str, Any]:
    """`plan` without the fields that only later versions have, and as one of the newest."""
    later = added_since(version)
    if not later:
        return plan
    changed = plan | {"schema_version": SCHEMA_VERSION}
    if isinstance(tasks := plan.get("tasks"), list):
        changed["tasks"] = [_without(task, later) for task in tasks]
    return changed


def _without(task: Any, names: tuple[str, ...]) -> Any:
    if not isinstance(task, dict):
        return task
    return {name: value for name, value in task.items() if name not in names}


def _error(plan: dict[str, Any]) -> ValidationError | None:
    """What the models have against the values of a plan."""
    from pydantic import ValidationError

    text = _HALF.sub("\ufffd", json.dumps(plan, ensure_ascii=False))
    try:
        Plan.model_validate_json(text, strict=True)
    except ValidationError as error:
        return error
    return None
