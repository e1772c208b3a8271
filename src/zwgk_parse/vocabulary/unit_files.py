"""A user's own table of units: a TOML file goes in, its rows and its places come out.

The file has `[[unit]]` rows of the same form as units.toml, and `[[place]]` tables that list the
units and townships of a place.
"""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any, NamedTuple

from zwgk_parse.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_MOST_BYTES = 4_000_000
LEVELS = ("national", "province", "prefecture", "county", "township")


class Place(NamedTuple):
    """The units and townships of one place, as the user lists them."""

    name: str
    units: tuple[str, ...]
    townships: tuple[str, ...]


class UnitsFile(NamedTuple):
    """What a user's own file adds."""

    rows: tuple[dict[str, Any], ...]
    places: tuple[Place, ...]


def read_units_file(path: Path) -> UnitsFile:
    """The rows and places of the file at `path`.

    Raises SettingsError, which names the row and key, when the file does not have that form.
    """
    data = _toml(path)
    _no_others(path, "the file", data, {"unit", "place"})
    rows = _tables(path, data, "unit")
    places = _tables(path, data, "place")
    for number, row in enumerate(rows, 1):
        _check(path, f"[[unit]] {number}", row, _UNIT_KEYS, "system")
        if ("from" in row or "to" in row) and "ground" not in row:
            raise SettingsError(str(path), f"[[unit]] {number}: years need a ground")
    for number, row in enumerate(places, 1):
        _check(path, f"[[place]] {number}", row, _PLACE_KEYS, "name")
    return UnitsFile(
        tuple(rows),
        tuple(
            Place(row["name"], tuple(row.get("units", ())), tuple(row.get("townships", ())))
            for row in places
        ),
    )


def _toml(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as stream:
            text = stream.read(_MOST_BYTES + 1)
        if len(text) > _MOST_BYTES:
            raise SettingsError(str(path), f"more than {_MOST_BYTES} characters")
        return tomllib.loads(text.decode("utf-8-sig"))
    except FileNotFoundError as error:
        raise SettingsError(str(path), "there is no such file") from error
    except OSError as error:
        raise SettingsError(str(path), f"it cannot be read ({error.strerror})") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise SettingsError(str(path), f"not TOML: {error}") from error


def _tables(path: Path, data: dict[str, Any], key: str) -> list[dict[str, Any]]:
    found = data.get(key, [])
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise SettingsError(str(path), f"{key}: write it as [[{key}]]")
    return found


def _no_others(path: Path, place: str, row: dict[str, Any], known: set[str]) -> None:
    others = sorted(set(row) - known)
    if others:
        raise SettingsError(str(path), f"{place}: unknown key {others[0]}")


def _text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_text, value))


def _names(value: object) -> bool:
    return isinstance(value, dict) and all(
        _text(short) and isinstance(full, str) for short, full in value.items()
    )


def _frames(value: object) -> bool:
    return isinstance(value, dict) and all(
        _text(ending)
        and _text(full)
        and full.replace("{}", "", 1).isprintable()
        and full.count("{}") == 1
        and "{" not in full.replace("{}", "")
        and "}" not in full.replace("{}", "")
        for ending, full in value.items()
    )


def _year(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1949 <= value <= 2100


def _levels(value: object) -> bool:
    return _texts(value) and isinstance(value, list) and set(value) <= set(LEVELS)


def _flag(value: object) -> bool:
    return isinstance(value, bool)


_UNIT_KEYS: dict[str, Callable[[object], bool]] = {
    "system": _text,
    "stems": _texts,
    "short": _names,
    "exact": _names,
    "heads": _names,
    "frames": _frames,
    "place": _flag,
    "from": _year,
    "to": _year,
    "levels": _levels,
    "ground": _text,
}
_PLACE_KEYS: dict[str, Callable[[object], bool]] = {
    "name": _text,
    "units": _texts,
    "townships": _texts,
}


def _check(
    path: Path,
    where: str,
    row: dict[str, Any],
    keys: dict[str, Callable[[object], bool]],
    need: str,
) -> None:
    """Raise SettingsError unless `row` has `need`, only `keys`, and each value of its kind."""
    _no_others(path, where, row, set(keys))
    if need not in row:
        raise SettingsError(str(path), f"{where}: {need} is missing")
    for key, value in row.items():
        if not keys[key](value):
            raise SettingsError(str(path), f"{where}: {key} has the wrong kind of value")
