"""A process that dies at once is known by its task, however late its words are read."""

from __future__ import annotations

import os
import signal
from multiprocessing import get_context
from time import sleep

import pytest
from pebble import ProcessExpired
from pebble.pool.process import PoolManager

from zwgk_parse.batch.engines.patient import PatientPool


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="kills by a signal")
@pytest.mark.parametrize("processes", [1, 2])
def test_the_task_of_a_process_that_dies_at_once(
    processes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = PoolManager.process_next_message

    def late(self: PoolManager, timeout: float) -> None:
        # As on a machine that has much else to do.
        sleep(0.3)
        read(self, timeout)

    monkeypatch.setattr(PoolManager, "process_next_message", late)
    context = get_context("spawn")
    with PatientPool(max_workers=processes, context=context) as pool:
        for _ in range(2):
            with pytest.raises(ProcessExpired):
                pool.schedule(_die, timeout=20).result()
