"""Plain text and Markdown → Document: paragraphs and tables in order, each with its lines."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from zwgk_parse.diagnostics import Result
from zwgk_parse.document.model import Document, Fact
from zwgk_parse.document.numbering import read_label
from zwgk_parse.readers.decoding import decode
from zwgk_parse.readers.options import DEFAULTS
from zwgk_parse.readers.text.lines import Line, split_lines, words
from zwgk_parse.readers.text.paragraphs import read_paragraphs
from zwgk_parse.readers.text.stacked import read_stacked
from zwgk_parse.readers.text.tables import read_table
from zwgk_parse.vocabulary.headings import field_of_heading
from zwgk_parse.vocabulary.page_words import is_furniture, page_facts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zwgk_parse.document.model import Block, Table
    from zwgk_parse.document.passage import Passage
    from zwgk_parse.readers.options import Options

_HEAD = 30


def read(data: bytes, name: str, options: Options = DEFAULTS) -> Result[Document]:  # noqa: ARG001
    """The paragraphs and tables of a text file; Span.line counts its physical lines from 1.

    Raises UnsupportedFormatError when the bytes are in no known encoding.
    """
    text, said = decode(data, name)
    lines = list(split_lines(text))
    kept, facts, furniture = _page_parts(lines)
    document = Document(
        name=name,
        media_type="text/markdown" if name.lower().endswith((".md", ".markdown")) else "text/plain",
        sha256=hashlib.sha256(data).hexdigest(),
        reader="text",
        blocks=tuple(_blocks(kept)),
        furniture=tuple(furniture),
        facts=tuple(facts),
    )
    return Result(document, said)


def _page_parts(lines: Sequence[Line]) -> tuple[list[Line], list[Fact], list[Passage]]:
    """The lines without those of the page around the document: facts and furniture apart."""
    kept: list[Line] = []
    facts: list[Fact] = []
    furniture: list[Passage] = []
    seen = 0
    for line in lines:
        # Facts stand at the head of a page; behind the first numbered line they are a plan's words.
        numbered = line.form == "words" and read_label(line.text) is not None
        seen += _HEAD if numbered else line.form == "words"
        labelled = page_facts(line.text) if line.form == "words" and seen <= _HEAD else []
        if line.form in ("page-number", "rule") or (
            line.form == "words" and is_furniture(line.text)
        ):
            furniture.append(words(line.text, line.span))
            kept.append(Line(line.number, "", "blank"))
        elif labelled and _is_page_fact(labelled):
            passage = words(line.text, line.span)
            labelled = page_facts(passage.text)
            values = [(label, passage.slice(a, b).strip()) for label, a, b in labelled]
            facts += [Fact(label, value) for label, value in values if value]
            kept.append(Line(line.number, "", "blank"))
        else:
            kept.append(line)
    return kept, facts, furniture


def _is_page_fact(labelled: Sequence[tuple[str, int, int]]) -> bool:
    """公开方式 alone in a line is the document's own imprint, not the page's."""
    return [label for label, _, _ in labelled] not in (["公开方式"], ["主题词"])


def _blocks(lines: Sequence[Line]) -> Iterator[Block]:
    start = at = 0
    tables = 0
    while at < len(lines):
        found = _table_at(lines, at, tables + 1)
        if found is None:
            at += 1
            continue
        yield from read_paragraphs(lines[start:at])
        table, at = found
        tables += 1
        start = at
        yield table
    yield from read_paragraphs(lines[start:])


def _table_at(lines: Sequence[Line], at: int, number: int) -> tuple[Table, int] | None:
    line = lines[at]
    if line.form in ("pipes", "tabs"):
        return read_table(lines, at, number)
    if line.form == "words" and len(line.text) <= 20 and field_of_heading(line.text):
        return read_stacked(lines, at, number)
    return None
