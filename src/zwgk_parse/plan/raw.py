"""What an extractor hands on: the plan's parts in their own words, nothing read yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from zwgk_parse.document.passage import Passage

if TYPE_CHECKING:
    from zwgk_parse.diagnostics import Diagnostic
    from zwgk_parse.source import Span

Place = Literal["column", "bracket", "label", "section"]


class RawField(NamedTuple):
    """Words under a heading: a cell, a bracket or a labelled field (`责任单位：…`).

    `heading` is the column's heading or the label; a bracket without a label has none. A bracket
    may hold owners and deadlines at once. `pieces` are its paragraphs, brackets taken off.
    """

    heading: str | None
    pieces: tuple[Passage, ...]
    place: Place
    printed: str = ""


class RawSection(NamedTuple):
    """A heading; `parent` is the index of the heading above it."""

    label: str | None
    number: int | None
    title: Passage
    level: int
    parent: int | None = None


class RawTask(NamedTuple):
    """A task in its own words; `section` is an index into RawPlan.sections.

    `numbered` is the label with the place where it is printed.
    """

    label: str | None
    number: int | None
    section: int | None
    text: Passage
    numbered: Passage = Passage()
    owners: tuple[RawField, ...] = ()
    deadlines: tuple[RawField, ...] = ()
    people: tuple[RawField, ...] = ()
    columns: tuple[RawField, ...] = ()
    inherited: tuple[str, ...] = ()
    provenance: tuple[Span, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


class RawParagraph(NamedTuple):
    """A paragraph that belongs to no task; `part` says where it stood."""

    text: Passage
    section: int | None = None
    part: Literal["notice", "plan", "tail"] = "plan"


class RawFacts(NamedTuple):
    """The document's facts as printed; each is the words of one place, found by where it stands."""

    title: Passage = Passage()
    notice_title: Passage = Passage()
    document_number: Passage = Passage()
    letterhead: Passage = Passage()
    signature: Passage = Passage()
    issued: Passage = Passage()
    printed: Passage = Passage()
    published: Passage = Passage()
    addressees: Passage = Passage()
    copied_to: Passage = Passage()
    disclosure: Passage = Passage()
    attachments: tuple[Passage, ...] = ()
    catalog: tuple[tuple[str, Passage], ...] = ()


class RawPlan(NamedTuple):
    """All that the extractors found; `headings` are the column headings of the task tables."""

    facts: RawFacts = RawFacts()
    sections: tuple[RawSection, ...] = ()
    tasks: tuple[RawTask, ...] = ()
    paragraphs: tuple[RawParagraph, ...] = ()
    headings: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    extractor: str = ""
    reasons: tuple[str, ...] = ()
