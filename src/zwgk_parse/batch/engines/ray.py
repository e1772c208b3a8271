"""The engine on a cluster: actors of Ray, each given one input at a time.

This is the only module that knows of Ray. An actor reads its input and writes its plan itself, so
that both must be where all nodes reach them: in an object store, or in a folder that they share.
"""

from __future__ import annotations

import os
import signal
from contextlib import ExitStack, contextmanager, redirect_stdout, suppress
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from threading import Event, current_thread, main_thread
from typing import TYPE_CHECKING, Any, NamedTuple

from zwgk_parse import __version__
from zwgk_parse.batch.engines.engine import defect
from zwgk_parse.batch.engines.slots import Said, Slots
from zwgk_parse.batch.record import RECORD, Record
from zwgk_parse.errors import MissingExtraError, WorkersError
from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.batch.engines.slots import Cause
    from zwgk_parse.batch.work import Job, Outcome, Work

TRIES = 3
# How Ray words that it ended a process because the node ran out of memory.
_NODE_IS_FULL = lazy(r"Memory on the node|running low on memory|due to memory pressure")
_SILENT = {"include_dashboard": False, "log_to_driver": False, "logging_level": "ERROR"}
_WORD = "word"


class Hello(NamedTuple):
    """What an actor that is ready says of itself: `record` is the run that it finds in OUT."""

    version: str
    record: tuple[str, str, int] | None
    node: str


class RayEngine(Slots):
    """Actors on the cluster at `address`, or on this machine where there is none.

    `actors`: how many, one a processor where it is None; `tries`: how often an input is begun whose
    actor is lost. Raises MissingExtraError without the extra `ray`, WorkersError where no Ray can
    be reached or begun, or a node has another version or does not see the output folder.
    """

    def __init__(self, work: Work, actors: int | None, address: str | None, tries: int) -> None:
        cluster = Actors(work, actors, address)
        super().__init__(cluster, work, actors or cluster.processors, tries)


class Actors:
    """The `Workers` that Ray has."""

    def __init__(self, work: Work, actors: int | None, address: str | None) -> None:
        _check(address)
        import ray

        self._ray: Any = ray
        self._work = work
        self._hello = Hello(__version__, _run_in(work), "")
        self._numbers = count(1)
        self._actors: dict[int, Any] = {}
        # What is awaited, and of which actor: an answer to a job, to a greeting, a last word.
        self._awaited: dict[Any, tuple[int, str]] = {}
        self._stack = ExitStack()
        self._connect(address, actors)
        self._kind = self._ray.remote(concurrency_groups={_WORD: 1}, num_cpus=1, max_restarts=0)(
            _Actor
        )

    def _connect(self, address: str | None, actors: int | None) -> None:
        # It tells of every process that ends on standard output, where the results go.
        null = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  closed with the stack
        self._stack.enter_context(null)
        self._stack.enter_context(redirect_stdout(null))
        self._stack.callback(self._ray.shutdown)
        # Nothing is sent to the makers of Ray.
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
        where = {"address": address} if address else {"address": "local", "num_cpus": actors}
        try:
            with _kept(signal.SIGTERM):
                self._ray.init(**where, **_SILENT)
        except Exception as error:
            # Also where it begins too slowly; that is an error of no kind.
            self._stack.close()
            remedy = "check --address" if address else "run again"
            raise WorkersError(_first_line(error), remedy) from error
        except BaseException:
            self._stack.close()
            raise

    @property
    def processors(self) -> int:
        """How many processors the cluster has now, at least one."""
        return int(self._ray.cluster_resources().get("CPU", 1)) or 1

    def begin(self) -> int:
        """See `Workers`."""
        worker = next(self._numbers)
        actor = self._kind.remote(self._work, str(Path.cwd()))
        self._actors[worker] = actor
        self._awaited[actor.hello.remote()] = worker, "hello"
        return worker

    def give(self, worker: int, job: Job) -> None:
        """See `Workers`."""
        self._awaited[self._actors[worker].convert.remote(job)] = worker, "job"

    def hear(self, seconds: float) -> Iterator[Said]:
        """See `Workers`."""
        awaited = list(self._awaited)
        ready, rest = self._ray.wait(awaited, num_returns=1, timeout=seconds)
        if ready and rest:
            more, _ = self._ray.wait(rest, num_returns=len(rest), timeout=0)
            ready += more
        # Last words first: an actor that says them dies.
        for one in sorted(ready, key=lambda one: self._awaited[one][1] != _WORD):
            if one in self._awaited:
                yield from self._said(one)

    def end(self, worker: int) -> None:
        """See `Workers`."""
        self._awaited = {
            one: awaited for one, awaited in self._awaited.items() if awaited[0] != worker
        }
        self._ray.kill(self._actors.pop(worker))

    def stop(self) -> None:
        """See `Workers`."""
        self._awaited = {}
        while self._actors:
            _, actor = self._actors.popitem()
            with suppress(self._ray.exceptions.RayError):
                self._ray.kill(actor)
        self._stack.close()

    def _said(self, one: Any) -> Iterator[Said]:
        """What the answer `one` says."""
        worker, kind = self._awaited.pop(one)
        errors = self._ray.exceptions
        try:
            answer = self._ray.get(one)
        except errors.RayError as error:
            if kind == "job" and isinstance(error, errors.RayTaskError):
                yield Said(worker, outcome=defect(error.cause or error))
                return
            yield Said(worker, died=_cause(error), reason=_first_line(error))
        else:
            yield self._answered(worker, kind, answer)

    def _answered(self, worker: int, kind: str, answer: Any) -> Said:
        if kind == "job":
            return Said(worker, outcome=answer)
        if kind == _WORD:
            return Said(worker, died="memory")
        self._greeted(answer)
        # Answered beside the work, by a thread of its own.
        word = self._actors[worker].last_word.options(concurrency_group=_WORD)
        self._awaited[word.remote()] = worker, _WORD
        return Said(worker, ready=True)

    def _greeted(self, hello: Hello) -> None:
        """Raise WorkersError where an actor would do something else than is asked of it."""
        if hello.version != self._hello.version:
            raise WorkersError(
                f"{hello.node} has version {hello.version}, this is {self._hello.version}",
                "install the same version everywhere",
            )
        if hello.record != self._hello.record:
            raise WorkersError(
                f"{hello.node} does not see the output folder of this run",
                "write to an object store, or to a folder that all nodes share",
            )


