"""A user's own table of units: what it adds, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zwgk_parse.errors import SettingsError
from zwgk_parse.vocabulary.unit_files import read_units_file
from zwgk_parse.vocabulary.unit_levels import level_of
from zwgk_parse.vocabulary.units import known, members, use

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TWO_PLACES = """
[[unit]]
system = "urban-management"
short = { "城管" = "城市管理和综合执法" }

[[unit]]
system = "housing-construction"
short = { "住建" = "住房保障和城乡建设" }
from = 2021
ground = "三定方案"

[[place]]
name = "阳西县"
townships = ["织篢镇"]

[[place]]
name = "鼎湖区"
units = ["区财政局"]
"""


@pytest.fixture(autouse=True)
def _none_after() -> Iterator[None]:
    yield
    use(None)


def _used(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    use(read_units_file(path))


def test_own_rows_go_before_built_in_ones_in_their_years(tmp_path: Path) -> None:
    assert known("县城管局", 2022).canonical is None  # type: ignore[union-attr]
    _used(tmp_path / "units.toml", TWO_PLACES)
    assert known("县城管局", 2022).canonical == "县城市管理和综合执法局"  # type: ignore[union-attr]
    assert known("县住建局", 2022).canonical == "县住房保障和城乡建设局"  # type: ignore[union-attr]
    assert known("县住建局", 2020).canonical == "县住房和城乡建设局"  # type: ignore[union-attr]


def test_members_take_a_place(tmp_path: Path) -> None:
    assert members("各镇", "阳西县") == ()
    _used(tmp_path / "units.toml", TWO_PLACES)
    assert members("各镇人民政府", "阳西县") == ("织篢镇",)
    assert members("阳西县各镇人民政府") == ("织篢镇",)
    assert members("区直各单位", "鼎湖区") == ("区财政局",)
    assert members("各镇人民政府") == ()  # two places, neither of them named
    assert members("各镇人民政府", "鼎湖区") == ()  # not listed
    assert members("有关部门", "鼎湖区") == ()
    assert members("区财政局", "鼎湖区") == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("units = 1", "unknown key units"),
        ("unit = 1", "write it as"),
        ("[[unit]]\nstems = ['x']", "system is missing"),
        ("[[unit]]\nsystem = 'x'\nstem = ['x']", "unknown key stem"),
        ("[[unit]]\nsystem = 'x'\nstems = 'x'", "stems has the wrong kind"),
        ("[[unit]]\nsystem = 'x'\nexact = { '重点办' = 1 }", "exact has the wrong kind"),
        ("[[unit]]\nsystem = 'x'\nframes = { '局' = 'x' }", "frames has the wrong kind"),
        ("[[unit]]\nsystem = 'x'\nframes = { '局' = '{}{0}' }", "frames has the wrong kind"),
        ("[[unit]]\nsystem = 'x'\nplace = 1", "place has the wrong kind"),
        ("[[unit]]\nsystem = 'x'\nlevels = ['town']", "levels has the wrong kind"),
        ("[[unit]]\nsystem = 'x'\nfrom = true", "from has the wrong kind"),
        ("[[unit]]\nsystem = 'x'\nfrom = 2018", "years need a ground"),
        ("[[place]]\nunits = []", "name is missing"),
        ("[[place]]\nname = '阳西县'\nunits = [1]", "units has the wrong kind"),
        ("[[unit]", "not TOML"),
    ],
)
def test_a_file_of_another_form_is_refused(text: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "units.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=reason):
        read_units_file(path)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no such file"):
        read_units_file(tmp_path / "missing.toml")
    with pytest.raises(SettingsError, match="cannot be read"):
        read_units_file(tmp_path)
    (tmp_path / "large.toml").write_bytes(b"#" * 4_000_001)
    with pytest.raises(SettingsError, match="more than"):
        read_units_file(tmp_path / "large.toml")


def test_what_was_told_of_a_name_by_another_table_is_forgotten(tmp_path: Path) -> None:
    assert level_of("阳西县新造局") is None
    _used(tmp_path / "units.toml", '[[unit]]\nsystem = "new"\nexact = { "新造局" = "" }\n')
    assert level_of("阳西县新造局") == "county"
    use(None)
    assert level_of("阳西县新造局") is None
