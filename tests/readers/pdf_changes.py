"""Tiny PDFs whose file is odd: boxes, units, passwords, damage, and fonts with odd character maps.

Functions that give bytes, the same every time. Raw objects are put together by `assembled`.
"""

from __future__ import annotations

import re
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
from reportlab.lib.pdfencrypt import StandardEncryption

from tests.readers.pdf_files import HEIGHT, TOP, WIDTH, file_of, plain_boxes, ruled, table, write

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportlab.pdfgen.canvas import Canvas

OWNER = "owner"
_XREF_ENTRY = re.compile(rb"\d{10}(?= \d{5} n)")


def changed(data: bytes, change: Callable[[pikepdf.Page], None]) -> bytes:
    """The PDF in `data` with `change` made to each of its pages."""
    target = BytesIO()
    with pikepdf.open(BytesIO(data)) as file:
        for page in file.pages:
            change(page)
        file.save(target, deterministic_id=True, fix_metadata_version=False)
    return target.getvalue()


def shifted(dx: float = -200.0, dy: float = 300.0) -> bytes:
    """A page whose MediaBox begins at (dx, dy)."""

    def paint(canvas: Canvas) -> None:
        canvas.translate(dx, dy)
        table(canvas, plain_boxes())

    def move(page: pikepdf.Page) -> None:
        page.mediabox = pikepdf.Array([dx, dy, dx + WIDTH, dy + HEIGHT])

    return changed(file_of(paint), move)


def cropped() -> bytes:
    """A page with a CropBox inside its MediaBox, and words outside of it that nobody sees."""

    def paint(canvas: Canvas) -> None:
        table(canvas, plain_boxes())
        write(canvas, 5, HEIGHT - 20, "裁去的字")

    def crop(page: pikepdf.Page) -> None:
        page.cropbox = pikepdf.Array([40, 50, WIDTH - 40, HEIGHT - 50])

    return changed(file_of(paint), crop)


def user_unit(unit: int = 2) -> bytes:
    """A page of half the measures, whose UserUnit says that a unit is `unit` points."""

    def paint(canvas: Canvas) -> None:
        canvas.scale(1 / unit, 1 / unit)
        table(canvas, plain_boxes())

    def declare(page: pikepdf.Page) -> None:
        page.obj.UserUnit = unit

    return changed(file_of(paint, size=(WIDTH / unit, HEIGHT / unit)), declare)


def rotated(angle: int) -> bytes:
    """A page stored turned and shown upright by /Rotate 90, 180 or 270."""
    matrix = {
        90: (0, 1, -1, 0, WIDTH, 0),
        180: (-1, 0, 0, -1, WIDTH, HEIGHT),
        270: (0, -1, 1, 0, 0, HEIGHT),
    }[angle]

    def paint(canvas: Canvas) -> None:
        canvas.transform(*matrix)
        table(canvas, plain_boxes(), top=TOP if angle == 180 else WIDTH - 100)

    def turn(page: pikepdf.Page) -> None:
        page.rotation = angle

    return changed(file_of(paint), turn)


def encrypted(password: str = "") -> bytes:
    """A file that opens with `password`; with an empty one, by itself."""
    lock = StandardEncryption(password, OWNER, strength=128)
    return file_of(partial(table, boxes=plain_boxes()), encrypt=lock)


def damaged_xref() -> bytes:
    """A file whose table of objects points past all of them."""
    return _XREF_ENTRY.sub(lambda entry: b"%010d" % (int(entry[0]) + 7), ruled())


def truncated(share: float = 0.6) -> bytes:
    """The first `share` of a file."""
    data = ruled()
    return data[: int(len(data) * share)]


def assembled(objects: Sequence[bytes], root: int = 1) -> bytes:
    """A PDF of `objects`, which are numbered from 1, with its table of objects and trailer."""
    data, offsets = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    entries = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Size %d /Root %d 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (size, entries, size, root, len(data))
    )


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(content), entries, content)


def mapped(shown: str | None) -> bytes:
    """A page of glyphs 1, 2, 3 … whose map says that they are `shown`; None: there is no map.

    The font has no file and no names for its glyphs, so that nothing else tells what they are.
    """
    count = len(shown) if shown is not None else 12
    codes = "".join(f"{code:04x}" for code in range(1, count + 1))
    text = f"BT /F1 16 Tf 72 700 Td <{codes}> Tj ET".encode()
    to_unicode = b"" if shown is None else b"/ToUnicode 7 0 R"
    return assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << /Font << /F1 5 0 R >> >> >>",
            stream(text),
            b"<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Body /Encoding /Identity-H "
            b"/DescendantFonts [6 0 R] " + to_unicode + b" >>",
            b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+Body /DW 1000 "
            b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
            b"/FontDescriptor 8 0 R /CIDToGIDMap /Identity >>",
            stream(_character_map(shown or "")),
            b"<< /Type /FontDescriptor /FontName /AAAAAA+Body /Flags 4 /ItalicAngle 0 "
            b"/Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 /FontBBox [0 -120 1000 880] >>",
        ]
    )


def _character_map(shown: str) -> bytes:
    """A CMap that says which character each glyph is."""
    rows = "\n".join(
        f"<{code:04x}> <{character.encode('utf-16-be').hex()}>"
        for code, character in enumerate(shown, 1)
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(shown)} beginbfchar\n{rows}\nendbfchar\nendcmap end end\n"
    ).encode()


no_map = partial(mapped, None)
private_map = partial(mapped, "".join(map(chr, range(0xE001, 0xE00D))))
rubbish_map = partial(mapped, "\x01\x02ÿþ\ufffd\x03Ð¾\x04\ufffd\x05×")
radicals_map = partial(mapped, "⼀、⼯作⼈⺠⽣活⽔利⽕⼭")


def page_tree_loop() -> bytes:
    """A file whose page tree leads back to itself."""
    return assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>",
        ]
    )
