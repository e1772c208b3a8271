"""Paragraphs that were run together, cut again at the landmarks of an official document.

In goes a paragraph of a document's head or foot, out come its lines. A page's text that lost its
line ends still shows where a number, the addressees, a signature or an imprint stood.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from zwgk_parse.extractors.frame_lines import is_addressees
from zwgk_parse.extractors.frame_titles import promised
from zwgk_parse.patterns import lazy
from zwgk_parse.vocabulary.documents import DAY, NUMBER, is_title, is_unit, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zwgk_parse.document.passage import Passage

# No more than this much of a paragraph's head and foot is looked at: frames are short.
_HEAD, _FOOT = 4000, 1500

_NUMBER = lazy(rf"(?:^|(?<=\s)){NUMBER}(?=\s|$)")
_SIGNED = lazy(
    rf"(?:^|[。！）)\s])\s*(?P<unit>[\u4e00-\u9fff]{{3,40}}?)\s*(?P<day>{DAY})(?P<printed>\s*印[发制])?"
)
_ASIDE = lazy(r"[（(](?:此件|本文|此文)[^（）()]{2,20}[）)]")
_LIST = lazy(r"(?<=[。\s])附件\s*\d{0,2}\s*[:：](?=\s*\S)")
_CLOCK = lazy(rf"(?:发布)?时间\s*[:：]\s*{DAY}(?:\s*\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?")
_SOURCE = lazy(r"(?<=\s)来源\s*[:：]\s*\S{2,40}")
_COLON = lazy(r"[:：]")
_NAMED = lazy(r"(?:通知|意见|决定|函|批复|通告|公告|方案|要点)\s*")
_SPACE = lazy(r"\s+")
_OPENS_PROSE = lazy(r"为|根据|按照|现将|经")
_AFTER_DAY = lazy(r"\s*(?:$|[（(](?:此件|本文|此文)|来源|附件)|\s")


def split_run(paragraph: Passage) -> list[Passage]:
    """The lines that `paragraph` consists of: itself alone where nothing was run together."""
    text = paragraph.text
    cuts = set(_landmarks(text[:_HEAD], 0))
    if len(text) > _HEAD:
        foot = max(len(text) - _FOOT, _HEAD)
        cuts |= set(_landmarks(text[foot:], foot))
    lines = [line for piece in _pieces(paragraph, cuts) for line in _split_head(piece)]
    return [line for run in lines for line in (_split_title(run) if cuts else [run])]


def _pieces(paragraph: Passage, cuts: Iterable[int]) -> list[Passage]:
    ends = sorted({0, *cuts, len(paragraph)})
    pieces = (paragraph.slice(start, end).strip() for start, end in pairwise(ends))
    return [piece for piece in pieces if piece]


def _landmarks(text: str, offset: int) -> Iterator[int]:
    """The offsets at which a landmark begins or ends."""
    tokens = "|".join(words("asides", "tokens"))
    alone = re.compile(rf"(?:^|(?<=\s))(?:{tokens})(?=\s|$)")
    for pattern in (_NUMBER, _ASIDE, _CLOCK, _SOURCE, alone):
        for match in pattern.finditer(text):
            yield from (offset + match.start(), offset + match.end())
    yield from (offset + match.start() for match in _LIST.finditer(text))
    for match in _SIGNED.finditer(text):
        if is_unit(match["unit"]) and (match["printed"] or _opens(text, match.end())):
            yield from (offset + match.start("unit"), offset + match.start("day"))
            yield offset + match.end()


def _opens(text: str, end: int) -> bool:
    """Whether a signature's day may end at `end`: nothing, an aside or a title follows."""
    if _AFTER_DAY.match(text, end):
        return True
    return is_title(_SPACE.split(text[end : end + 100], maxsplit=1)[0])


def _split_head(piece: Passage) -> list[Passage]:
    """A piece cut after its addressees, and after the title before them."""
    colon = _COLON.search(piece.text, 0, 600)
    start = _addressees_start(piece.text[: colon.end()]) if colon else None
    return [piece] if colon is None or start is None else _pieces(piece, (start, colon.end()))


def _addressees_start(text: str) -> int | None:
    """Where the addressees that `text` ends with begin: at once, or after a title."""
    if is_addressees(text):
        return 0
    ends = (match.end() for match in _NAMED.finditer(text))
    return max((end for end in ends if is_addressees(text[end:])), default=None)


def _split_title(piece: Passage) -> list[Passage]:
    """A piece of prose cut after a title that stands before it and white space."""
    if "。" not in piece.text[:_HEAD]:
        return [piece]
    for count, space in enumerate(_SPACE.finditer(piece.text, 0, 120)):
        head = piece.text[: space.start()]
        if count > 8 or re.search(r"[。；，,：:]", head):
            break
        if is_title(head) and len(head) >= 6 and not _OPENS_PROSE.match(head):
            return _pieces(piece, (space.start(),))
    return [piece]


def split_promised(piece: Passage, notice_title: Passage) -> list[Passage]:
    """A piece cut after the title that `notice_title` promises, where it begins with it."""
    title = promised(notice_title).text
    if title and piece.text.startswith(title) and len(piece) > len(title):
        return _pieces(piece, (len(title),))
    return [piece]
