"""Lines that a page end of the printed document cut → one paragraph again.

Pages made from a PDF or a scan keep the lines of the paper as paragraphs of their own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zwgk_parse.document.numbering import read_label
from zwgk_parse.readers.html.flow import Grid, Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zwgk_parse.readers.html.flow import Item

_OPEN = re.compile(r"[、，,]$")
_CLOSED = re.compile(r"[。！？；：!?;:….][”’」』）)\]】〕》]*$|[）)】〕》]$")
_OPENERS, _CLOSERS = "（(《“", "）)》”"
_LINE_OF_ITS_OWN = re.compile(
    r"附\s*[件表录图]|[（(](?:此件|共印|本文)|抄\s*送|图解|[^，。；、]{1,10}[:：]"
    r"|[\d〇○零一二三四五六七八九]{4}\s?年\s?\S{1,3}\s?月\s?\S{1,3}\s?日(?:\s?印发)?$"
)
_TAIL = 300
_PROSE = 30


def joined(items: Sequence[Item]) -> Iterator[Grid | list[Line]]:
    """The grids, and the paragraphs with the lines that each stems from."""
    pieces: list[Line] = []
    for item in items:
        if isinstance(item, Line) and pieces and _goes_on(pieces[-1], item):
            pieces.append(item)
            continue
        if pieces:
            yield pieces
        pieces = [item] if isinstance(item, Line) else []
        if isinstance(item, Grid):
            yield item
    if pieces:
        yield pieces


def _goes_on(before: Line, after: Line) -> bool:
    """Whether the sentence of one line goes on in the next, a sibling of the same kind."""
    left, right = before.node, after.node
    if left is right or left.tag != right.tag or left.parent is not right.parent:
        return False
    if before.level or after.level or before.attached or after.attached:
        return False
    if read_label(after.text[:_PROSE]) or _LINE_OF_ITS_OWN.match(after.text):
        return False
    tail = before.text[-_TAIL:]
    if _OPEN.search(tail) or _is_bracket_open(tail):
        return True
    prose = len(before.text) >= _PROSE and "。" in tail and not _CLOSED.search(tail)
    return prose and bool(re.search("[，。；、,;]", after.text))


def _is_bracket_open(tail: str) -> bool:
    """Whether a bracket or quotation opens in the tail and does not close in it."""
    last = max(tail.rfind(sign) for sign in _OPENERS)
    return last >= 0 and not any(sign in tail[last:] for sign in _CLOSERS)
