"""Packed files that are not Word's: names of parts in, an error that says what to do out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.errors import DamagedFileError, UnsupportedFormatError
from zwgk_parse.readers.docx.names import W

if TYPE_CHECKING:
    from collections.abc import Set

    from zwgk_parse.errors import ReadError

_AS_WORD = "open it and save it as .docx"
# How a part's name begins, the kind of file that has it, what to do.
_BY_PART = (
    ("xl/", "Excel", "copy the table to a Word document and save it as .docx"),
    ("ppt/", "PowerPoint", "copy its text to a Word document and save it as .docx"),
    ("visio/", "Visio", "copy its text to a Word document and save it as .docx"),
    ("ofd.xml", "OFD", "open it and save it as PDF"),
    ("index/document.iwa", "Pages", _AS_WORD),
)
_BY_TYPE = (
    (b"opendocument", "OpenDocument", _AS_WORD),
    (b"epub", "EPUB", "save it as a plain web page"),
)


def is_word(tag: str) -> bool:
    """Whether the root element of a main part is that of a Word document."""
    return tag == f"{W}document"


def refusal(names: Set[str], mimetype: bytes | None, file: str) -> ReadError:
    """What to raise for a packed file with no Word document where it should be."""
    kinds = [
        *((kind, remedy) for part, kind, remedy in _BY_PART if _has(names, part)),
        *((kind, remedy) for word, kind, remedy in _BY_TYPE if word in (mimetype or b"")),
    ]
    for kind, remedy in kinds:
        return UnsupportedFormatError(
            file, f"it is of the kind {kind}, which is not read yet", remedy
        )
    if _has(names, "word/") or "[content_types].xml" in names:
        return DamagedFileError(file, "there is no Word document in it", "fetch it again")
    return UnsupportedFormatError(
        file, "it is of the kind zip, which is not read yet", "unpack it first"
    )


def _has(names: Set[str], part: str) -> bool:
    return any(name.startswith(part) for name in names)