class _Actor:
    """What runs on a node: reads inputs, writes plans."""

    def __init__(self, work: Work, folder: str) -> None:
        from zwgk_parse.batch.engines.worker import begin

        # Relative paths mean the same as where the batch was begun, if the folder is here as well.
        with suppress(OSError):
            os.chdir(folder)
        self._work = work
        self._full = Event()
        begin(work, self._full.set)

    def hello(self) -> Hello:
        """Which version and which output folder this node has."""
        import platform

        return Hello(__version__, _run_in(self._work), platform.node())

    def convert(self, job: Job) -> Outcome:
        """What comes of `job`."""
        from zwgk_parse.batch.engines.worker import run

        return run(job)

    def last_word(self) -> None:
        """Comes back only when the process takes too much memory, before it ends."""
        self._full.wait()


@contextmanager
def _kept(number: int) -> Iterator[None]:
    """A stretch after which a signal means what it meant before: Ray has a way of its own."""
    before = signal.getsignal(number)
    try:
        yield
    finally:
        if current_thread() is main_thread():
            signal.signal(number, before)


def _check(address: str | None) -> None:
    """Raise where there is no Ray, or it would be spoken to from outside of its cluster."""
    if find_spec("ray") is None:
        raise MissingExtraError("--engine ray", extra="ray")
    if address is not None and "://" in address:
        raise WorkersError(
            f"{address} speaks to a cluster from outside", "run it on the cluster: ray job submit"
        )


def _run_in(work: Work) -> tuple[str, str, int] | None:
    """Which run the output folder tells of, None where there is none."""
    try:
        record = Record.model_validate_json(work.store.read(RECORD))
    except (OSError, ValueError):
        return None
    return record.begun, record.host, record.process


def _cause(error: BaseException) -> Cause:
    return "memory" if _NODE_IS_FULL.search(str(error)) else "lost"


def _first_line(error: BaseException) -> str:
    """What `error` says at the end, in one line."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[-1] if lines else type(error).__name__
