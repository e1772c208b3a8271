"""A package goes in, the folder of its own that it is kept in comes out: pip puts it there once.

For peers that cannot or should not stay installed beside this project.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[2]
KEPT = ROOT / ".venv" / "bench"
_PIP = ("-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-input")
_MOST_SECONDS = 600


class NotToBeHadError(Exception):
    """A peer is not there and cannot be installed; says why in a line."""


def install(folder: Path, package: str, wanted: Sequence[str]) -> None:
    """Put what is `wanted` of pip into `folder`, unless `package` is in it.

    Raises NotToBeHadError.
    """
    if (folder / package).is_dir():
        return
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent) as made:
        command = [sys.executable, *_PIP, "--target", f"{made}/all", *wanted]
        try:
            run = subprocess.run(
                command, check=False, capture_output=True, text=True, timeout=_MOST_SECONDS
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise NotToBeHadError(f"pip: {error}") from error
        if run.returncode:
            said = [line for line in run.stderr.splitlines() if line.startswith("ERROR")]
            raise NotToBeHadError(said[-1] if said else f"pip ended with {run.returncode}")
        Path(made, "all").rename(folder)
