"""A font with Chinese characters for charts: what is installed goes in, the names of fonts out."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.errors import MissingFontError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# The names of files that such fonts come in, the fittest first: white space and dashes aside.
_FILES = (
    *("notosanscjk", "notosanssc", "sourcehansans", "sourcehanssc", "pingfang", "msyh", "dengxian"),
    *("hiraginosansgb", "wqyzenhei", "wqymicrohei", "wenquanyi", "simhei", "droidsansfallback"),
    *("stheiti", "arialunicode", "uming", "ukai", "simsun", "songti", "notoserifcjk"),
    *("notoserifsc", "sourcehanserif", "fangsong", "simkai", "kaiti"),
)
_ENDINGS = (".ttf", ".ttc", ".otf", ".otc")
_BOLD = ("bold", "black", "heavy", "thin", "light", "medium", "italic")
# Characters of headings and owners: what has these has Chinese.
_NEEDED = "政务公开县厅省财"
_LATIN = "DejaVu Sans"
# What stands for a character that no font has (the geta of East Asian printers).
_GETA = "〓"


class Fonts(NamedTuple):
    """The families to draw with, in order, and the characters that they have."""

    families: tuple[str, ...]
    has: frozenset[int]

    def drawable(self, text: str) -> str:
        """`text` with a mark for each character that would come out as an empty box."""
        return "".join(one if ord(one) in self.has else _GETA for one in text)


def chinese_fonts() -> Fonts:
    """The fonts to draw Chinese with; raises MissingFontError where none is installed."""
    from matplotlib import font_manager

    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    for path in _fitting(font_manager.findSystemFonts()):
        found = _characters(path)
        if all(ord(one) in found for one in _NEEDED):
            # The list that matplotlib keeps may be older than the font.
            font_manager.fontManager.addfont(path)
            name = font_manager.FontProperties(fname=path).get_name()
            return Fonts((name, _LATIN), frozenset(found) | plain_fonts().has)
    raise MissingFontError


def plain_fonts() -> Fonts:
    """The font that comes with the library, for what has no Chinese."""
    from matplotlib import font_manager

    return Fonts((_LATIN,), frozenset(_characters(font_manager.findfont(_LATIN))))


def _fitting(paths: Iterable[str]) -> Iterator[str]:
    """The fonts whose names are known, then all others; plain ones before bold ones."""
    ranked = [(*_rank(path), path) for path in paths if path.lower().endswith(_ENDINGS)]
    yield from (path for *_, path in sorted(ranked))


def _rank(path: str) -> tuple[int, bool]:
    name = "".join(one for one in Path(path).stem.lower() if one.isalnum())
    place = next((place for place, file in enumerate(_FILES) if name.startswith(file)), len(_FILES))
    return place, any(word in name for word in _BOLD)


def _characters(path: str) -> set[int]:
    """The characters that the font in the file has, none if it cannot be opened."""
    from matplotlib.ft2font import FT2Font

    try:
        return set(FT2Font(path).get_charmap())
    except (OSError, RuntimeError):
        return set()
