"""How much of the documents ended in the plan, and what did not: nothing is dropped in silence.

Characters are counted place by place: those of a paragraph or cell that no field, heading,
paragraph of the preamble or fact of the plan holds are unplaced, and told as ZW306.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.document.passage import anchor
from zwgk_parse.document.sources import passages
from zwgk_parse.messages import remark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zwgk_parse.diagnostics import Diagnostic
    from zwgk_parse.document.model import Document
    from zwgk_parse.document.passage import Anchor, Passage
    from zwgk_parse.plan.raw import RawFacts, RawField, RawPlan

_SIGNS = re.compile(r"[\s\W_]+")
# The label of a fact says which fact it is: it is placed with its value.
_LABEL = re.compile(r"\s*(?:抄\s*送|主\s*送|公开方式|附\s*件|来\s*源|文\s*号)[^:：]{0,4}[:：]")
_LONGEST = 200


class Coverage(NamedTuple):
    """`characters` of the documents (white space aside), and how many are `unplaced`."""

    characters: int
    unplaced: int

    @property
    def share(self) -> float:
        """The unplaced part of all characters, from 0 to 1."""
        return self.unplaced / self.characters if self.characters else 0.0


def measure(raw: RawPlan, documents: Sequence[Document]) -> tuple[Coverage, tuple[Diagnostic, ...]]:
    """The coverage of `documents` by `raw`, and a ZW306 for each paragraph with words left over."""
    left = _placed(raw)
    repeated = {_fold(heading) for heading in raw.headings}
    repeated |= {_fold((s.label or "") + s.title.text) for s in raw.sections}
    characters = unplaced = 0
    said: list[Diagnostic] = []
    for document in documents:
        for passage in passages(document):
            folded = _fold(passage.text)
            characters += len(folded)
            missing = 0 if folded in repeated else _missing(passage, left)
            if missing:
                unplaced += missing
                said.append(remark("ZW306", passage.spans, text=passage.tidy().text[:_LONGEST]))
    return Coverage(characters, unplaced), tuple(said)


def _fold(text: str) -> str:
    """The letters, digits and Chinese characters of `text`: signs and spaces carry no task."""
    return _SIGNS.sub("", text)


def _missing(passage: Passage, left: dict[Anchor, Counter[str]]) -> int:
    """How many characters of `passage` no part of the plan holds; what is found is used up."""
    count = 0
    label = _LABEL.match(passage.text)
    for span, text in _pieces(passage):
        printed = Counter(_fold(text))
        if label is not None and span == anchor(passage.marks[0][1]):
            printed -= Counter(_fold(label[0]))
        count += (printed - left[span]).total()
        left[span] = left[span] - printed
    return count


def _pieces(passage: Passage) -> Iterator[tuple[Anchor, str]]:
    end = len(passage.text)
    for start, place in reversed(passage.marks):
        yield anchor(place), passage.text[start:end]
        end = start


def _placed(raw: RawPlan) -> dict[Anchor, Counter[str]]:
    """For each place the characters that the plan holds of it."""
    found: dict[Anchor, Counter[str]] = defaultdict(Counter)
    for passage in _held(raw):
        for span, text in _pieces(passage):
            found[span].update(_fold(text))
    for section in raw.sections:
        for span in section.title.anchors[:1]:
            found[span].update(_fold(section.label or ""))
    return found


def _held(raw: RawPlan) -> Iterator[Passage]:
    """Every passage that a part of the plan holds."""
    yield from _fact_passages(raw.facts)
    for section in raw.sections:
        yield section.title
    for paragraph in raw.paragraphs:
        yield paragraph.text
    seen: set[int] = set()
    for task in raw.tasks:
        yield task.numbered
        yield task.text
        # A field that several tasks inherit is printed once.
        every = (*task.owners, *task.deadlines, *task.people, *task.columns)
        fields = [field for field in every if id(field) not in seen]
        seen.update(map(id, fields))
        yield from _field_passages(fields)


def _field_passages(fields: Iterable[RawField]) -> Iterator[Passage]:
    for field in fields:
        for piece in field.pieces:
            yield piece
            # The label of a field (`责任单位：`) stands where its value stands.
            if field.place != "column" and field.heading and piece.marks:
                yield type(piece).of(field.heading, piece.marks[0][1])


def _fact_passages(facts: RawFacts) -> Iterator[Passage]:
    for name in facts._fields:
        value = getattr(facts, name)
        if name == "attachments":
            yield from value
        elif name == "catalog":
            yield from (passage for _, passage in value)
        else:
            yield value
