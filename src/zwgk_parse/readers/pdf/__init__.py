"""A PDF → Document: its paragraphs and tables in reading order, each word with its page and box."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from zwgk_parse.diagnostics import Result
from zwgk_parse.document.model import Document
from zwgk_parse.readers.options import DEFAULTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.readers.options import Options
    from zwgk_parse.readers.pdf.content import Content

MEDIA_TYPE = "application/pdf"
READER = "pdf"


def read(data: bytes, name: str, options: Options = DEFAULTS) -> Result[Document]:
    """The paragraphs and tables of a PDF; Span.page counts from 1, Span.bbox is in points."""
    from zwgk_parse.readers.pdf.flow import Flow

    flow = Flow()
    pages = list(iter_pages(data, name, options))
    blocks = tuple(flow.blocks(pages))
    document = Document(
        name,
        MEDIA_TYPE,
        hashlib.sha256(data).hexdigest(),
        READER,
        blocks,
        pages=len(pages),
        furniture=tuple(line.passage() for line in flow.furniture),
    )
    return Result(document, ())


def iter_pages(data: bytes, name: str, options: Options = DEFAULTS) -> Iterator[Content]:
    """What stands on each page, one page at a time."""
    from zwgk_parse.readers.pdf.content import content_of
    from zwgk_parse.readers.pdf.pdfium import PdfFile

    file = PdfFile(data, name, options.password, options.limits)
    try:
        for page in file:
            yield content_of(page)
    finally:
        file.close()
