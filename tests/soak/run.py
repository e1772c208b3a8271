"""One folder converted in one go, and once more killed again and again: the same must come out."""

from __future__ import annotations

import hashlib
import io
import json
import os
import random
import signal
import subprocess
import sys
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter, sleep
from typing import TYPE_CHECKING, NamedTuple

from tests.batch.running import environment, ledger, plans, same
from tests.soak.made import made
from zwgk_parse.batch.entry import WITH_PLAN, WRITTEN
from zwgk_parse.machine import processors

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from subprocess import Popen

    from zwgk_parse.batch.entry import Entry

FAULTS = Path(__file__).parents[1] / "batch" / "faults"
LIMITS = ("--memory", "700M")
SAMPLED = 6


class Soaked(NamedTuple):
    """What was measured: `done` is how many inputs had ended at each of the kills."""

    states: dict[str, int]
    seconds: float
    compared: int
    done: tuple[int, ...]
    resumed: float


def soak(folder: Path, count: int, faulty: int, kills: int, *, seconds: int, seed: int) -> Soaked:
    """Make files, convert them, and compare; AssertionError where something is not as it must be.

    `seconds` is the limit for one file.
    """
    source, whole, again = folder / "in", folder / "whole", folder / "again"
    expected = made(source, count, faulty)
    command = (str(source), "--timeout", str(seconds), *LIMITS)
    begun = perf_counter()
    with _begun(*command, "-o", whole) as process:
        _, told = process.communicate()
    taken = perf_counter() - begun
    assert process.returncode == 1, told
    states = json.loads((whole / "summary.json").read_bytes())["states"]
    assert sum(states.values()) == count == len(ledger(whole))
    compared = _check(whole, expected)
    begun = perf_counter()
    done = _again_and_again(command, again, kills, taken, random.Random(seed))  # noqa: S311
    with _begun(*command, "-o", again) as process:
        _, told = process.communicate()
    assert process.returncode == 1, told
    resumed = perf_counter() - begun
    assert plans(again) == plans(whole)
    entries = [list(map(same, ledger(one).values())) for one in (again, whole)]
    other = [both for both in zip(*entries, strict=True) if both[0] != both[1]]
    assert not other, other
    return Soaked(states, taken, compared, tuple(done), resumed)


def _again_and_again(
    command: tuple[str, ...], out: Path, kills: int, taken: float, chance: random.Random
) -> list[int]:
    """Begin the batch and kill it `kills` times; how many inputs were done at each of them."""
    done: list[int] = []
    while len(done) < kills and _killed(command, out, chance.uniform(0.1, 1.5 * taken / kills)):
        done.append(len(ledger(out)) if (out / ".zwgk" / "run.json").exists() else 0)
        assert done == sorted(done), "what was done is lost"
    return done


def _begun(*arguments: Path | str) -> Popen[str]:
    """A batch as a process group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "zwgk_parse", "batch", *map(str, arguments)],
        env=environment(FAULTS),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        text=True,
    )


def _killed(command: tuple[str, ...], out: Path, after: float) -> bool:
    """Begin the batch and kill all of its processes; False if it came to its end before."""
    with _begun(*command, "-o", out) as process:
        sleep(after)
        if process.poll() is not None:
            process.communicate()
            return False
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
    return True


def _check(out: Path, expected: Mapping[str, str]) -> int:
    """Compare the ledger and all plans with what must be; gives how many plans were compared."""
    entries = ledger(out)
    wrong = {
        path: entries[path] for path, state in expected.items() if entries[path].state != state
    }
    assert not wrong, wrong
    good = [entry for path, entry in entries.items() if path not in expected]
    assert all(entry.state in WRITTEN for entry in good), [
        entry for entry in good if entry.state not in WRITTEN
    ]
    found = plans(out)
    assert set(found) == {entry.output for entry in good}
    with get_context("forkserver").Pool(processors()) as pool:
        for entry, alone in zip(
            good, pool.imap(_alone, (one.path for one in good), 4), strict=True
        ):
            assert alone == hashlib.sha256(found[entry.output or ""]).hexdigest(), entry.path
    for entry in random.Random(1).sample(good, SAMPLED):  # noqa: S311
        assert _by_program(entry) == found[entry.output or ""], entry.path
    return len(good)


def _alone(path: str) -> str:
    """The digest of what `zwgk parse` gives for a file."""
    from zwgk_parse.exporters import exporter
    from zwgk_parse.pipeline import parse

    stream = io.StringIO()
    exporter("json").write((parse(Path(path)).value,), stream)
    return hashlib.sha256(stream.getvalue().encode()).hexdigest()


def _by_program(entry: Entry) -> bytes:
    """What `zwgk parse` writes for a file, as a program of its own."""
    run = subprocess.run(
        [sys.executable, "-m", "zwgk_parse", "parse", entry.path, "--format", "json", "-o", "-"],
        check=False,
        capture_output=True,
        env=environment(),
    )
    assert run.returncode == 0 or entry.state not in WITH_PLAN, run.stderr.decode()
    return run.stdout


def figures(soaked: Soaked) -> Iterator[str]:
    """What was measured, in lines."""
    count = sum(soaked.states.values())
    yield f"{count} files in {soaked.seconds:.0f} s, {60 * count / soaked.seconds:.0f} a minute"
    yield ", ".join(f"{state} {number}" for state, number in soaked.states.items())
    yield f"{soaked.compared} plans equal to those of `zwgk parse`"
    yield f"killed {len(soaked.done)} times, with {', '.join(map(str, soaked.done))} files done"
    yield f"plans and ledger equal to the undisturbed run's, after {soaked.resumed:.0f} s in all"
