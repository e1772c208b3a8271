"""Characters that stand side by side on a page: any stretch of them has its own box.

A reader of pages makes one Glyphs a line; a Strip of it stands in a Passage where files without
pages have a Span, and is made a Span when somebody asks where words stand.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from zwgk_parse.source import boxed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zwgk_parse.source import CellPlace, Span

_ROUND = 2
# Of a line's height: less than a character that is left out.
_BESIDE = 0.4


class Glyphs:
    """A line of characters on a page (from 1): their left and right ends, top and bottom.

    Points from the top left of the page. Two lines are never equal, whatever stands in them.
    `size` is how wide a Chinese character of it is, 0.0 as long as nobody asked;
    `known` is the Span that was asked for last, of the characters `asked`: mostly the next as well.
    """

    __slots__ = ("asked", "bottom", "known", "lefts", "page", "rights", "size", "top")

    def __init__(
        self, page: int, top: float, bottom: float, lefts: array[float], rights: array[float]
    ) -> None:
        self.page, self.top, self.bottom = page, round(top, _ROUND), round(bottom, _ROUND)
        self.lefts, self.rights = lefts, rights
        self.asked: tuple[int, int] | None = None
        self.known: Span | None = None
        self.size = 0.0

    @staticmethod
    def of(
        page: int, top: float, bottom: float, lefts: Sequence[float], rights: Sequence[float]
    ) -> Glyphs:
        """The line with one entry of `lefts` and `rights` for each character."""
        return Glyphs(page, top, bottom, array("f", lefts), array("f", rights))


class Strip:
    """A line from its character `first` on, as the place of words; `cell` where a table has it."""

    __slots__ = ("cell", "first", "glyphs", "source")

    def __init__(
        self, glyphs: Glyphs, first: int, cell: CellPlace | None = None, source: int = 0
    ) -> None:
        self.glyphs, self.first, self.cell, self.source = glyphs, first, cell, source

    def after(self, count: int) -> Strip:
        """The strip without its first `count` characters."""
        return Strip(self.glyphs, self.first + count, self.cell, self.source) if count else self

    def at_source(self, source: int) -> Strip:
        """The strip in the file `source`."""
        return Strip(self.glyphs, self.first, self.cell, source)

    def is_beside(self, end: int, other: Strip) -> bool:
        """Whether `other` goes on in the same line behind character `end`, or hardly further."""
        glyphs = self.glyphs
        if other.glyphs is not glyphs or not 0 < end <= other.first < len(glyphs.lefts):
            return False
        gap = glyphs.lefts[other.first] - glyphs.rights[end - 1]
        return gap < _BESIDE * (glyphs.bottom - glyphs.top)

    def _is_same(self, span: Span) -> bool:
        return span.cell is self.cell and span.source == self.source

    def box_of(self, first: int, end: int) -> Span:
        """Where the characters `first` to `end` of the line stand."""
        glyphs = self.glyphs
        known, asked = glyphs.known, (first, end)
        if known is not None and glyphs.asked == asked and self._is_same(known):
            return known
        last = min(end, len(glyphs.lefts)) - 1
        first = min(first, max(last, 0))
        lefts, rights = glyphs.lefts[first : last + 1], glyphs.rights[first : last + 1]
        box = (
            round(min(lefts, default=0.0), _ROUND),
            glyphs.top,
            round(max(rights, default=0.0), _ROUND),
            glyphs.bottom,
        )
        span = boxed(self.source, glyphs.page, box, self.cell)
        glyphs.asked, glyphs.known = asked, span
        return span
