"""`zwgk batch`: what it prints and refuses, in both languages, and its exit codes."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from tests.batch.running import write
from zwgk_parse.batch.record import locked
from zwgk_parse.cli.group import zwgk

if TYPE_CHECKING:
    from click.testing import Result

posix = pytest.mark.skipif(sys.platform == "win32", reason="names and locks of POSIX")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to call the program in, with three files of one kind each in `in`."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "in", "好.txt", "sub/also.txt")
    (tmp_path / "in" / "empty.txt").write_text("x", encoding="utf-8")
    (tmp_path / "in" / "bad.pdf").write_bytes(b"%PDF-1.4 and no more")
    return tmp_path


def run(*arguments: str, language: str = "en", stdin: bytes | None = None) -> Result:
    """`zwgk batch` in this process; its workers are processes of their own."""
    return CliRunner().invoke(zwgk, ["batch", *arguments], env={"ZWGK_LANG": language}, input=stdin)


def test_a_folder_of_notices(here: Path) -> None:
    ran = run("in", "-o", "out", "--jobs", "1")
    assert ran.exit_code == 1, ran.output
    lines = ran.stdout.splitlines()
    assert lines[:5] == [
        "state       files",
        "ok              2",
        "no-tasks        1",
        "unreadable      1",
        "all             4",
    ]
    assert "Files without a plan with tasks: 2" in lines
    assert "  in/empty.txt" in lines
    assert any(line.startswith("  in/bad.pdf: it is no PDF that can be opened") for line in lines)
    assert lines[-1] == "The ledger is out/ledger.jsonl."
    assert ran.stderr.splitlines()[0] == "Files found: 4"
    summary = json.loads(Path("out/summary.json").read_text(encoding="utf-8"))
    assert summary["states"] == {"ok": 2, "no-tasks": 1, "unreadable": 1}
    assert len(summary["slowest"]) == 4
    again = run("in", "-o", "out", language="zh")
    assert again.exit_code == 1
    summary = json.loads(Path("out/summary.json").read_text(encoding="utf-8"))
    assert summary["slowest"] == [], "what was skipped took no time"
    assert again.stdout.splitlines()[:5] == [
        "状态      文件数  其中未变化",
        "成功           2           2",
        "没有任务       1           1",
        "无法读取       1           1",
        "合计           4           4",
    ]
    assert "  in/bad.pdf：" in again.stdout
    assert not any("it is" in line for line in again.stdout.splitlines())


def test_all_is_well(here: Path) -> None:
    ran = run("in/好.txt", "in/sub", "-o", "out", "--jobs", "1", "--progress", "none")
    assert (ran.exit_code, ran.stderr) == (0, "")
    assert "Files without" not in ran.stdout


@posix
def test_names_steer_no_terminal(here: Path) -> None:
    name = "in/a\x1b[31m\nb.txt"
    Path(name).write_text("x", encoding="utf-8")
    ran = run("in", "-o", "out", "--jobs", "1")
    assert "  in/a\\x1b[31m\\nb.txt\n" in ran.stdout
    assert "\x1b" not in ran.output


def test_a_list_on_standard_input(here: Path) -> None:
    ran = run("-", "-o", "out", "--jobs", "1", stdin="in/好.txt\n\nin/none.txt\n".encode())
    assert ran.exit_code == 1
    assert "  in/none.txt: there is no such file; check the path" in ran.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-", "-", "-o", "out"), '"-" stands for standard input, which can be read only once'),
        (("none", "in", "-o", "out"), "none: no such file or directory; nothing was begun"),
        (("in", "-o", "out", "--watch", "--settle", "0"), "0"),
        (("in/好.txt", "-o", "out", "--watch"), "--watch takes folders of this machine only"),
        (("-", "-o", "out", "--watch"), "--watch takes folders of this machine only"),
        (("s3://b/k", "-o", "out", "--watch"), "--watch takes folders of this machine only"),
        (
            ("in", "-o", "out", "--include", "*.x"),
            "there is no file to convert; out stays as it is",
        ),
        (("in", "-o", "out", "--manifest", "none.csv"), "none.csv: No such file or directory"),
        (("in", "-0", "-o", "out"), '--null does nothing without "-"'),
        (("in", "-o", "out", "--address", "auto"), "--address does nothing without --engine ray"),
        (("in", "-o", "out", "--tries", "3"), "--tries does nothing without --engine ray"),
        (("in", "-o", "out", "--settle", "2"), "--settle does nothing without --watch"),
        (("in", "-o", "out", "--poll"), "--poll does nothing without --watch"),
        (("in", "-o", "-"), "a batch writes a folder, which standard output cannot hold"),
        (("in/sub", "-o", "in"), "in/sub is in the output folder in"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], said: str, here: Path) -> None:
    ran = run(*arguments)
    assert ran.exit_code == 2
    assert said in ran.stderr
    assert ran.stdout == ""
    assert not Path("out/ledger.jsonl").exists()
    chinese = run(*arguments, language="zh")
    assert chinese.exit_code == 2
    assert "错误：" in chinese.stderr


@pytest.mark.parametrize(
    ("out", "said"),
    [
        ("in", "it is not empty (bad.pdf), and no batch wrote it"),
        ("in/empty.txt", "it is a file, not a folder"),
    ],
)
def test_folders_that_are_not_ours(out: str, said: str, here: Path) -> None:
    before = sorted(Path("in").rglob("*"))
    ran = run("in/好.txt", "-o", out)
    assert ran.exit_code == (2 if out == "in" else 3)
    assert said in ran.stderr or "is in the output folder" in ran.stderr
    assert sorted(Path("in").rglob("*")) == before
    Path("mine").mkdir()
    Path("mine/a.txt").write_text("mine", encoding="utf-8")
    other = run("in", "-o", "mine")
    assert other.exit_code == 3
    assert "mine: cannot be written: it is not empty (a.txt), and no batch wrote it" in other.stderr
    assert [path.name for path in Path("mine").iterdir()] == ["a.txt"]


@posix
def test_one_folder_is_written_by_one_batch_at_a_time(here: Path) -> None:
    lock = locked(Path("out"))
    ran = run("in", "-o", "out")
    assert ran.exit_code == 3
    assert "out: cannot be written: another batch is writing to it" in ran.stderr
    lock.release()
    assert run("in", "-o", "out", "--jobs", "1").exit_code == 1


def test_the_output_folder_may_lie_among_the_sources(here: Path) -> None:
    for _ in range(2):
        ran = run(
            "in", "-o", "in/out", "--jobs", "1", "--exclude", "bad.pdf", "--exclude", "empty*"
        )
        assert ran.exit_code == 0, ran.output
    assert "all        2                   2\n" in ran.stdout


def test_a_manifest(here: Path) -> None:
    text = "path,region\n好.txt,某县\nnone.txt,x\n"
    Path("in/meta.csv").write_bytes(text.encode("gb18030"))
    ran = run("in", "-o", "out", "--jobs", "1", "--manifest", "in/meta.csv")
    assert "rows of the manifest that belong to no file: 1; one is none.txt" in ran.stderr
    lines = map(json.loads, Path("out/ledger.jsonl").read_text(encoding="utf-8").splitlines())
    entries = {entry["path"]: entry["meta"] for entry in lines}
    assert entries.pop("in/好.txt") == {"region": "某县"}
    # The manifest itself is none of the files.
    assert entries == {"in/bad.pdf": None, "in/empty.txt": None, "in/sub/also.txt": None}
    wrong = run("in", "-o", "out", "--manifest", "in/empty.txt", language="zh")
    assert wrong.exit_code == 2
    assert wrong.stderr.endswith("错误：in/empty.txt：第一行没有名为 path 的列\n")
