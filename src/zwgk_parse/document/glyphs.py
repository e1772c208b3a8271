"""Characters that stand side by side on a page: any stretch of them has its own box.

A reader of pages makes one Glyphs a line; a Strip of it stands in a Passage where files without
pages have a Span, and is made a Span when somebody asks where words stand.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from zwgk_parse.source import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zwgk_parse.source import CellPlace

_ROUND = 2
# Of a line's height: less than a character that is left out.
_BESIDE = 0.4


class Glyphs:
    """A line of characters on a page (from 1): their left and right ends, top and bottom.

    Points from the top left of the page. Two lines are never equal, whatever stands in them.
    """

    __slots__ = ("bottom", "lefts", "page", "rights", "top")

    def __init__(
        self, page: int, top: float, bottom: float, lefts: array[float], rights: array[float]
    ) -> None:
        self.page, self.top, self.bottom = page, top, bottom
        self.lefts, self.rights = lefts, rights

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

    def box_of(self, first: int, end: int) -> Span:
        """Where the characters `first` to `end` of the line stand."""
        glyphs = self.glyphs
        last = min(end, len(glyphs.lefts)) - 1
        first = min(first, max(last, 0))
        lefts, rights = glyphs.lefts[first : last + 1], glyphs.rights[first : last + 1]
        box = (
            round(min(lefts, default=0.0), _ROUND),
            round(glyphs.top, _ROUND),
            round(max(rights, default=0.0), _ROUND),
            round(glyphs.bottom, _ROUND),
        )
        return Span(source=self.source, page=glyphs.page, bbox=box, cell=self.cell)
