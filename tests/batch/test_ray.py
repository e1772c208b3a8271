"""The engine on a cluster, against a Ray on this machine."""

from __future__ import annotations

import ast
import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

import zwgk_parse
from tests.batch.running import environment, ledger, plans, program, same, write
from zwgk_parse.batch.engines import ray as engine
from zwgk_parse.batch.record import begun, write_record
from zwgk_parse.batch.stores.store import LocalStore
from zwgk_parse.batch.work import Work
from zwgk_parse.errors import MissingExtraError, WorkersError

if TYPE_CHECKING:
    from collections.abc import Iterator

FAULTS = Path(__file__).parent / "faults"
SAMPLES = Path(__file__).parents[2] / "samples"
LINUX = pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="looks into /proc")
# What is wrong with a file, the state that it ends in, and how often it is begun.
BROKEN = {
    "killed": ("crashed", 2),
    "exits": ("crashed", 2),
    "raises": ("crashed", 1),
    "spins": ("timed-out", 1),
    "fills": ("out-of-memory", 1),
    "eats": ("out-of-memory", 1),
}
LIMITS = ("--timeout", "12", "--memory", "600M", "--jobs", "2")
RAY = ("--engine", "ray", "--tries", "2")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files of which some break what reads them, and some take long enough to be disturbed."""
    below = tmp_path / "in"
    write(below, "a.txt", "附件/附件1.txt", "附件 2/附件1.txt")
    for path in SAMPLES.glob("*.txt"):
        (below / path.name).write_bytes(path.read_bytes())
    (below / "copy.txt").write_bytes((below / "a.txt").read_bytes())
    (below / "empty.txt").write_bytes(b"")
    for number in range(8):
        (below / f"slow{number}.txt").write_text(f"zwgk-fault:slow {number}", encoding="utf-8")
    for fault in BROKEN:
        (below / f"{fault}.txt").write_text(f"zwgk-fault:{fault} ", encoding="utf-8")
    return below


class Begun:
    """`zwgk batch` as a process, and the actors that it has."""

    def __init__(self, *arguments: str | Path, folder: Path, faults: Path | None = None) -> None:
        self.mark = uuid4().hex
        self.process = subprocess.Popen(
            [sys.executable, "-m", "zwgk_parse", "batch", *map(str, arguments)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**environment(faults), "ZWGK_TEST_MARK": self.mark},
            cwd=folder,
            text=True,
            # As that of a shell: what Ctrl-C is sent to.
            start_new_session=True,
        )

    def actors(self) -> Iterator[tuple[int, str]]:
        """The processes of actors, and what they say they do."""
        for path in Path("/proc").glob("[0-9]*"):
            try:
                title = (path / "cmdline").read_bytes().strip(b"\0").decode()
                ours = self.mark.encode() in (path / "environ").read_bytes()
            except OSError:
                continue
            if ours and title.startswith("ray::_Actor"):
                yield int(path.name), title

    def wait_for(self, out: Path, lines: int, seconds: float = 120) -> None:
        """Wait until the ledger has so many lines."""
        end = time.monotonic() + seconds
        while sum(1 for _ in LocalStore(out).lines("ledger.jsonl")) < lines:
            assert time.monotonic() < end, "nothing is done"
            assert self.process.poll() is None, self.process.communicate()
            time.sleep(0.02)

    def kill_one_at_work(self) -> int:
        """Kill an actor that has a job, as a node does that goes."""
        end = time.monotonic() + 60
        while time.monotonic() < end:
            for number, title in self.actors():
                if title.endswith(".convert"):
                    os.kill(number, signal.SIGKILL)
                    return number
        raise AssertionError("nobody works")


@LINUX
@pytest.mark.slow
def test_a_cluster_gives_what_this_machine_gives(folder: Path) -> None:
    """Same plans, same states, with one worker killed on the way."""
    here, there = folder.parent / "here", folder.parent / "there"
    # Relative, as people write it: actors must find it.
    begun = Begun("in", "-o", "there", *LIMITS, *RAY, folder=folder.parent, faults=FAULTS)
    # By their names, files that take a while come last.
    begun.wait_for(there, 15)
    begun.kill_one_at_work()
    out, said = begun.process.communicate(timeout=200)
    assert begun.process.returncode == 1, said
    assert "raylet" not in out + said, "what Ray says stands among what is told"
    assert json.loads((there / "summary.json").read_text(encoding="utf-8"))["complete"]
    assert not list(begun.actors())
    done = program("in", "-o", "here", *LIMITS, faults=FAULTS, cwd=folder.parent)
    assert done.returncode == 1, done.stderr
    assert plans(there) == plans(here)
    expected, found = ledger(here), ledger(there)
    assert list(found) == list(expected)
    for path, entry in found.items():
        # How a process ended is not seen from afar.
        unlike = {"reason": None} if entry.state == "crashed" else {}
        assert same(entry).model_copy(update=unlike) == (
            same(expected[path]).model_copy(update=unlike)
        ), path
    broken = {
        path: (found[f"in/{path}.txt"].state, found[f"in/{path}.txt"].tries) for path in BROKEN
    }
    assert broken == BROKEN
    again = [path for path, entry in found.items() if entry.state != "crashed" and entry.tries > 1]
    assert len(again) == 1, "the one that was killed is begun again"


@LINUX
@pytest.mark.slow
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupt_stops_all_and_the_same_call_goes_on(
    tmp_path: Path, number: int, code: int
) -> None:
    folder, out, count = tmp_path / "in", tmp_path / "out", 600
    write(folder, *(f"{number}.txt" for number in range(count)))
    begun = Begun(folder, "-o", out, *LIMITS, *RAY, folder=tmp_path)
    begun.wait_for(out, 3)
    stopped = time.monotonic()
    # Kubernetes and `timeout` say SIGTERM, and only to the program itself.
    (os.killpg if number == signal.SIGINT else os.kill)(begun.process.pid, number)
    _, said = begun.process.communicate(timeout=30)
    seconds = time.monotonic() - stopped
    assert begun.process.returncode == code, said
    assert "Interrupted" in said
    assert "Traceback" not in said
    assert "***" not in said, "what Ray says of a signal"
    # Two on a machine that has nothing else to do.
    assert seconds < 6, seconds
    assert not list(begun.actors())
    before = ledger(out)
    assert 3 <= len(before) < count
    done = program(folder, "-o", out, *LIMITS)
    assert "go" in done.stderr
    states = Counter(entry.state for entry in ledger(out).values())
    assert sum(states.values()) == count
    assert {path: ledger(out)[path] for path in before} == before


def test_without_the_extra_its_name_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "find_spec", lambda _: None)
    with pytest.raises(MissingExtraError, match=r"--engine ray needs .*zwgk-parse\[ray\]"):
        engine.RayEngine(Work(LocalStore(tmp_path)), 1, None, 3)


def test_a_cluster_is_not_spoken_to_from_outside(tmp_path: Path) -> None:
    pytest.importorskip("ray")
    with pytest.raises(WorkersError, match="from outside; run it on the cluster: ray job submit"):
        engine.RayEngine(Work(LocalStore(tmp_path)), 1, "ray://head:10001", 3)


@pytest.mark.parametrize(
    ("version", "record", "reason"),
    [
        (
            "0.0.1",
            ("now", "here", 1),
            "node7 has version 0.0.1, this is .* same version everywhere",
        ),
        ("", None, "node7 does not see the output folder of this run; write to an object store"),
        ("", ("now", "there", 1), "node7 does not see the output folder of this run"),
    ],
)
def test_an_actor_that_would_do_something_else_ends_the_batch(
    version: str, record: tuple[str, str, int] | None, reason: str
) -> None:
    actors = object.__new__(engine.Actors)
    actors._hello = engine.Hello(zwgk_parse.__version__, ("now", "here", 1), "")
    actors._greeted(actors._hello)
    other = engine.Hello(version or zwgk_parse.__version__, record, "node7")
    with pytest.raises(WorkersError, match=reason):
        actors._greeted(other)


def test_the_run_that_the_output_folder_tells_of(tmp_path: Path) -> None:
    work = Work(LocalStore(tmp_path))
    assert engine._run_in(work) is None
    run = begun(work, (), 7, 0)
    write_record(work.store, run.model_copy(update={"inputs": 7}))
    assert engine._run_in(work) == (run.begun, run.host, run.process)


@pytest.mark.parametrize(
    ("said", "cause"),
    [
        ("Memory on the node (IP: 10.0.0.7, ID: ab) was 15.2GB used / 16GB limit", "memory"),
        ("2 worker(s) were killed due to the node running low on memory.", "memory"),
        ("(1) the process was killed by the OOM killer due to high memory usage, (2)", "lost"),
    ],
)
def test_a_full_node_is_told_from_a_lost_one(said: str, cause: str) -> None:
    """As Ray words it."""
    assert engine._cause(RuntimeError(f"The actor died unexpectedly.\n{said}")) == cause


def test_nothing_else_knows_of_ray() -> None:
    top = Path(zwgk_parse.__file__).parent
    knowing = {
        path.relative_to(top).as_posix()
        for path in top.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.Import | ast.ImportFrom)
        and "ray" in [name.split(".")[0] for name in _imported(node)]
    }
    assert knowing == {"batch/engines/ray.py"}


def _imported(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""]
    return [alias.name for alias in node.names]
