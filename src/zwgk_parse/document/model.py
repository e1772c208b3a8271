"""What a reader hands on: paragraphs and tables in reading order, each with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.document.passage import Passage

if TYPE_CHECKING:
    from zwgk_parse.source import Span


class Paragraph(NamedTuple):
    """One paragraph. `level` is its heading level (1 = outermost) where the format gives one."""

    text: Passage
    level: int | None = None


class Cell(NamedTuple):
    """A table cell: its paragraphs in order; `column` counts from 0 in the table's grid.

    `doubtful`: its paragraphs may as well be cells of several rows. `cut`: no line closes it
    below, as where a page ends within it. `flows`: its last line is full, so that its last
    paragraph may go on after a page's end.
    """

    paragraphs: tuple[Passage, ...] = ()
    column: int = 0
    rowspan: int = 1
    colspan: int = 1
    header: bool = False
    doubtful: bool = False
    cut: bool = False
    flows: bool = False

    @property
    def text(self) -> Passage:
        """The paragraphs one after another."""
        return Passage.join(self.paragraphs)


class Row(NamedTuple):
    """A table row: the cells that begin in it."""

    cells: tuple[Cell, ...]


class Table(NamedTuple):
    """A table. `spans_known`: rowspan and colspan are facts (HTML, Word), not guesses (text).

    `dealt` is false where the cells stand one a row, because their columns could not be told;
    `page` (from 1) is set where the table is what stands on one page of a file with pages.
    """

    rows: tuple[Row, ...]
    width: int
    spans_known: bool = False
    dealt: bool = True
    page: int | None = None


Block = Paragraph | Table


class Fact(NamedTuple):
    """A label and its value as a page's meta table or a crawler's header prints them."""

    label: str
    value: Passage


class Link(NamedTuple):
    """A link to another file, as it stands in the text."""

    text: str
    href: str
    span: Span


class Document(NamedTuple):
    """One file, read.

    `blocks` are the content in reading order; `furniture` is what belongs to the page and not to
    the document (navigation, page numbers, running heads); `facts` what the page states of it.
    """

    name: str
    media_type: str
    sha256: str
    reader: str
    blocks: tuple[Block, ...]
    pages: int | None = None
    furniture: tuple[Passage, ...] = ()
    facts: tuple[Fact, ...] = ()
    links: tuple[Link, ...] = ()
