"""`zwgk diff`: formats, filters, exit codes, and what it says when something is not right."""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zwgk_parse.cli import render
from zwgk_parse.cli.diff import FORMATS as NAMED
from zwgk_parse.cli.diff import diff as command
from zwgk_parse.exporters.changes import FORMATS
from zwgk_parse.exporters.changes.segments import Segment
from zwgk_parse.pipeline import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    Run = Callable[..., Result]

BASE = (Path(__file__).parents[1] / "checks" / "planted" / "table.txt").read_text(encoding="utf-8")
EARLIER = ("\t县直各单位\t6月底前\n", "\t县直各单位\t5月底前\n")
REWORDED = ("对群众来信做到件件有回音。", "对群众反映的问题逐一答复。")
ADDED = ("县委宣传部、县融媒体中心\t7月底前", "县委宣传部、县融媒体中心、县公安局\t7月底前")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A document."""
    path = tmp_path / "old.txt"
    path.write_text(BASE, encoding="utf-8")
    return path


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """The same with an earlier deadline, another sentence, and one more owner."""
    text = BASE
    for before, after in (EARLIER, REWORDED, ADDED):
        assert text.count(before) == 1
        text = text.replace(before, after)
    path = tmp_path / "new.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_same_is_code_0_and_silence(old: Path, run: Run) -> None:
    result = run("diff", old, old)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")


def test_differences_are_code_1_and_told(old: Path, new: Path, run: Run) -> None:
    result = run("diff", old, new, language="zh")
    assert (result.exit_code, result.stderr) == (1, "")
    assert "  时限提前：由“6月底前”提前到“5月底前”\n" in result.stdout
    assert "  新增责任单位：县公安局（配合单位）\n" in result.stdout
    assert "[-" in result.stdout


def test_a_stored_plan_is_as_good_as_its_document(
    old: Path, new: Path, run: Run, tmp_path: Path
) -> None:
    stored = tmp_path / "old.json"
    assert run("parse", old, "-o", stored).exit_code == 0
    assert run("diff", stored, old).exit_code == 0
    assert run("diff", stored, new).stdout == run("diff", old, new).stdout
    piped = run("diff", "-", new, input=stored.read_bytes())
    assert piped.stdout == run("diff", old, new).stdout
    assert run("diff", new, "-", input=new.read_bytes()).exit_code == 0


@pytest.mark.parametrize(
    ("name", "begin"),
    [
        ("a.json", '{\n  "schema_version"'),
        ("a.md", "## "),
        ("a.HTM", "<!DOCTYPE html>"),
        ("a.txt", "遂昌县2024年政务公开工作要点分工方案 → "),
    ],
)
def test_the_format_is_that_of_the_name(
    name: str, begin: str, old: Path, new: Path, run: Run, tmp_path: Path
) -> None:
    path = tmp_path / name
    result = run("diff", old, new, "-o", path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert path.read_text(encoding="utf-8").startswith(begin)


def test_a_format_that_is_named_goes_before(old: Path, new: Path, run: Run, tmp_path: Path) -> None:
    run("diff", old, new, "-f", "markdown", "-o", tmp_path / "a.html")
    assert (tmp_path / "a.html").read_text(encoding="utf-8").startswith("## ")
    assert run("diff", old, new, "--format", "json", "-o", "-").stdout.startswith("{")


def test_counts_and_names(old: Path, new: Path, run: Run) -> None:
    stat = run("diff", old, new, "--stat", "--lang", "zh")
    assert [line.split() for line in stat.stdout.splitlines()] == [
        ["1", "reworded", "文字修改"],
        ["1", "owner-added", "新增责任单位"],
        ["1", "deadline-earlier", "时限提前"],
        ["3", "合计"],
    ]
    names = run("diff", old, new, "--name-only")
    assert len(names.stdout.splitlines()) == 3
    assert "t10 → t10\n" in names.stdout
    assert (stat.exit_code, names.exit_code) == (1, 1)


@pytest.mark.parametrize(
    ("options", "told", "code"),
    [
        (("--only", "deadline"), ["deadline-earlier"], 1),
        (("--only", "reworded,owner"), ["reworded", "owner-added"], 1),
        (("--only", "owner", "--only", "reworded"), ["reworded", "owner-added"], 1),
        (("--ignore", "reworded, owner-added"), ["deadline-earlier"], 1),
        (("--only", "deadline", "--ignore", "deadline-earlier"), [], 0),
        (("--only", "year"), [], 0),
    ],
)
def test_what_is_told_is_chosen_and_the_edits_stay(
    options: tuple[str, ...], told: list[str], code: int, old: Path, new: Path, run: Run
) -> None:
    whole = json.loads(run("diff", old, new, "-f", "json").stdout)
    result = run("diff", old, new, "-f", "json", *options)
    chosen = json.loads(result.stdout)
    assert sorted(one["kind"] for one in chosen["changes"]) == sorted(told)
    assert chosen["tasks"] == whole["tasks"]
    assert result.exit_code == code
    hidden = run("diff", old, new, *options).stdout
    assert hidden.endswith(f"changes not told (--only, --ignore): {3 - len(told)}\n")


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("renumberd", "there is no kind of change renumberd. Did you mean renumbered"),
        ("???", "The kinds are: owner, deadline, target, year, added, "),
        ("", "The kinds are: "),
    ],
)
@pytest.mark.parametrize("option", ["--only", "--ignore"])
def test_an_unknown_kind_is_refused_with_a_hint(
    option: str, word: str, hint: str, old: Path, run: Run
) -> None:
    result = run("diff", old, old, option, word)
    assert result.exit_code == 2
    assert hint in result.stderr
    assert option in result.stderr


def test_wrong_usage(old: Path, new: Path, run: Run, tmp_path: Path) -> None:
    assert run("diff", old).exit_code == 2
    assert "standard input" in run("diff", "-", "-").stderr
    assert "exclude one another" in run("diff", old, new, "--stat", "--name-only").stderr
    assert "exclude one another" in run("diff", old, new, "--stat", "-f", "json").stderr
    kept = run("diff", old, new, "-o", new)
    assert (kept.exit_code, new.read_text(encoding="utf-8")[:1]) == (2, BASE[:1])


def test_an_input_that_cannot_be_read_is_code_3(old: Path, run: Run, tmp_path: Path) -> None:
    result = run("diff", old, tmp_path / "none.txt", language="zh")
    assert (result.exit_code, result.stdout) == (3, "")
    assert len(result.stderr.splitlines()) == 1
    broken = tmp_path / "broken.json"
    broken.write_text('{"schema_version": "1.1.0"}', encoding="utf-8")
    assert run("diff", broken, old).exit_code == 3


def test_a_document_without_tasks_is_told_of(old: Path, run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("通知。\n", encoding="utf-8")
    result = run("diff", old, empty, "--stat")
    assert "no task was found" in result.stderr
    assert "removed" in result.stdout


def test_options_name_every_format() -> None:
    assert list(NAMED) == [row.name for row in FORMATS if row.option is None]
    options = {name for option in command.params for name in option.opts}
    assert {row.option for row in FORMATS if row.option} <= options


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_colours_and_its_width(
    old: Path, new: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from zwgk_parse.diff.compare import diff as compared
    from zwgk_parse.exporters.changes.comparison import Comparison
    from zwgk_parse.exporters.changes.text import lines

    terminal = _Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    plans = load(old).value, load(new).value
    render.styled(lines(Comparison(*plans, compared(*plans)), "zh", 120))
    drawn = terminal.getvalue()
    assert "\x1b[33m时限提前\x1b[0m" in drawn
    assert " │ " in drawn
    terminal.truncate(0)
    monkeypatch.setenv("NO_COLOR", "1")
    render.styled([(Segment("[b]旧", "old"),)])
    assert "\x1b[31m" not in terminal.getvalue()
    assert "[b]旧" in terminal.getvalue()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there are no terminals to open")
@pytest.mark.parametrize(("columns", "bar"), [("120", True), ("80", False)])
def test_in_a_real_terminal(columns: str, bar: bool, old: Path, new: Path) -> None:
    import pty

    said = bytearray()

    def kept(descriptor: int) -> bytes:
        data = os.read(descriptor, 4096)
        said.extend(data)
        return data

    words = [sys.executable, "-m", "zwgk_parse", "diff", str(old), str(new), "--lang", "zh"]
    script = ["env", f"COLUMNS={columns}", "TERM=xterm-256color", *words]
    assert shutil.which("env")
    status = pty.spawn(script, kept)
    drawn = said.decode()
    assert os.waitstatus_to_exitcode(status) == 1
    assert "\x1b[33m时限提前\x1b[0m" in drawn
    assert (" │ " in drawn) is bar


def test_a_comma_too_many_is_none(old: Path, new: Path, run: Run) -> None:
    counts = [run("diff", old, new, "--stat", "--only", kinds) for kinds in ("owner", "owner,")]
    assert counts[0].stdout == counts[1].stdout
    assert counts[0].exit_code == counts[1].exit_code
    assert run("diff", old, new, "--only", ",").exit_code == 2
