"""A Sheet as a Word file for printing: the layout of GB/T 9704, and a table with given borders."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT as VERTICAL
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as Word
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import Section
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph

    from scripts.made.sheet import Line, Sheet

FONT = "AR PL UMing CN"
_OUTER = ("top", "left", "bottom", "right")
_INNER = ("insideH", "insideV")
_CENTRED = ("title", "number")
_INDENTED = ("text", "heading")


class Borders(NamedTuple):
    """A table's looks: a line style of Word for each of `sides`; see Sheet.unmerged."""

    line: str = "single"
    sides: tuple[str, ...] = _OUTER + _INNER
    merged: bool = True
    repeated: bool = True
    cut: bool = True
    landscape: bool = False


STYLES: dict[str, Borders] = {
    "single": Borders(),
    "dotted": Borders("dotted"),
    "dashed": Borders("dashed"),
    "double": Borders("double"),
    "rowlines": Borders(sides=("top", "bottom", "insideH")),
    "nosides": Borders(sides=("top", "bottom", *_INNER)),
    "none": Borders(sides=(), merged=False),
    "headonce": Borders(repeated=False),
    "whole": Borders(merged=False, cut=False),
    "landscape": Borders(landscape=True),
}
PLAIN = ("single",)


def write_word(sheet: Sheet, borders: Borders, path: Path) -> None:
    """Write `sheet` with its table in `borders` as a Word file."""
    word = Document()
    _lay_out(word, landscape=borders.landscape)
    chosen = sheet if borders.merged else sheet.unmerged()
    for line in chosen.before:
        _write_line(word, line)
    if chosen.rows:
        _write_table(word, chosen, borders)
    for line in chosen.after:
        _write_line(word, line)
    word.save(str(path))


def _lay_out(word: Word, *, landscape: bool) -> None:
    """A4 with the margins of GB/T 9704 and — 1 — at the foot; Chinese type of size 3."""
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(16)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = Pt(28)
    _number_pages(section)


def _number_pages(section: Section) -> None:
    foot = section.footer.paragraphs[0]
    foot.alignment = ALIGN.RIGHT
    foot.add_run("— ")
    field = _element("fldSimple", instr="PAGE")
    field.append(foot.add_run("1")._r)  # noqa: SLF001  python-docx has no fields
    foot._p.append(field)  # noqa: SLF001
    foot.add_run(" —")


def _write_line(word: Word, line: Line) -> None:
    paragraph = word.add_paragraph()
    run = paragraph.add_run(line.text)
    form = paragraph.paragraph_format
    if line.kind in _CENTRED:
        paragraph.alignment, form.space_after = ALIGN.CENTER, Pt(20)
        run.font.size = Pt(22 if line.kind == "title" else 16)
        form.line_spacing = Pt(34)
    elif line.kind == "signature":
        paragraph.alignment, form.right_indent = ALIGN.RIGHT, Pt(64)
    else:
        run.bold = line.kind == "heading"
        form.first_line_indent = Pt(32) if line.kind in _INDENTED else None
        form.page_break_before = line.kind == "annex"


def _write_table(word: Word, sheet: Sheet, borders: Borders) -> None:
    table = word.add_table(1 + len(sheet.rows), len(sheet.header))
    table.autofit = False
    _draw(table, borders)
    section = word.sections[0]
    width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    for column, share in zip(table.columns, sheet.shares, strict=True):
        column.width = Length(int(width * share))
    # One walk over the cells, since every look-up of python-docx makes the whole grid anew.
    grid = [row.cells for row in table.rows]
    for at, words in enumerate(sheet.header):
        _write_cell(grid[0][at], words, Length(int(width * sheet.shares[at])))
    for number, row in enumerate(sheet.rows, 1):
        for at, cell in enumerate(row):
            _write_cell(grid[number][at], cell.text, Length(int(width * sheet.shares[at])))
            _merge(grid[number][at], cell.rowspan)
    if not borders.sides:
        _part_by_space(grid)
    for at, one in enumerate(table.rows):
        _mark(one, repeated=borders.repeated and not at, cut=borders.cut)


def _mark(row: _Row, *, repeated: bool, cut: bool) -> None:
    """Say whether `row` returns on each page, and whether a page end may cut it."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001  python-docx does not set these
    if not cut:
        properties.append(_element("cantSplit"))
    if repeated:
        properties.append(_element("tblHeader"))


def _write_cell(cell: _Cell, words: str, width: Length) -> None:
    cell.width = width
    cell.vertical_alignment = VERTICAL.CENTER
    paragraph: Paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.line_spacing = Pt(18)
    paragraph.add_run(words).font.size = Pt(12)


def _part_by_space(grid: list[tuple[_Cell, ...]]) -> None:
    """Part rows by space, and begin their cells at the top, where no line parts them."""
    for row in grid:
        for cell in row:
            cell.vertical_alignment = VERTICAL.TOP
            cell.paragraphs[0].paragraph_format.space_after = Pt(10)
            cell.paragraphs[0].paragraph_format.right_indent = Pt(8)


def _merge(cell: _Cell, rowspan: int) -> None:
    """Mark `cell` as one that begins, or goes on with, a merged cell."""
    if rowspan == 1:
        return
    merge = _element("vMerge") if rowspan == 0 else _element("vMerge", val="restart")
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001
    properties.insert_element_before(merge, "w:vAlign")


def _draw(table: Table, borders: Borders) -> None:
    lines = _element("tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        style = borders.line if side in borders.sides else "nil"
        lines.append(_element(side, val=style, sz="6", space="0", color="000000"))
    table._tbl.tblPr.append(lines)  # noqa: SLF001


def _element(tag: str, **attributes: str) -> BaseOxmlElement:
    made = cast("BaseOxmlElement", OxmlElement(f"w:{tag}"))
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made
