"""`zwgk normalize`: an object a line, a table on a terminal, the user's own units."""

from __future__ import annotations

import json
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

from zwgk_parse.cli import phrases
from zwgk_parse.cli.normalize import Asked
from zwgk_parse.vocabulary.units import use

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from click.testing import Result

    Run = Callable[..., Result]

UNITS = """
[[unit]]
system = "key-projects"
exact = { "重点办" = "重点项目建设办公室" }
from = 2020
ground = "县编委 2020 年文件"

[[place]]
name = "阳西县"
units = ["阳西县财政局", "阳西县教育局"]
townships = ["织篢镇", "程村镇"]
"""


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    yield
    use(None)


@pytest.fixture
def units(tmp_path: Path) -> Path:
    """A user's own file of units."""
    path = tmp_path / "units-of-mine.toml"
    path.write_text(UNITS, encoding="utf-8")
    return path


def _objects(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_each_line_gives_an_object_also_an_empty_one(run: Run) -> None:
    words = "\ufeff6月底前\r\n\n春节前\n每月5日前"
    found = _objects(run("normalize", "deadlines", "--year", "2022", input=words))
    assert [one["raw"] for one in found] == ["6月底前", "", "春节前", "每月5日前"]
    assert found[0]["deadlines"][0]["due"] == "2022-06-30"
    assert found[0]["deadlines"][0]["provenance"][0]["line"] == 1
    assert found[1] == {"raw": "", "deadlines": [], "diagnostics": []}
    assert [one["code"] for one in found[2]["diagnostics"]] == ["ZW401"]
    assert found[3]["deadlines"][0]["rrule"] == "FREQ=MONTHLY;BYMONTHDAY=5"


def test_the_origin_tells_a_cell_from_prose(run: Run) -> None:
    cell = _objects(run("normalize", "deadlines", input="2023年\n"))
    prose = _objects(run("normalize", "deadlines", "--origin", "text", input="2023年\n"))
    assert (len(cell[0]["deadlines"]), len(prose[0]["deadlines"])) == (1, 0)


def test_owners_under_a_heading(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "owners.txt"
    path.write_text("县人社局、教育局\n", encoding="utf-8")
    options = ("--heading", "牵头单位", "--year", "2022")
    [found] = _objects(run("normalize", "owners", *options, path))
    assert [one["role"] for one in found["owners"]] == ["lead", "lead"]
    assert found["owners"][0]["canonical"] == "县人力资源和社会保障局"
    assert "members" not in found["owners"][0]


def test_a_file_of_units_adds_short_forms_and_members(run: Run, units: Path) -> None:
    words = "县重点办、各镇人民政府、县直各单位、有关部门\n"
    [found] = _objects(run("normalize", "owners", "--units", units, "--year", 2022, input=words))
    own, towns, bodies, anybody = found["owners"]
    assert (own["canonical"], own["system"]) == ("县重点项目建设办公室", "key-projects")
    assert towns["members"] == ["织篢镇", "程村镇"]
    assert bodies["members"] == ["阳西县财政局", "阳西县教育局"]
    assert own["members"] == anybody["members"] == []
    place = ("--units", units, "--place", "阳西县")
    [named] = _objects(run("normalize", "owners", *place, input="各镇\n"))
    assert named["owners"][0]["members"] == ["织篢镇", "程村镇"]


def test_the_file_of_one_run_is_not_that_of_the_next(run: Run, units: Path) -> None:
    _objects(run("normalize", "owners", "--units", units, input="县重点办\n"))
    [found] = _objects(run("normalize", "owners", input="县重点办\n"))
    assert found["owners"][0]["system"] is None


def test_settings_name_the_file(run: Run, units: Path, tmp_path: Path) -> None:
    (tmp_path / "zwgk.toml").write_text(f'units = "{units.name}"\n', encoding="utf-8")
    [found] = _objects(run("normalize", "owners", input="县重点办\n"))
    assert found["owners"][0]["system"] == "key-projects"


@pytest.mark.parametrize("command", [("parse",), ("show",), ("normalize", "owners")])
def test_a_bad_file_of_units_is_one_line_and_wrong_usage(
    command: tuple[str, ...], run: Run, tmp_path: Path, pipeline: object
) -> None:
    (tmp_path / "bad.toml").write_text("[[unit]]\nsytem = 1\n", encoding="utf-8")
    (tmp_path / "plan.txt").touch()
    for language in ("en", "zh"):
        result = run(*command, "plan.txt", "--units", "bad.toml", language=language)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.count("\n") == 1
        assert "sytem" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("deadlines", "--heading", "牵头单位"),
        ("owners", "--from", "2022-01-01"),
        ("owners", "--origin", "text"),
        ("owners", "--place", "某县"),
        ("targets",),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], run: Run) -> None:
    result = run("normalize", *arguments, input="")
    assert result.exit_code == 2
    assert "Usage" in result.stderr


