"""The text of a task → the requirement itself, and the owner and deadline fields at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.document.passage import Passage
from zwgk_parse.plan.raw import RawField
from zwgk_parse.vocabulary.headings import PEOPLE, field_of_heading, people_labels
from zwgk_parse.vocabulary.roles import labelled_fields, looks_like_owners, owner_brackets

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

_CLOSING = "。；;．. "
_SENTENCE_END = "。；;！!？?）)】〕：:”"


class Split(NamedTuple):
    """A requirement, and the fields printed behind it."""

    text: Passage
    owners: tuple[RawField, ...] = ()
    deadlines: tuple[RawField, ...] = ()
    people: tuple[RawField, ...] = ()

    def over(self, given: Split) -> Split:
        """The fields of this, and those `given` from above where it has none."""
        return self._replace(
            owners=self.owners or given.owners,
            deadlines=self.deadlines or given.deadlines,
            people=self.people or given.people,
        )

    def and_more(self, more: Split) -> Split:
        """This with the fields of `more` behind its own."""
        return self._replace(
            owners=(*self.owners, *more.owners),
            deadlines=(*self.deadlines, *more.deadlines),
            people=(*self.people, *more.people),
        )


def split_fields(words: Passage) -> Split:
    """`words` cut into the requirement and its trailing brackets or labelled fields.

    `…力度。（责任单位：县民政局）` and `…力度。责任单位：县民政局配合单位：县财政局` alike.
    Brackets inside the text stay there.
    """
    words = words.strip()
    labelled = _labelled(words)
    if labelled is not None:
        return labelled
    return _bracketed(words)


def starts_with_fields(words: Passage) -> bool:
    """Whether a paragraph is nothing but owner or deadline fields (`责任单位：…`, `（…负责）`)."""
    split = split_fields(words)
    return any(split[1:]) and not split.text.text.strip(_CLOSING)


def split_paragraphs(paragraphs: Sequence[Passage]) -> Split:
    """As `split_fields`, of several paragraphs; a paragraph of fields ends the one before it."""
    paragraphs = _mended(paragraphs)
    fields = [position > 0 and starts_with_fields(p) for position, p in enumerate(paragraphs)]
    text = [p for p, is_field in zip(paragraphs, fields, strict=True) if not is_field]
    splits = [split_fields(Passage.join(text))]
    splits += [split_fields(p) for p, is_field in zip(paragraphs, fields, strict=True) if is_field]
    return Split(
        splits[0].text,
        tuple(field for split in splits for field in split.owners),
        tuple(field for split in splits for field in split.deadlines),
        tuple(field for split in splits for field in split.people),
    )


def _mended(paragraphs: Sequence[Passage]) -> list[Passage]:
    """The paragraphs, those joined again that a line end within a bracket or field parted."""
    mended: list[Passage] = []
    for paragraph in paragraphs:
        if len(mended) > 1 and _is_open(mended[-1].text):
            mended[-1] += paragraph
        else:
            mended.append(paragraph)
    return mended


def _is_open(text: str) -> bool:
    opened = sum(text.count(sign) for sign in "（(【〔[")
    return text.endswith(("：", ":", "、")) or opened > sum(text.count(sign) for sign in "）)】〕]")


def as_printed(field: RawField) -> Passage:
    """The words of a field behind its label, as a paragraph of their own."""
    words = Passage.join(field.pieces)
    if not field.heading or not words:
        return words
    return Passage.of(f"{field.heading}：", words.marks[0][1]) + words


def _bracketed(words: Passage) -> Split:
    owners: list[RawField] = []
    text, tail = words, ""
    while True:
        end = len(text.text.rstrip(_CLOSING))
        bracket = next(((a, b) for a, b in reversed(owner_brackets(text.text)) if b >= end), None)
        if bracket is None:
            break
        start = bracket[0]
        owners.insert(0, _bracket_field(text.slice(start, bracket[1])))
        tail = text.text[bracket[1] :].strip() or tail
        text = text.slice(0, start).strip()
    if owners and tail and text.text and text.text[-1] not in _SENTENCE_END:
        text = text + words.slice(len(words.text) - len(tail))
    return Split(text, tuple(owners))


def _bracket_field(bracket: Passage) -> RawField:
    """The field of a bracket: its content; `printed` keeps the bracket's own signs."""
    closed = bracket.text[-1:] in "）)】〕]"
    inner = bracket.slice(1, len(bracket) - 1 if closed else None).strip()
    return RawField(None, (inner,), "bracket", bracket.tidy().text)


def _labelled(words: Passage) -> Split | None:
    """Fields run together behind the text; None where the text has no label outside brackets."""
    brackets = owner_brackets(words.text)
    found = [
        field
        for field in _fields(words.text)
        if not any(start <= field[1] < end for start, end in brackets)
    ]
    if not found or not _stands_apart(words.text, found[0][1]):
        return None
    sorts: dict[str, list[RawField]] = {"owners": [], "deadline": [], "people": []}
    rest = Passage()
    *_, (last, at, begin, stop) = found
    if _sort(last) == "owners":
        found[-1] = (last, at, begin, _value_end(words.text, begin, stop))
        rest = words.slice(found[-1][3]).strip().strip("。").strip()
    for label, label_start, start, end in found:
        value = words.slice(start, end).strip().strip(_CLOSING)
        field = RawField(label, (value,), "label", words.slice(label_start, end).tidy().text)
        sorts[_sort(label)].append(field)
    text = Passage.join([words.slice(0, found[0][1]).strip(), rest])
    return Split(text, *(tuple(fields) for fields in sorts.values()))


def _value_end(text: str, start: int, end: int) -> int:
    """Where the owners that begin at `start` end: before a sentence that names none."""
    stop = text.find("。", start, end)
    behind = text[stop + 1 : end].strip() if stop >= 0 else ""
    if not behind or looks_like_owners(behind) or looks_like_owners(behind.split("，")[0]):
        return end
    return stop + 1


def _fields(text: str) -> list[tuple[str, int, int, int]]:
    """The labelled fields of `text`, those of people too: label, start, its value's range."""
    stated = labelled_fields(text)
    people = [match for match in people_labels().finditer(text) if _is_apart(match, stated)]
    starts = sorted(match.start() for match in people)
    found = [(label, at, start, _next(starts, start, end)) for label, at, start, end in stated]
    starts = sorted([*starts, *(at for _, at, _, _ in stated)])
    found += [
        (match[1], match.start(), match.end(), _next(starts, match.end(), len(text)))
        for match in people
    ]
    return sorted(found, key=lambda field: field[1])


def _is_apart(match: re.Match[str], stated: Sequence[tuple[str, int, int, int]]) -> bool:
    """Whether a label of people is no part of a label of owners (`责任单位及责任人：`)."""
    return all(match.end() <= at or match.start() >= start for _, at, start, _ in stated)


def _next(starts: Sequence[int], behind: int, end: int) -> int:
    return min((start for start in starts if behind <= start < end), default=end)


def _sort(label: str) -> str:
    field = field_of_heading(label)
    return "people" if field in PEOPLE else "deadline" if field == "deadline" else "owners"


def _stands_apart(text: str, at: int) -> bool:
    """Whether a label begins a field of its own and is no word of a sentence."""
    before = text[:at].rstrip()
    return not before or before[-1] in _SENTENCE_END or text[at - 1].isspace()
