"""What a stored plan has against its schema: in go its values, out come Diagnostics (ZW019).

Where a fault is, pydantic says; what was expected there, the schema of the plan's version.
"""

from __future__ import annotations

import json
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, NamedTuple

from zwgk_parse.messages import remark
from zwgk_parse.patterns import lazy
from zwgk_parse.plan.expected import expected, fields
from zwgk_parse.plan.migrate import added_since

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from zwgk_parse.diagnostics import Diagnostic
    from zwgk_parse.plan.expected import Place
    from zwgk_parse.plan.json_text import Text

MOST = 100
_SHOWN = 40
_ABSENT = object()
# What must not reach a terminal, and half surrogate pairs, which have no UTF-8.
_UNSEEN = lazy("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff]")
# A value that may be a whole number or another is judged once as each.
_BRANCHES = ("int", "float")


class Violation(NamedTuple):
    """One place of a plan that is against its schema."""

    place: Place
    expected: str
    found: str


def violations(error: ValidationError, plan: dict[str, Any], version: str) -> list[Violation]:
    """What the models have against `plan`, which is of `version`, a place once."""
    found: dict[Place, Violation] = {}
    for one in error.errors(include_url=False, include_context=False, include_input=False):
        place = _place(one)
        if place not in found and not _is_whole(one["type"], _at(plan, place)):
            found[place] = _violation(one["type"], place, plan, version)
    return list(found.values())


def make_whole(error: ValidationError, plan: dict[str, Any]) -> None:
    """Write 5 where 5.0 stands for a whole number in `plan`."""
    for one in error.errors(include_url=False, include_context=False, include_input=False):
        place = _place(one)
        if _is_whole(one["type"], _at(plan, place)):
            _at(plan, place[:-1])[place[-1]] = int(_at(plan, place))


def repeated_names(text: Text) -> Iterator[Violation]:
    """The names that an object gives more than once: only the last of the values would count."""
    objects = {id(values): counts for values, counts in text.repeated}
    for place, values in _objects(text.value, ()) if objects else ():
        for name, count in objects.get(id(values), {}).items():
            yield Violation((*place, name), "one value of this name", str(count))


def added_later(tasks: Any, version: str) -> Iterator[Violation]:
    """The fields of the `tasks` of an older plan that only a later version has."""
    later = added_since(version)
    for number, task in enumerate(tasks if later and isinstance(tasks, list) else ()):
        for name in later:
            if isinstance(task, dict) and name in task:
                words = f"no field of this name in version {version}"
                yield Violation(("tasks", number, name), words, shown(task[name]))


def diagnostics(found: Sequence[Violation], plan: dict[str, Any]) -> tuple[Diagnostic, ...]:
    """A Diagnostic for each violation up to MOST, and one that counts the rest."""
    shown = [
        remark(
            "ZW019",
            task=_task_id(one.place, plan),
            pointer=pointer(one.place),
            expected=one.expected,
            found=one.found,
        )
        for one in found[:MOST]
    ]
    if len(found) > MOST:
        rest = str(len(found) - MOST)
        shown.append(remark("ZW019", pointer="/…", expected="no further violation", found=rest))
    return tuple(shown)


def pointer(place: Iterable[str | int]) -> str:
    """The JSON pointer (RFC 6901) of a place; names without end are cut."""
    parts = (str(part).replace("~", "~0").replace("/", "~1") for part in place)
    return "".join(f"/{_cut(_seen(part), 100)}" for part in parts)


def _place(error: ErrorDetails) -> Place:
    place = error["loc"]
    if place[-1] in _BRANCHES and error["type"] != "extra_forbidden":
        return place[:-1]
    if error["type"] == "missing" and isinstance(place[-1], int):
        return place[:-1]
    return place


def _is_whole(kind: str, value: Any) -> bool:
    """Whether `value` is a whole number by JSON Schema, which knows no difference to 5.0."""
    return kind == "int_type" and isinstance(value, float) and value.is_integer()


def _violation(kind: str, place: Place, plan: dict[str, Any], version: str) -> Violation:
    value = _at(plan, place)
    found = "nothing" if value is _ABSENT else shown(value)
    if kind == "extra_forbidden":
        return Violation(place, _no_field(place, plan, version), found)
    words = expected(place, version)
    return Violation(place, f"{words} (required)" if value is _ABSENT else words, found)


def _no_field(place: Place, plan: dict[str, Any], version: str) -> str:
    """That there is no such field, and the one that was meant if there is one like it."""
    open_ = fields(place[:-1], version) - set(_at(plan, place[:-1]))
    near = get_close_matches(str(place[-1])[:_SHOWN], sorted(open_), n=1)
    return (
        f"no field of this name (did you mean {shown(near[0])}?)"
        if near
        else "no field of this name"
    )


def _at(plan: Any, place: Place) -> Any:
    """What stands at `place`, or _ABSENT."""
    for part in place:
        try:
            plan = plan[part]
        except (LookupError, TypeError):
            return _ABSENT
    return plan


def shown(value: Any) -> str:
    """A value as JSON, so much of it as fits in a sentence."""
    text = _seen(json.dumps(value, ensure_ascii=False))
    if isinstance(value, str) and len(text) > _SHOWN:
        return f'{_cut(text, _SHOWN - 1)}"'
    return _cut(text, _SHOWN)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _seen(text: str) -> str:
    return _UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _task_id(place: Place, plan: dict[str, Any]) -> str | None:
    """The id of the task that a place is in."""
    if place[:1] != ("tasks",) or len(place) < 2:
        return None
    name = _at(plan, (*place[:2], "id"))
    return _seen(name) if isinstance(name, str) else None


def _objects(value: Any, place: Place) -> Iterator[tuple[Place, dict[str, Any]]]:
    """Every object in `value` and its place."""
    if isinstance(value, dict):
        yield place, value
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for part, one in items:
        if isinstance(one, dict | list):
            yield from _objects(one, (*place, part))
