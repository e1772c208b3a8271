"""A Sheet as a PDF by ReportLab: a program that draws text and lines and knows no table.

Fonts: a TrueType font of the system if there is one, else STSong-Light, which is not embedded.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import LongTable, PageBreak, Paragraph, SimpleDocTemplate, TableStyle

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from scripts.made.sheet import Line, Sheet

_FONTS = (
    "/usr/share/fonts/truetype/arphic/uming.ttc",
    "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
    "C:/Windows/Fonts/simsun.ttc",
    "/System/Library/Fonts/STHeiti Light.ttc",
)
_BOX = (0, 0), (-1, -1)
_THIN = (0.5, colors.black)
_GRID = ("GRID", *_BOX, *_THIN)
_ROWS = ("LINEBELOW", *_BOX, *_THIN)
# A merged cell is not cut by a page end, so it may not be too high.
_TOGETHER = 2
Command = tuple[Any, ...]


class Drawing(NamedTuple):
    """How a table is drawn: ReportLab's commands, and whether the head returns on each page.

    Punctuation hangs over the end of a line, into a cell's right `margin` of so many points.
    """

    commands: tuple[Command, ...] = (_GRID,)
    merged: bool = False
    repeated: bool = True
    cut: bool = False
    landscape: bool = False
    margin: float = 14


# A cut row and a head that returns do not go together: the head would stand before the cut, too.
STYLES: dict[str, Drawing] = {
    "grid": Drawing(),
    "hanging": Drawing(margin=4),
    "spans": Drawing(merged=True),
    "rowlines": Drawing((_ROWS,)),
    "rowlinescut": Drawing((_ROWS,), repeated=False, cut=True),
    "none": Drawing(()),
    "nonecut": Drawing((), repeated=False, cut=True),
    "headonce": Drawing(repeated=False),
    "cut": Drawing(repeated=False, cut=True),
    "dotted": Drawing((("GRID", *_BOX, *_THIN, "round", (0.1, 2)),)),
    "zebra": Drawing((("ROWBACKGROUNDS", *_BOX, (colors.white, colors.lightgrey)),)),
    "landscape": Drawing(landscape=True),
}
PLAIN = ("grid",)


def write_typeset(sheet: Sheet, drawing: Drawing, path: Path) -> None:
    """Write `sheet` with its table drawn as `drawing` says."""
    size = landscape(A4) if drawing.landscape else A4
    document = SimpleDocTemplate(
        str(path), pagesize=size, invariant=1, title=sheet.name,
        topMargin=37 * mm, bottomMargin=35 * mm, leftMargin=28 * mm, rightMargin=26 * mm,
    )  # fmt: skip
    chosen = sheet.broken(_TOGETHER) if drawing.merged else sheet.unmerged()
    story = [flowable for line in chosen.before for flowable in _line(line)]
    story = story[isinstance(story[0], PageBreak) :]
    if chosen.rows:
        story.append(_table(chosen, drawing, size[0] - 54 * mm))
    story += [flowable for line in chosen.after for flowable in _line(line)]
    document.build(story, onFirstPage=_number, onLaterPages=_number)


@cache
def _font() -> str:
    path = next((one for one in _FONTS if Path(one).is_file()), None)
    font = TTFont("Song", path, subfontIndex=0) if path else UnicodeCIDFont("STSong-Light")
    pdfmetrics.registerFont(font)
    return str(font.fontName)


@cache
def _style(kind: str) -> ParagraphStyle:
    """The type of a paragraph; `cell` is that of a table."""
    style = ParagraphStyle(
        kind, fontName=_font(), fontSize=16, leading=28, wordWrap="CJK", spaceAfter=0
    )
    if kind in ("title", "number"):
        style.alignment, style.spaceAfter = TA_CENTER, 20
        style.fontSize, style.leading = (22, 34) if kind == "title" else (16, 28)
    elif kind == "signature":
        style.alignment, style.rightIndent = TA_RIGHT, 64
    elif kind in ("text", "heading"):
        style.firstLineIndent = 32
    elif kind == "cell":
        style.fontSize, style.leading = 12, 18
    return style


def _line(line: Line) -> list[Any]:
    """A paragraph; an annex begins a page."""
    paragraph = Paragraph(escape(line.text), _style(line.kind))
    return [PageBreak(), paragraph] if line.kind == "annex" else [paragraph]


def _table(sheet: Sheet, drawing: Drawing, width: float) -> LongTable:
    style = _style("cell")
    words = [sheet.header, *(tuple(cell.text for cell in row) for row in sheet.rows)]
    table = LongTable(
        [[Paragraph(escape(text), style) for text in row] for row in words],
        colWidths=[width * share for share in sheet.shares],
        repeatRows=1 if drawing.repeated else 0,
        splitInRow=1 if drawing.cut else 0,
    )
    table.setStyle(
        TableStyle(
            [
                ("VALIGN", *_BOX, "TOP"),
                ("LEFTPADDING", *_BOX, 4),
                ("RIGHTPADDING", *_BOX, drawing.margin),
                *drawing.commands,
                *_spans(sheet),
            ]
        )
    )
    return table


def _spans(sheet: Sheet) -> list[Command]:
    """The merged cells of `sheet`, as ReportLab counts them; row 0 is the head."""
    return [
        ("SPAN", (column, at), (column, at + cell.rowspan - 1))
        for at, row in enumerate(sheet.rows, 1)
        for column, cell in enumerate(row)
        if cell.rowspan > 1
    ]


def _number(canvas: Canvas, document: SimpleDocTemplate) -> None:
    """Print — 2 — at the outer foot of the page, as GB/T 9704 does."""
    canvas.saveState()
    canvas.setFont(_font(), 14)
    words, margin = f"— {document.page} —", 28 * mm
    if document.page % 2:
        canvas.drawRightString(document.pagesize[0] - margin, 26 * mm, words)
    else:
        canvas.drawString(margin, 26 * mm, words)
    canvas.restoreState()
