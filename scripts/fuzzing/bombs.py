"""Files made to take all time or memory: small ones that unpack, nest or count without end.

Each function gives a file; BOMBS names them with their suffixes. None is broken by chance.
"""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from scripts.fuzzing.mutations import DATED, zipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_MIB = 1 << 20
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    b'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
    b'package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application'
    b'/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    b'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/'
    b'2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)

_PACKAGE = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS}
_MAIN = "word/document.xml"


def word_of(body: bytes, before: bytes = b"", **parts: bytes) -> bytes:
    """A Word file whose body is `body`; `before` stands before its root."""
    head, tail = _document(before)
    return zipped({**_PACKAGE, _MAIN: head + body + tail, **parts})


def _document(before: bytes = b"") -> tuple[bytes, bytes]:
    """What stands before the body of a document, and behind it."""
    root = f'<w:document xmlns:w="{_WORD}"><w:body>'.encode()
    head = b'<?xml version="1.0" encoding="UTF-8"?>' + before + root
    return head, b"</w:body></w:document>"


def _paragraph(words: bytes) -> bytes:
    return b"<w:p><w:r><w:t>" + words + b"</w:t></w:r></w:p>"


def zip_bomb() -> bytes:
    """A Word file of half a megabyte whose document unpacks to 600 MiB."""
    head, tail = _document()
    target = BytesIO(zipped(_PACKAGE))
    with zipfile.ZipFile(target, "a") as archive:
        entry = zipfile.ZipInfo(_MAIN, DATED)
        entry.compress_type = zipfile.ZIP_DEFLATED
        with archive.open(entry, "w") as part:
            for chunk in (head, *[b" " * _MIB] * 600, tail):
                part.write(chunk)
    return target.getvalue()


def many_parts() -> bytes:
    """A Word file with 40,000 parts."""
    return word_of(
        _paragraph("一".encode()), **{f"word/x{at}.xml": b"<a/>" for at in range(40_000)}
    )


def billion_laughs() -> bytes:
    """Entities that each name the one before ten times."""
    lines = [b'<!ENTITY a0 "ha">']
    lines += [b'<!ENTITY a%d "%b">' % (at, b"&a%d;" % (at - 1) * 10) for at in range(1, 11)]
    declared = b"<!DOCTYPE x [" + b"".join(lines) + b"]>"
    return word_of(_paragraph(b"&a10;"), declared)


def outer_entity() -> bytes:
    """An entity that names a file of this machine."""
    declared = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    return word_of(_paragraph(b"&a;"), declared)


def nested(tag: bytes = b"w:sdt", depth: int = 100_000) -> bytes:
    """Elements inside one another, `depth` of them."""
    inner = _paragraph("一、工作".encode())
    return word_of(b"<%b>" % tag * depth + inner + b"</%b>" % tag * depth)


def nested_tables(depth: int = 5_000) -> bytes:
    """Tables inside one another's cells."""
    opened = b"<w:tbl><w:tr><w:tc>" * depth
    return word_of(opened + _paragraph(b"1") + b"<w:p/></w:tc></w:tr></w:tbl>" * depth)


def wide_cells() -> bytes:
    """A table whose cells say that they span 2,000,000,000 columns."""
    cell = b'<w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr>%b</w:tc>'
    row = b"<w:tr>" + cell % _paragraph(b"1") * 5 + b"</w:tr>"
    return word_of(b"<w:tbl>" + row * 5 + b"</w:tbl>")


def page_tree_loop() -> bytes:
    """A PDF whose page tree leads back to itself and counts a million pages."""
    return pdf_of(
        b"<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>",
        b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 1000000 >>",
    )


def many_pages() -> bytes:
    """A PDF that names one page 100,000 times."""
    return pdf_of(
        b"<< /Type /Pages /Kids [%b] /Count 100000 >>" % (b"3 0 R " * 100_000),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    )


def deflate_bomb() -> bytes:
    """A PDF whose page's content unpacks to 1,000 MiB of white space, packed twice."""
    once = zlib.compressobj()
    chunk = b" " * _MIB
    packed = b"".join(once.compress(chunk) for _ in range(1000)) + once.flush()
    return _page_with(zlib.compress(packed), b"/Filter [/FlateDecode /FlateDecode]")


def many_paths() -> bytes:
    """A PDF whose page draws 2,000,000 lines."""
    return _page_with(zlib.compress(b"0 0 m 9 9 l S\n" * 2_000_000), b"/Filter /FlateDecode")


def many_letters() -> bytes:
    """A PDF whose page shows 2,000,000 letters, one above the other."""
    content = b"BT /F1 9 Tf 9 9 Td " + b"(aaaaaaaaaa) Tj " * 200_000 + b"ET"
    return _page_with(zlib.compress(content), b"/Filter /FlateDecode")


def forms_in_forms() -> bytes:
    """A PDF whose forms show the next one ten times each, ten deep."""
    forms = [
        _stream(
            b"/X Do " * 10 if at < 10 else b"0 0 m 9 9 l S",
            b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources "
            b"<< /XObject << /X %d 0 R >> >>" % (6 + at),
        )
        for at in range(11)
    ]
    return pdf_of(
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /XObject << /X 5 0 R >> >> >>",
        _stream(b"/X Do"),
        *forms,
    )


def huge_page() -> bytes:
    """A PDF whose page is larger than any paper, with a line across it."""
    return _page_with(b"0 0 m 9e30 9e30 l S 1 0 0 1 -9e30 9e38 cm", b"", b"[-9e30 -9e30 9e30 9e30]")


def _page_with(content: bytes, entries: bytes, box: bytes = b"[0 0 595 842]") -> bytes:
    return pdf_of(
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox " + box + b" /Contents 4 0 R /Resources << /Font "
        b"<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        _stream(content, entries),
    )


def _stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(content), entries, content)


def pdf_of(*objects: bytes) -> bytes:
    """A PDF of a catalogue and `objects`, the first of which is the page tree, number 2."""
    data, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate((b"<< /Type /Catalog /Pages 2 0 R >>", *objects), 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    entries = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(offsets) + 1
    return data + b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Size %d /Root 1 0 R >>\n" % (
        size, entries, size,
    ) + b"startxref\n%d\n%%%%EOF\n" % len(data)  # fmt: skip


def _named(suffix: str, *makers: Callable[[], bytes]) -> Iterable[tuple[str, Callable[[], bytes]]]:
    return ((f"{make.__name__.replace('_', '-')}{suffix}", make) for make in makers)


BOMBS: dict[str, Callable[[], bytes]] = {
    **dict(
        _named(
            ".docx", zip_bomb, many_parts, billion_laughs, outer_entity, nested, nested_tables,
            wide_cells,
        )
    ),
    **dict(
        _named(
            ".pdf", page_tree_loop, many_pages, deflate_bomb, many_paths, many_letters,
            forms_in_forms, huge_page,
        )
    ),
}  # fmt: skip
