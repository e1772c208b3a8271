"""What is told while a batch runs: lines, the bar as a terminal draws it, and the pace."""

from __future__ import annotations

import io
import sys
from time import monotonic, sleep
from typing import TYPE_CHECKING

import pytest
from rich.console import Console
from rich.text import Text

from zwgk_parse.batch.entry import Entry
from zwgk_parse.batch.tally import Tally
from zwgk_parse.cli.batch import PROGRESS
from zwgk_parse.cli.batch_bar import Bar
from zwgk_parse.cli.batch_progress import progress
from zwgk_parse.cli.batch_run import Lines, Pace, Silent, progress_line
from zwgk_parse.cli.batch_words import Failures, duration, reason_words, shortened
from zwgk_parse.messages.widths import columns

if TYPE_CHECKING:
    from zwgk_parse.messages.language import Language

LONG = "通知/2022年/" + "很长的文件夹名称/" * 12 + "工作要点.pdf"


class Clock:
    """A clock that is set."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def _heard(told: Silent, tally: Tally, *entries: Entry) -> None:
    for entry in entries:
        tally.add(entry)
        told.ended(entry, tally)


ENTRIES = (
    Entry(path="a.txt", state="ok", seconds=0.5, tasks=3),
    Entry(path=LONG, state="unreadable", seconds=2.25, reason="it is damaged; fetch it again"),
    Entry(path="c.txt", state="no-tasks", seconds=0.1),
)


def test_the_pace_is_that_of_late() -> None:
    clock = Clock()
    pace = Pace(clock)

    def said() -> tuple[float | None, float | None]:
        return pace.rate, pace.remaining(500)

    assert said() == (None, None)
    pace.mark(0)
    clock.now += 1
    pace.mark(50)
    assert said() == (None, None)
    clock.now += 1
    pace.mark(100)
    assert said() == (50.0, 10.0)
    for _ in range(10):
        clock.now += 10
        pace.mark(100)
    assert said() == (None, None)


def test_a_line_says_all_that_matters() -> None:
    told, clock = Silent("en"), Clock()
    pace, tally = Pace(clock), Tally()
    told.began(1200)
    pace.mark(0)
    _heard(told, tally, *ENTRIES)
    clock.now += 2
    pace.mark(3)
    assert progress_line(told, pace) == (
        f"3 of 1,200; 1.5 a second; 13:18 left; no-tasks 1; unreadable 1; slowest 2.25 s {LONG}"
    )
    told.language = "zh"
    assert progress_line(told, pace).startswith(
        "3/1,200；每秒 1.5 个；还需 13:18；没有任务 1；无法读取 1；最慢 2.25 s 通知/"
    )


def test_lines_come_every_few_seconds(capsys: pytest.CaptureFixture[str]) -> None:
    tally = Tally()
    with Lines("en", every=0.02) as told:
        told.listed(12345)
        _wait(capsys, "Looking for files: 12,345 so far")
        told.began(3)
        _heard(told, tally, ENTRIES[0])
        _wait(capsys, "1 of 3; slowest 0.50 s a.txt")
        _heard(told, tally, *ENTRIES[1:])
        told.follows()
        _heard(told, tally, ENTRIES[1])
        told.gone("a\nb")
    said = capsys.readouterr().err
    assert "Files done: 3; watching for more. Ctrl-C ends it.\n" in said
    assert f"{LONG}: unreadable (it is damaged; fetch it again)\n" in said
    assert "a\\nb: was taken away; its plan stays\n" in said


def _wait(capsys: pytest.CaptureFixture[str], words: str) -> None:
    end, said = monotonic() + 10, ""
    while words not in said and monotonic() < end:
        sleep(0.01)
        said += capsys.readouterr().err
    assert words in said


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", [80, 40])
def test_the_bar_fits_the_terminal(language: Language, width: int) -> None:
    bar, tally = Bar(language), Tally()
    bar._console = Console(file=io.StringIO(), width=width, force_terminal=True, no_color=True)
    drawn = _drawn(bar)
    assert drawn[0].startswith({"en": "Looking for", "zh": "正在查找"}[language])
    bar.began(1200)
    _heard(bar, tally, *ENTRIES)
    drawn = _drawn(bar)
    assert len(drawn) == 3
    assert all(columns(line) <= width for line in drawn)
    assert {"en": "3 of 1,200", "zh": "3/1,200"}[language] in drawn[0]
    assert drawn[2].endswith("工作要点.pdf")
    bar.following = True
    assert "Ctrl-C" in _drawn(bar)[0]


def _drawn(bar: Bar) -> list[str]:
    with bar._console.capture() as capture:
        bar._console.print(bar._drawn())
    return [Text.from_ansi(line).plain.rstrip() for line in capture.get().splitlines()]


def test_which_one_speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = {kind: type(progress(kind, "en")) for kind in PROGRESS}
    assert kinds == {"auto": Lines, "bar": Bar, "plain": Lines, "none": Silent}
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert type(progress("auto", "en")) is Bar
    monkeypatch.setenv("TERM", "dumb")
    assert type(progress("auto", "en")) is Lines


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0.284, "0.28 s"), (9.999, "10 s"), (47, "47 s"), (245, "4:05"), (11232.4, "3:07:12")],
)
def test_times(seconds: float, said: str) -> None:
    assert duration(seconds) == said


def test_short_paths_keep_their_end() -> None:
    assert shortened("a/b.txt", 20) == "a/b.txt"
    assert columns(shortened(LONG, 30)) <= 30
    assert shortened("a\x1bb\n", 20) == "a\\x1bb\\n"


def test_reasons_in_chinese_part_by_part() -> None:
    said = "it takes more than 0.5 seconds; raise --timeout if you trust it"
    assert reason_words(said, "zh") == "用时超过 0.5 秒；若文件可信，请加大 --timeout"
    assert reason_words("OddError: x; tell us, with the file", "zh") == (
        "OddError: x；请附上文件告诉我们"
    )
    assert reason_words(said, "en") == said


def test_failures_are_the_first_of_each_state_as_it_is_now() -> None:
    failures = Failures()
    for number in range(5):
        failures.see(Entry(path=f"{number}.pdf", state="encrypted", reason="locked"))
    failures.see(Entry(path="1.pdf", state="ok"))
    failures.see(Entry(path="x", state="skipped-unchanged", earlier="crashed", reason="y"))
    told = list(failures.lines({"encrypted": 4, "ok": 1, "crashed": 1}, "en"))
    assert told == [
        "encrypted 4",
        "  0.pdf: locked",
        "  2.pdf: locked",
        "  … and 2 more",
        "crashed 1",
        "  x: y",
    ]
