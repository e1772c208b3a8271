"""Processes that take too long, too much, or die: each costs one input, and no other."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.batch.running import environment, ledger, plans, program, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from zwgk_parse.batch.work import Job, Outcome

FAULTS = Path(__file__).parent / "faults"
MIB = 1024 * 1024
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="looks at processes in /proc"),
]


def faulty(folder: Path, name: str, fault: str) -> None:
    """Write a plan whose reading goes wrong."""
    write(folder, name)
    with (folder / name).open("a", encoding="utf-8") as stream:
        stream.write(f"\nzwgk-fault:{fault} \n")


def states(out: Path) -> dict[str, str]:
    """The state of each input by its name."""
    return {path.rsplit("/", 1)[1]: entry.state for path, entry in ledger(out).items()}


def wait_for(what: Callable[[], Any], seconds: float = 30) -> Any:
    """What `what` gives, once that is something."""
    until = time.monotonic() + seconds
    while not (found := what()):
        assert time.monotonic() < until, "it does not come"
        time.sleep(0.05)
    return found


def children(process: int) -> list[int]:
    """The processes below a process, and below those."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            stat = path.read_text()
        except OSError:
            continue
        if int(stat.rsplit(")", 1)[1].split()[1]) == process:
            found.append(int(path.parent.name))
    return found + [one for child in found for one in children(child)]


def workers(process: int) -> list[int]:
    """The processes that convert, of a batch: those that fork from the one that loaded all."""
    return [one for child in children(process) for one in children(child)]


