"""Headers and footers, foot- and endnotes → lines that belong to the page."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from zwgk_parse.readers.docx.flow import lines_of
from zwgk_parse.readers.docx.names import R, W
from zwgk_parse.readers.docx.walk import walk

if TYPE_CHECKING:
    from lxml.etree import _Element

    from zwgk_parse.readers.docx.flow import Line
    from zwgk_parse.readers.docx.package import Main, Package
    from zwgk_parse.readers.docx.reading import Reading

_HEADS = (f"{W}headerReference", f"{W}footerReference")
_NOTES = ("footnote", "endnote")


def heads(package: Package, main: Main, reading: Reading) -> list[Line]:
    """The lines of all headers and footers in the order of the sections; repeats stand once."""
    references = [element.get(f"{R}id") or "" for element in main.root.iter(*_HEADS)]
    relations = [main.relations[one] for one in references if one in main.relations]
    found: dict[str, Line] = {}
    for part in dict.fromkeys(one.target for one in relations if not one.external):
        root = package.parse(part)
        if root is not None:
            reading.relations = package.relations(part)
            for line in _lines(reading, root, f"/{PurePosixPath(part).stem}"):
                found.setdefault(line.text, line)
    return list(found.values())


def notes(package: Package, main: Main, reading: Reading) -> list[Line]:
    """The lines of the foot- and endnotes that the text refers to."""
    found: list[Line] = []
    for kind in _NOTES:
        part = main.first(f"{kind}s")
        wanted = {name for noted, name in reading.notes if noted == kind}
        root = package.parse(part) if part and wanted else None
        if part is None or root is None:
            continue
        reading.relations = package.relations(part)
        for element in root.iterchildren(f"{W}{kind}"):
            name = element.get(f"{W}id") or ""
            if name in wanted:
                found += _lines(reading, element, f"/{kind}s/{kind}[@id={name!r}]")
    return found


def _lines(reading: Reading, container: _Element, path: str) -> list[Line]:
    reading.fields = []
    return lines_of(walk(reading, container, path))
