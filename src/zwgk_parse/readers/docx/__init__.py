"""A Word file (.docx, .docm, .dotx) → Document: its body in order, page furniture apart.

`package` opens the file within its limits, `walk` goes over the body (`words` for paragraphs,
`numbering` and `styles` for what is computed), `tables` makes tables of grids. Tracked changes are
read as accepted; what Word does not show, or what cannot be read, is said (`remarks`). Macros are
not looked at, nothing that the file refers to is fetched.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from zwgk_parse.diagnostics import Result
from zwgk_parse.document.model import Document, Link, Paragraph
from zwgk_parse.errors import DamagedFileError, LimitExceededError, NoTextLayerError
from zwgk_parse.readers.options import DEFAULTS
from zwgk_parse.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.document.model import Block
    from zwgk_parse.readers.docx.flow import Item
    from zwgk_parse.readers.docx.package import Main, Package
    from zwgk_parse.readers.docx.reading import Reading
    from zwgk_parse.readers.options import Options

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
READER = "docx"


def read(data: bytes, name: str, options: Options = DEFAULTS) -> Result[Document]:
    """The body's paragraphs and tables in reading order, with automatic numbers put before them.

    Headers, footers, notes and a table of contents go to `furniture`. Gives ZW004 to ZW009 for what
    was accepted, left out or not read. Raises DamagedFileError, EncryptedFileError,
    UnsupportedFormatError (a packed file of another kind), LimitExceededError, and
    NoTextLayerError for a file that holds only pictures.
    """
    # lxml takes longer to load than the rest of the package.
    from zwgk_parse.readers.docx.budget import Budget
    from zwgk_parse.readers.docx.package import open_package

    try:
        package, main = open_package(data, Budget(options.limits, name))
        return _read(package, main, data, name)
    except RecursionError as error:
        reason, remedy = "its elements are nested too deeply", "save it again with Word or WPS"
        raise LimitExceededError(name, reason, remedy) from error


def _read(package: Package, main: Main, data: bytes, name: str) -> Result[Document]:
    from zwgk_parse.readers.docx import furniture, remarks, tables
    from zwgk_parse.readers.docx.names import W
    from zwgk_parse.readers.docx.walk import walk

    body = next(main.root.iterchildren(f"{W}body"), None)
    if body is None:
        raise DamagedFileError(name, "there is no Word document in it", "fetch it again")
    reading = _reading(package, main)
    blocks = tuple(_blocks(walk(reading, body, "/body"), name))
    if not blocks and reading.remarks.count(remarks.PICTURES):
        reason, remedy = "it holds pictures only", "run it through an OCR program first"
        raise NoTextLayerError(name, reason, remedy)
    aside = [*furniture.heads(package, main, reading), *reading.contents]
    aside += furniture.notes(package, main, reading)
    document = Document(
        name,
        MEDIA_TYPE,
        hashlib.sha256(data).hexdigest(),
        READER,
        blocks,
        furniture=tuple(map(tables.passage, aside)),
        links=tuple(Link(one.text, one.href, Span(path=one.path)) for one in reading.targets),
    )
    return Result(document, reading.remarks.diagnostics())


def _reading(package: Package, main: Main) -> Reading:
    from zwgk_parse.readers.docx.numbering import Numbering
    from zwgk_parse.readers.docx.reading import Reading
    from zwgk_parse.readers.docx.remarks import Remarks
    from zwgk_parse.readers.docx.styles import Styles

    parts = {kind: main.first(kind) for kind in ("styles", "numbering")}
    roots = {kind: package.parse(part) if part else None for kind, part in parts.items()}
    styles = Styles(roots["styles"])
    numbering = Numbering(roots["numbering"], styles)
    return Reading(styles, numbering, package.budget, Remarks(), main.relations)


def _blocks(items: list[Item], name: str) -> Iterator[Block]:
    from zwgk_parse.readers.docx import flow, tables

    number = 0
    for item in tables.unwrap(items):
        if isinstance(item, flow.Grid):
            number += 1
            yield tables.build(item, number, name)
        else:
            yield Paragraph(tables.passage(item), item.level)
