"""Words that know where they stand: a Passage survives cutting and joining with its spans."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zwgk_parse.document.glyphs import Strip

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zwgk_parse.document.glyphs import Glyphs
    from zwgk_parse.source import Span

    Place = Span | Strip
    Anchor = Span | Glyphs

# Zero-width characters, soft hyphen, byte order mark, and control characters but tab and line feed.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff\x00-\x08\x0b-\x1f\x7f]")
_RADICAL = re.compile("[\u2e80-\u2fd5]")
_UNCLEAN = re.compile(f"{_INVISIBLE.pattern}|{_RADICAL.pattern}")
# CJK radicals supplement: those of whole characters, which Unicode gives no decomposition
# (EquivalentUnifiedIdeograph.txt).
_SUPPLEMENT = dict(
    zip(
        "⺁⺄⺊⺎⺓⺜⺝⺟⺠⺧⺩⺬⺮⺶⻁⻄⻅⻆⻉⻋⻑⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
        "厂乙卜兀幺日月母民牛王示竹羊虎西见角贝车長长门阝雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
        strict=True,
    )
)
_SPACE = re.compile(r"\s+")


def clean(text: str) -> str:
    """`text` in NFC, without invisible characters; radicals set for ordinary characters folded."""
    text = unicodedata.normalize("NFC", text)
    if not _UNCLEAN.search(text):
        return text
    return _RADICAL.sub(_folded, _INVISIBLE.sub("", text))


def _folded(radical: re.Match[str]) -> str:
    return _SUPPLEMENT.get(radical[0]) or unicodedata.normalize("NFKC", radical[0])


@dataclass(frozen=True, slots=True)
class Passage:
    """Text, and for each piece of it the place it came from.

    `marks` holds (offset, place) pairs in order: the words from `offset` up to the next mark stand
    at `place`. A passage with text has a mark at offset 0.
    """

    text: str = ""
    marks: tuple[tuple[int, Place], ...] = ()

    @staticmethod
    def of(text: str, place: Place) -> Passage:
        """`text` as it stands at `place`."""
        return Passage(text, ((0, place),) if text else ())

    @staticmethod
    def join(passages: Iterable[Passage], separator: str = "") -> Passage:
        """The passages one after another; empty ones are left out."""
        text = ""
        marks: list[tuple[int, Place]] = []
        for passage in passages:
            if not passage.text:
                continue
            text += separator if text else ""
            if not marks:
                marks += passage.marks
            else:
                at = len(text)
                first, place = passage.marks[0] if passage.marks else (0, None)
                goes_on = place is not None and _goes_on(*marks[-1], at + first, place)
                marks += [(at + o, p) for o, p in passage.marks[1 if goes_on else 0 :]]
            text += passage.text
        return Passage(text, tuple(marks))

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)

    def __len__(self) -> int:
        return len(self.text)

    def __add__(self, other: Passage) -> Passage:
        return Passage.join((self, other))

    @property
    def spans(self) -> tuple[Span, ...]:
        """The places of all pieces, in reading order, each once."""
        found = tuple(_spans(self))
        lines = {id(place.glyphs) for _, place in self.marks if isinstance(place, Strip)}
        return found if len(found) == len(lines) else tuple(dict.fromkeys(found))

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """What all pieces stand in, in reading order: the same for every piece of a line."""
        if len(self.marks) == 1:
            return (anchor(self.marks[0][1]),)
        return tuple(dict.fromkeys(anchor(place) for _, place in self.marks))

    def slice(self, start: int, end: int | None = None) -> Passage:
        """The characters from `start` up to `end`, with their places; negative ends count back."""
        start, end, _ = slice(start, end).indices(len(self.text))
        if start >= end:
            return Passage()
        marks = self.marks
        if len(marks) == 1:
            offset, place = marks[0]
            return Passage(self.text[start:end], ((0, _after(place, start - offset)),))
        first = max(bisect_right(marks, start, key=_offset) - 1, 0)
        kept = [(0, _after(marks[first][1], start - marks[first][0]))] if marks else []
        for offset, place in marks[first + 1 :]:
            if offset >= end:
                break
            kept.append((offset - start, place))
        return Passage(self.text[start:end], tuple(kept))

    def strip(self, characters: str | None = None) -> Passage:
        """Without the given characters (white space) at either end."""
        left = len(self.text) - len(self.text.lstrip(characters))
        return self.slice(left, len(self.text.rstrip(characters)) or left)

    def without(self, ranges: Iterable[tuple[int, int]]) -> Passage:
        """With the given ranges of characters cut out; they are in order and do not overlap."""
        kept, at = [], 0
        for start, end in ranges:
            kept.append(self.slice(at, start))
            at = end
        return Passage.join([*kept, self.slice(at)])

    def split(self, pattern: re.Pattern[str]) -> list[Passage]:
        """The pieces between matches of `pattern`, stripped; empty pieces are left out."""
        cuts = [match.span() for match in pattern.finditer(self.text)]
        starts = [0, *(end for _, end in cuts)]
        ends = [*(start for start, _ in cuts), len(self.text)]
        pieces = (self.slice(start, end).strip() for start, end in zip(starts, ends, strict=True))
        return [piece for piece in pieces if piece]

    def tidy(self) -> Passage:
        """Without the layout's white space: only spaces beside a Latin letter and ASCII stay."""
        if not _SPACE.search(self.text):
            return self
        return self.strip().without(
            match.span()
            for match in _SPACE.finditer(self.text.strip())
            if not _between_words(self.text.strip(), *match.span())
        )


def _between_words(text: str, start: int, end: int) -> bool:
    """Whether the white space at start:end parts Latin words (`GB 50180`, `open data`)."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return (
        before.isascii()
        and after.isascii()
        and (before.isalpha() or after.isalpha())
        and (before.isalnum() or before in ",.;:)")
        and (after.isalnum() or after == "(")
    )


def _offset(mark: tuple[int, Place]) -> int:
    return mark[0]


def _goes_on(before: int, last: Place, offset: int, place: Place) -> bool:
    """Whether the words at `place` only go on with those at `last`."""
    if last is place and not isinstance(place, Strip):
        return True
    if isinstance(place, Strip):
        if not isinstance(last, Strip) or last.glyphs is not place.glyphs:
            return False
        return place.first - last.first == offset - before
    return last == place


def anchor(place: Place) -> Anchor:
    """What tells whether two pieces stand in the same line or element."""
    return place.glyphs if isinstance(place, Strip) else place


def _after(place: Place, count: int) -> Place:
    """Where the words behind the first `count` characters at `place` stand."""
    return place.after(count) if isinstance(place, Strip) else place


def _spans(passage: Passage) -> Iterator[Span]:
    """The place of each piece; pieces side by side on one line have one box."""
    open_strip: Strip | None = None
    end = 0
    if not passage.marks:
        return
    ends = (*(offset for offset, _ in passage.marks[1:]), len(passage.text))
    for (offset, place), until in zip(passage.marks, ends, strict=True):
        if open_strip is not None:
            if isinstance(place, Strip) and open_strip.is_beside(end, place):
                end = place.first + until - offset
                continue
            yield open_strip.box_of(open_strip.first, end)
            open_strip = None
        if isinstance(place, Strip):
            open_strip, end = place, place.first + until - offset
        else:
            yield place
    if open_strip is not None:
        yield open_strip.box_of(open_strip.first, end)
