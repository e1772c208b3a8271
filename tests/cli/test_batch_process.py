"""`zwgk batch` as a process: Ctrl-C and SIGTERM at any time, a terminal, a watched folder."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING

import pytest

from tests.batch.running import environment, ledger, plans, program, write

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX"),
]
FAULTS = Path(__file__).parents[1] / "batch" / "faults"
# What the program may take to end.
SECONDS = 2.0


def _begun(*arguments: str, cwd: Path, faults: bool = False) -> subprocess.Popen[str]:
    """`zwgk batch` in a process group of its own, as a shell begins it."""
    return subprocess.Popen(
        [sys.executable, "-m", "zwgk_parse", "batch", *arguments],
        cwd=cwd,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(FAULTS if faults else None),
        process_group=0,
    )


def _when(happened: Callable[[], bool]) -> None:
    end = monotonic() + 60
    while not happened():
        assert monotonic() < end, "it did not happen"
        sleep(0.01)


def _lines(out: Path) -> int:
    path = out / "ledger.jsonl"
    return path.read_bytes().count(b"\n") if path.exists() else 0


def _share() -> float:
    """How many others each processor has to do with; one where it has none."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


def _ended(process: subprocess.Popen[str], number: int, *, group: bool) -> tuple[float, str]:
    """The seconds that it would take to end if nothing else ran, and what it says."""
    began = monotonic()
    (os.killpg if group else os.kill)(process.pid, number)
    _, said = process.communicate(timeout=30)
    return (monotonic() - began) / _share(), said


@pytest.mark.parametrize(
    ("number", "group", "code"),
    [(signal.SIGINT, True, 130), (signal.SIGTERM, False, 143)],
)
def test_it_ends_at_once_and_goes_on_where_it_ended(
    number: int, group: bool, code: int, tmp_path: Path
) -> None:
    names = [f"{one}.txt" for one in range(60)]
    write(tmp_path / "in", *names)
    # Two that never end by themselves.
    for one in ("00.txt", "01.txt"):
        (tmp_path / "in" / one).write_text(f"zwgk-fault:slow {one}", encoding="utf-8")
    (tmp_path / "in" / "5.txt").write_text("zwgk-fault:spins", encoding="utf-8")
    process = _begun("in", "-o", "out", "--jobs", "2", cwd=tmp_path, faults=True)
    _when(lambda: _lines(tmp_path / "out") > 5)
    seconds, said = _ended(process, number, group=group)
    assert process.returncode == code
    assert seconds < SECONDS
    assert said.splitlines()[-1].startswith("Interrupted: ")
    assert said.splitlines()[-1].endswith(
        " of 62 files are done; the same command goes on from there."
    )
    assert "Traceback" not in said
    record = json.loads((tmp_path / "out/.zwgk/run.json").read_text(encoding="utf-8"))
    assert record["how"] == "interrupted"
    before = ledger(tmp_path / "out")
    assert 5 < len(before) < 62
    (tmp_path / "in" / "5.txt").unlink()
    ran = program("in", "-o", "out", "--jobs", "2", cwd=tmp_path)
    assert f"files already done: {len(before)}\n" in ran.stderr
    after = ledger(tmp_path / "out")
    assert len(after) == 61
    assert all(after[path] == entry for path, entry in before.items())
    assert len(plans(tmp_path / "out")) == 61


@pytest.mark.parametrize("wait", [0.0, 0.05, 0.1, 0.2, 0.4, 0.8])
def test_nothing_odd_is_said_while_processes_begin(wait: float, tmp_path: Path) -> None:
    write(tmp_path / "in", *(f"{one}.txt" for one in range(200)))
    process = _begun("in", "-o", "out", "--jobs", "2", cwd=tmp_path)
    _when((tmp_path / "out" / ".zwgk").exists)
    sleep(wait)
    seconds, said = _ended(process, signal.SIGINT, group=True)
    assert (process.returncode, "Traceback" in said) == (130, False), said
    assert seconds < SECONDS


def test_while_files_are_looked_for(tmp_path: Path) -> None:
    write(tmp_path / "in", "a.txt")
    process = _begun("-", "-o", "out", cwd=tmp_path)
    _when((tmp_path / "out" / ".zwgk" / "index.sqlite").exists)
    seconds, said = _ended(process, signal.SIGINT, group=False)
    assert (process.returncode, seconds < SECONDS) == (130, True)
    assert said == "Interrupted while looking for files (0 so far); nothing was converted.\n"
    assert program("in", "-o", "out", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(("number", "group"), [(signal.SIGINT, True), (signal.SIGTERM, False)])
def test_a_folder_is_watched_until_it_is_told_to_end(
    number: int, group: bool, tmp_path: Path
) -> None:
    pytest.importorskip("watchfiles")
    (tmp_path / "in").mkdir()
    arguments = ("in", "-o", "out", "--jobs", "1", "--watch", "--settle", "0.2")
    process = _begun(*arguments, cwd=tmp_path)
    record = tmp_path / "out" / ".zwgk" / "run.json"
    _when(lambda: record.exists() and '"watching"' in record.read_text(encoding="utf-8"))
    write(tmp_path / "in", "new.txt")
    _when(lambda: _lines(tmp_path / "out") == 1)
    seconds, said = _ended(process, number, group=group)
    # It has not failed, and no file either.
    assert (process.returncode, seconds < SECONDS) == (0, True), said
    assert "in/new.txt: ok\n" in said
    assert [entry.state for entry in ledger(tmp_path / "out").values()] == ["ok"]
    assert json.loads(record.read_text(encoding="utf-8"))["how"] == "finished"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_terminal_shows_the_bar_and_then_the_summary(language: str, tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    write(tmp_path / "in", "a.txt", "b.txt")
    (tmp_path / "in" / "slow.txt").write_text("zwgk-fault:slow x", encoding="utf-8")
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "zwgk_parse", "batch", "in", "-o", "out", "--jobs", "1"],
        cwd=tmp_path,
        stdout=theirs,
        stderr=theirs,
        env={**environment(FAULTS), "ZWGK_LANG": language, "TERM": "xterm", "COLUMNS": "80"},
    )
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 4096):
            shown += piece
    except OSError:
        # How a terminal says that nobody writes to it any more.
        pass
    finally:
        os.close(ours)
    assert process.wait(timeout=30) == 1
    text = shown.decode()
    assert "━" in text
    assert {"en": " of 3", "zh": "/3"}[language] in text
    assert re.search({"en": r"\nall +3\r", "zh": r"\n合计 +3\r"}[language], text)
