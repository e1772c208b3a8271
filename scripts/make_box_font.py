"""Make the font in which characters are boxes: `python -m scripts.make_box_font`.

It stands in for Chinese fonts that a PDF names and does not hold (readers/pdf/library.py): all that
reading needs of them is that a character is there and how large it is. Needs fontTools.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

PLACE = Path(__file__).parents[1] / "src/zwgk_parse/readers/pdf/box.ttf"
# How far a font reaches above and below its line, in thousandths of its size.
ABOVE, BELOW = 880, 120
# The corners of the boxes, left, bottom, right and top, and how wide their characters are: Chinese
# ones nearly fill their square; of others a file states the width, which the box must not pass.
BOXES = {"square": (60, -80, 940, 820, 1000), "narrow": (20, -80, 240, 740, 500)}
# All of Unicode that has characters, but for control characters and surrogates.
NARROW = ((0x20, 0x7F), (0xA0, 0x2000))
SQUARE = ((0x2000, 0xD800), (0xE000, 0xFFFF), (0x1F000, 0x32000))
# A fixed day, so that the bytes are the same each time (seconds since 1904).
MADE = 3_600_000_000


def box_font() -> Any:
    """The font, as fontTools holds it."""
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", *BOXES])
    glyphs = {name: _glyph(*corners) for name, (*corners, _) in BOXES.items()}
    builder.setupGlyf({".notdef": glyphs["square"], **glyphs})
    widths = {name: (width, left) for name, (left, *_, width) in BOXES.items()}
    builder.setupHorizontalMetrics({".notdef": widths["square"], **widths})
    builder.setupHorizontalHeader(ascent=ABOVE, descent=-BELOW)
    builder.setupCharacterMap({0x4E00: "square"})
    builder.setupNameTable({"familyName": "zwgk box", "styleName": "Regular"})
    builder.setupOS2(
        sTypoAscender=ABOVE, sTypoDescender=-BELOW, usWinAscent=ABOVE, usWinDescent=BELOW
    )
    builder.setupPost()
    font = builder.font
    font["cmap"].tables = [_many_to_one()]
    font["head"].created = font["head"].modified = MADE
    font.recalcTimestamp = False
    return font


def _glyph(left: int, bottom: int, right: int, top: int) -> Any:
    pen = TTGlyphPen(None)
    pen.moveTo((left, bottom))
    for corner in ((left, top), (right, top), (right, bottom)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()


def _many_to_one() -> Any:
    """A map of many characters to one glyph (OpenType cmap format 13)."""
    table = CmapSubtable.newSubtable(13)
    table.platformID, table.platEncID, table.language = 3, 10, 0
    table.format, table.reserved, table.length, table.nGroups = 13, 0, 0, 0
    ranges = {"narrow": NARROW, "square": SQUARE}
    table.cmap = {
        code: name for name, some in ranges.items() for one in some for code in range(*one)
    }
    return table


if __name__ == "__main__":
    box_font().save(PLACE)
