"""Standard output and standard error: always UTF-8, safe to print to, quiet when closed."""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO

from zwgk_parse.patterns import lazy

# A message may quote any file, and control characters could steer the reader's terminal.
_CONTROL = lazy("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def use_utf8() -> None:
    """Set both streams to UTF-8 with plain line feeds, whatever the locale says."""
    # Whoever started the program may have closed a stream; what goes there is not wanted.
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # backslashreplace: half a surrogate pair in a file's name must not stop the program.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123  pathlib starts slowly


def printable(text: str) -> str:
    """`text` with control characters shown as escapes."""
    return _CONTROL.sub(lambda match: ascii(match[0])[1:-1], text)


def complain(text: str) -> None:
    """Put one line on standard error."""
    sys.stderr.write(printable(text.replace("\n", " ")) + "\n")


def discard_output() -> None:
    """Let what is still to be written go nowhere, after the reader of a pipe has left."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
