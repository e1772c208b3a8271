"""A folder goes in; how long markitdown takes to convert its files, and where it failed, comes out.

markitdown is kept in a folder of its own below .venv, where pip puts it once: it brings much that
this project does not need.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

REQUIREMENTS = ("markitdown[docx,pdf]==0.1.9",)
ROOT = Path(__file__).parents[2]
HERE = ROOT / ".venv" / "bench" / "markitdown-0.1.9"
PROGRAM = """
import json, logging, sys
from pathlib import Path
from time import perf_counter, process_time
from markitdown import MarkItDown
logging.disable()
converter, failed, empty = MarkItDown(), 0, 0
files = sorted(path for path in Path(sys.argv[1]).rglob("*") if path.is_file())
begun, cpu = perf_counter(), process_time()
for path in files:
    try:
        empty += not converter.convert(path).markdown.strip()
    except Exception:
        failed += 1
print(json.dumps([len(files), failed, empty, perf_counter() - begun, process_time() - cpu]))
"""
_PIP = ("-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-input")
_MOST_SECONDS = 600


class NotToBeHadError(Exception):
    """markitdown is not there and cannot be installed; says why in a line."""


class Converted(NamedTuple):
    """How many files there were, that failed, that gave nothing; seconds of clock and processor."""

    files: int
    failed: int
    empty: int
    seconds: float
    cpu: float


def install(folder: Path = HERE) -> None:
    """Put markitdown into `folder`, unless it is there; raises NotToBeHadError."""
    if (folder / "markitdown").is_dir():
        return
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent) as made:
        command = [sys.executable, *_PIP, "--target", f"{made}/all", *REQUIREMENTS]
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


def by_markitdown(folder: Path) -> Converted:
    """Convert the files of a folder in one process, one after the other."""
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", PROGRAM, str(folder)],
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(HERE), "PYTHONUTF8": "1"},
        cwd=ROOT.anchor,
    )
    return Converted(*json.loads(run.stdout.splitlines()[-1]))
