"""What the machine gives the process: processors, memory, and a ceiling on what it may ask for."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

_STATM = Path("/proc/self/statm")
_STATUS = Path("/proc/self/status")
_CLEAR = Path("/proc/self/clear_refs")
# What ru_maxrss counts in: kilobytes, but for macOS.
_MAXRSS = 1 if sys.platform == "darwin" else 1024
# The system's own limit on addresses is a net below the look at memory in use, and wider than it:
# pdfium ends the process without a word when it is refused memory.
_NET = 2
_ROOM = 512 * 1024 * 1024


def processors() -> int:
    """How many processes can work at a time."""
    here = getattr(os, "sched_getaffinity", None)
    return len(here(0)) if here else os.cpu_count() or 1


def memory_in_use() -> int:
    """The bytes that the process takes; where the system does not tell, the most it ever took.

    0 where the system tells neither (Windows).
    """
    try:
        return int(_STATM.read_bytes().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return most_memory()


def most_memory() -> int:
    """The most bytes that the process ever took; 0 where the system does not tell (Windows)."""
    try:
        import resource
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _MAXRSS


def begin_peak() -> None:
    """Count `peak_memory` from now on, where the system can (Linux)."""
    with suppress(OSError):
        _CLEAR.write_bytes(b"5")


def peak_memory() -> int | None:
    """The most bytes that the process took since `begin_peak`, or ever; None if nobody tells."""
    with suppress(OSError):
        for line in _STATUS.read_bytes().splitlines():
            if line.startswith(b"VmHWM:"):
                return int(line.split()[1]) * 1024
    return most_memory() or None


def ceiling(memory: int) -> tuple[int, int] | None:
    """The limit on addresses, soft and hard, for a process that may grow by `memory` bytes.

    None where the system has no such limit, or a stricter one is in force.
    """
    try:
        import resource

        taken = int(_STATM.read_bytes().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (ImportError, OSError):
        return None
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = taken + _NET * memory + _ROOM
    known = [one for one in (soft, hard) if one != resource.RLIM_INFINITY]
    if any(one <= wanted for one in known) or wanted > sys.maxsize:
        return None
    return wanted, hard
