"""What holds the limits of time and memory where the readers cannot look: inside one library call.

In go limits, out comes a stretch of the program that they hold for. Readers look at the clock
between pages and count what they unpack. A thread of this module looks as well, twenty times a
second, and ends the process with one line and exit code 3 when one call takes `STEP` times the
seconds of a page (and one more), when all of it takes `WHOLE` times as long (and ten more), or when
the process has grown by more than the memory allowed. A call that keeps the interpreter to itself
is beyond it.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from threading import Event, Lock, Thread, get_ident
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.errors import LimitExceededError, MemoryLimitError, TimeLimitError
from zwgk_parse.machine import ceiling, memory_in_use

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.messages.language import Language
    from zwgk_parse.readers.options import Limits

# Times the seconds that the limits give a page.
STEP = 2
WHOLE = 20
_STEP_MORE, _WHOLE_MORE = 1.0, 10.0
_PAUSE = 0.05
# A process that was stopped, or had to wait for its turn, is not charged for more than this a look.
_LONGEST_LOOK = 0.5


class Excess(NamedTuple):
    """A limit that was passed: its kind of error, and the words of it."""

    kind: type[LimitExceededError]
    reason: str
    remedy: str

    def error(self, name: str) -> LimitExceededError:
        """The error for the file `name`."""
        return self.kind(name, self.reason, self.remedy)


@contextmanager
def guarded(limits: Limits, name: str, language: Language) -> Iterator[None]:
    """A stretch in which the limits of time and memory hold for the reading of the file `name`.

    Raises LimitExceededError when memory runs out; leaves the process when a limit is passed.
    """
    done, turn = Event(), Lock()
    watch = _Watch(limits, get_ident())

    def look() -> None:
        while not done.wait(_PAUSE):
            excess = watch.look(monotonic())
            with turn:
                if excess is not None and not done.is_set():
                    _leave(excess.error(name), language)

    thread = Thread(target=look, name="zwgk-guard", daemon=True)
    thread.start()
    try:
        with _net(limits.memory):
            yield
    except MemoryError as error:
        raise _too_large(limits).error(name) from error
    finally:
        # Nothing is written as long as the thread may still end the process.
        with turn:
            done.set()
        thread.join()


class _Watch:
    """What the guard knows of the thread that it watches."""

    def __init__(self, limits: Limits, thread: int) -> None:
        self._limits, self._thread = limits, thread
        self._size, self._before = memory_in_use(), monotonic()
        self._spent = self._step = 0.0
        self._place: tuple[int, int] | None = None

    def look(self, now: float) -> Excess | None:
        """What limit is passed at the time `now`, if one is."""
        passed = min(now - self._before, _LONGEST_LOOK)
        self._before = now
        self._spent += passed
        place = _place_of(self._thread)
        self._step = self._step + passed if place == self._place else 0.0
        self._place = place
        if memory_in_use() - self._size > self._limits.memory:
            return _too_large(self._limits)
        for spent, most in (
            (self._step, STEP * self._limits.seconds + _STEP_MORE),
            (self._spent, WHOLE * self._limits.seconds + _WHOLE_MORE),
        ):
            if spent > most:
                return _too_long(most)
        return None


def _place_of(thread: int) -> tuple[int, int] | None:
    """Which call a thread is in: the same as long as it is in the same one."""
    frame = sys._current_frames().get(thread)  # noqa: SLF001  the one way to look at a thread
    return None if frame is None else (id(frame), frame.f_lasti)


def _too_large(limits: Limits) -> Excess:
    return Excess(
        MemoryLimitError,
        f"it needs more than {limits.memory:,} bytes of memory",
        "raise --max-memory if you trust it",
    )


def _too_long(seconds: float) -> Excess:
    return Excess(
        TimeLimitError,
        f"reading it takes more than {seconds:g} seconds",
        "raise --max-seconds if you trust it",
    )


@contextmanager
def _net(memory: int) -> Iterator[None]:
    """A stretch in which the system itself refuses far more memory than is allowed (Linux)."""
    limits = ceiling(memory)
    if limits is None:
        yield
        return
    import resource

    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, limits)
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def _leave(error: LimitExceededError, language: Language) -> None:
    """End the process at once, after one line; what was to be written is not begun."""
    from zwgk_parse.cli.failures import tell_failure

    code = tell_failure(error, language)
    sys.stderr.flush()
    os._exit(code)
