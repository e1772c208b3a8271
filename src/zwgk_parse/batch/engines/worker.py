"""What a process that converts inputs is made ready with, on any engine."""

from __future__ import annotations

import gc
import os
from multiprocessing import parent_process
from signal import SIG_IGN, SIGINT, signal
from threading import Thread
from time import perf_counter, sleep
from typing import TYPE_CHECKING

from zwgk_parse.machine import ceiling, memory_in_use

if TYPE_CHECKING:
    from collections.abc import Callable

    from zwgk_parse.batch.work import Job, Outcome, Work

# The exit code of a process that took more memory than it may.
OUT_OF_MEMORY = 86
# That of a process whose answer nobody waits for any more.
ABANDONED = 87
_PAUSE = 0.05
# The seconds that a last word is given to be heard.
_LAST_WORD = 1.0


class Worker:
    """What a process keeps between two inputs."""

    work: Work


def begin(work: Work, full: Callable[[], None] | None = None) -> None:
    """Make this process ready, and hold its memory to the limit from now on.

    `full` is called before it ends itself for the memory that it takes: where its exit code is not
    seen, it has to say so in another way.
    """
    from zwgk_parse import pipeline  # noqa: F401  so that the first input does not wait for it
    from zwgk_parse.vocabulary.units import use

    # Whoever interrupts the program interrupts all of it: the one that speaks ends the workers.
    signal(SIGINT, SIG_IGN)
    use(work.units)
    Worker.work = work
    _limit(work.limits.memory, full)
    # What is loaded now stays, and need not be looked at again.
    gc.collect()
    gc.freeze()


def run(job: Job) -> Outcome:
    """What comes of `job`, in a process that was made ready."""
    from zwgk_parse.batch.convert import convert
    from zwgk_parse.batch.engines.engine import defect

    begun = perf_counter()
    try:
        return convert(job, Worker.work)
    except Exception as error:  # noqa: BLE001  many of a library do not survive the way back
        return defect(error, perf_counter() - begun)


def _limit(memory: int, full: Callable[[], None] | None) -> None:
    """End this process when it takes more than `memory` bytes."""
    limits = ceiling(memory)
    if limits is not None:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, limits)
    if memory_in_use() > memory:
        # Not even the program itself has room: no input is to blame.
        os._exit(OUT_OF_MEMORY)
    Thread(target=_watch, args=(memory, full), name="zwgk-memory", daemon=True).start()


def _watch(memory: int, full: Callable[[], None] | None) -> None:
    """End this process when it takes too much, or when whoever gives it work is no more."""
    giver = parent_process()
    while memory_in_use() <= memory:
        if giver is not None and not giver.is_alive():
            os._exit(ABANDONED)
        sleep(_PAUSE)
    if full is not None:
        full()
        sleep(_LAST_WORD)
    os._exit(OUT_OF_MEMORY)
