"""Jobs handed to workers that are far away: which has which, for how long, and what if it dies.

Jobs go in while there is room and wait for a worker that has answered; outcomes come out. Nothing
here knows what the workers are: `Workers` says what is asked of them.
"""

from __future__ import annotations

from collections import deque
from time import monotonic
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from zwgk_parse.batch.engines.engine import ended, too_large, too_long
from zwgk_parse.errors import WorkersError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zwgk_parse.batch.work import Job, Outcome, Work

# So many jobs wait for a worker, for each worker.
_WAITING = 2
# So many workers in a row may end before they have answered.
_STILLBORN = 5
Cause = Literal["lost", "memory"]


class Said(NamedTuple):
    """What is heard of a worker.

    It is `ready` for its first job, or it is done with one (`outcome`), or it has `died`: it took
    too much memory, or nobody knows why. `reason` is for people.
    """

    worker: int
    ready: bool = False
    outcome: Outcome | None = None
    died: Cause | None = None
    reason: str = ""


class Workers(Protocol):
    """Processes somewhere, each known by a number that is never used again."""

    def begin(self) -> int:
        """Have one more, some time; it says that it is ready."""

    def give(self, worker: int, job: Job) -> None:
        """Have a worker that is free do `job`."""

    def hear(self, seconds: float) -> Iterable[Said]:
        """What workers say, of those that were not ended; waits up to `seconds` for one."""

    def end(self, worker: int) -> None:
        """End a worker at once; nothing more is heard of it."""

    def stop(self) -> None:
        """End all."""


class Given(NamedTuple):
    """A job that a worker has had since then."""

    job: Job
    since: float


class Slots:
    """`count` workers at a time, each with one job.

    A job is begun `tries` times at most: again where its worker died, and nobody knows why.
    """

    def __init__(self, workers: Workers, work: Work, count: int, tries: int) -> None:
        self._workers, self._work, self._count, self._tries = workers, work, count, tries
        self._waiting: deque[Job] = deque()
        self._free: list[int] = []
        self._given: dict[int, Given] = {}
        self._done: dict[int, int] = {}
        self._stillborn = 0
        for _ in range(count):
            self._begin()

    @property
    def room(self) -> int:
        """See `Engine`."""
        return self._count * (1 + _WAITING) - len(self._given) - len(self._waiting)

    def put(self, job: Job) -> None:
        """See `Engine`."""
        self._waiting.append(job)
        self._hand_out()

    def take(self, seconds: float) -> list[tuple[Job, Outcome]]:
        """See `Engine`; raises WorkersError when workers die again and again before they work."""
        done: list[tuple[Job, Outcome]] = []
        for said in self._workers.hear(self._patience(seconds)):
            done += self._heard(said)
        done += self._overdue()
        self._hand_out()
        return done

    def stop(self) -> None:
        """See `Engine`."""
        self._workers.stop()

    def _begin(self) -> None:
        self._done[self._workers.begin()] = 0

    def _renew(self, worker: int) -> None:
        """Have another in the place of one that is no more."""
        del self._done[worker]
        self._begin()

    def _hand_out(self) -> None:
        while self._waiting and self._free:
            worker, job = self._free.pop(), self._waiting.popleft()
            self._given[worker] = Given(job, monotonic())
            self._workers.give(worker, job)

    def _patience(self, seconds: float) -> float:
        """How long to wait before somebody may have taken too long."""
        since = min((given.since for given in self._given.values()), default=monotonic())
        return max(0.0, min(seconds, since + self._work.limits.seconds - monotonic()))

    def _heard(self, said: Said) -> list[tuple[Job, Outcome]]:
        if said.died is not None:
            return self._died(said)
        if said.ready:
            self._stillborn = 0
            self._free.append(said.worker)
        given = self._given.pop(said.worker, None)
        if given is None or said.outcome is None:
            return []
        self._done[said.worker] += 1
        if self._done[said.worker] >= self._work.limits.inputs:
            self._workers.end(said.worker)
            self._renew(said.worker)
        else:
            self._free.append(said.worker)
        return [(given.job, said.outcome)]

    def _died(self, said: Said) -> list[tuple[Job, Outcome]]:
        given = self._given.pop(said.worker, None)
        if said.worker in self._free:
            self._free.remove(said.worker)
        elif given is None:
            self._stillborn += 1
            if self._stillborn >= _STILLBORN:
                raise WorkersError(said.reason, "look at the logs of the cluster")
        self._workers.end(said.worker)
        self._renew(said.worker)
        if given is None:
            return []
        if said.died == "memory":
            return [(given.job, too_large(self._work))]
        if given.job.tries < self._tries:
            # Before the others: what it is the first of waits for it.
            self._waiting.appendleft(given.job._replace(tries=given.job.tries + 1))
            return []
        times = f"its process ended {given.job.tries} times"
        seconds = monotonic() - given.since
        return [(given.job, ended("crashed", f"{times}; tell us, with the file", seconds))]

    def _overdue(self) -> list[tuple[Job, Outcome]]:
        """The jobs that take too long; their workers are ended."""
        limit = monotonic() - self._work.limits.seconds
        late = [worker for worker, given in self._given.items() if given.since <= limit]
        jobs = [self._given.pop(worker).job for worker in late]
        for worker in late:
            self._workers.end(worker)
            self._renew(worker)
        return [(job, too_long(self._work)) for job in jobs]
