"""Values of a plan's JSON in words that people read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from zwgk_parse.messages import table
from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from pydantic import JsonValue

    from zwgk_parse.messages.language import Language

# What an object is known by, in the order of preference.
_NAMES = ("raw", "name", "title", "heading", "text", "what")
ROLES = ("lead", "support", "supervise", "responsible")


def value_words(value: JsonValue, language: Language) -> str:
    """`value` in words; an object by its name, or part by part; none as a word for nothing."""
    if value is None or value in ("", [], {}):
        return phrase("change-nothing", language)
    if isinstance(value, list):
        return "；".join(value_words(one, language) for one in value)
    if isinstance(value, dict):
        return _object_words(value, language)
    if not isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    row = table("ui").get(f"value-{value}")
    return row[language] if row else value


def _object_words(value: dict[str, Any], language: Language) -> str:
    if "heading" in value and "text" in value:
        return f"{value['heading']}：{value['text']}"
    name = next((value[key] for key in _NAMES if isinstance(value.get(key), str)), None)
    if name is not None:
        return str(name)
    parts = ((key, one) for key, one in value.items() if one not in (None, "", [], {}))
    return "；".join(
        f"{field_words(key, language)} {value_words(one, language)}" for key, one in parts
    )


def field_words(field: str | None, language: Language) -> str:
    """The name of a field, without those it stands in; one that is not known stays as it is."""
    name = (field or "").partition(".")[2] or (field or "")
    row = table("ui").get(f"field-{name}")
    return row[language] if row else name


def role_words(role: JsonValue, language: Language) -> str:
    """A role; one that is not known stays as it is."""
    return phrase(str(role), language) if role in ROLES else value_words(role, language)


def difference_words(old: JsonValue, new: JsonValue, language: Language) -> str:
    """How `new` differs from `old`; of two lists only the entries that the other has not."""
    if isinstance(old, list) or isinstance(new, list):
        return _list_difference(_listed(old), _listed(new), language)
    words = {"old": value_words(old, language), "new": value_words(new, language)}
    key = "change-come" if old is None else "change-gone" if new is None else "change-from-to"
    return phrase(key, language, **words)


def _list_difference(old: list[JsonValue], new: list[JsonValue], language: Language) -> str:
    gone = [one for one in old if one not in new]
    come = [one for one in new if one not in old]
    told = [
        phrase(key, language, values=value_words(values, language))
        for key, values in (("change-list-removed", gone), ("change-list-added", come))
        if values
    ]
    return ("；" if language == "zh" else "; ").join(told) or phrase("change-list-order", language)


def _listed(value: JsonValue) -> list[JsonValue]:
    """What a list holds; a single value stands for itself, and null for nothing."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]
