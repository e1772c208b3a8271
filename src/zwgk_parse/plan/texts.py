"""A stream of stored plans in, the JSON text of each and the line it begins at out.

A file holds one plan, laid out as one likes, or one plan a line. Lines are read one at a time, so
that a long file takes no more memory than its longest line. UTF-8 is read as JSON demands, and
UTF-16 where a byte order mark says so, as some Windows programs write it.
"""

from __future__ import annotations

import codecs
from io import BytesIO
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from zwgk_parse.errors import DamagedFileError, LimitExceededError, PlanFileError

if TYPE_CHECKING:
    from collections.abc import Iterator

# So many bytes are looked at to tell what a file is.
SNIFFED = 1024
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# What a line of one JSON object ends with when the object goes on in the next line.
_OPEN = (b",", b"[", b"{", b":")
_LINES = (".jsonl", ".ndjson")
# What a line begins with that goes on with the object of the line before.
_GOES_ON = (b",", b"]", b"}", b":")


class PlanText(NamedTuple):
    """The JSON text of one plan in UTF-8, the line that it begins at, and what to call it."""

    data: bytes
    line: int
    file: str


def is_stored(head: bytes) -> bool:
    """Whether what begins so is a JSON object, which no document begins like."""
    return _plain(head)[:1] == b"{"


def is_list(head: bytes) -> bool:
    """Whether what begins so is a JSON list of objects."""
    start = _plain(head)
    return start[:1] == b"[" and start[1:].lstrip()[:1] in (b"{", b"]")


def _plain(head: bytes) -> bytes:
    """The beginning of a file without byte order mark and white space."""
    head = head[:SNIFFED]
    if head.startswith(_WIDE):
        head = head.decode("utf-16", "replace").encode("utf-8", "replace")
    return head.removeprefix(codecs.BOM_UTF8).lstrip()


def plan_texts(stream: BinaryIO, file: str, most: int) -> Iterator[PlanText]:
    """The texts of the plans in `stream`, the file `file`, none longer than `most` bytes.

    Raises PlanFileError when it does not begin like a stored plan, LimitExceededError when a text
    is longer, DamagedFileError when it is in no known encoding.
    """
    line = stream.readline(most + 1)
    if line.startswith(_WIDE):
        data = line + stream.read(most + 1 - len(line))
        stream = BytesIO(utf8(within(data, file, most), file))
        line = stream.readline()
    lines = _lines(line, stream, file, most)
    first = next(lines, None)
    if first is None or not is_stored(first.data):
        raise no_plan(file, first.data + stream.read(SNIFFED) if first else b"")
    second = next(lines, None)
    if second is None:
        yield first
    elif _is_one_a_line(first.data.rstrip(), second.data.lstrip(), file):
        for one in chain((first, second), lines):
            yield one._replace(file=f"{file}:{one.line}")
    else:
        blank = b"\n" * (second.line - first.line - 1)
        data = first.data + blank + second.data + stream.read(most)
        yield first._replace(data=within(data, file, most))


def no_plan(file: str, head: bytes) -> PlanFileError:
    """What is raised for a file that does not begin like a stored plan."""
    if is_list(head):
        remedy = "write its plans one a line, as .jsonl"
        return PlanFileError(file, "it is a JSON list", remedy)
    return PlanFileError(file, "it does not begin with a brace", "check that it is the right file")


def utf8(data: bytes, file: str) -> bytes:
    """JSON text as UTF-8 without byte order mark."""
    if not data.startswith(_WIDE):
        return data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-16").encode()
    except UnicodeDecodeError as error:
        reason = "its text is in no encoding that could be recognised"
        raise DamagedFileError(file, reason, "save it as UTF-8") from error


def _lines(line: bytes, stream: BinaryIO, file: str, most: int) -> Iterator[PlanText]:
    """The lines of a stream that are not blank, from its first `line` on."""
    number = 1
    while line:
        text = within(line, file, most).removeprefix(codecs.BOM_UTF8)
        if text and not text.isspace():
            yield PlanText(text, number, file)
        line = stream.readline(most + 1)
        number += 1


def within(data: bytes, file: str, most: int) -> bytes:
    """`data`, if it is no longer than `most`; else LimitExceededError."""
    if len(data) > most:
        reason = f"it has more than the {most:,} bytes that are read"
        raise LimitExceededError(file, reason, "split it into smaller files")
    return data


def _is_one_a_line(first: bytes, second: bytes, file: str) -> bool:
    """Whether each line is an object for itself, also where the first breaks off."""
    if second.startswith(b"{"):
        return not first.endswith(_OPEN) or file.lower().endswith(_LINES)
    return first.endswith(b"}") and not second.startswith(_GOES_ON)
