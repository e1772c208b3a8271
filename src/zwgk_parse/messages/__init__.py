"""What people read, by code: remarks in English and Chinese, and their explanations.

In goes a code and its data, out comes a Diagnostic (English) or a sentence in a language.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from zwgk_parse.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import JsonValue

    from zwgk_parse.source import Span


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """Every diagnostic by its code: name, severity, en, zh, and what `zwgk explain` prints."""
    text = files(__package__).joinpath("diagnostics.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def remark(
    code: str, provenance: Iterable[Span] = (), *, task: str | None = None, **data: JsonValue
) -> Diagnostic:
    """The diagnostic `code` with its sentence filled in from `data`."""
    entry = catalogue()[code]
    return Diagnostic(
        code=code,
        name=entry["name"],
        severity=Severity(entry["severity"]),
        message=entry["en"].format(**data),
        data=data,
        task=task,
        provenance=tuple(dict.fromkeys(provenance)),
    )


def sentence(diagnostic: Diagnostic, language: str) -> str:
    """What `diagnostic` says in `language` (`zh` or `en`)."""
    entry = catalogue().get(diagnostic.code)
    if entry is None or language not in entry:
        return diagnostic.message
    return entry[language].format(**diagnostic.data)
