"""What people read, by code: remarks in English and Chinese, and their explanations.

In goes a code and its data, out comes a Diagnostic (English) or a sentence in a language.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import JsonValue

    from zwgk_parse.diagnostics import Diagnostic
    from zwgk_parse.source import Span


# What a diagnostic's data holds as English words; all else in it was printed.
_WORDS = ("reason", "reasons", "problem", "field", "expected")
# What it holds where nothing was printed.
_NOTHING = "nothing"


@cache
def table(name: str) -> dict[str, Any]:
    """The table `name` (`diagnostics`, `errors`, `ui`, `help`) that stands beside this module."""
    # Not at the top: `zwgk --version` need not wait for it.
    from zwgk_parse.tables import table as read

    return read("messages", name)  # type: ignore[no-any-return]


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """Every diagnostic by its code: name, severity, en, zh, and what `zwgk explain` prints."""
    return table("diagnostics") | table("checks")


def remark(
    code: str, provenance: Iterable[Span] = (), *, task: str | None = None, **data: JsonValue
) -> Diagnostic:
    """The diagnostic `code` with its sentence filled in from `data`."""
    # Not at the top: it loads pydantic, and the command line reads its own words from here.
    from zwgk_parse.diagnostics import Diagnostic, Severity

    entry = catalogue()[code]
    return Diagnostic(
        code=code,
        name=entry["name"],
        severity=Severity(entry["severity"]),
        message=_filled(entry["en"], data),
        data=data,
        task=task,
        provenance=tuple(dict.fromkeys(provenance)),
    )


def sentence(diagnostic: Diagnostic, language: str) -> str:
    """What `diagnostic` says in `language` (`zh` or `en`)."""
    entry = catalogue().get(diagnostic.code)
    if entry is None or language not in entry:
        return diagnostic.message
    return _filled(entry[language], _said_in(diagnostic.data, language))


def _filled(template: str, data: dict[str, JsonValue]) -> str:
    """The sentence with its data; marks in what it quotes become single ones (GB/T 15834)."""
    inner = {
        key: value.replace("“", "‘").replace("”", "’")
        for key, value in data.items()
        if isinstance(value, str) and "“" in value and f"“{{{key}}}" in template
    }
    return template.format(**(data | inner))


def _said_in(data: dict[str, JsonValue], language: str) -> dict[str, JsonValue]:
    """`data` with the English words in it (reasons, parted by `; `) in `language`."""
    if language == "en":
        return data
    from zwgk_parse.messages.texts import translated

    return data | {
        key: "；".join(map(translated, value.split("; ")))
        for key, value in data.items()
        if isinstance(value, str) and (key in _WORDS or value == _NOTHING)
    }
