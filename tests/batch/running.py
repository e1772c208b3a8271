"""Batches for tests: run in this process, so that a test takes milliseconds, or as a program."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

from zwgk_parse.batch.convert import convert
from zwgk_parse.batch.inputs import Choice
from zwgk_parse.batch.ledger import entries_of
from zwgk_parse.batch.run import Again
from zwgk_parse.batch.session import Spec, run_batch
from zwgk_parse.batch.stores.store import LocalStore
from zwgk_parse.batch.work import Work

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from zwgk_parse.batch.entry import Entry
    from zwgk_parse.batch.tally import Summary, Tally
    from zwgk_parse.batch.work import Job, Outcome

PLAN = """{name}2024年政务公开工作要点

一、加强公开

（一）公开{name}预决算。（县财政局牵头，6月底前完成）
"""


class Killed(BaseException):
    """The end of a process that nothing in it sees coming."""


class Direct:
    """An engine that converts at once, in this process; `seen` are the jobs it was given.

    `meanwhile` happens between the look at an input and the reading of it. After `most` jobs the
    process is as good as killed.
    """

    def __init__(self, work: Work, most: int | None = None) -> None:
        self.work, self.most = work, most
        self.seen: list[Job] = []
        self.meanwhile: Callable[[Job], Outcome | None] = lambda _: None
        self._waiting: list[Job] = []

    @property
    def room(self) -> int:
        """How many more jobs may be put in now."""
        return 3 - len(self._waiting)

    def put(self, job: Job) -> None:
        """Have `job` done."""
        self.seen.append(job)
        self._waiting.append(job)

    def take(self, seconds: float) -> Sequence[tuple[Job, Outcome]]:  # noqa: ARG002
        """The outcome of one job."""
        if self.most == 0:
            raise Killed
        if self.most is not None:
            self.most -= 1
        job = self._waiting.pop(0)
        return [(job, self.meanwhile(job) or convert(job, self.work))]

    def stop(self) -> None:
        """There is nothing to end."""


class Heard:
    """What a run told."""

    def __init__(self) -> None:
        self.resumed: int | None = None
        self.damage: list[int] = []
        self.inputs = 0
        self.entries: list[Entry] = []
        self.rows: tuple[int, str] | None = None

    def resumes(self, entries: int) -> None:
        """A run that did not end goes on."""
        self.resumed = entries

    def damaged(self, line: int) -> None:
        """A line of the ledger cannot be read."""
        self.damage.append(line)

    def unused(self, rows: int, first: str) -> None:
        """Rows of the manifest belong to no input."""
        self.rows = rows, first

    def listed(self, inputs: int) -> None:
        """So many inputs were found so far."""

    def began(self, inputs: int) -> None:
        """All inputs were found."""
        self.inputs = inputs

    def ended(self, entry: Entry, tally: Tally) -> None:  # noqa: ARG002
        """An input ended."""
        self.entries.append(entry)

    def follows(self) -> None:
        """From now on inputs are converted as they arrive."""

    def gone(self, path: str) -> None:
        """An input was taken away."""

    def assembles(self) -> None:
        """The plans are put together."""


class Ran(NamedTuple):
    """A batch that came to its end."""

    summary: Summary
    entries: dict[str, Entry]
    converted: list[str]
    heard: Heard

    def states(self, below: Path) -> dict[str, str]:
        """The state of each input, by its path below a folder."""
        start = len(below.as_posix()) + 1
        return {path[start:]: entry.state for path, entry in self.entries.items()}


def batch(
    out: Path,
    *sources: Path | str,
    again: Again = Again(),  # noqa: B008  a value
    choice: Choice | None = None,
    killed_after: int | None = None,
    meanwhile: Callable[[Job], Outcome | None] | None = None,
    notes: Sequence[tuple[str, dict[str, str]]] = (),
    **work: Any,
) -> Ran:
    """Convert `sources` into `out` in this process."""
    given = Work(LocalStore(out), **work)
    engine, heard = Direct(given, killed_after), Heard()
    engine.meanwhile = meanwhile or engine.meanwhile
    picked = choice or Choice(without=(str(out),))
    names = tuple(map(str, sources))
    spec = Spec(names, picked, given, str(out), names, again, notes)
    try:
        summary = run_batch(spec, lambda _: engine, heard)
    except Killed:
        # Nobody was there to write that the run ended.
        record = out / ".zwgk" / "run.json"
        data = json.loads(record.read_text(encoding="utf-8"))
        record.write_text(json.dumps({**data, "how": "running", "ended": None}), encoding="utf-8")
        raise
    paths = [job.given.path for job in engine.seen]
    return Ran(summary, ledger(out), paths, heard)


def ledger(out: Path) -> dict[str, Entry]:
    """The entries of a ledger by their paths; in that of a finished run each path has one."""
    entries = list(entries_of(LocalStore(out).lines("ledger.jsonl")))
    found = {entry.path: entry for entry in entries}
    record = json.loads((out / ".zwgk" / "run.json").read_text(encoding="utf-8"))
    assert record["how"] != "finished" or len(found) == len(entries), "two entries of one input"
    return found


def plans(out: Path) -> dict[str, bytes]:
    """All plans by their names; whatever else stands there is no leftover."""
    begun = out / ".zwgk" / "begun"
    assert not begun.is_dir() or not any(begun.iterdir()), "a half file was left"
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted((out / "plans").rglob("*"))
        if path.is_file()
    }


def same(entry: Entry) -> Entry:
    """An entry without what is another in each run: times, memory, how often it was begun."""
    return entry.model_copy(update={"seconds": 0.0, "peak_memory": None, "tries": 1})


def write(folder: Path, *names: str) -> None:
    """Small plans, each of its own content, at the paths `names` below `folder`."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PLAN.format(name=name.replace("/", "之")), encoding="utf-8")


def program(
    *arguments: str | Path, faults: Path | None = None, **options: Any
) -> subprocess.CompletedProcess[str]:
    """`zwgk batch` as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "zwgk_parse", "batch", *map(str, arguments)],
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
        env=environment(faults),
        **options,
    )


def environment(faults: Path | None = None) -> dict[str, str]:
    """What a program is started with; `faults`: a folder whose sitecustomize.py breaks things."""
    env = {**os.environ, "ZWGK_LANG": "en", "PYTHONUTF8": "1"}
    return env if faults is None else {**env, "PYTHONPATH": str(faults)}
