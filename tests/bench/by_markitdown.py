"""A folder goes in; how long markitdown takes to convert its files, and where it failed, comes out.

markitdown is kept in a folder of its own below .venv, where pip puts it once: it brings much that
this project does not need.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

from tests.bench import apart

if TYPE_CHECKING:
    from pathlib import Path

REQUIREMENTS = ("markitdown[docx,pdf]==0.1.9",)
HERE = apart.KEPT / "markitdown-0.1.9"
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


class Converted(NamedTuple):
    """How many files there were, that failed, that gave nothing; seconds of clock and processor."""

    files: int
    failed: int
    empty: int
    seconds: float
    cpu: float


def install(folder: Path = HERE) -> None:
    """Put markitdown into `folder`, unless it is there; raises NotToBeHadError."""
    apart.install(folder, "markitdown", REQUIREMENTS)


def by_markitdown(folder: Path) -> Converted:
    """Convert the files of a folder in one process, one after the other."""
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", PROGRAM, str(folder)],
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(HERE), "PYTHONUTF8": "1"},
        cwd=apart.ROOT.anchor,
    )
    return Converted(*json.loads(run.stdout.splitlines()[-1]))
