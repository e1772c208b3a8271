"""What the batch asks of the system where processes can only be begun anew, as on Windows."""

from __future__ import annotations

import os
import subprocess
import sys
from multiprocessing import context

import pytest

from tests.batch.running import environment

# What this module does not have on Windows.
FORKING = ("ForkServerContext", "ForkServerProcess", "ForkContext", "ForkProcess")
LOADED = f"""
import multiprocessing.context as context
for name in {FORKING}:
    delattr(context, name)
from zwgk_parse.batch.engines import pool
pool.os.name = "nt"
print(pool._context().get_start_method())
"""


@pytest.mark.skipif(os.name == "nt", reason="there the other tests of the pool show it")
def test_the_pool_does_without_what_windows_does_not_have() -> None:
    assert all(hasattr(context, name) for name in FORKING)
    done = subprocess.run(
        [sys.executable, "-c", LOADED],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
        env=environment(),
    )
    assert (done.stdout, done.stderr) == ("spawn\n", "")
