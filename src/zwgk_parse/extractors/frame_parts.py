"""A document cut in two: a notice, and what stands below its signature.

In go a document's lines, out come Parts. A notice that nobody signed ends where an attachment or
the title of the plan that it promises begins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.document.model import Block, Paragraph, Table
from zwgk_parse.document.numbering import read_label
from zwgk_parse.extractors.frame_closing import (
    find_signature,
    merge_facts,
    read_closing,
    split_closing,
    split_list,
)
from zwgk_parse.extractors.frame_head import Head, read_head
from zwgk_parse.extractors.frame_lines import kind_of
from zwgk_parse.extractors.frame_titles import begins_title, promised, take_title
from zwgk_parse.plan.raw import RawFacts
from zwgk_parse.vocabulary.documents import fold, hands_over

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zwgk_parse.document.passage import Passage


class Parts(NamedTuple):
    """A document cut in two: what its head opens, and what follows its signature."""

    head: Head
    before: Sequence[Block]
    after: Sequence[Block]
    facts: RawFacts
    leftovers: tuple[Paragraph, ...]


def cut_notice(blocks: Sequence[Block], stated: Passage) -> Parts:
    """The document cut at its first signature, or where the plan its notice promises begins."""
    head = read_head(blocks, promised(stated).text)
    rest = blocks[head.end :]
    signature = find_signature(rest)
    if signature is None:
        return _cut_unsigned(head, rest, opening_title(head, stated))
    before, listed = split_list(rest[: signature.end - len(signature.leftovers)])
    closing = read_closing(rest, signature.end, lenient=False)
    after = rest[closing.end :]
    strays = tuple(block for block in after if isinstance(block, Paragraph))
    facts = merge_facts(signature.facts, listed.facts, closing.facts)
    if any(is_substance(block) for block in after):
        return Parts(head, before, after, facts, (*head.leftovers, *closing.leftovers))
    return Parts(head, before, (), facts, (*head.leftovers, *closing.leftovers, *strays))


def _cut_unsigned(head: Head, rest: Sequence[Block], title: Passage) -> Parts:
    start = _plan_start(rest, promised(title).text, addressed=bool(head.facts.addressees))
    if start is None:
        before, closing = split_closing(rest)
        before, listed = split_list(before)
        facts = merge_facts(listed.facts, closing.facts)
        return Parts(head, before, (), facts, (*head.leftovers, *closing.leftovers))
    before, closing = split_closing(rest[:start])
    before, half = _half_signed(before)
    before, listed = split_list(before)
    facts = merge_facts(half, listed.facts, closing.facts)
    return Parts(head, before, rest[start:], facts, (*head.leftovers, *closing.leftovers))


def _half_signed(blocks: Sequence[Block]) -> tuple[Sequence[Block], RawFacts]:
    """`blocks` without a day, or a name, that stands alone where a notice is signed."""
    last = blocks[-1] if blocks else None
    if not isinstance(last, Paragraph):
        return blocks, RawFacts()
    kind, words = kind_of(last.text.text), last.text.strip()
    if kind == "date":
        return blocks[:-1], RawFacts(issued=words)
    if kind == "unit":
        return blocks[:-1], RawFacts(signature=words.tidy())
    return blocks, RawFacts()


def _plan_start(blocks: Sequence[Block], wanted: str, *, addressed: bool) -> int | None:
    """Where the plan begins below a notice that nobody signed; None if it carries none.

    At an 附件 line, at the promised title, else below the paragraph that hands the plan over.
    """
    last = next((at for at in range(len(blocks) - 1, -1, -1) if is_substance(blocks[at])), -1)
    for at in range(last):
        if _opens_attachment(blocks, at) or (wanted and _has_title(blocks, at, wanted)):
            return at
    if not wanted:
        return None
    handed = [at for at, block in enumerate(blocks[:8]) if hands_on(block)]
    if handed:
        return handed[0] + 1 if handed[0] < last else None
    return 0 if blocks and not addressed else None


def _opens_attachment(blocks: Sequence[Block], at: int) -> bool:
    """Whether an attachment stands below the block at `at`, and not only a list of them."""
    return is_mark(blocks[at]) and read_closing(blocks, at).end == at


def _has_title(blocks: Sequence[Block], at: int, wanted: str) -> bool:
    if not begins_title(blocks, at):
        return False
    title, _ = take_title(blocks, at, wanted)
    return fold(title.text) == fold(wanted)


def hands_on(block: Block) -> bool:
    """Whether a block is a paragraph of a notice that hands a plan over."""
    return isinstance(block, Paragraph) and hands_over(block.text.text)


def is_substance(block: Block) -> bool:
    """Whether a block is more than a stray line: a table, a numbered paragraph, or prose."""
    if isinstance(block, Table) or read_label(block.text.text) is not None:
        return True
    return len(block.text) > 40 and "。" in block.text.text


def is_mark(block: Block) -> bool:
    """Whether a block is the line above an attachment (`附件1`)."""
    return (
        isinstance(block, Paragraph)
        and block.text.text.lstrip().startswith(("附", "相关附"))
        and kind_of(block.text.text) == "attachment-mark"
    )


def opening_title(head: Head, stated: Passage) -> Passage:
    """The title at the head of the first document: the last printed one, else the page's."""
    return head.titles[-1] if head.titles else stated
