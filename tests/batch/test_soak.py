"""The small form of `make soak`: 200 files, some faulty, converted, killed six times, resumed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.soak.made import FAULTS
from tests.soak.run import soak

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="kills process groups")
def test_nothing_is_lost(tmp_path: Path) -> None:
    soaked = soak(tmp_path, 200, len(FAULTS), 6, seconds=12, seed=1)
    assert sum(soaked.states.values()) == 200
    assert soaked.compared == 200 - len(FAULTS)
    # Some were killed in the midst of it.
    assert any(0 < done < 200 for done in soaked.done)
