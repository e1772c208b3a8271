"""A document as one of several: its spans say which file they are in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.document.glyphs import Strip
from zwgk_parse.document.model import Paragraph
from zwgk_parse.document.passage import Passage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zwgk_parse.document.model import Block, Document, Row
    from zwgk_parse.document.passage import Place
    from zwgk_parse.source import Span


def with_source(document: Document, number: int) -> Document:
    """`document` with every span's `source` set to `number`, its place in `Plan.sources`."""
    if number == 0:
        return document
    return document._replace(
        blocks=tuple(_block(block, number) for block in document.blocks),
        furniture=tuple(_passage(passage, number) for passage in document.furniture),
        facts=tuple(fact._replace(value=_passage(fact.value, number)) for fact in document.facts),
        links=tuple(link._replace(span=at_source(link.span, number)) for link in document.links),
    )


def at_source(span: Span, number: int) -> Span:
    """`span` in the file `number`."""
    return span.model_copy(update={"source": number})


def passages(document: Document) -> Iterable[Passage]:
    """Every paragraph and every paragraph of a cell, in reading order."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from cell.paragraphs


def _passage(passage: Passage, number: int) -> Passage:
    marks = tuple((offset, _place(place, number)) for offset, place in passage.marks)
    return Passage(passage.text, marks)


def _place(place: Place, number: int) -> Place:
    return place.at_source(number) if isinstance(place, Strip) else at_source(place, number)


def _block(block: Block, number: int) -> Block:
    if isinstance(block, Paragraph):
        return block._replace(text=_passage(block.text, number))
    return block._replace(rows=tuple(_row(row, number) for row in block.rows))


def _row(row: Row, number: int) -> Row:
    cells = (
        cell._replace(paragraphs=tuple(_passage(p, number) for p in cell.paragraphs))
        for cell in row.cells
    )
    return row._replace(cells=tuple(cells))
