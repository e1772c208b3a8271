"""Sentences of the command line and of errors: key and data in, the reader's language out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from zwgk_parse.messages import table

if TYPE_CHECKING:
    from zwgk_parse.errors import ZwgkError
    from zwgk_parse.messages.language import Language

# What an error's data holds as English words; all else in it is put in as it is.
_WORDS = ("reason", "remedy", "purpose")


def phrase(key: str, language: Language, **data: object) -> str:
    """The sentence `key` of `ui.toml` in `language`, filled in from `data`."""
    text: str = table("ui")[key][language]
    return text.format(**data)


def error_sentence(error: ZwgkError, language: Language) -> str:
    """What `error` says in `language`; English words that no row translates stay as they are."""
    row = table("errors")["sentences"].get(error.code)
    if language == "en" or row is None:
        return str(error)
    data = {key: translated(str(error.data[key])) for key in _WORDS if key in error.data}
    if isinstance(misfits := error.data.get("misfits"), tuple):
        data["reason"] = "；".join(map(translated, misfits))
    sentence: str = row.format(**(error.data | data))
    return sentence


def translated(words: str) -> str:
    """The reason or remedy `words` in Chinese, by the rows of `errors.toml`, or as they are."""
    for pattern, chinese in _rows():
        match = pattern.fullmatch(words)
        if match is not None:
            return chinese.format(
                **{key: translated(value) for key, value in match.groupdict().items()}
            )
    return words


@cache
def _rows() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Each row's English as a pattern: `{limit}` in it stands for any words."""
    rows = table("errors")["words"].items()
    return tuple((re.compile(_pattern(english), re.DOTALL), chinese) for english, chinese in rows)


def _pattern(english: str) -> str:
    return re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+?)", re.escape(english))
