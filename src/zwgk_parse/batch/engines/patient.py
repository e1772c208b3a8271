"""pebble's pool of processes, which hears what a process said before it takes it for dead.

A process says that it begins with a task, and then does it. Where it dies at once, pebble may see
the death before it has read that word; it then does not know whose task is lost, and the task ends
at its timeout, if it has one.
"""

from __future__ import annotations

from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

from pebble import ProcessPool

if TYPE_CHECKING:
    from pebble.pool.process import PoolManager

# The seconds that words of a dead process are waited for, and those that the last one is given.
_MOST, _LAST, _PAUSE = 2.0, 0.1, 0.01


class PatientPool(ProcessPool):
    """A ProcessPool in which the end of a process is always that of its task."""

    def __init__(self, **how: Any) -> None:
        super().__init__(**how)
        manager = self._pool_manager
        # What pebble calls ten times a second to see which processes have ended.
        manager.update_workers = lambda: _update_workers(manager)  # type: ignore[method-assign]


def _update_workers(manager: PoolManager) -> None:
    ended = manager.worker_manager.inspect_workers()
    if ended:
        _hear(manager)
    for one in ended:
        manager.handle_worker_expiration(one)
    manager.worker_manager.create_workers()  # type: ignore[no-untyped-call]


def _hear(manager: PoolManager) -> None:
    """Wait until another thread has read what processes have said so far."""
    channel = manager.worker_manager.pool_channel
    until = monotonic() + _MOST
    while channel is not None and channel.poll(0) and monotonic() < until:
        sleep(_PAUSE)
    sleep(_LAST)
