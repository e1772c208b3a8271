"""JSON text in, its values out, with what a plain reading of JSON would pass over in silence."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from zwgk_parse.errors import DamagedFileError, LimitExceededError
from zwgk_parse.patterns import lazy

# What Python's reader of JSON says, by its beginning, in words that errors.toml translates.
_FAULTS = {
    "Expecting value": "a value is expected",
    "Expecting property name": "a name in double quotes is expected",
    "Illegal trailing comma": "a name in double quotes is expected",
    "Expecting ':'": "a colon is expected",
    "Expecting ','": "a comma or a closing bracket is expected",
    "Invalid control": "a line break or control character stands within quotes",
    "Invalid \\": "a backslash escapes nothing",
    "Extra data": "something follows its end",
}
_NO_NUMBER = lazy(r'"(?:[^"\\]|\\.)*"|(?P<found>NaN|-?Infinity)')
_REMEDY = "correct it there, or have it written again"


class Text(NamedTuple):
    """The values of a JSON text, and the objects in it that give a name more than once."""

    value: Any
    repeated: tuple[tuple[dict[str, Any], dict[str, int]], ...]


def read_json(data: bytes, file: str, begins: int = 1) -> Text:
    """The values in `data`; the last counts where a name is repeated, as everywhere.

    `begins` is the line of the file that the text begins at.
    Raises DamagedFileError with line and column where it is no JSON (NaN is none), and
    LimitExceededError where it is nested too deeply.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + begins
        raise DamagedFileError(file, f"line {line} is not UTF-8", "save it as UTF-8") from error
    repeated: list[tuple[dict[str, Any], dict[str, int]]] = []

    def kept(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        values = dict(pairs)
        if len(values) != len(pairs):
            names = [name for name, _ in pairs]
            repeated.append((values, {n: c for n in values if (c := names.count(n)) > 1}))
        return values

    try:
        value = json.loads(text, object_pairs_hook=kept, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise _damaged(error, file, begins) from error
    except _NoNumberError as error:
        raise _not_a_number(text, file, begins) from error
    except RecursionError as error:
        raise too_deep(file) from error
    except ValueError as error:
        # Python refuses whole numbers of thousands of digits.
        raise DamagedFileError(file, "a number in it has too many digits", _REMEDY) from error
    return Text(value, tuple(repeated))


def too_deep(file: str) -> LimitExceededError:
    """What is raised for JSON within JSON within JSON …"""
    return LimitExceededError(
        file, "its elements are nested too deeply", "check that it is the right file"
    )


class _NoNumberError(Exception):
    """NaN or Infinity, which Python would read as numbers."""


def _no_number(_: str) -> Any:
    raise _NoNumberError


def _not_a_number(text: str, file: str, begins: int) -> DamagedFileError:
    match = next(match for match in _NO_NUMBER.finditer(text) if match["found"])
    line, column = _place(text, match.start(), begins)
    reason = f"line {line}, column {column}: {match['found']} is no JSON"
    return DamagedFileError(file, reason, _REMEDY)


def _damaged(error: json.JSONDecodeError, file: str, begins: int) -> DamagedFileError:
    whole = error.doc.rstrip()
    if error.pos >= len(whole) or error.msg.startswith("Unterminated"):
        line, column = _place(whole, len(whole), begins)
        reason = f"it breaks off at line {line}, column {column}"
        return DamagedFileError(file, reason, "fetch or write it again")
    what = next((ours for said, ours in _FAULTS.items() if error.msg.startswith(said)), "no JSON")
    line, column = _place(error.doc, error.pos, begins)
    reason = f"line {line}, column {column}: {what}"
    return DamagedFileError(file, reason, _REMEDY)


def _place(text: str, offset: int, begins: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + begins, offset - text.rfind("\n", 0, offset)
