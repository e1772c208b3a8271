"""The bytes of an XML part → its root element, by a parser that expands and fetches nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from zwgk_parse.errors import DamagedFileError, LimitExceededError

if TYPE_CHECKING:
    from lxml.etree import _Element

    from zwgk_parse.readers.docx.budget import Budget

_AGAIN = "fetch it again"
# ISO/IEC 29500 Strict names the same things by other addresses.
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/"
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def parse(data: bytes, part: str, budget: Budget) -> _Element:
    """The root element of the part named `part`.

    Raises DamagedFileError for what is no XML, or declares a document type, which no Word file
    does and by which a small file can grow without bound.
    """
    name = budget.name
    data = _as_utf8(data, part, name)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise DamagedFileError(name, f"{part} declares a document type", _AGAIN)
    budget.parse(data)
    if b"purl.oclc.org" in data:
        data = _STRICT.sub(_TRANSITIONAL, data)
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        said = str(error.msg)
        if "depth" in said:
            raise LimitExceededError(
                name, "its elements are nested too deeply", "save it again with Word or WPS"
            ) from error
        raise DamagedFileError(name, f"{part} is not well-formed XML", _AGAIN) from error


def _as_utf8(data: bytes, part: str, name: str) -> bytes:
    """The part in UTF-8; the standard allows UTF-16 besides, and nothing else."""
    if not data.startswith(_WIDE):
        return data
    try:
        return data.decode("utf-16").encode()
    except UnicodeError as error:
        raise DamagedFileError(name, f"{part} is not well-formed XML", _AGAIN) from error
