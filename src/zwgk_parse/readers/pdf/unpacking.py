"""How much a PDF unpacks to, before anything is made of it: its packed streams and its forms.

A stream of a few kilobytes may unpack to gigabytes. Deflate packs by at most 1,032 to 1, so only
long streams, and those that are packed more than once, need a look. Forms are counted by `forms`.
"""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

from zwgk_parse.errors import LimitExceededError
from zwgk_parse.readers.options import Limits
from zwgk_parse.readers.pdf.forms import most_drawn

if TYPE_CHECKING:
    from collections.abc import Iterator

_DENSEST = 1032
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_PACKED = re.compile(rb"/(?:FlateDecode|Fl)\b")
_DICTIONARY = 2000
_PIECE = 1 << 20
# pdfium bears so many painted objects for each that a page may have; they are counted again there.
_PAINTED = 10


def refuse_bombs(data: bytes, name: str, most: int, objects: int = Limits().objects) -> None:
    """Raises LimitExceededError if one of the file's streams unpacks to more than `most` bytes.

    The same if its forms, each put where it is shown, draw far more than `objects`.
    """
    for start, end, times in _packed_streams(data):
        if (end - start) * _DENSEST**times <= most:
            continue
        if _unpacks_to_more(data[start:end], times, most):
            reason = f"what is packed in it unpacks to more than {most:,} bytes"
            raise LimitExceededError(name, reason, "raise --max-unpacked if you trust it")
    drawn = most_drawn(data, objects, most)
    if drawn.forms > objects or drawn.objects > _PAINTED * objects:
        reason = f"its forms would draw more than {objects:,} objects"
        raise LimitExceededError(name, reason, "raise --max-objects if you trust it")


def _packed_streams(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Where each deflated stream stands, and how often it is packed."""
    for match in _STREAM.finditer(data):
        head = data[max(0, match.start() - _DICTIONARY) : match.start()]
        times = len(_PACKED.findall(head[head.rfind(b"obj") + 1 :]))
        if times:
            end = data.find(b"endstream", match.end())
            yield match.end(), end if end >= 0 else len(data), times


def _unpacks_to_more(packed: bytes, times: int, most: int) -> bool:
    """Whether a stream unpacks to more than `most` bytes at one of its `times` layers."""
    for layer in range(times):
        inner, size = bytearray(), 0
        unpacker = zlib.decompressobj()
        piece = packed
        try:
            while piece and size <= most:
                out = unpacker.decompress(piece, _PIECE)
                size += len(out)
                if layer + 1 < times:
                    inner += out
                piece = unpacker.unconsumed_tail
        except zlib.error:
            return size > most
        if size > most:
            return True
        packed = bytes(inner)
    return False
