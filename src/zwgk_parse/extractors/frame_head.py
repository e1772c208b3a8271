"""The lines that open a document: letterhead, number, title, addressees, and a page's labels.

In go blocks, out come the facts that the lines state, the titles, and where the text begins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.document.model import Block, Paragraph
from zwgk_parse.document.passage import Passage
from zwgk_parse.extractors.frame_closing import fact, labelled_facts, merge_facts
from zwgk_parse.extractors.frame_lines import Kind, is_addressees, kind_of, split_signed
from zwgk_parse.extractors.frame_runs import split_promised, split_run
from zwgk_parse.extractors.frame_titles import begins_title, take_title
from zwgk_parse.plan.raw import RawFacts
from zwgk_parse.vocabulary.documents import is_title
from zwgk_parse.vocabulary.page_words import page_facts

if TYPE_CHECKING:
    from collections.abc import Sequence

_NOTHING, _NO_WORDS = RawFacts(), Passage()
_WINDOW = 30
_FOOT = 4
_LINE = 200
# Kinds of lines that show that the text has not begun yet.
_ANCHORS: frozenset[Kind] = frozenset(
    {"number", "catalogue", "letterhead", "furniture", "date", "signed", "attachment-mark"}
)
_PASSED: frozenset[Kind] = _ANCHORS | {"rule", "unit", "title", "disclosure"}


class Head(NamedTuple):
    """What the opening lines state; `end` is the index of the block where the text begins.

    `titles` are in printed order; `mark` is the 附件 line of an attachment.
    """

    facts: RawFacts = _NOTHING
    titles: tuple[Passage, ...] = ()
    mark: Passage = _NO_WORDS
    leftovers: tuple[Paragraph, ...] = ()
    end: int = 0


def cut_lines(blocks: Sequence[Block]) -> list[Block]:
    """`blocks` with the paragraphs of head and foot cut where lines have been run together."""
    lines: list[Block] = []
    title = Passage()
    for at, block in enumerate(blocks):
        framed = at < _WINDOW or at >= len(blocks) - _FOOT
        if not framed or not isinstance(block, Paragraph):
            lines.append(block)
            continue
        for run in split_run(block.text):
            title = run.tidy() if is_title(run.text, strong=True) and len(run) < _LINE else title
            pieces = split_promised(run, title)
            lines += [Paragraph(piece, block.level) for piece in pieces]
    return lines


def read_head(blocks: Sequence[Block], wanted: str = "") -> Head:
    """The opening lines of `blocks`; `wanted` is the title that a notice promised."""
    head = Head()
    opening = _opening_end(blocks)
    while head.end < opening:
        head = _read_line(blocks, head, wanted)
    if begins_title(blocks, head.end) and _is_new_title(blocks, head, wanted):
        title, end = take_title(blocks, head.end, wanted)
        head = Head(head.facts, (*head.titles, title), head.mark, head.leftovers, end)
    return head


def _opening_end(blocks: Sequence[Block]) -> int:
    """The index after the last line that can only stand before the text."""
    end = 0
    titled = False
    for at, block in enumerate(blocks[:_WINDOW]):
        kind = kind_of(block.text.text) if isinstance(block, Paragraph) else "text"
        if _addressees_end(blocks, at):
            return _addressees_end(blocks, at)
        if kind == "attachment-mark" and titled:
            break
        if kind in _ANCHORS:
            end = at + 1
        elif kind not in _PASSED and not _is_short(block):
            break
        titled = titled or kind == "title"
    return end


def _is_short(block: Block) -> bool:
    return isinstance(block, Paragraph) and len(block.text) <= 40 and "。" not in block.text.text


def _is_new_title(blocks: Sequence[Block], head: Head, wanted: str) -> bool:
    """Whether the title line where the text would begin is a title, and not a first heading."""
    if not head.titles:
        return True
    title, _ = take_title(blocks, head.end, wanted)
    return is_title(title.text, strong=True)


def _addressees_end(blocks: Sequence[Block], at: int) -> int:
    """The index after the addressees that begin at `at`, over up to three lines; 0 if none do."""
    lines: list[Passage] = []
    for end, block in enumerate(blocks[at : at + 3], at + 1):
        if not isinstance(block, Paragraph) or len(block.text) > 600:
            return 0
        lines.append(block.text)
        joined = Passage.join(lines).text
        if is_addressees(joined):
            return end
        if not any(sign in joined for sign in "，,、；") or is_title(joined):
            return 0
    return 0


def _read_line(blocks: Sequence[Block], head: Head, wanted: str) -> Head:
    """`head` with the line (or the title) at its end read."""
    at = head.end
    block = blocks[at]
    assert isinstance(block, Paragraph)  # noqa: S101  the opening holds paragraphs only
    end = _addressees_end(blocks, at)
    if end:
        text = Passage.join(line.text for line in blocks[at:end] if isinstance(line, Paragraph))
        return _with(head, RawFacts(addressees=text.tidy()), end)
    if begins_title(blocks, at):
        title, end = take_title(blocks, at, wanted)
        return Head(head.facts, (*head.titles, title), head.mark, head.leftovers, end)
    return _read_known(block, kind_of(block.text.text), head)


def _read_known(block: Paragraph, kind: Kind, head: Head) -> Head:
    text, end = block.text.strip(), head.end + 1
    if kind == "attachment-mark":
        return Head(head.facts, head.titles, text, head.leftovers, end)
    facts = _facts_of(kind, text)
    if facts is not None:
        read = _with(head, facts, end)
        return _left_over(read, (block,), end) if kind == "catalogue" else read
    return _left_over(head, () if kind == "rule" else (block,), end)


def _facts_of(kind: Kind, text: Passage) -> RawFacts | None:
    """The facts that an opening line of one kind states; None if it states none."""
    if kind == "catalogue":
        pairs = [(label, text.slice(start, end)) for label, start, end in page_facts(text.text)]
        return labelled_facts(pairs)
    if kind == "signed":
        unit, day = split_signed(text.text) or (0, 0)
        return RawFacts(letterhead=text.slice(0, unit).tidy(), issued=text.slice(day))
    field = {
        "number": "document_number",
        "date": "issued",
        "unit": "letterhead",
        "letterhead": "letterhead",
        "disclosure": "disclosure",
    }.get(kind)
    return fact(field, text.strip("（）() ").tidy()) if field else None


def _with(head: Head, facts: RawFacts, end: int) -> Head:
    return Head(merge_facts(head.facts, facts), head.titles, head.mark, head.leftovers, end)


def _left_over(head: Head, lines: tuple[Paragraph, ...], end: int) -> Head:
    return Head(head.facts, head.titles, head.mark, (*head.leftovers, *lines), end)
