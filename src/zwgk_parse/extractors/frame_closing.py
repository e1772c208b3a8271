"""The lines that close a document: signature, imprint (版记), attachments listed, page furniture.

In go blocks, out come the facts that the lines state and the lines that state none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from zwgk_parse.document.model import Block, Paragraph
from zwgk_parse.document.numbering import read_label
from zwgk_parse.document.passage import Passage
from zwgk_parse.extractors.frame_lines import kind_of, split_signed
from zwgk_parse.patterns import lazy
from zwgk_parse.plan.raw import RawFacts
from zwgk_parse.vocabulary.documents import DAY, fold, label_field
from zwgk_parse.vocabulary.page_words import page_facts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from zwgk_parse.document.model import Fact

_WINDOW = 24
_DAY = lazy(DAY)
_GOES_ON = lazy(r"[，,、；;]$")
_NUMBERED = lazy(r"\d{1,2}\s*[.．、]")
# The fields of RawFacts that a page's labels fill; the others go to the catalogue.
_PRINTED_ELSEWHERE = {"document_number", "issued", "published", "disclosure"}


class Lines(NamedTuple):
    """What a stretch of lines states, what states nothing, and the index of the block after it."""

    facts: RawFacts
    leftovers: tuple[Paragraph, ...] = ()
    end: int = 0


def merge_facts(*parts: RawFacts) -> RawFacts:
    """The facts of all parts: of each the first that is printed; lists are put together.

    A document number unlike the first stays in the catalogue, so that it can be remarked on.
    """
    merged = RawFacts()
    for part in parts:
        changes: dict[str, Any] = {}
        if _differ(merged.document_number, part.document_number):
            merged = merged._replace(
                catalog=(*merged.catalog, ("document_number", part.document_number))
            )
        for name, more in part._asdict().items():
            have = getattr(merged, name)
            if isinstance(have, tuple):
                changes[name] = (*have, *more)
            elif not have:
                changes[name] = more
        merged = merged._replace(**changes)
    return merged


def _differ(one: Passage, other: Passage) -> bool:
    return bool(one and other) and fold(one.text) != fold(other.text)


def fact(field: str, words: Passage) -> RawFacts:
    """The one fact that `words` fill."""
    change: dict[str, Any] = {field: words}
    return RawFacts()._replace(**change)


def labelled_facts(pairs: Sequence[tuple[str, Passage]]) -> RawFacts:
    """The facts that labels and values state; labels that no field knows go to the catalogue."""
    facts = RawFacts()
    for label, value in pairs:
        field = label_field(label)
        if not value.strip() or field == "none":
            continue
        if field is not None and field in _PRINTED_ELSEWHERE:
            facts = merge_facts(facts, fact(field, value.strip()))
        else:
            facts = merge_facts(facts, RawFacts(catalog=((field or label, value.strip()),)))
    return facts


def page_labelled(facts: Sequence[Fact]) -> RawFacts:
    """The facts that a page's own table or a crawler's header states."""
    return labelled_facts([(stated.label, stated.value) for stated in facts])


def find_signature(blocks: Sequence[Block]) -> Lines | None:
    """The first signature: names of bodies and a day below them; `leftovers` is what it goes over.

    `end` is the index after the day. (GB/T 9704-2012, 7.3.5: 发文机关署名, 成文日期.)
    """
    for at, block in enumerate(blocks):
        if (
            not isinstance(block, Paragraph)
            or len(block.text) > 100
            or not _DAY.search(block.text.text)
        ):
            continue
        kind = kind_of(block.text.text)
        if kind == "signed":
            return Lines(_signed(block.text), (block,), at + 1)
        units = _units_above(blocks, at) if kind == "date" else ()
        if units:
            names = Passage.join((unit.text.strip() for unit in units), "、").tidy()
            facts = RawFacts(signature=names, issued=block.text.strip())
            return Lines(facts, (*units, block), at + 1)
    return None


def _signed(text: Passage) -> RawFacts:
    unit, day = split_signed(text.text) or (0, 0)
    bare = text.strip()
    return RawFacts(signature=bare.slice(0, unit).tidy(), issued=bare.slice(day))


def _units_above(blocks: Sequence[Block], at: int) -> tuple[Paragraph, ...]:
    """The lines of names right above the day at `at`; one line may be no known kind of name."""
    found: list[Paragraph] = []
    for block in reversed(blocks[max(at - 12, 0) : at]):
        if not isinstance(block, Paragraph):
            break
        kind = kind_of(block.text.text)
        if kind != "unit" and not (kind == "title" and not found and len(block.text) <= 40):
            break
        found.insert(0, block)
    return tuple(found)


def read_closing(blocks: Sequence[Block], start: int, *, lenient: bool = False) -> Lines:
    """The closing lines from `start` on.

    `lenient`: once an imprint has been met, a short line of no known kind is passed over too.
    """
    facts, leftovers, at = RawFacts(), list[Paragraph](), start
    imprint = False
    while at < len(blocks):
        block = blocks[at]
        kind = kind_of(block.text.text) if isinstance(block, Paragraph) else "text"
        read = _READ.get(kind)
        lines = read(blocks, at) if read else None
        if lines is None and lenient and imprint and _is_stray(block):
            lines = Lines(RawFacts(), (block,) if isinstance(block, Paragraph) else (), at + 1)
        if lines is None:
            break
        imprint = imprint or kind in {"copied", "printed", "copies", "disclosure"}
        facts, at = merge_facts(facts, lines.facts), lines.end
        leftovers += lines.leftovers
    return Lines(facts, tuple(leftovers), at)


def split_closing(blocks: Sequence[Block]) -> tuple[Sequence[Block], Lines]:
    """`blocks` without the closing lines at their end, and those lines."""
    for start in range(max(len(blocks) - _WINDOW, 0), len(blocks)):
        lines = read_closing(blocks, start, lenient=True)
        if lines.end == len(blocks):
            return blocks[:start], lines
    return blocks, Lines(RawFacts(), (), len(blocks))


def split_list(blocks: Sequence[Block]) -> tuple[Sequence[Block], Lines]:
    """`blocks` without the list of attachments (`附件：1. …`) at their end, and that list."""
    for start in range(max(len(blocks) - _WINDOW, 0), len(blocks)):
        block = blocks[start]
        kind = kind_of(block.text.text) if isinstance(block, Paragraph) else "text"
        if kind in {"attachment-list", "attachment-mark"}:
            lines = _READ[kind](blocks, start)
            if lines is not None and lines.end == len(blocks):
                return blocks[:start], lines
    return blocks, Lines(RawFacts(), (), len(blocks))


def _is_stray(block: Block) -> bool:
    return (
        isinstance(block, Paragraph)
        and len(block.text) <= 40
        and "。" not in block.text.text
        and read_label(block.text.text) is None
    )


def _words(blocks: Sequence[Block], at: int) -> Passage:
    block = blocks[at]
    return block.text.strip() if isinstance(block, Paragraph) else Passage()


def _listed(blocks: Sequence[Block], at: int) -> Lines:
    """The list of attachments that begins at `at`: its first line and the numbered ones below."""
    items, end = [_words(blocks, at)], at + 1
    while end < len(blocks):
        words = _words(blocks, end)
        if not _NUMBERED.match(words.text) or len(words) > 80 or "。" in words.text:
            break
        items.append(words)
        end += 1
    return Lines(RawFacts(attachments=tuple(items)), (), end)


def _listed_below(blocks: Sequence[Block], at: int) -> Lines | None:
    """The list of attachments below a line that holds its label only."""
    if at + 1 == len(blocks) or not _NUMBERED.match(_words(blocks, at + 1).text):
        return None
    lines = _listed(blocks, at)
    return lines if len(lines.facts.attachments) > 1 else None


def _copied(blocks: Sequence[Block], at: int) -> Lines:
    """抄送, over as many lines as its enumeration goes on."""
    lines, end = [_words(blocks, at)], at + 1
    while end < len(blocks) and _GOES_ON.search(lines[-1].text) and _words(blocks, end):
        lines.append(_words(blocks, end))
        end += 1
    return Lines(RawFacts(copied_to=Passage.join(lines).tidy()), (), end)


def _unit(blocks: Sequence[Block], at: int) -> Lines | None:
    """Names above a day: of a signature, or of the imprint's printing line."""
    end = at
    while kind_of(_words(blocks, end).text) == "unit" and end + 1 < len(blocks):
        end += 1
    kind = kind_of(_words(blocks, end).text)
    names = [_words(blocks, index) for index in range(at, end)]
    if kind == "printed":
        printed = Passage.join([*names, _words(blocks, end)]).tidy()
        return Lines(RawFacts(printed=printed), (), end + 1)
    if kind == "date":
        signature = Passage.join(names, "、").tidy()
        return Lines(RawFacts(signature=signature, issued=_words(blocks, end)), (), end + 1)
    return None


def _catalogue(blocks: Sequence[Block], at: int) -> Lines:
    words = _words(blocks, at)
    pairs = [(label, words.slice(start, end)) for label, start, end in page_facts(words.text)]
    return Lines(labelled_facts(pairs), (Paragraph(words),), at + 1)


def _leftover(blocks: Sequence[Block], at: int) -> Lines:
    block = blocks[at]
    return Lines(RawFacts(), (block,) if isinstance(block, Paragraph) else (), at + 1)


_READ: dict[str, Callable[[Sequence[Block], int], Lines | None]] = {
    "attachment-list": _listed,
    "attachment-mark": _listed_below,
    "copied": _copied,
    "unit": _unit,
    "catalogue": _catalogue,
    "furniture": _leftover,
    "copies": _leftover,
    "rule": lambda _, at: Lines(RawFacts(), (), at + 1),
    "disclosure": lambda blocks, at: Lines(
        RawFacts(disclosure=_words(blocks, at).strip("（）() ").tidy()), (), at + 1
    ),
    "printed": lambda blocks, at: Lines(RawFacts(printed=_words(blocks, at)), (), at + 1),
    "signed": lambda blocks, at: Lines(_signed(_words(blocks, at)), (), at + 1),
}
