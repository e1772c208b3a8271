"""What the schema of a plan (or of changes) expects at a place, in words that people understand.

The words are English; errors.toml has the Chinese of each.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from zwgk_parse.plan.migrate import KNOWN
from zwgk_parse.plan.schema import SCHEMAS, changes_schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Place = tuple[str | int, ...]

_TYPES = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "object": "an object",
    "array": "a list",
    "null": "null",
}
# Stands where a version of the plan's schema does.
CHANGES = "changes"


def expected(place: Place, version: str) -> str:
    """What is to stand at `place` of a plan of `version`: `a date such as 2022-06-30 or null`."""
    if place == ("schema_version",) and version in KNOWN:
        return _one_of(KNOWN)
    kinds = list(dict.fromkeys(map(_words, _rules(place, version))))
    if _TYPES["number"] in kinds and _TYPES["integer"] in kinds:
        kinds.remove(_TYPES["integer"])
    return " or ".join(kinds)


def fields(place: Place, version: str) -> frozenset[str]:
    """The names that the object at `place` of a plan of `version` may have."""
    return frozenset(name for rule in _rules(place, version) for name in rule.get("properties", ()))


def _words(rule: dict[str, Any]) -> str:
    """One row of what a rule may be."""
    if "enum" in rule:
        return _one_of(rule["enum"])
    if "const" in rule:
        return _one_of([rule["const"]])
    if rule.get("format") == "date":
        return "a date such as 2022-06-30"
    if "minItems" in rule:
        return f"a list of {rule['minItems']} entries"
    return _TYPES[rule["type"]]


def _one_of(words: Iterable[str]) -> str:
    return f"one of {', '.join(words)}"


def _rules(place: Place, version: str) -> list[dict[str, Any]]:
    """The rules of which what stands at `place` has to follow one."""
    schema = _schema(version)
    rules = list(_alternatives(schema, schema))
    for part in place:
        below = (_below(rule, part) for rule in rules)
        rules = [one for rule in below if rule for one in _alternatives(rule, schema)]
    return rules


@cache
def _schema(version: str) -> dict[str, Any]:
    return changes_schema() if version == CHANGES else SCHEMAS[version]()


def _alternatives(rule: dict[str, Any], schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if "$ref" in rule:
        name = rule["$ref"].removeprefix("#/$defs/")
        yield from _alternatives(schema["$defs"][name], schema)
    elif "anyOf" in rule:
        for one in rule["anyOf"]:
            yield from _alternatives(one, schema)
    else:
        yield rule


def _below(rule: dict[str, Any], part: str | int) -> dict[str, Any] | None:
    found: dict[str, Any] | None
    if isinstance(part, str):
        found = rule.get("properties", {}).get(part)
    else:
        found = rule.get("items") or next(iter(rule.get("prefixItems", ())), None)
    return found
