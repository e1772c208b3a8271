"""Cases run in processes of their own: one that hangs is killed, one that dies costs its case only.

In go cases (a name and bytes), out come Verdicts, in the order in which they are reached. Each
process has a memory limit where the system knows one.
"""

from __future__ import annotations

import multiprocessing
import traceback
from io import BytesIO, StringIO
from multiprocessing.connection import Connection, wait
from time import monotonic
from typing import TYPE_CHECKING, Literal, NamedTuple

from zwgk_parse.errors import ReadError
from zwgk_parse.exporters import json
from zwgk_parse.pipeline import parse_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Judge = Callable[[str, bytes], tuple["Outcome", str]]

Outcome = Literal["plan", "refused", "traceback", "crash", "hang"]
OFFENCES: tuple[Outcome, ...] = ("traceback", "crash", "hang")
_MEMORY = 4 << 30
_SPAWN = multiprocessing.get_context("spawn")


class Case(NamedTuple):
    """A file to be read: its name, how it was broken, its bytes."""

    name: str
    way: str
    data: bytes


class Verdict(NamedTuple):
    """What became of a case; `said` is the error's message or the traceback."""

    case: Case
    outcome: Outcome
    said: str
    seconds: float


class _Worker:
    """A process, the line to it, and the case it is at."""

    def __init__(self, judge: Judge) -> None:
        self.line, theirs = _SPAWN.Pipe()
        self.process = _SPAWN.Process(target=_work, args=(theirs, judge), daemon=True)
        self.process.start()
        theirs.close()
        self.case: Case | None = None
        self.begun = monotonic()
        self.line.recv()  # It has imported all it needs.

    def take(self, case: Case) -> None:
        """Begin with `case`."""
        self.case, self.begun = case, monotonic()
        self.line.send((case.name, case.data))

    def end(self) -> None:
        """Stop the process, whatever it is at."""
        self.process.kill()
        self.process.join()
        self.line.close()


def verdicts(
    cases: Iterable[Case], *, limit: float, count: int, judge: Judge | None = None
) -> Iterator[Verdict]:
    """What becomes of `cases`, by `count` processes, with `limit` seconds for each case.

    `judge` is what says it, `outcome_of` if not given.
    """
    waiting = iter(cases)
    judge = judge or outcome_of
    workers = [_Worker(judge) for _ in range(count)]
    try:
        busy = [worker for worker in workers if _next(worker, waiting)]
        while busy:
            ready = wait([worker.line for worker in busy], timeout=0.2)
            for worker in list(busy):
                verdict = _verdict(worker, limit, answered=worker.line in ready)
                if verdict is None:
                    continue
                busy.remove(worker)
                if verdict.outcome in ("crash", "hang"):
                    worker.end()
                    workers[workers.index(worker)] = worker = _Worker(judge)  # noqa: PLW2901
                yield verdict
                if _next(worker, waiting):
                    busy.append(worker)
    finally:
        for worker in workers:
            worker.end()


def _next(worker: _Worker, cases: Iterator[Case]) -> bool:
    case = next(cases, None)
    if case is not None:
        worker.take(case)
    return case is not None


def _verdict(worker: _Worker, limit: float, *, answered: bool) -> Verdict | None:
    """What became of the worker's case, or None while it may still end well."""
    assert worker.case is not None  # noqa: S101  it is asked about busy workers only
    seconds = monotonic() - worker.begun
    if answered:
        try:
            outcome, said = worker.line.recv()
        except EOFError:
            worker.process.join()
            outcome, said = "crash", f"exit code {worker.process.exitcode}"
        return Verdict(worker.case, outcome, said, seconds)
    return Verdict(worker.case, "hang", f"{seconds:.0f} s", seconds) if seconds > limit else None


def _work(line: Connection, judge: Judge) -> None:
    """Read what comes along `line`, and answer, until the line is cut."""
    _limit_memory()
    line.send("ready")
    while True:
        name, data = line.recv()
        line.send(judge(name, data))


def outcome_of(name: str, data: bytes) -> tuple[Outcome, str]:
    """What becomes of a file, and what was said: it is read, and its plan is written as JSON."""
    try:
        plan = parse_document(BytesIO(data), name=name).plan
        text = StringIO()
        json.write([plan], text, lines=True)
        text.getvalue().encode()
    except ReadError as error:
        return "refused", f"{error.code}: {error}"
    except BaseException:  # noqa: BLE001  whatever else is raised is what is looked for
        return "traceback", traceback.format_exc()
    return "plan", f"{len(plan.tasks)} tasks"


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, most))
