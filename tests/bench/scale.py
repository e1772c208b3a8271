"""What a large batch costs: a processor's time a page, and what the one that hands out work takes.

`python -m tests.bench.scale FILE...` parses FILEs and gives seconds of a processor for 1,000 pages;
`python -m tests.bench.scale --inputs 1000000` goes through so many inputs that nobody parses.
"""

from __future__ import annotations

import argparse
import hashlib
import resource
import tempfile
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from tests.batch.running import Heard
from zwgk_parse.batch.entry import Findings
from zwgk_parse.batch.index import Index
from zwgk_parse.batch.inputs import Input
from zwgk_parse.batch.ledger import entries_of
from zwgk_parse.batch.record import LEDGER
from zwgk_parse.batch.run import Again, Run
from zwgk_parse.batch.stores.store import LocalStore
from zwgk_parse.batch.work import Job, Outcome, Work
from zwgk_parse.pipeline import parse

if TYPE_CHECKING:
    from collections.abc import Iterator


class Nobody:
    """An engine that says of each job at once that it is done."""

    def __init__(self) -> None:
        self._jobs: list[Job] = []

    @property
    def room(self) -> int:
        """How many more jobs may be put in now."""
        return 64 - len(self._jobs)

    def put(self, job: Job) -> None:
        """Keep `job`."""
        self._jobs.append(job)

    def take(self, _: float) -> list[tuple[Job, Outcome]]:
        """All jobs, done."""
        jobs, self._jobs = self._jobs, []
        digest = hashlib.sha256(jobs[0].given.place.encode()).hexdigest()
        known = {"tasks": 30, "findings": Findings(info=3), "peak_memory": 10**8}
        done = Outcome("ok", digest, 20000, seconds=0.1234, output_size=90000, **known)  # type: ignore[arg-type]
        done = done._replace(plan="某县2022年政务公开工作要点-1a2b3c4d5e", text="0123456789abcdef")
        return [(job, done) for job in jobs]

    def stop(self) -> None:
        """There is nothing to end."""


class Quiet(Heard):
    """Nobody listens, and nothing is kept."""

    def ended(self, *_: object) -> None:
        """See `Watcher`."""


def listed(count: int) -> Iterator[Input]:
    """Inputs as an object store lists them."""
    for number in range(count):
        parts = (f"{number // 1000:05}", f"关于印发政务公开工作要点的通知-{number:09}.pdf")
        etag = hashlib.md5(str(number).encode(), usedforsecurity=False).hexdigest()
        place = f"s3://notices/2022/{'/'.join(parts)}"
        yield Input(place, parts, stamp=f"{etag}-20000")


def handed_out(count: int) -> None:
    """What it takes to hand out `count` inputs and to write down what came of them."""
    with tempfile.TemporaryDirectory() as folder:
        store = LocalStore(Path(folder))
        index = Index(Path(folder) / "index.sqlite")
        run = Run(index, Work(store), Quiet(), Again())
        begun = process_time()
        run.find(listed(count))
        found = process_time()
        small = (Path(folder) / "index.sqlite").stat().st_size
        run.convert(Nobody())
        run.close()
        done = process_time()
        whole = perf_counter()
        store.replace(LEDGER, index.final(entries_of(store.lines(LEDGER))))
        ended, wall = process_time(), perf_counter() - whole
        large = (Path(folder) / "index.sqlite").stat().st_size
        ledger = store.size(LEDGER) or 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count:,} inputs, seconds of a processor:")
    print(f"  listed into the index  {found - begun:8.1f}   index {small / 1e6:,.0f} MB")
    print(f"  handed out, written    {done - found:8.1f}")
    print(f"  ledger put in order    {ended - done:8.1f}   ({wall:.1f} by the clock)")
    print(f"  index at the end {large / 1e6:,.0f} MB, ledger {ledger / 1e6:,.0f} MB, ", end="")
    print(f"{ledger / count:.0f} bytes an input; the process took {peak:,.0f} MB at most")


def parsed(files: list[Path]) -> None:
    """What it takes to parse `files`, once they have been parsed once."""
    for path in files:
        parse(path)
        begun = process_time()
        plan = parse(path).value
        seconds, pages = process_time() - begun, plan.sources[0].pages
        each = f"{seconds / pages * 1000:8.1f} s for 1,000 pages" if pages else ""
        print(f"{path.name:36} {pages or '-':>5} pages {len(plan.tasks):6} tasks ", end="")
        print(f"{seconds:7.2f} s {each}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--inputs", type=int)
    given = parser.parse_args()
    parsed(given.files)
    if given.inputs:
        handed_out(given.inputs)
