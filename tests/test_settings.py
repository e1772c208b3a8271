"""Settings: where they are looked for, what goes before what, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from zwgk_parse.errors import SettingsError
from zwgk_parse.settings import units_path


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_an_option_goes_before_the_environment_and_that_before_the_file(tmp_path: Path) -> None:
    _write(tmp_path / "zwgk.toml", 'units = "c.toml"')
    environment = {"ZWGK_UNITS": "b.toml"}
    assert units_path(Path("a.toml"), environment, tmp_path) == Path("a.toml")
    assert units_path(None, environment, tmp_path) == Path("b.toml")
    assert units_path(None, {}, tmp_path) == tmp_path / "c.toml"


def test_the_nearest_file_upwards_counts(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    _write(tmp_path / "pyproject.toml", '[tool.zwgk]\nunits = "top.toml"')
    assert units_path(None, {}, deep) == tmp_path / "top.toml"
    _write(tmp_path / "a" / "pyproject.toml", "[project]\nname = 'x'")
    assert units_path(None, {}, deep) == tmp_path / "top.toml"
    _write(tmp_path / "a" / "zwgk.toml", "\ufeff")
    assert units_path(None, {}, deep) is None


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("zwgk.toml", "unit = 'x'", "unknown key unit"),
        ("zwgk.toml", "units = 3", "units: write the path of a file"),
        ("zwgk.toml", "units = ", "not TOML"),
        ("pyproject.toml", "[tool]\nzwgk = 3", "tool.zwgk: write it as a table"),
        ("pyproject.toml", "[tool.zwgk]\ncolour = 1", "unknown key colour"),
    ],
)
def test_what_is_not_known_is_refused(name: str, text: str, reason: str, tmp_path: Path) -> None:
    _write(tmp_path / name, text)
    with pytest.raises(SettingsError, match=reason):
        units_path(None, {}, tmp_path)
