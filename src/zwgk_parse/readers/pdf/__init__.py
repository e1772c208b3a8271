"""A PDF → Document: its paragraphs and tables in reading order, each word with its page and box.

`reading` gives what stands on each page (by `pdfium`, or `plumber` as second opinion), `flow` joins
lines to paragraphs over page ends. Scripts, embedded files and links are never touched.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from zwgk_parse.diagnostics import Result
from zwgk_parse.document.model import Document
from zwgk_parse.errors import DamagedFileError, NoTextLayerError
from zwgk_parse.messages import remark
from zwgk_parse.readers.options import DEFAULTS
from zwgk_parse.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zwgk_parse.diagnostics import Diagnostic
    from zwgk_parse.readers.options import Options
    from zwgk_parse.readers.pdf.content import Content
    from zwgk_parse.readers.pdf.reading import Reading

MEDIA_TYPE = "application/pdf"
READER = "pdf"
# How a whole file ends (ISO 32000-1, 7.5.5); other bytes may follow.
_END = b"%%EOF"
_TAIL = 4096


def read(data: bytes, name: str, options: Options = DEFAULTS) -> Result[Document]:
    """The paragraphs and tables of a PDF; Span.page counts from 1, Span.bbox is in points.

    Raises EncryptedFileError, DamagedFileError, LimitExceededError, and NoTextLayerError when no
    page has words that can be read.
    """
    from zwgk_parse.readers.pdf.flow import Flow

    reading, said = _open(data, name, options)
    try:
        flow = Flow()
        blocks = tuple(flow.blocks(reading))
    finally:
        reading.close()
    if not blocks:
        if _END not in data[-_TAIL:]:
            raise DamagedFileError(name, "it breaks off before its end", "fetch it again")
        raise _no_words(name, reading.pages, flow.said)
    document = Document(
        name,
        MEDIA_TYPE,
        hashlib.sha256(data).hexdigest(),
        READER,
        blocks,
        pages=reading.pages,
        furniture=tuple(line.passage() for line in flow.furniture),
    )
    return Result(document, (*said, *flow.said))


def iter_pages(data: bytes, name: str, options: Options = DEFAULTS) -> Iterator[Content]:
    """What stands on each page, one page at a time; no more than a page is held."""
    reading, _ = _open(data, name, options)
    try:
        yield from reading
    finally:
        reading.close()


def _open(data: bytes, name: str, options: Options) -> tuple[Reading, tuple[Diagnostic, ...]]:
    """The open file, repaired if it has to be."""
    from zwgk_parse.readers.pdf.reading import Reading
    from zwgk_parse.readers.pdf.unpacking import refuse_bombs

    refuse_bombs(data, name, options.limits.unpacked, options.limits.objects)
    try:
        return Reading(data, name, options), ()
    except DamagedFileError:
        from zwgk_parse.readers.pdf.repair import repaired

        whole = repaired(data, name, options.password)
        return Reading(whole, name, options), (remark("ZW010", (Span(page=1),)),)


def _no_words(name: str, pages: int, said: Sequence[Diagnostic]) -> NoTextLayerError:
    codes = {diagnostic.code for diagnostic in said}
    if "ZW012" in codes:
        return NoTextLayerError(
            name,
            f"the fonts of its {pages} page(s) do not say which characters they show",
            "export the PDF again from its source, or run it through an OCR program first",
        )
    if "ZW011" in codes:
        return NoTextLayerError(
            name,
            f"its {pages} page(s) are pictures without text",
            "run it through an OCR program first",
        )
    return NoTextLayerError(
        name, f"its {pages} page(s) hold no text", "check that it is the right file"
    )
