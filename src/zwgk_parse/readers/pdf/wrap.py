"""Lines of words → paragraphs, by whether the next word would still have fitted on the line.

In a cell and on the page alike: a line goes on in the next if that one's first word had no room
left, and begins no paragraph by its indent.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.document.numbering import read_label
from zwgk_parse.document.passage import Passage
from zwgk_parse.readers.pdf.lines import HANGING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zwgk_parse.readers.pdf.lines import Line
    from zwgk_parse.source import CellPlace

# GB/T 15834-2011, 5.1.10: no line begins with these, nor ends with those. Typesetters do not part
# a quotation mark from what stands at either side (UAX #14, QU).
_NO_START = '，。、；：？！）》」』〉】〕…—,.;:?!)]}%％“”‘’"'
_NO_END = '（《「『〈【〔([{“”‘’"'
_ENDS = tuple("。；！？：.;!?:")
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9.,:/@_%&=?~-]*")
# Of a character's width.
_SLACK = 0.05
# Of the measure.
_NEARLY = 0.15
_INDENT = 1.2
# Short lines are surely centred if about as much room is left at both sides.
_SHORT = 3.0
_ABOUT = 0.75
_EXACTLY = 0.35


class Measure(NamedTuple):
    """Between what the lines of a cell or a page are set: its left and right margins."""

    left: float
    right: float

    @property
    def width(self) -> float:
        """How long a line may be."""
        return self.right - self.left


def wrap(lines: Sequence[Line], measure: Measure) -> Iterator[list[Line]]:
    """The lines of each paragraph in order."""
    paragraph: list[Line] = []
    for line in lines:
        if paragraph and not goes_on(paragraph[-1], line, measure, first=len(paragraph) == 1):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def goes_on(before: Line, line: Line, measure: Measure, *, first: bool = False) -> bool:
    """Whether `line` goes on with the paragraph whose last line is `before`.

    `first`: `before` is its paragraph's first line, so that it may be indented itself.
    """
    size = character_width(before)
    if _is_indented(before, line, measure, size, first=first):
        return False
    room = _room(before, measure)
    if room < needed(line) + _SLACK * size:
        return True
    # Typesetters keep more together than these rules know: a sentence shows that it goes on.
    nearly = room < needed(line) + size and room < _NEARLY * measure.width
    return nearly and not before.text.endswith(_ENDS) and read_label(line.text) is None


def is_full(line: Line, measure: Measure) -> bool:
    """Whether no further character fits on a line."""
    return _room(line, measure) < character_width(line)


def _room(line: Line, measure: Measure) -> float:
    """The room that a line leaves."""
    if is_centred(line, measure):
        return measure.width - (line.right - line.left)
    return measure.right - line.right


def _is_indented(before: Line, line: Line, measure: Measure, size: float, *, first: bool) -> bool:
    """Whether a line begins further right than the lines of a paragraph do."""
    if is_centred(line, measure) or is_centred(before, measure):
        return False
    margin = measure.left if first else min(before.left, line.left)
    return line.left - margin > _INDENT * size


def is_centred(line: Line, measure: Measure) -> bool:
    """Whether a line stands in the middle, with room at both sides."""
    left, right = line.left - measure.left, measure.right - line.right
    size = character_width(line)
    near = _ABOUT if left > _SHORT * size else _EXACTLY
    return left > size / 2 and right > size / 2 and abs(left - right) < near * size


def character_width(line: Line) -> float:
    """How wide a Chinese character of this line is, in points."""
    # Asked for again and again: by the line's own paragraph and by those beside it.
    if not line.glyphs.size:
        line.glyphs.size = _character_width(line)
    return line.glyphs.size


def _character_width(line: Line) -> float:
    lefts, rights = line.glyphs.lefts, line.glyphs.rights
    widths = [
        right - left
        for character, left, right in zip(line.text, lefts, rights, strict=False)
        if character >= "\u2e80"
    ]
    if widths:
        return sorted(widths)[len(widths) // 2]
    return 0.9 * line.height


def end_of(line: Line) -> float:
    """Where a line ends, a sign aside that may hang over the margin."""
    lefts = line.glyphs.lefts
    if line.text[-1:] in HANGING and len(lefts) > 1:
        return lefts[len(lefts) - 1]
    return line.right


def needed(line: Line) -> float:
    """The room that the first word of a line takes: with what may not stand apart from it."""
    text, glyphs = line.text, line.glyphs
    word = _WORD.match(text)
    end = word.end() if word else 1
    while end < len(text) and (text[end - 1] in _NO_END or text[end] in _NO_START):
        end += 1
    end = min(end, len(glyphs.rights))
    return glyphs.rights[end - 1] - glyphs.lefts[0]


def joined(lines: Iterable[Line], cell: CellPlace | None = None) -> Passage:
    """The words of a paragraph; two Latin words that a line's end parts get a space."""
    pieces: list[Passage] = []
    for line in lines:
        piece = line.passage(cell)
        last = pieces[-1].text[-1:] if pieces else ""
        if _is_latin(last) and _is_latin(piece.text[:1]):
            piece = Passage.join((Passage(" ", piece.marks[:1]), piece))
        pieces.append(piece)
    return Passage.join(pieces)


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalpha()
