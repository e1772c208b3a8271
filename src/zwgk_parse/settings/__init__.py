"""The user's settings: the environment and a folder go in, what is set comes out.

`zwgk.toml`, or the table `[tool.zwgk]` of `pyproject.toml`, found in the folder or the nearest one
above it. An option goes before the environment, and that before the file.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from zwgk_parse.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

UNITS_VARIABLE = "ZWGK_UNITS"
KEYS = ("units", "validate")


class Settings(NamedTuple):
    """What a settings file sets; paths in it are relative to its folder."""

    path: Path
    table: dict[str, Any]


def find_settings(folder: Path) -> Settings | None:
    """The settings for `folder`, their keys checked; None where there are none.

    Raises SettingsError for a file that cannot be read or that sets something unknown.
    """
    for place in (folder, *folder.parents):
        found = _settings_in(place)
        if found is not None:
            return found
    return None


def units_path(option: Path | None, environment: Mapping[str, str], folder: Path) -> Path | None:
    """The user's own file of units, or None where none is set.

    Raises SettingsError for a settings file that is wrong.
    """
    if option is not None:
        return option
    named = environment.get(UNITS_VARIABLE)
    if named:
        return Path(named)
    found = find_settings(folder)
    if found is None or "units" not in found.table:
        return None
    return found.path.parent / str(found.table["units"])


def refuse_unknown(path: Path, table: Mapping[str, Any], known: Collection[str]) -> None:
    """Raise SettingsError for a key of `table` that is not known, with the key that was meant."""
    unknown = sorted(set(table) - set(known))
    if unknown:
        raise SettingsError(str(path), f"unknown key {unknown[0]}{hint(unknown[0], known)}")


def hint(word: str, known: Collection[str]) -> str:
    """`; did you mean …?`, or nothing where nothing known looks like `word`."""
    # Not at the top: it is needed for what is wrong only.
    from difflib import get_close_matches

    near = get_close_matches(word, known, 1)
    return f"; did you mean {near[0]}?" if near else ""


def _settings_in(folder: Path) -> Settings | None:
    """The settings file in `folder` and what it sets, checked; None where there is none."""
    own, project = folder / "zwgk.toml", folder / "pyproject.toml"
    if own.is_file():
        return Settings(own, _checked(own, _read(own)))
    if not project.is_file():
        return None
    tools = _read(project).get("tool")
    if not isinstance(tools, dict) or "zwgk" not in tools:
        return None
    return Settings(project, _checked(project, tools["zwgk"]))


def _read(path: Path) -> dict[str, Any]:
    # Not at the top: most folders have no settings.
    import tomllib

    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise SettingsError(str(path), f"it cannot be read ({error.strerror})") from error
    except (ValueError, RecursionError) as error:
        raise SettingsError(str(path), f"not TOML: {error}") from error


def _checked(path: Path, settings: Any) -> dict[str, Any]:
    """`settings`, all of which are known and of the right kind."""
    if not isinstance(settings, dict):
        raise SettingsError(str(path), "tool.zwgk: write it as a table")
    refuse_unknown(path, settings, KEYS)
    units = settings.get("units", "units.toml")
    if not isinstance(units, str) or not units:
        raise SettingsError(str(path), "units: write the path of a file")
    return settings
