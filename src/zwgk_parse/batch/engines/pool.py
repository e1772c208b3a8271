"""The engine on this machine: a pool of processes (pebble), each given one input at a time.

A process that takes too long is ended, one that takes too much memory or crashes ends itself; a
fresh one takes its place, and the other inputs do not notice.
"""

from __future__ import annotations

import os
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait
from concurrent.futures import TimeoutError as TimedOutError
from multiprocessing import active_children, get_context
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING

from pebble import CONSTS, ProcessExpired

from zwgk_parse.batch.engines.engine import defect, ended, how_it_died, too_large, too_long
from zwgk_parse.batch.engines.patient import PatientPool
from zwgk_parse.batch.engines.signals import begin_forkserver, put_off
from zwgk_parse.batch.engines.worker import OUT_OF_MEMORY, begin, run
from zwgk_parse.errors import WorkersError

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

    from zwgk_parse.batch.work import Job, Outcome, Work

# So many jobs wait for a worker, for each worker, so that none has to wait for the next.
_WAITING = 2
# Beyond its time a job is given so many seconds before the pool is taken for broken: one of its
# processes was ended from outside while it held what the others wait for.
_STUCK = 30.0
# What pebble calls its processes.
_NAME = "pebble_pool_worker"
# So often a job is put into a new pool, and so many pools in a row may do nothing.
_TRIES = 3
# The seconds that a process is given to end by itself when all are stopped.
_GRACE = 0.5
# What the process that begins the others has loaded.
_LOADED = ["zwgk_parse.batch.engines.loaded"]


class Pool:
    """`jobs` processes on this machine that convert inputs."""

    def __init__(self, work: Work, jobs: int) -> None:
        self._work, self._jobs = work, jobs
        self._running: dict[Future[Outcome], Job] = {}
        self._lost: list[tuple[Job, Outcome]] = []
        self._idle = 0
        self._last = monotonic()
        self._pool = self._begun()

    @property
    def room(self) -> int:
        """How many more jobs may be put in now."""
        return self._jobs * (1 + _WAITING) - len(self._running)

    def put(self, job: Job) -> None:
        """Have `job` done."""
        if not self._running:
            self._last = monotonic()
        future: Future[Outcome]
        try:
            # With the first job processes are begun, and none may be that nobody knows of; with all
            # locks are held that the pool's threads wait for.
            with put_off():
                future = self._pool.schedule(run, args=(job,), timeout=self._work.limits.seconds)
        except RuntimeError as error:
            # The pool is lost already; the next look at what is done sees that, and begins anew.
            future = Future()
            future.set_exception(BrokenExecutor(str(error)))
        self._running[future] = job

    def take(self, seconds: float) -> list[tuple[Job, Outcome]]:
        """What is done; waits up to `seconds` for something to be.

        Raises WorkersError when processes end again and again before they do anything.
        """
        done, _ = wait(self._running, seconds, FIRST_COMPLETED)
        whole = [one for one in done if not isinstance(one.exception(), BrokenExecutor)]
        told = [(self._running.pop(one), self._outcome(one)) for one in whole]
        late = monotonic() - self._last > self._work.limits.seconds + _STUCK
        if told:
            self._last, self._idle = monotonic(), 0
        if len(whole) < len(done):
            self._idle += 1
            if self._idle > _TRIES:
                raise WorkersError("each ended before it did anything", "raise --memory")
            self._renew(tried=0)
        elif self._running and late and not done:
            self._renew(tried=1)
        lost, self._lost = self._lost, []
        return told + lost

    def stop(self) -> None:
        """End all processes at once."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        # The pool would ask one after the other, and wait for each.
        mine = [one for one in active_children() if one.name == _NAME]
        for one in mine:
            one.terminate()
        until = monotonic() + _GRACE
        for one in mine:
            one.join(max(0.0, until - monotonic()))
            one.kill()
        # An interrupt may have come while a lock was held that the pool's threads wait for.
        end = Thread(target=self._pool.join, name="zwgk-end", daemon=True)
        end.start()
        end.join(_GRACE)

    def _begun(self) -> PatientPool:
        limits = self._work.limits
        CONSTS.term_timeout = _GRACE
        return PatientPool(
            max_workers=self._jobs,
            max_tasks=limits.inputs,
            initializer=begin,
            initargs=(self._work,),
            context=_context(),
        )

    def _renew(self, *, tried: int) -> None:
        """Begin anew with what is not done: the pool lost its processes.

        `tried` is 1 if a job may be at fault, 0 where none was begun with.
        """
        jobs = list(self._running.values())
        self.stop()
        self._running = {}
        self._pool = self._begun()
        for job in jobs:
            if job.tries + tried <= _TRIES:
                self.put(job._replace(tries=job.tries + tried))
            else:
                self._lost.append((job, ended("crashed", how_it_died(None))))

    def _outcome(self, future: Future[Outcome]) -> Outcome:
        error = future.exception()
        if error is None:
            return future.result()
        if isinstance(error, TimedOutError):
            return too_long(self._work)
        if isinstance(error, ProcessExpired):
            if error.exitcode == OUT_OF_MEMORY:
                return too_large(self._work)
            return ended("crashed", how_it_died(error.exitcode))
        return defect(error)


def _context() -> BaseContext:
    """What begins processes: one that has loaded all they need, where the system can."""
    if os.name == "nt":
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(_LOADED)
    begin_forkserver(context)
    return context
