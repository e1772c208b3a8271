"""Signals while processes are begun: none is left half begun, none is hit by Ctrl-C."""

from __future__ import annotations

import signal
from contextlib import contextmanager, suppress
from threading import Thread, current_thread, main_thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.context import ForkServerContext

_ENDING = (signal.SIGINT, signal.SIGTERM)
_PAUSE = 0.1


@contextmanager
def put_off() -> Iterator[None]:
    """A stretch that Ctrl-C and SIGTERM do not break off: they come at its end."""
    if current_thread() is not main_thread():
        # Signals are the business of the other one.
        yield
        return
    seen: list[int] = []
    before = {one: signal.getsignal(one) for one in _ENDING}
    for one in _ENDING:
        if before[one] is not signal.SIG_IGN:
            signal.signal(one, lambda number, _: seen.append(number))
    try:
        yield
    finally:
        for one, known in before.items():
            signal.signal(one, known)
        for number in seen:
            signal.raise_signal(number)


def begin_forkserver(context: ForkServerContext) -> None:
    """Begin the process that begins the others, deaf to Ctrl-C from its first moment on.

    Waits until it has loaded all that they need; whatever ends this program may come meanwhile.
    """
    from multiprocessing import forkserver, resource_tracker

    # It has its own way to be deaf, and ends every other on its way there.
    resource_tracker.ensure_running()
    # What is blocked here is blocked in the process that begins meanwhile as well.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    first = Thread(target=_try, args=(context,), name="zwgk-begin", daemon=True)
    first.start()
    while first.is_alive():
        first.join(_PAUSE)


def _try(context: ForkServerContext) -> None:
    """Have a process begun that does nothing."""
    process = context.Process(target=_do_nothing, daemon=True)
    # If it cannot be, the workers cannot either, and that is told.
    with suppress(OSError, EOFError):
        process.start()
        process.join()


def _do_nothing() -> None:
    """What such a process does."""
