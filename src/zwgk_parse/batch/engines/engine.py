"""What a run asks of what does the work: jobs go in while there is room, outcomes come out."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING, Protocol

from zwgk_parse.batch.work import Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zwgk_parse.batch.entry import State
    from zwgk_parse.batch.work import Job, Work


# An error that quotes what it was given is cut there.
_MOST_WORDS = 500


class Engine(Protocol):
    """Workers, each of which has one job at a time; a worker that dies costs its job alone."""

    @property
    def room(self) -> int:
        """How many more jobs may be put in now."""

    def put(self, job: Job) -> None:
        """Have `job` done."""

    def take(self, seconds: float) -> Sequence[tuple[Job, Outcome]]:
        """What is done; waits up to `seconds` for something to be."""

    def stop(self) -> None:
        """End all workers at once; what they have not done is not done."""


def ended(state: State, reason: str, seconds: float = 0.0) -> Outcome:
    """What came of a job whose worker did not live to say it."""
    return Outcome(state, reason=reason, seconds=seconds)


def how_it_died(code: int | None) -> str:
    """Why a process with this exit code gave no answer, in words."""
    if code is None or code >= 0:
        return f"its process ended with exit code {code}; tell us, with the file"
    try:
        name = signal.Signals(-code).name
    except ValueError:
        name = f"signal {-code}"
    return f"its process was ended by {name}; tell us, with the file"


def defect(error: BaseException, seconds: float = 0.0) -> Outcome:
    """What came of a job that met a defect of this program."""
    said = f"{type(error).__name__}: {error}".encode("utf-8", "backslashreplace").decode()
    return ended("crashed", f"{said[:_MOST_WORDS]}; tell us, with the file", seconds)


def too_long(work: Work) -> Outcome:
    """What came of a job that took more than its time."""
    seconds = work.limits.seconds
    reason = f"it takes more than {seconds:g} seconds; raise --timeout if you trust it"
    return ended("timed-out", reason, seconds)


def too_large(work: Work) -> Outcome:
    """What came of a job that took more than its memory."""
    memory = work.limits.memory
    reason = f"it needs more than {memory:,} bytes of memory; raise --memory if you trust it"
    return ended("out-of-memory", reason)
