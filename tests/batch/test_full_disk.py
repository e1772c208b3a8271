"""A disk that runs full in the middle of a batch, and has room again."""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.batch.running import batch, ledger, plans, program, same, write
from zwgk_parse.batch.ledger import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.slow


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A disk of 600 kB."""
    if os.name == "nt" or os.getuid() != 0:
        pytest.skip("only root can mount a disk")
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(folder)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("no disk can be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.parametrize("filled", [430, 488, 592, 600])
def test_a_full_disk_ends_the_batch_with_a_line_and_the_same_call_goes_on(
    small: Path, tmp_path: Path, filled: int
) -> None:
    notices = tmp_path / "in"
    write(notices, *(f"{number:03d}.txt" for number in range(40)))
    (small / "ballast").write_bytes(bytes(filled * 1024))
    out = small / "out"
    run = program(notices, "-o", out, "--jobs", "2")
    assert run.returncode == 3, run.stdout + run.stderr
    *_, line = run.stderr.splitlines()
    assert "disk is full" in line or "No space left on device" in line
    if (out / "ledger.jsonl").exists():
        with (out / "ledger.jsonl").open("rb") as stream:
            read = list(lines_of(stream))
        assert all(one.entry is not None and one.entry.reason is None for one in read)
    (small / "ballast").unlink()
    done = len(ledger(out)) if (out / "ledger.jsonl").exists() else 0
    run = program(notices, "-o", out, "--jobs", "2")
    assert run.returncode == 0, run.stderr
    assert done == 0 or f"{done}" in run.stderr
    batch(tmp_path / "whole", notices)
    assert list(map(same, ledger(out).values())) == list(
        map(same, ledger(tmp_path / "whole").values())
    )
    assert plans(out) == plans(tmp_path / "whole")
    assert json.loads((out / "summary.json").read_text(encoding="utf-8"))["complete"]