@pytest.mark.parametrize("content", [b"\xff\xfe6", b"6" * 500_000])
def test_what_cannot_be_read(content: bytes, run: Run, tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_bytes(content)
    assert run("normalize", "deadlines", "words.txt").exit_code == 3
    assert run("normalize", "deadlines", "missing.txt").exit_code == 3
    assert run("normalize", "deadlines", ".").exit_code == 3


class _Calendar(ModuleType):
    """Every day but those whose number ends in 0 is worked on, up to 2026."""

    @staticmethod
    def is_workday(day: Any) -> bool:
        """Whether `day` is worked on."""
        if day.year > 2026:
            raise NotImplementedError
        return bool(day.day % 10)


def test_days_are_counted_from_a_day(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "chinese_calendar", _Calendar("chinese_calendar"))
    words = "20个工作日内\n30日内\n1个月内\n6月底前\n"
    options = ("--from", "2022-03-01", "--year", "2022")
    found = _objects(run("normalize", "deadlines", *options, input=words))
    days = [one["deadlines"][0]["due_if_from"] for one in found]
    assert days == ["2022-03-23", "2022-03-31", None, None]
    late = _objects(run("normalize", "deadlines", "--from", "2026-12-30", input=words))
    assert late[0]["deadlines"][0]["due_if_from"] is None


def test_without_the_extra_the_command_for_it_is_told(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "chinese_calendar", None)
    result = run("normalize", "deadlines", "--from", "2022-03-01", input="20个工作日内\n")
    assert result.exit_code == 3
    assert 'pip install "zwgk-parse[workdays]"' in result.stderr
    [found] = _objects(run("normalize", "deadlines", input="20个工作日内\n"))
    assert found["deadlines"][0]["after"]["duration"] == "P20D"


def test_a_table_shows_which_rule_claimed_what() -> None:
    asked = Asked(2022, None, None, None, None)
    draw = phrases.table("deadlines", "en")
    answer = phrases.answers("deadlines", asked, members=False)
    first = draw(answer(1, "6月前")).splitlines()
    assert first[0].split() == ["Words", "Reading", "Rule"]
    assert first[1].split(maxsplit=3) == ["6月前", "date", "2022-05-31", "before a month"]
    assert first[2].startswith("  ZW402 ")
    assert draw(answer(2, "每月至少1次")).split()[:3] == [
        "每月至少1次",
        "recurring",
        "FREQ=MONTHLY",
    ]
    assert draw(answer(3, "")) == ""


def test_a_table_shows_the_role_word_of_each_owner() -> None:
    asked = Asked(2022, None, None, "责任单位", None)
    draw = phrases.table("owners", "zh")
    answer = phrases.answers("owners", asked, members=False)
    rows = draw(answer(1, "县人社局牵头，各镇")).splitlines()
    assert rows[0].split() == ["原文", "单位", "角色", "依据的词或栏目", "系统或范围"]
    assert rows[1].split()[1:] == ["县人力资源和社会保障局", "lead", "牵头", "human-resources"]
    assert rows[2].split() == ["各镇", "各镇", "responsible", "责任单位", "all_townships"]


def test_a_terminal_gets_the_table(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from zwgk_parse.cli import normalize

    monkeypatch.setattr(normalize, "_on_terminal", lambda: True)
    result = run("normalize", "deadlines", "--year", "2022", input="6月底前\n")
    assert result.stdout.startswith("Words")
