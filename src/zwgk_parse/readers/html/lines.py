"""The words of one block element → its paragraphs: what a line break in it means."""

from __future__ import annotations

import re
from itertools import pairwise

from zwgk_parse.document.numbering import read_label
from zwgk_parse.document.passage import clean
from zwgk_parse.readers.html.flow import collapse

BREAK = "\n"

# The words before a break end a sentence or a field, also with an owner bracket behind it.
_CLOSED = re.compile(
    r"(?:[。！？；：!?;:…]|[。！？；][”’」』》）)】]|[。；]\s*[（(][^（）()]{1,200}[）)])$"
)
# The words after a break begin a paragraph of their own: indented, dated, bracketed, attached.
_INDENT = re.compile("[\u3000\u00a0\u2003]{2}")
_OPENING = re.compile(
    r"附件|[（(](?:此件|本文有删减|联系人)|抄送"
    r"|[\d〇○零一二三四五六七八九]{4}\s?年\s?\S{1,2}\s?月\s?\S{1,3}\s?日$"
)
# In a table cell, units one below the other are a list, not one name set on two lines.
_UNIT = re.compile(
    r"(?!办公)\S{2,}(?:[局办委厅部院会社行队站科室处所镇]|(?<!城)乡|中心|公司|政府|单位|部门|街道)[；;、，,]?"
)
_HEAD = 60


def paragraphs(text: str, *, in_cell: bool = False) -> list[str]:
    """The paragraphs of a block element whose line breaks are given as BREAK, white space tidied.

    Two breaks part paragraphs. One does so after closing punctuation, before a number, an
    indented line, a date; else it is a line wrap and the lines are joined.
    """
    if BREAK not in text:
        whole = collapse(clean(text))
        return [whole] if whole else []
    found: list[str] = []
    pieces: list[str] = []
    for raw in text.split(BREAK):
        piece = collapse(clean(raw))
        if pieces and (not piece or _parted(pieces[-1], raw, piece, in_cell=in_cell)):
            found.append(_joined(pieces))
            pieces = []
        if piece:
            pieces.append(piece)
    return [*found, _joined(pieces)] if pieces else found


def _parted(before: str, raw: str, after: str, *, in_cell: bool) -> bool:
    """Whether a single break between the two pieces ends a paragraph."""
    tail = before[-220:]
    return bool(
        _CLOSED.search(tail)
        or _INDENT.match(raw)
        or _OPENING.match(after)
        or read_label(after[:_HEAD])
        or (in_cell and _UNIT.fullmatch(before[-30:]) and _UNIT.fullmatch(after[:30]))
    )


def _joined(pieces: list[str]) -> str:
    """The pieces of a wrapped paragraph; a space only between Latin words."""
    parts = pieces[:1]
    for before, after in pairwise(pieces):
        latin = before[-1].isascii() and after[0].isascii()
        parts += [" " if latin and before[-1].isalnum() and after[0].isalnum() else "", after]
    return "".join(parts)
