"""Characters of symbol fonts → the Unicode characters that look the same.

Such a font puts pictures in the place of letters; Word stores them at U+F000 and above.
"""

from __future__ import annotations

import re

_PRIVATE = range(0xF000, 0xF100)
_SYMBOLS = re.compile("[\uf000-\uf0ff]")


def _run(first: int, characters: str) -> dict[int, str]:
    return dict(enumerate(characters, first))


_NUMBERS, _DARK_NUMBERS = "⓪①②③④⑤⑥⑦⑧⑨⑩", "⓿❶❷❸❹❺❻❼❽❾❿"
_GREEK = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_CAPITALS = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
# By font: the low byte of a character and what it looks like.
FONTS: dict[str, dict[int, str]] = {
    "wingdings": _run(0x80, _NUMBERS + _DARK_NUMBERS) | {
        0x20: " ", 0x21: "✏", 0x22: "✂", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x46: "☞",
        0x4A: "☺", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒",
        0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9E: "·", 0x9F: "•",
        0xA1: "○", 0xA4: "◉", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xB2: "✧", 0xD8: "➢",
        0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨",
        0xF1: "⇧", 0xF2: "⇩", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    },
    "wingdings 2": _run(0x69, _NUMBERS + _DARK_NUMBERS) | {
        0x20: " ", 0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒",
        0x97: "●", 0x98: "●", 0x99: "○", 0x9F: "■", 0xA1: "■", 0xA2: "■", 0xA3: "□",
        0xAE: "◆", 0xEA: "★",
    },
    "wingdings 3": {
        0x20: " ", 0x66: "←", 0x67: "→", 0x68: "↑", 0x69: "↓", 0x70: "▲", 0x71: "▼",
        0x72: "△", 0x73: "▽", 0x74: "◀", 0x75: "▶", 0x77: "▷",
    },
    "webdings": {
        0x20: " ", 0x61: "✓", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "✗", 0xB1: "□",
    },
    "symbol": _run(0x61, _GREEK) | _run(0x41, _CAPITALS) | _run(0x30, "0123456789") | {
        0x20: " ", 0x21: "!", 0x23: "#", 0x25: "%", 0x26: "&", 0x28: "(", 0x29: ")",
        0x2A: "*", 0x2B: "+", 0x2C: ",", 0x2D: "−", 0x2E: ".", 0x2F: "/", 0x3A: ":",
        0x3B: ";", 0x3C: "<", 0x3D: "=", 0x3E: ">", 0x3F: "?", 0x5B: "[", 0x5D: "]",
        0x7B: "{", 0x7C: "|", 0x7D: "}", 0x7E: "∼", 0xA2: "′", 0xA3: "≤", 0xA5: "∞",
        0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±",
        0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡",
        0xBB: "≈", 0xBC: "…", 0xD2: "®", 0xD3: "©", 0xD6: "√", 0xE5: "∑",
    },
}  # fmt: skip


def is_symbol_font(font: str) -> bool:
    """Whether the letters of a font are pictures."""
    return font.lower() in FONTS


def is_private(text: str) -> bool:
    """Whether `text` has characters where Word stores those of symbol fonts."""
    return _SYMBOLS.search(text) is not None


def read_symbol(code: int, font: str) -> str | None:
    """What the character `code` looks like in `font`; None where that is not known."""
    if code in _PRIVATE:
        code -= _PRIVATE.start
        return FONTS.get(font.lower(), {}).get(code)
    known = FONTS.get(font.lower())
    if known is not None:
        return known.get(code)
    if 0xE000 <= code < 0xF900 or 0xD800 <= code < 0xE000 or not 0x20 <= code < 0x110000:
        return None
    return chr(code)
