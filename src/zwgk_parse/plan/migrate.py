"""The versions of the plan schema: which are known, which a plan states, what each added."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from zwgk_parse.patterns import lazy
from zwgk_parse.plan.model import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

_VERSION = lazy(r"(\d{1,6})\.(\d{1,6})\.(\d{1,6})")


class Step(NamedTuple):
    """How a plan of one version becomes one of the next: `added` are its tasks' new fields.

    An older plan must not have them; who has the words to read them from fills them in.
    """

    to: str
    added: tuple[str, ...]


STEPS = {"1.0.0": Step("1.1.0", added=("targets",))}
KNOWN = (*STEPS, SCHEMA_VERSION)


def added_since(version: str) -> tuple[str, ...]:
    """The fields of a task that the newest version has and `version` had not."""
    return tuple(name for step in _steps(version) for name in step.added)


def _steps(version: str) -> Iterator[Step]:
    while version in STEPS:
        step = STEPS[version]
        yield step
        version = step.to


def stated_version(plan: dict[str, Any]) -> str:
    """The version whose rules hold for `plan`: the one that it states if it is known."""
    version = plan.get("schema_version")
    return version if isinstance(version, str) and version in KNOWN else SCHEMA_VERSION


def is_newer(version: object, newest: str = SCHEMA_VERSION) -> bool:
    """Whether that is the number of a version newer than the newest that is known."""
    match = _VERSION.fullmatch(version) if isinstance(version, str) else None
    known = _VERSION.fullmatch(newest)
    if match is None or known is None:
        return False
    return tuple(map(int, match.groups())) > tuple(map(int, known.groups()))
