"""Bytes → text: BOM, then UTF-8, then GB18030, then charset-normalizer; guesses are said."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from zwgk_parse.errors import LimitExceededError, UnsupportedFormatError
from zwgk_parse.messages import remark
from zwgk_parse.source import Span

if TYPE_CHECKING:
    from zwgk_parse.diagnostics import Diagnostic

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MAX_TEXT = 16 * 1024 * 1024
_SAMPLE = 262_144
_PLACE = (Span(line=1, end_line=1),)
_LOST = "\N{REPLACEMENT CHARACTER}"


def decode(data: bytes, name: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text of `data`; a remark (ZW001) when it is not UTF-8, ZW003 when characters are lost.

    Raises LimitExceededError above MAX_TEXT bytes, UnsupportedFormatError when no encoding fits.
    """
    if len(data) > MAX_TEXT:
        raise LimitExceededError(
            name,
            f"it has more than the {MAX_TEXT:,} bytes that are read of a text",
            "split it into smaller files",
        )
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, errors="replace")
            said = () if encoding == "utf-8" else (_guessed(encoding),)
            return text, (*said, *_lost(text))
    text_or_none = _strict(data, "utf-8")
    if text_or_none is not None:
        return text_or_none, ()
    for encoding in ("gb18030", *_likely(data)):
        text_or_none = _strict(data, encoding)
        if text_or_none is not None and _plausible(text_or_none):
            return text_or_none, (_guessed(encoding),)
    return _repaired(data, name)


def _repaired(data: bytes, name: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text of UTF-8 or GB18030 with a few broken bytes; else the file is refused."""
    for encoding in ("utf-8", "gb18030"):
        text = data.decode(encoding, errors="replace")
        if text.count(_LOST) <= max(1, len(text) // 200) and _plausible(text):
            said = () if encoding == "utf-8" else (_guessed(encoding),)
            return text, (*said, *_lost(text))
    raise UnsupportedFormatError(
        name, "its text is in no encoding that could be recognised", "save it as UTF-8"
    )


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _plausible(text: str) -> bool:
    """Whether `text` reads like a document: hardly any unassigned or private-use characters."""
    sample = text[:_SAMPLE]
    odd = sum(1 for c in sample if "\ue000" <= c <= "\uf8ff" or (c < " " and c not in "\t\n\r\f"))
    return odd <= len(sample) // 50


def _likely(data: bytes) -> tuple[str, ...]:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    return (best.encoding,) if best is not None else ()


def _guessed(encoding: str) -> Diagnostic:
    return remark("ZW001", _PLACE, encoding=encoding)


def _lost(text: str) -> tuple[Diagnostic, ...]:
    count = text.count(_LOST)
    return (remark("ZW003", _PLACE, count=count),) if count else ()
