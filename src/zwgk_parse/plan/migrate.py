"""A stored plan of any known version in, the same in the newest version out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from zwgk_parse.errors import PlanFileError
from zwgk_parse.patterns import lazy
from zwgk_parse.plan.model import SCHEMA_VERSION, Plan

if TYPE_CHECKING:
    from collections.abc import Callable

_VERSION = lazy(r"(\d{1,6})\.(\d{1,6})\.(\d{1,6})")


class Stored(NamedTuple):
    """A plan in the newest version, and the version that it was stored in."""

    plan: Plan
    version: str


class _Step(NamedTuple):
    """How a plan of one version becomes one of the next."""

    to: str
    change: Callable[[dict[str, Any]], dict[str, Any]]


def _with_room_for_targets(data: dict[str, Any]) -> dict[str, Any]:
    """1.1.0 adds Task.targets; who has the words to read them from fills them in."""
    return data


STEPS = {"1.0.0": _Step("1.1.0", _with_room_for_targets)}


def read_stored(data: bytes | str, name: str) -> Stored:
    """The plan that the JSON text `data` of the file `name` holds.

    Raises PlanFileError when it is no plan, or one of a version newer than is known.
    """
    from pydantic import ValidationError

    try:
        version, text = _newest(data, name)
        return Stored(Plan.model_validate_json(text), version)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = "/" + "/".join(map(str, first["loc"]))
        raise PlanFileError(name, f"at {place}: {first['msg']}") from error


def _newest(data: bytes | str, name: str) -> tuple[str, bytes | str]:
    """The version that `data` is in, and its JSON in the newest version."""
    try:
        plan = json.loads(data)
        version = plan["schema_version"]
    except (ValueError, KeyError, TypeError, RecursionError):
        # What is no JSON or says no version is the models' to judge.
        return SCHEMA_VERSION, data
    if not isinstance(version, str) or (version not in STEPS and not _is_newer(version)):
        return SCHEMA_VERSION, data
    if version not in STEPS:
        reason = f"its version {version} is newer than {SCHEMA_VERSION}: a newer zwgk wrote it"
        raise PlanFileError(name, reason)
    at = version
    while at in STEPS:
        at, change = STEPS[at]
        plan = change(plan) | {"schema_version": at}
    return version, json.dumps(plan)


def _is_newer(version: str) -> bool:
    match, known = _VERSION.fullmatch(version), _VERSION.fullmatch(SCHEMA_VERSION)
    if match is None or known is None:
        return False
    return tuple(map(int, match.groups())) > tuple(map(int, known.groups()))
