"""Signals while processes are begun: none is left half begun, none is hit by Ctrl-C."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from threading import current_thread, main_thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENDING = (signal.SIGINT, signal.SIGTERM)


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


def begin_forkserver() -> None:
    """Begin the process that begins the others, deaf to Ctrl-C from its first moment on."""
    from multiprocessing import forkserver, resource_tracker

    # It has its own way to be deaf, and ends every other on its way there.
    resource_tracker.ensure_running()
    # What is blocked here is blocked in the process that begins meanwhile as well.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
