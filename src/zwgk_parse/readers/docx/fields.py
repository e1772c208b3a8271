"""Fields: what stands between the begin and the end of one, and what of it Word shows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zwgk_parse.readers.docx.symbols import read_symbol

_OVERLAID = re.compile(
    r"EQ\s+\\o\s*(?:\\a[clr]\s*)?\(\s*(\S)\s*[,，;；]\s*([^()]+?)\s*\)", re.IGNORECASE
)
_SYMBOL = re.compile(
    r"SYMBOL\s+(0x[0-9a-f]{1,6}|\d{1,7})\b(?:.*?\\f\s*\"?([^\"\\]+))?", re.IGNORECASE
)
_NUMBERED = re.compile(r"AUTONUM|LISTNUM", re.IGNORECASE)
_DRAWN = re.compile(r"(?:EQ|AUTONUM|LISTNUM)", re.IGNORECASE)
_CONTENTS = re.compile(r"\s*TOC\b", re.IGNORECASE)
LONGEST = 1000
_RINGS = "○〇◯Ｏ"


@dataclass(slots=True)
class Field:
    """A field that is open: its instruction so far, and whether its result has begun."""

    instruction: str = ""
    shown: bool = False

    @property
    def is_contents(self) -> bool:
        """Whether it is a table of contents."""
        return _CONTENTS.match(self.instruction) is not None


def drawn(instruction: str) -> str | None:
    """What Word draws for a field that has no result; None where that is not read.

    A character in a ring is typed so: `EQ \\o\\ac(○,1)` is ①.
    """
    text = instruction[:LONGEST].strip()
    overlaid, symbol = _OVERLAID.fullmatch(text), _SYMBOL.match(text)
    if overlaid is not None:
        ring, inner = overlaid[1], overlaid[2]
        ringed = ring in _RINGS and inner.isdecimal() and 1 <= int(inner) <= 20
        return chr(ord("①") + int(inner) - 1) if ringed else inner
    if symbol is not None:
        code = symbol[1].lower()
        base = 16 if code.startswith("0x") else 10
        return read_symbol(int(code, base), (symbol[2] or "").strip())
    return None if _DRAWN.match(text) else ""


def is_number(instruction: str) -> bool:
    """Whether a field without a result stands for an automatic number."""
    return _NUMBERED.match(instruction.strip()) is not None
