"""`zwgk batch-status`: text, JSON and the table for a spreadsheet; exit codes."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from tests.batch.running import Killed, batch, write
from zwgk_parse.batch.entry import STATES
from zwgk_parse.batch.record import locked
from zwgk_parse.cli.group import zwgk
from zwgk_parse.messages import table

if TYPE_CHECKING:
    from click.testing import Result


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An output folder called `out`, and where it is the folder to call the program in."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "in", "a.txt", "=b.txt")
    (tmp_path / "in" / "bad.zip").write_bytes(b"PK")
    return Path("out")


def run(*arguments: str, language: str = "en") -> Result:
    """`zwgk batch-status` in this process."""
    return CliRunner().invoke(zwgk, ["batch-status", *arguments], env={"ZWGK_LANG": language})


def test_a_finished_one(out: Path) -> None:
    batch(out, "in")
    ran = run("out")
    assert ran.exit_code == 1
    lines = ran.stdout.splitlines()
    assert lines[0] == "The batch is finished."
    assert "3 of 3" in lines
    assert "  in/bad.zip: it is not a whole zip archive; check it, and run again" in lines
    chinese = run("out", language="zh").stdout
    assert chinese.startswith("批量转换已完成。\n")
    assert "  in/bad.zip：不是完整的 zip 压缩包；请检查后重新运行" in chinese
    Path("in/bad.zip").unlink()
    batch(out, "in")
    assert run("out").exit_code == 0


def test_a_folder_that_is_none_of_a_batch_is_not_said_to_be_written_to(out: Path) -> None:
    for name in ("in", "in/a.txt", "none"):
        ran = run(name)
        assert (ran.exit_code, ran.stdout) == (3, "")
        assert ran.stderr.startswith(f"Error: {name}: ")
        assert ran.stderr.endswith("; give the folder after -o of zwgk batch\n")
        assert "written:" not in ran.stderr


def test_one_that_broke_off_and_one_at_work(out: Path) -> None:
    Path("in/bad.zip").unlink()
    with pytest.raises(Killed):
        batch(out, "in", killed_after=1)
    broken = run("out")
    assert broken.exit_code == 1
    assert broken.stdout.startswith("The batch ended without a word (killed")
    # When that was is not known, so that no time and no rate can be told.
    assert "time:" not in broken.stdout
    told = json.loads(run("out", "-f", "json").stdout)
    assert (told["rate"], told["summary"]["seconds"]) == (None, 0.0)
    lock = locked(out)
    running = run("out")
    lock.release()
    assert running.exit_code == 0, running.stdout
    assert running.stdout.startswith("The batch is running.")
    assert "1 of 2" in running.stdout


def test_json_says_all_of_it(out: Path) -> None:
    batch(out, "in")
    told = json.loads(run("out", "-f", "json").stdout)
    assert (told["how"], told["inputs"], told["done"]) == ("finished", 3, 3)
    assert told["summary"]["holds"] == {"ok": 2, "unreadable": 1}
    assert told["sources"] == ["in"]


@pytest.mark.parametrize(
    ("language", "heads", "state"),
    [
        ("en", ["path", "state", "reason"], "unreadable"),
        ("zh", ["文件", "状态", "原因"], "无法读取"),
    ],
)
def test_the_ledger_as_a_table(language: str, heads: list[str], state: str, out: Path) -> None:
    batch(out, "in", notes=[(str(Path("in/a.txt").resolve()), {"region": "=1+1"})])
    data = run("out", "-f", "csv", language=language).stdout_bytes
    assert data.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert (head[:3], head[-1], len(rows)) == (heads, "region", 3)
    by_path = {row[0]: row for row in rows}
    assert by_path["in/bad.zip"][1] == state
    # A spreadsheet reckons with nothing of it.
    assert by_path["in/a.txt"][-1] == "'=1+1"
    assert by_path["in/a.txt"][3] == "1"


@pytest.mark.parametrize("folder", ["none", "in", "in/a.txt"])
def test_where_there_is_no_batch(folder: str, out: Path) -> None:
    ran = run(folder)
    assert (ran.exit_code, ran.stdout) == (3, "")
    assert ran.stderr.startswith(f"Error: {folder}: ")
    assert ran.stderr.count("\n") == 1
    assert not Path("none").exists()
    assert not Path("in/.zwgk").exists()


def test_every_state_has_its_words() -> None:
    rows = table("ui")
    assert [rows[f"state-{state}"]["en"] for state in STATES] == list(STATES)
    assert len({rows[f"state-{state}"]["zh"] for state in STATES}) == len(STATES)
