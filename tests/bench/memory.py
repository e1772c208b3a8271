"""The most memory that a new process takes for a piece of work on one file.

Run as a program it does the work and prints what it took; `peak` runs it and reads that.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

_STATUS = Path("/proc/self/status")


class Peak(NamedTuple):
    """The most bytes that were in memory, and what came out."""

    bytes: int
    pages: int
    tasks: int


def peak(work: str, path: Path) -> Peak:
    """The most memory that `work` takes: `pages`, `document` or `parse` (see WORK)."""
    command = [sys.executable, "-m", "tests.bench.memory", work, str(path)]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    return Peak(*json.loads(run.stdout))


def _pages(data: bytes, name: str) -> tuple[int, int]:
    """Read page by page, keeping none."""
    from zwgk_parse.readers.options import DEFAULTS
    from zwgk_parse.readers.pdf import iter_pages

    return sum(1 for _ in iter_pages(data, name, DEFAULTS)), 0


def _document(data: bytes, name: str) -> tuple[int, int]:
    """Read into a Document, which is held."""
    # What `parse` imports for any file is no part of what its plan takes.
    import zwgk_parse.pipeline  # noqa: F401
    from zwgk_parse.readers import read

    held = read(data, name)
    return held.value.pages or 0, 0


def _parse(data: bytes, name: str) -> tuple[int, int]:
    """Parse, and write the plan as JSON."""
    from zwgk_parse.exporters import json as exporter
    from zwgk_parse.pipeline import parse_document

    parsed = parse_document(BytesIO(data), name=name)
    # As into a file; a string would hold all of it.
    with Path(os.devnull).open("w", encoding="utf-8") as out:
        exporter.write([parsed.plan], out, lines=False)
    return parsed.documents[0].pages or 0, len(parsed.plan.tasks)


WORK = {"pages": _pages, "document": _document, "parse": _parse}


def own_peak() -> int:
    """The most bytes of this process that were in memory at a time."""
    if _STATUS.is_file():
        # Linux's getrusage also counts the process that started this one, up to its start.
        lines = _STATUS.read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) * 1024
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


if __name__ == "__main__":
    done = WORK[sys.argv[1]](Path(sys.argv[2]).read_bytes(), Path(sys.argv[2]).name)
    print(json.dumps([own_peak(), *done]))
