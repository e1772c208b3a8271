"""The picture of a page with marks drawn over it: boxes and labels go in, a PNG comes out.

Labels are ASCII and need no font file.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PIL.Image import Image

    from zwgk_parse.readers.pdf.page import Box, Page

_PALE = 0.35  # how far the page fades towards white
_FONT, _SMALL, _TINY = 22, 15, 13  # pixels
_PAD = 8

Colour = tuple[int, int, int]
LINE, CELL, TASK = (220, 20, 60), (110, 110, 110), (25, 90, 200)
OWNER, DEADLINE, JOIN = (20, 140, 50), (230, 110, 0), (150, 0, 200)
LEGEND = (
    (LINE, "line found"),
    (CELL, "cell: table, row, column"),
    (TASK, "task"),
    (OWNER, "owner"),
    (DEADLINE, "deadline"),
    (JOIN, "joined over the page's end"),
)


class Mark(NamedTuple):
    """A box on the page and what stands at it, in points from the page's top left."""

    box: Box
    colour: Colour
    label: str = ""


class Join(NamedTuple):
    """A row that goes on over the page's head or foot: what is said of it, and its pieces here."""

    at_head: bool
    words: str
    boxes: tuple[Box, ...]


class Sheet:
    """A picture of a page that marks are drawn on; places are points of the page."""

    def __init__(self, picture: Image, scale: float) -> None:
        from PIL import Image, ImageDraw, ImageFont

        self._image = Image.blend(picture, Image.new("RGB", picture.size, "white"), _PALE)
        self._scale = scale
        self._pen: Any = ImageDraw.Draw(self._image, "RGBA")
        self._font: Any = ImageFont.load_default(_FONT)
        self._small: Any = ImageFont.load_default(_SMALL)
        self._tiny: Any = ImageFont.load_default(_TINY)

    def lines(self, page: Page) -> None:
        """The drawn lines and the specks of dotted ones."""
        for stroke in page.level:
            self._line(stroke.start, stroke.at, stroke.end, stroke.at)
        for stroke in page.upright:
            self._line(stroke.at, stroke.start, stroke.at, stroke.end)
        for box in page.dots:
            self._line(*box)

    def _line(self, *ends: float) -> None:
        self._pen.line([end * self._scale for end in ends], fill=(*LINE, 190), width=2)

    def mark(self, mark: Mark) -> None:
        """A box with its label; words are shaded, cells only framed."""
        corners = [side * self._scale for side in mark.box]
        if corners[2] < corners[0] or corners[3] < corners[1]:
            return
        shade = None if mark.colour == CELL else (*mark.colour, 34)
        self._pen.rectangle(corners, outline=(*mark.colour, 220), fill=shade)
        if mark.label and mark.colour == CELL:
            self._number(mark.label, corners[2], corners[1])
        elif mark.label:
            self._tag(mark, corners[0], corners[1])

    def _number(self, label: str, right: float, top: float) -> None:
        """A cell's number on its upper line, at the right, where words are rare."""
        place = (right - self._tiny.getlength(label) - 5, top - _TINY / 2 - 2)
        style = {"stroke_width": 2, "stroke_fill": "white"}
        self._pen.text(place, label, fill=(*CELL, 255), font=self._tiny, **style)

    def _tag(self, mark: Mark, left: float, top: float) -> None:
        """A task's id on its colour, left of its words."""
        wide = self._font.getlength(mark.label)
        left = max(0.0, left - wide - 6)
        self._pen.rectangle((left, top, left + wide + 6, top + _FONT + 4), fill=(*mark.colour, 215))
        self._pen.text((left + 3, top), mark.label, fill="white", font=self._font)

    def png(self, joins: Iterable[Join], title: str) -> bytes:
        """The picture with the joins at its head and foot, and what the colours mean."""
        from PIL import Image

        joins = list(joins)
        head = self._strip([join.words for join in joins if join.at_head], legend="")
        foot = self._strip([join.words for join in joins if not join.at_head], legend=title)
        strips = (head, self._image, foot)
        whole = Image.new("RGB", (self._image.width, sum(one.height for one in strips)), "white")
        top = 0
        for strip in strips:
            whole.paste(strip, (0, top))
            top += strip.height
        stream = io.BytesIO()
        whole.save(stream, "PNG")
        return stream.getvalue()

    def _strip(self, words: list[str], legend: str) -> Image:
        """A strip as wide as the page with a line for each of `words`, and the legend."""
        from PIL import Image, ImageDraw

        lines = [line for each in words for line in self._wrapped(each)]
        pieces = [((0, 0, 0), legend), *LEGEND] if legend else []
        high = (_FONT + _PAD) * (len(lines) + (2 if pieces else 0))
        strip = Image.new("RGB", (self._image.width, max(high, 1)), "white")
        pen: Any = ImageDraw.Draw(strip)
        for at, line in enumerate(lines):
            pen.text((_PAD, at * (_FONT + _PAD)), line, fill=JOIN, font=self._small)
        left, top = float(_PAD), len(lines) * (_FONT + _PAD) + _PAD
        for colour, text in pieces:
            if left + self._small.getlength(text) > strip.width:
                left, top = float(_PAD), top + _FONT + _PAD
            pen.text((left, top), text, fill=colour, font=self._small)
            left += self._small.getlength(text) + 3 * _PAD
        return strip

    def _wrapped(self, text: str) -> Iterator[str]:
        """The text in lines that are not wider than the page."""
        line = ""
        for word in text.split(" "):
            longer = f"{line} {word}" if line else word
            if line and self._small.getlength(longer) > self._image.width - 2 * _PAD:
                yield line
                longer = f"    {word}"
            line = longer
        yield line
