"""Lines of words → paragraphs: those that a page end cut joined, those that a crawler joined cut.

A line that ends without closing punctuation goes on in the next one, over blank lines and page
numbers, unless a number, a heading or a closing line begins there. Titles and signatures end
without a sign as well; they are known by having no punctuation at all.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zwgk_parse.document.model import Paragraph
from zwgk_parse.document.numbering import find_labels, read_label
from zwgk_parse.document.passage import Passage
from zwgk_parse.readers.text.lines import Line, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CLOSED = re.compile(r"[。！？；：!?;:.…][”’」』）)\]】〕》]*$|[）)】〕]$")
_INNER = re.compile(r"[，。；：、,;:]")
_HEADING_STYLES = ("chapter", "han", "han-bracket")
_HEADING_LENGTH = 60
_ORGANISATION = (
    r"[^，。；：、,;:（）()《》]{0,30}"
    r"(?:政府|国务院|办公[厅室]|委员会|管委会|委|[厅局部署办院会社])"
)
_DATE = (
    r"[\d〇○零一二三四五六七八九十]{2,4}\s*年\s*"
    r"[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日"
)
_CLOSING_LINE = re.compile(
    rf"\s*(?:{_ORGANISATION}|(?:{_ORGANISATION})?\s*{_DATE}(?:\s*印发)?|[（(【〔].*[）)】〕]"
    r"|附\s*[件表录图].{0,80}|图解\s*[:：].*|抄\s*送\s*[:：].*|主题词\s*[:：].*|公开方式\s*[:：].*|来源\s*[:：].*"
    r"|[^，。]{0,8}(?:单位|部门|科室|处室|时限|时间)\s*[:：].*)\s*"
)
# Who signed, beside the document number (GB/T 9704-2012, 7.2.6), and whom to call end their lines.
_PERSON_LINE = re.compile(
    r"签\s*发\s*人\s*[:：][\s\u4e00-\u9fff·]{2,20}$|(?:电话|传真|邮箱)\s*[:：][\s\w@.()（）-]{5,40}$"
)
_SENTENCE_SPACE = re.compile(r"(?<=[。！？：])\s+(?=\S)|(?<=[。！？：][）)”])\s+(?=\S)")
_RUN_TOGETHER = 400


def read_paragraphs(lines: Sequence[Line]) -> Iterator[Paragraph]:
    """The paragraphs of a run of lines that holds no table."""
    pieces: list[Passage] = []
    level: int | None = None
    for line in lines:
        if line.form in ("blank", "page-number", "rule", "bar"):
            continue
        if pieces and not (_is_open(pieces, level) and _may_continue(line)):
            yield from _split(Passage.join(pieces), level)
            pieces = []
        if not pieces:
            level = line.level
        passage = words(line.text, line.span)
        if passage:
            pieces.append(passage)
    if pieces:
        yield from _split(Passage.join(pieces), level)


def _is_open(pieces: Sequence[Passage], level: int | None) -> bool:
    """Whether a paragraph's sentence is not at its end."""
    text = "".join(piece.text for piece in pieces[-1:])
    if level is not None or _CLOSED.search(text) or text.startswith("附件"):
        return False
    if _PERSON_LINE.search(text):
        return False
    if len(pieces) > 1:
        return True
    label = read_label(text)
    if label is None:
        return _INNER.search(text) is not None
    rest = text[label.end :]
    if label.style in _HEADING_STYLES:
        return len(rest) > _HEADING_LENGTH or "。" in rest
    return len(rest) > 25 or _INNER.search(rest) is not None


def _may_continue(line: Line) -> bool:
    text = line.text.strip()
    if line.level is not None or read_label(text) is not None:
        return False
    return _CLOSING_LINE.fullmatch(text) is None


def _split(passage: Passage, level: int | None) -> Iterator[Paragraph]:
    """One paragraph, or several where a crawler ran them together on one line."""
    text = passage.text
    if level is not None or text.startswith("附件"):
        yield Paragraph(passage, level)
        return
    labels = find_labels(text)
    if len(text) > _RUN_TOGETHER and (len(labels) > 1 or _SENTENCE_SPACE.search(text)):
        labels = find_labels(text, run_together=True)
    cuts = {offset for offset, _ in labels}
    if len(labels) > 2 and len(text) > _RUN_TOGETHER:
        cuts |= {match.end() for match in _SENTENCE_SPACE.finditer(text)}
    starts = sorted(cuts | {0})
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        piece = passage.slice(start, end).strip()
        if piece:
            yield Paragraph(piece)
