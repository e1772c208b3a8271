"""pdfplumber's own tables, where it is right: PDFs whose pages close every cell with a line."""

from __future__ import annotations

import logging
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

import pdfplumber
import pytest

from tests.corpus import CORPUS
from tests.readers import pdf_changes as changes
from tests.readers import pdf_files as files
from zwgk_parse.document.passage import clean
from zwgk_parse.readers.pdf import iter_pages
from zwgk_parse.readers.pdf.content import PageTable

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CLOSED = [
    *sorted(CORPUS.glob("renditions/*.libreoffice.pdf")),
    *sorted(CORPUS.glob("edge/*.formxobject.pdf")),
    *sorted(CORPUS.glob("edge/*.mediabox_offset.pdf")),
]
MADE: dict[str, Callable[[], bytes]] = {
    "ruled": files.ruled,
    "hairlines": partial(files.ruled, files.hairline),
    "merged": files.merged,
    "merged hairlines": partial(files.merged, files.hairline),
    "form": files.in_form,
    "paragraphs between": files.tables_and_paragraphs,
    "cut and closed": partial(files.cut_row, closed=True),
    "shifted": changes.shifted,
    "rotated 90": partial(changes.rotated, 90),
    "rotated 270": partial(changes.rotated, 270),
}
# Rows of a table by columns; None where a cell goes on from the left or from above.
Rows = list[list[str | None]]


def ours(data: bytes) -> list[Rows]:
    """The tables of all pages by this package, the words of their cells as they stand."""
    found = []
    for content in iter_pages(data, "a.pdf"):
        for table in content.items:
            if not isinstance(table, PageTable):
                continue
            rows: Rows = [[None] * (len(table.grid.xs) - 1) for _ in table.grid.ys[1:]]
            for cell in table.grid.cells:
                words = "".join(line.text for line in table.lines.get(cell, []))
                rows[cell.row][cell.column] = _squeezed(words)
            found.append(rows)
    return found


def theirs(data: bytes) -> list[Rows]:
    """The same by pdfplumber."""
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    with pdfplumber.open(BytesIO(data)) as file:
        return [
            [[None if words is None else _squeezed(words) for words in row] for row in table]
            for page in file.pages
            for table in page.extract_tables()
        ]


def _squeezed(words: str) -> str:
    return "".join(clean(words).split())


@pytest.mark.parametrize("make", MADE.values(), ids=MADE)
def test_a_made_file_has_the_cells_that_pdfplumber_finds(make: Callable[[], bytes]) -> None:
    data = make()
    assert ours(data) == theirs(data)
    assert ours(data)


@pytest.mark.slow
@pytest.mark.parametrize("path", CLOSED, ids=lambda path: path.name)
def test_a_rendition_has_the_cells_that_pdfplumber_finds(path: Path) -> None:
    data = path.read_bytes()
    assert ours(data) == theirs(data)