def is_alive(process: int) -> bool:
    """Whether a process is there, and not only its entry."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def begun(*arguments: Path | str) -> subprocess.Popen[str]:
    """A batch that runs beside the test, in a group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "zwgk_parse", "batch", *map(str, arguments)],
        env=environment(FAULTS),
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with three good plans."""
    write(tmp_path / "in", "a.txt", "m.txt", "z.txt")
    return tmp_path / "in"


EXPECTED = {
    "killed": ("crashed", r"its process was ended by SIGKILL; tell us, with the file"),
    "segfault": ("crashed", r"its process was ended by SIGSEGV; .*"),
    "exits": ("crashed", r"its process ended with exit code 3; .*"),
    "leaves": ("crashed", r"SystemExit: .*"),
    "raises": ("crashed", r"OddError: an error of a library\\udcff; tell us, with the file"),
    "recurses": ("crashed", r"RecursionError: .*"),
    "spins": ("timed-out", r"it takes more than 4 seconds; raise --timeout if you trust it"),
    "sleeps": ("timed-out", r"it takes more than 4 seconds; .*"),
    "eats": ("out-of-memory", r"it needs more than 314,572,800 bytes of memory; raise --memory .*"),
}


def test_each_fault_costs_its_own_input(folder: Path, tmp_path: Path) -> None:
    for number, fault in enumerate(EXPECTED):
        faulty(folder, f"{chr(98 + 2 * number)}-{fault}.txt", fault)
    out = tmp_path / "out"
    run = program(
        *(folder, "-o", out, "--jobs", "2", "--timeout", "4", "--memory", "300M"), faults=FAULTS
    )
    assert run.returncode == 1, run.stderr
    assert "Traceback" not in run.stderr
    entries = {path.rsplit("/", 1)[1]: entry for path, entry in ledger(out).items()}
    assert len(entries) == 3 + len(EXPECTED)
    for name, entry in entries.items():
        fault = name.removesuffix(".txt").partition("-")[2]
        state, reason = EXPECTED.get(fault, ("ok", ""))
        assert entry.state == state, (name, entry.reason)
        assert re.fullmatch(reason, entry.reason or ""), entry.reason
        assert entry.sha256 is not None
        assert entry.size == (folder / name).stat().st_size
        assert entry.tries == 1
        assert (entry.seconds > 0) == (
            state in {"ok", "timed-out"} or fault in {"raises", "recurses"}
        )
    assert list(plans(out)) == ["plans/a.txt.json", "plans/m.txt.json", "plans/z.txt.json"]


def test_a_process_that_ends_as_if_all_was_well_is_noticed(folder: Path, tmp_path: Path) -> None:
    faulty(folder, "b.txt", "ends")
    run = program(folder, "-o", tmp_path / "out", "--timeout", "3", "--jobs", "1", faults=FAULTS)
    assert run.returncode == 1, run.stderr
    found = states(tmp_path / "out")
    # Nobody saw it end: it did not answer in its time.
    assert found.pop("b.txt") == "timed-out"
    assert set(found.values()) == {"ok"}


def test_a_worker_that_is_killed_from_outside_while_it_works(folder: Path, tmp_path: Path) -> None:
    faulty(folder, "b.txt", "sleeps")
    out = tmp_path / "out"
    with begun(folder, "-o", out, "--jobs", "1") as process:
        wait_for(lambda: (out / "ledger.jsonl").exists() and len(ledger(out)) == 1)
        time.sleep(0.3)
        os.kill(workers(process.pid)[0], signal.SIGKILL)
        process.communicate(timeout=60)
    assert process.returncode == 1
    assert states(out) == {"a.txt": "ok", "b.txt": "crashed", "m.txt": "ok", "z.txt": "ok"}


def test_a_worker_that_is_killed_while_it_waits(folder: Path, tmp_path: Path) -> None:
    faulty(folder, "b.txt", "sleeps")
    out = tmp_path / "out"
    with begun(folder, "-o", out, "--jobs", "3", "--timeout", "10") as process:
        wait_for(lambda: (out / "ledger.jsonl").exists() and len(ledger(out)) == 3)
        # Three processes, one of which works.
        before = wait_for(lambda: workers(process.pid))
        busy = max(before, key=lambda one: Path(f"/proc/{one}/statm").read_text().split()[1])
        for one in before:
            if one != busy:
                os.kill(one, signal.SIGKILL)
        process.communicate(timeout=60)
    assert process.returncode == 1
    found = states(out)
    assert found.pop("b.txt") in {"timed-out", "crashed"}
    assert found == {"a.txt": "ok", "m.txt": "ok", "z.txt": "ok"}


def test_workers_are_recycled(tmp_path: Path) -> None:
    from zwgk_parse.batch.engines.pool import Pool
    from zwgk_parse.batch.inputs import Input
    from zwgk_parse.batch.stores.store import LocalStore
    from zwgk_parse.batch.work import Job, Limits, Work

    write(tmp_path, *(f"{number}.txt" for number in range(9)))
    work = Work(LocalStore(tmp_path / "out"), limits=Limits(inputs=2))
    pool = Pool(work, 1)
    seen: set[int] = set()
    done: list[tuple[Job, Outcome]] = []
    try:
        for number in range(9):
            name = f"{number}.txt"
            pool.put(Job(Input(str(tmp_path / name), (name,)), f"{name}.json"))
            while len(done) <= number:
                done += pool.take(1)
            seen |= set(workers(os.getpid()))
    finally:
        pool.stop()
    assert [outcome.state for _, outcome in done].count("ok-with-findings") + [
        outcome.state for _, outcome in done
    ].count("ok") == 9
    assert len(seen) >= 5


def test_no_worker_can_begin(folder: Path, tmp_path: Path) -> None:
    run = program(folder, "-o", tmp_path / "out", "--memory", "1M", "--jobs", "2")
    assert run.returncode == 3
    assert run.stderr.splitlines()[-1].startswith("Error: no worker could be started")
    assert "Traceback" not in run.stderr
    # The same call with room goes on.
    assert program(folder, "-o", tmp_path / "out").returncode == 0


@pytest.mark.parametrize("signals", [[signal.SIGINT], [signal.SIGINT] * 3])
def test_an_interrupt_ends_all_within_two_seconds(
    folder: Path, tmp_path: Path, signals: list[signal.Signals]
) -> None:
    for number in range(4):
        faulty(folder, f"b{number}.txt", "spins")
    out = tmp_path / "out"
    with begun(folder, "-o", out, "--jobs", "4") as process:
        wait_for(lambda: (out / "ledger.jsonl").exists() and ledger(out))
        mine = workers(process.pid)
        time.sleep(0.3)
        before = time.monotonic()
        for one in signals:
            # As a terminal does: to all of them.
            os.killpg(process.pid, one)
            time.sleep(0.05)
        _, said = process.communicate(timeout=30)
        taken = time.monotonic() - before
    assert process.returncode == 130
    assert "Traceback" not in said
    assert taken < 2
    wait_for(lambda: not any(map(is_alive, mine)), 2)
    record = json.loads((out / ".zwgk" / "run.json").read_text(encoding="utf-8"))
    assert record["how"] == "interrupted"
    # What was done stays done.
    done = len(ledger(out))
    run = program(folder, "-o", out, "--timeout", "1", faults=FAULTS)
    assert run.returncode == 1
    assert f"{done}" in run.stderr
    assert len(ledger(out)) == 7


def test_workers_end_with_the_program_that_began_them(folder: Path, tmp_path: Path) -> None:
    faulty(folder, "b.txt", "slow")
    faulty(folder, "c.txt", "sleeps")
    out = tmp_path / "out"
    with begun(folder, "-o", out, "--jobs", "2", "--timeout", "600") as process:
        wait_for(lambda: (out / "ledger.jsonl").exists() and len(ledger(out)) == 4)
        mine = children(process.pid)
        assert len(workers(process.pid)) == 2
        os.kill(process.pid, signal.SIGKILL)
        process.wait(timeout=10)
        # One of them sleeps for an hour; nothing waits for it any more.
        wait_for(lambda: not any(map(is_alive, mine)), 10)


def test_a_batch_that_is_killed_leaves_the_folder_to_the_next(folder: Path, tmp_path: Path) -> None:
    faulty(folder, "b.txt", "sleeps")
    out = tmp_path / "out"
    with begun(folder, "-o", out, "--jobs", "1") as process:
        wait_for(lambda: (out / "ledger.jsonl").exists() and ledger(out))
        refused = program(folder, "-o", out)
        assert refused.returncode == 3
        assert refused.stderr.count("\n") == 1
        assert "another batch is writing to it" in refused.stderr
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(timeout=10)
    run = program(folder, "-o", out, "--timeout", "1", faults=FAULTS)
    assert run.returncode == 1
    assert states(out) == {"a.txt": "ok", "b.txt": "timed-out", "m.txt": "ok", "z.txt": "ok"}
