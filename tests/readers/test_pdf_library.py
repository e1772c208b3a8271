"""pdfium reads without the fonts of the machine, and draws with them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from scripts import make_box_font
from tests.readers import pdf_files as files
from zwgk_parse.readers.options import DEFAULTS
from zwgk_parse.readers.pdf import library
from zwgk_parse.readers.pdf.pdfium import PdfFile

if TYPE_CHECKING:
    from pathlib import Path

    from zwgk_parse.readers.pdf.page import Page


def page_of(data: bytes) -> Page:
    """The first page as pdfium reads it."""
    file = PdfFile(data, "made.pdf", None, DEFAULTS.limits)
    try:
        return file.page(1)
    finally:
        file.close()


def test_the_box_font_is_what_its_script_makes(tmp_path: Path) -> None:
    make_box_font.box_font().save(tmp_path / "box.ttf")
    assert (tmp_path / "box.ttf").read_bytes() == make_box_font.PLACE.read_bytes()


def test_a_character_alone_in_its_line_is_kept_though_no_font_is_there() -> None:
    # Without any Chinese font pdfium finds no size for it, and leaves it out.
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    stream = io.BytesIO()
    canvas = Canvas(stream)
    canvas.setFont("STSong-Light", 12)
    for line, words in enumerate(("持续推", "进", "公开", "开")):
        canvas.drawString(100, 700 - 18 * line, words)
    canvas.save()
    assert page_of(stream.getvalue()).text.split() == ["持续推", "进", "公开", "开"]


def test_fonts_of_the_machine_are_for_drawing_alone() -> None:
    data = files.ruled()
    before = page_of(data)
    with library.with_fonts():
        pass
    after = page_of(data)
    assert (before.text, before.tops, before.rights) == (after.text, after.tops, after.rights)
