"""The user's settings: the environment and a folder go in, what is set comes out.

`zwgk.toml`, or the table `[tool.zwgk]` of `pyproject.toml`, found in the folder or the nearest one
above it. An option goes before the environment, and that before the file.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from zwgk_parse.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Mapping

UNITS_VARIABLE = "ZWGK_UNITS"
KEYS = ("units",)


def units_path(option: Path | None, environment: Mapping[str, str], folder: Path) -> Path | None:
    """The user's own file of units, or None where none is set.

    A path in a settings file is relative to that file. Raises SettingsError for a settings file
    that cannot be read or that sets something unknown.
    """
    if option is not None:
        return option
    named = environment.get(UNITS_VARIABLE)
    if named:
        return Path(named)
    for place in (folder, *folder.parents):
        found = _settings_in(place)
        if found is not None:
            path, settings = found
            return path.parent / settings["units"] if "units" in settings else None
    return None


def _settings_in(folder: Path) -> tuple[Path, dict[str, Any]] | None:
    """The settings file in `folder` and what it sets, checked; None where there is none."""
    own, project = folder / "zwgk.toml", folder / "pyproject.toml"
    if own.is_file():
        return own, _checked(own, _read(own))
    if not project.is_file():
        return None
    tools = _read(project).get("tool")
    if not isinstance(tools, dict) or "zwgk" not in tools:
        return None
    return project, _checked(project, tools["zwgk"])


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
    unknown = sorted(set(settings) - set(KEYS))
    if unknown:
        raise SettingsError(str(path), f"unknown key {unknown[0]}")
    units = settings.get("units", "units.toml")
    if not isinstance(units, str) or not units:
        raise SettingsError(str(path), "units: write the path of a file")
    return settings
