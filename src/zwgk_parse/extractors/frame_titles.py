"""Titles: what lines a title goes over, and what plan a notice's title hands over."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from zwgk_parse.document.model import Block, Paragraph
from zwgk_parse.document.passage import Passage
from zwgk_parse.extractors.frame_lines import kind_of
from zwgk_parse.patterns import lazy
from zwgk_parse.vocabulary.documents import DAY, fold, handed_over, is_title

if TYPE_CHECKING:
    from collections.abc import Sequence

_GOES_ON = lazy(r"关于|印发|转发|批转|贯彻|《")
_BRACKET = lazy(rf"[（(](?!{DAY})[^（）()]{{2,30}}[）)]")
_HANDS = lazy(r"印发|转发|批转")
_NOTICES = ("通知", "函", "公告", "通告", "决定", "批复")
_LINES = 5
_LENGTH = 200


def take_title(blocks: Sequence[Block], start: int, wanted: str = "") -> tuple[Passage, int]:
    """The title that begins at `start`, joined and tidied, and the index of the block after it.

    It ends where it equals `wanted`, the title that a notice promised. Else it ends with the first
    line that ends like a title, and goes on over lines that can be nothing but titles.
    """
    lines = _title_lines(blocks, start)
    if not lines:
        return Passage(), start
    joined = [Passage.join(lines[: count + 1]).tidy() for count in range(len(lines))]
    for count, title in enumerate(joined, 1):
        if wanted and fold(title.text) == fold(wanted):
            return title, start + count
    count = _line_count(lines)
    return joined[count - 1], start + count


def _title_lines(blocks: Sequence[Block], start: int) -> list[Passage]:
    """The lines from `start` on that may be a title's, not more than a title can have."""
    lines: list[Passage] = []
    for block in blocks[start : start + _LINES]:
        if not isinstance(block, Paragraph):
            break
        bracket = bool(lines) and _BRACKET.fullmatch(block.text.tidy().text)
        if not bracket and kind_of(block.text.text) not in {"title", "unit"}:
            break
        lines.append(block.text)
        if sum(map(len, lines)) > _LENGTH:
            break
    return lines


def _line_count(lines: Sequence[Passage]) -> int:
    """How many of `lines` make the title: one where none ends like a title."""
    texts = [line.tidy().text for line in lines]
    joined = list(accumulate(texts))
    whole = [count for count, text in enumerate(joined, 1) if _is_whole(text)]
    ended = [count for count, text in enumerate(joined, 1) if is_title(text)]
    count = next(iter((*whole, *ended)), 1)
    while count < len(texts) and (
        is_title(texts[count], strong=True) or _BRACKET.fullmatch(texts[count])
    ):
        count += 1
    return count


def _is_whole(title: str) -> bool:
    """Whether `title` can end here: what hands something over ends with 通知 or the like."""
    if _HANDS.search(title):
        return title.endswith(_NOTICES)
    return is_title(title, strong="关于" in title)


def begins_title(blocks: Sequence[Block], at: int) -> bool:
    """Whether a title begins at `at`: a title line, or names of bodies that `关于…` goes on."""
    for offset, block in enumerate(blocks[at : at + _LINES]):
        if not isinstance(block, Paragraph):
            return False
        kind = kind_of(block.text.text)
        if kind == "title":
            return offset == 0 or bool(_GOES_ON.match(block.text.tidy().text))
        if kind != "unit":
            return False
    return False


def promised(title: Passage) -> Passage:
    """The title of the plan that a notice's title hands over, or nothing."""
    place = handed_over(title.text)
    return title.slice(*place).strip() if place else Passage()
