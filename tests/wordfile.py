"""Small Word files for tests, made of the XML that a test is about: parts in, bytes out."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_OFFICE = "http://schemas.openxmlformats.org"
_NAMESPACES = {
    "w": f"{_OFFICE}/wordprocessingml/2006/main",
    "r": f"{_OFFICE}/officeDocument/2006/relationships",
    "a": f"{_OFFICE}/drawingml/2006/main",
    "wp": f"{_OFFICE}/drawingml/2006/wordprocessingDrawing",
    "m": f"{_OFFICE}/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w16se": "http://schemas.microsoft.com/office/word/2015/wordml/symex",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "c": f"{_OFFICE}/drawingml/2006/chart",
}
_XMLNS = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in _NAMESPACES.items())
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = (
    f'{_HEAD}<Types xmlns="{_OFFICE}/package/2006/content-types">'
    '<Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN_TYPE}"/>'
    "{overrides}</Types>"
)
_DATE = (1980, 1, 1, 0, 0, 0)


def part(root: str, content: str) -> str:
    """An XML part whose root element is `w:<root>`."""
    return f"{_HEAD}<w:{root} {_XMLNS}>{content}</w:{root}>"


def relations(*rows: tuple[str, str, str]) -> str:
    """A part of relationships: id, kind, target; a target with `:` is outside the file."""
    office = f"{_OFFICE}/officeDocument/2006/relationships"
    links = "".join(
        f'<Relationship Id="{name}" Type="{office}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if ":" in target else "/>")
        for name, kind, target in rows
    )
    package = f"{_OFFICE}/package/2006/relationships"
    return f'{_HEAD}<Relationships xmlns="{package}">{links}</Relationships>'


def pack(parts: Mapping[str, str | bytes]) -> bytes:
    """The parts as a zip file, the same bytes each time."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _DATE), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def word_parts(
    body: str,
    *,
    styles: str = "",
    numbering: str = "",
    extra: Mapping[str, str] | None = None,
    links: tuple[tuple[str, str, str], ...] = (),
) -> dict[str, str | bytes]:
    """The parts of a Word file with this body; `extra` parts by name, `links` of the main part."""
    kinds = {"styles": part("styles", styles), "numbering": part("numbering", numbering)}
    rows = [(f"rId{kind}", kind, f"{kind}.xml") for kind in kinds]
    overrides = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="'
        f'application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>'
        for kind in kinds
    )
    return {
        "[Content_Types].xml": _TYPES.format(overrides=overrides),
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations(*rows, *links),
        **{f"word/{kind}.xml": content for kind, content in kinds.items()},
        **(extra or {}),
    }


def word(
    body: str,
    *,
    styles: str = "",
    numbering: str = "",
    extra: Mapping[str, str] | None = None,
    links: tuple[tuple[str, str, str], ...] = (),
) -> bytes:
    """A Word file with this body."""
    made = word_parts(body, styles=styles, numbering=numbering, extra=extra, links=links)
    return pack(made)


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    said = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{said}<w:t xml:space="preserve">{text}</w:t></w:r>'


def para(
    text: str = "",
    *,
    number: tuple[int, int] | None = None,
    style: str = "",
    more: str = "",
    properties: str = "",
) -> str:
    """A paragraph: text, then `more` runs; `number` is (list, level)."""
    said = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number is not None:
        said += f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
    said += properties
    return f"<w:p>{f'<w:pPr>{said}</w:pPr>' if said else ''}{run(text) if text else ''}{more}</w:p>"


def cell(*content: str, properties: str = "") -> str:
    """A table cell; what does not begin with a bracket is the text of a paragraph."""
    inner = "".join(one if one.startswith("<") else para(one) for one in content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner or '<w:p/>'}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A table row; a cell that does not begin with a bracket is its text."""
    inner = "".join(one if one.startswith("<") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


LINES = '<w:tblBorders><w:top w:val="single"/></w:tblBorders>'


def table(*rows: str, properties: str = LINES) -> str:
    """A table, with drawn lines."""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid/>{''.join(rows)}</w:tbl>"


def level(index: int, name: str, text: str, more: str = "") -> str:
    """A level of a list: its format's name and its text."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{name}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(name: int, *levels: str) -> str:
    """An abstract list."""
    return f'<w:abstractNum w:abstractNumId="{name}">{"".join(levels)}</w:abstractNum>'


def num(name: int, of: int, more: str = "") -> str:
    """A list: an instance of an abstract one."""
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'
