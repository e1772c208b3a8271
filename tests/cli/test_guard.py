"""Limits that hold inside one library call: a look at the clock, and at the memory in use."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path
from time import sleep

import pytest

from zwgk_parse import machine
from zwgk_parse.cli import guard
from zwgk_parse.errors import LimitExceededError
from zwgk_parse.readers.options import MIB, Limits

SLOW = Limits(seconds=10.0)
linux = pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs /proc")


def _watch(monkeypatch: pytest.MonkeyPatch, *, moves: bool) -> guard._Watch:
    places = iter(range(100_000))
    monkeypatch.setattr(guard, "_place_of", lambda _: (next(places) if moves else 0, 0))
    monkeypatch.setattr(guard, "memory_in_use", lambda: 0)
    watch = guard._Watch(SLOW, 0)
    watch._before = 0.0
    return watch


def _until_excess(watch: guard._Watch, *, pause: float = 0.05) -> tuple[float, str]:
    now = 0.0
    while True:
        now += pause
        excess = watch.look(now)
        if excess is not None:
            return now, excess.reason


def test_one_call_may_take_twice_as_long_as_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    now, reason = _until_excess(_watch(monkeypatch, moves=False))
    assert now == pytest.approx(2 * 10 + 1, abs=0.2)
    assert reason == "reading it takes more than 21 seconds"


def test_all_calls_may_take_twenty_times_as_long(monkeypatch: pytest.MonkeyPatch) -> None:
    now, reason = _until_excess(_watch(monkeypatch, moves=True))
    assert now == pytest.approx(20 * 10 + 10, abs=0.2)
    assert reason == "reading it takes more than 210 seconds"


def test_a_process_that_was_stopped_is_not_charged_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    now, _ = _until_excess(_watch(monkeypatch, moves=True), pause=100.0)
    assert now > 40_000


def test_growth_is_measured_from_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = iter([1000 * MIB, 1010 * MIB, 1021 * MIB])
    monkeypatch.setattr(guard, "memory_in_use", lambda: next(sizes))
    watch = guard._Watch(Limits(memory=20 * MIB), 0)
    assert watch.look(0.05) is None
    excess = watch.look(0.1)
    assert excess is not None
    assert excess.reason == "it needs more than 20,971,520 bytes of memory"


def test_what_is_within_the_limits_is_left_alone() -> None:
    with guard.guarded(Limits(), "a.pdf", "en"):
        sleep(0.12)
    with guard.guarded(Limits(memory=2**80), "a.pdf", "en"):
        sleep(0.0)


def test_the_thread_ends_with_the_stretch() -> None:
    before = set(threading.enumerate())
    with guard.guarded(Limits(), "a.pdf", "en"):
        assert set(threading.enumerate()) != before
    assert set(threading.enumerate()) == before


@linux
def test_memory_that_the_system_refuses_is_an_error_of_ours() -> None:
    import resource

    before = resource.getrlimit(resource.RLIMIT_AS)
    with (
        pytest.raises(LimitExceededError, match="raise --max-memory"),
        guard.guarded(Limits(memory=50 * MIB), "a.pdf", "en"),
    ):
        bytearray(1 << 40)
    assert resource.getrlimit(resource.RLIMIT_AS) == before


def test_memory_in_use_is_told_one_way_or_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "_STATM", Path("/nowhere"))
    with guard._net(10 * MIB):
        assert machine.memory_in_use() >= 0
    monkeypatch.setitem(sys.modules, "resource", None)
    assert machine.memory_in_use() == 0


LIBRARY_CALL = """
import sys, time
from zwgk_parse.cli import group, guard
import zwgk_parse.pipeline as pipeline
def read(*files, **options):
    {call}
pipeline.parse_document = read
group.zwgk(sys.argv[1:])
"""


@pytest.mark.parametrize(
    ("call", "options", "said"),
    [
        ("time.sleep(60)", ("--max-seconds", "0.1"), "reading it takes more than 1.2 seconds"),
        pytest.param(
            "hold = [bytearray(b'1') * 2**20 for _ in range(2**20)]",
            ("--max-memory", "40M"),
            "it needs more than 41,943,040 bytes of memory",
            marks=linux,
        ),
    ],
)
def test_the_process_ends_with_one_line_and_code_3(
    call: str, options: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    source, output = tmp_path / "a.pdf", tmp_path / "plan.json"
    source.write_bytes(b"%PDF-1.7")
    output.write_text("old", encoding="utf-8")
    code = LIBRARY_CALL.format(call=call)
    run = subprocess.run(
        [sys.executable, "-c", code, "parse", source, "-o", output, *options],
        capture_output=True,
        text=True,
        check=False,
        timeout=50,
    )
    assert (run.returncode, run.stdout) == (3, "")
    assert run.stderr.startswith(f"Error: a.pdf: {said}; raise --max-")
    assert run.stderr.count("\n") == 1
    assert output.read_text(encoding="utf-8") == "old"
    assert sorted(tmp_path.iterdir()) == [source, output]
