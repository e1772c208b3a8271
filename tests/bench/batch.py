"""Measure the batch; exits with 1 if a bar is missed. Run it with `make bench`.

What is compared is measured in turns, and the median of the ratios taken. The overhead is counted
in seconds of the processor, which others on the machine take no part of; the throughput of two
workers against one needs two processors that have nothing else to do.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from multiprocessing import active_children
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import TYPE_CHECKING, NamedTuple

from tests.batch.running import Direct, Heard, environment, write
from tests.bench.apart import NotToBeHadError
from tests.bench.by_markitdown import by_markitdown, install
from tests.bench.memory import own_peak
from tests.soak.made import made
from zwgk_parse.batch.engines.pool import Pool
from zwgk_parse.batch.inputs import Choice
from zwgk_parse.batch.session import Spec, run_batch
from zwgk_parse.batch.stores.store import LocalStore
from zwgk_parse.batch.work import Work
from zwgk_parse.pipeline import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zwgk_parse.batch.engines.engine import Engine
    from zwgk_parse.batch.entry import Entry
    from zwgk_parse.batch.tally import Tally

ROOT = Path(__file__).parents[2]
ROUNDS = 5
# So many files that the second in which the workers are begun says little.
SMALL, FILES = 1000, 600
FEW, MANY = 1000, 100_000


class Figure(NamedTuple):
    """One figure, and what it may be at least or at most."""

    name: str
    value: float
    unit: str
    least: float | None = None
    most: float | None = None

    @property
    def kept(self) -> bool:
        """Whether the value is within its bar."""
        return (self.least is None or self.value >= self.least) and (
            self.most is None or self.value <= self.most
        )

    def __str__(self) -> str:
        bar = "" if self.most is None else f"  (at most {self.most:g})"
        bar += "" if self.least is None else f"  (at least {self.least:g})"
        verdict = "" if self.kept else "  MISSED"
        return f"{self.name:46} {self.value:8.2f} {self.unit}{bar}{verdict}"


class Deaf(Heard):
    """Keeps nothing of what it is told."""

    def ended(self, entry: Entry, tally: Tally) -> None:
        """An input ended."""


def converted(source: Path, out: Path, begin: Callable[[Work], Engine]) -> float:
    """Convert a folder by an engine; the seconds of the processor that this process took."""
    work = Work(LocalStore(out))
    spec = Spec([str(source)], Choice(), work, str(out))
    begun = process_time()
    run_batch(spec, begin, Deaf())
    return process_time() - begun


def looped(source: Path) -> float:
    """Parse the files of a folder one after the other; the seconds of the processor."""
    begun = process_time()
    for path in sorted(source.iterdir()):
        parse(path)
    return process_time() - begun


def overhead(folder: Path, rounds: int) -> Iterator[Figure]:
    """What the batch takes for a small text file beside the parsing of it."""
    source = folder / "small"
    write(source, *(f"{number}.txt" for number in range(SMALL)))
    looped(source)
    pairs = [
        (looped(source), converted(source, folder / f"direct{turn}", Direct))
        for turn in range(rounds)
    ]
    each = [1000 * (batch - loop) / SMALL for loop, batch in pairs]
    alone = 1000 * median(loop for loop, _ in pairs) / SMALL
    yield Figure("a small text file, parsed in a loop (processor)", alone, "ms")
    yield Figure("the same in a batch, beside that", median(each), "ms", most=2.0)
    parent = [
        1000 * converted(source, folder / f"pool{turn}", lambda work: Pool(work, 1)) / SMALL
        for turn in range(3)
    ]
    # With workers all but a half of this is in turn with their work, not beside it.
    yield Figure("what the one that gives out the work takes", median(parent), "ms", most=2.0)


class Counted(Pool):
    """A pool that tells what its processes took of the processors."""

    spent = 0.0

    def stop(self) -> None:
        """End all processes, once it is counted what they took."""
        for process in active_children():
            stat = Path(f"/proc/{process.pid}/stat")
            if stat.is_file():
                own = stat.read_text(encoding="ascii").rpartition(")")[2].split()[11:13]
                self.spent += sum(map(int, own)) / os.sysconf("SC_CLK_TCK")
        super().stop()


def spent(source: Path, out: Path, jobs: int) -> tuple[float, float]:
    """What the workers together, and the one that gives out the work, take of the processors."""
    pools: list[Counted] = []

    def begin(work: Work) -> Pool:
        # What a process took that gave way to a fresh one is not known any more.
        limits = work.limits._replace(inputs=2 * FILES)
        pools.append(Counted(work._replace(limits=limits), jobs))
        return pools[0]

    own = converted(source, out, begin)
    return pools[0].spent, own


def by_program(source: Path, out: Path, jobs: int) -> float:
    """Seconds of the clock that `zwgk batch` takes."""
    begun = perf_counter()
    command = ("batch", str(source), "-o", str(out), "--jobs", str(jobs))
    run = subprocess.run(
        [sys.executable, "-m", "zwgk_parse", *command],
        check=False,
        capture_output=True,
        env=environment(),
    )
    taken = perf_counter() - begun
    if run.returncode not in {0, 1}:
        sys.exit(run.stderr.decode())
    return taken


def throughput(folder: Path, rounds: int) -> Iterator[Figure]:
    """Two workers against one, and against markitdown on the same files."""
    source = folder / "files"
    made(source, FILES, 1, long=True)
    pairs = [
        tuple(by_program(source, folder / f"jobs{jobs}-{turn}", jobs) for jobs in (1, 2))
        for turn in range(rounds)
    ]
    ratio = median(one / two for one, two in pairs)
    yield Figure(f"{FILES} files, one worker", median(one for one, _ in pairs), "s")
    yield Figure("two workers, times as fast", ratio, "times", least=1.8)
    yield Figure("two workers, files a minute", 60 * FILES / median(two for _, two in pairs), "")
    one, two = (spent(source, folder / f"spent{jobs}", jobs) for jobs in (1, 2))
    yield Figure("processor seconds of two workers against one", two[0] / one[0], "times")
    # Two processors share the work of all three; with one worker the other gives out.
    yield Figure("two workers by processor seconds", one[0] / ((sum(two)) / 2), "times")
    states = json.loads((folder / "jobs2-0" / "summary.json").read_text(encoding="utf-8"))["states"]
    failed = sum(states.get(state, 0) for state in states if not state.startswith("ok"))
    yield Figure("two workers, without a plan with tasks", failed, "")
    try:
        install()
    except NotToBeHadError as error:
        print(f"markitdown is left out: {error}")
        return
    other = by_markitdown(source)
    yield Figure("markitdown, files a minute", 60 * other.files / other.seconds, "")
    yield Figure("markitdown, failed or empty", other.failed + other.empty, "")
    ours = median(one for one, _ in pairs)
    yield Figure("one worker against markitdown, times as fast", other.seconds / ours, "times")
    yield Figure("the same in processor seconds", other.cpu / sum(one), "times")


def parent(folder: Path, count: int) -> int:
    """The most bytes that the process has in memory which gives out `count` tiny files."""
    source = folder / f"tiny{count}"
    for number in range(0, count, 1000):
        below = source / f"{number // 1000:03d}"
        below.mkdir(parents=True)
        for one in range(number, min(number + 1000, count)):
            (below / f"{one}.txt").write_bytes(b"%d" % one)
    command = ["-m", "tests.bench.batch", "--parent", str(source), str(folder / f"out{count}")]
    run = subprocess.run(
        [sys.executable, *command], check=True, capture_output=True, text=True, cwd=ROOT
    )
    return int(run.stdout.splitlines()[-1])


def memory(folder: Path, many: int) -> Iterator[Figure]:
    """What the parent takes for many inputs against few."""
    few = parent(folder, FEW)
    more = parent(folder, many)
    yield Figure(f"memory of the parent, {FEW:,} inputs", few / 1e6, "MB")
    yield Figure(f"{many:,} inputs against {FEW:,}", more / few, "times", most=1.25)


def _measured(source: str, out: str) -> None:
    """Convert a folder by workers, and print what this process took."""
    converted(Path(source), Path(out), lambda work: Pool(work, 2))
    print(own_peak())


def main() -> int:
    """1 if a bar is missed, else 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--parent", nargs=2)
    parser.add_argument("--inputs", type=int, default=MANY)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--only", choices=("overhead", "throughput", "memory"))
    given = parser.parse_args()
    if given.parent:
        _measured(*given.parent)
        return 0
    kept = True
    with tempfile.TemporaryDirectory() as folder:
        parts = {
            "overhead": overhead(Path(folder), given.rounds),
            "throughput": throughput(Path(folder), given.rounds),
            "memory": memory(Path(folder), given.inputs),
        }
        for name, figures in parts.items():
            if given.only in {None, name}:
                for figure in figures:
                    print(figure, flush=True)
                    kept &= figure.kept
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
