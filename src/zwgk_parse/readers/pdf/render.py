"""A page of a PDF as a picture, with what was found on it drawn over it: for checking by eye.

In go the file, the document and plan that were made of it and a page number, out comes a PNG:
the drawn lines, the cells of tables with their numbers, the words of tasks, owners and deadlines,
and which rows were joined over the page's ends and why. All marks are at the boxes that the plan
states, so that a wrong box is seen. Labels are ASCII and need no font file.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, NamedTuple

from zwgk_parse.document.model import Table
from zwgk_parse.errors import DamagedFileError
from zwgk_parse.readers.pdf import iter_pages
from zwgk_parse.readers.pdf.content import PageTable
from zwgk_parse.readers.pdf.page import Box
from zwgk_parse.readers.pdf.repair import repaired
from zwgk_parse.readers.pdf.views import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PIL.Image import Image

    from zwgk_parse.diagnostics import Diagnostic
    from zwgk_parse.document.model import Document
    from zwgk_parse.plan.model import Plan
    from zwgk_parse.readers.options import Options
    from zwgk_parse.readers.pdf.page import Page
    from zwgk_parse.source import Span

_SCALE = 2.0  # pixels a point
_LARGEST = 5000  # pixels at the longer side
_PALE = 0.35  # how far the page fades towards white
_FONT, _SMALL, _TINY = 22, 15, 13  # pixels
_PAD = 8

Colour = tuple[int, int, int]
LINE, CELL, TASK = (220, 20, 60), (110, 110, 110), (25, 90, 200)
OWNER, DEADLINE, JOIN = (20, 140, 50), (230, 110, 0), (150, 0, 200)
LEGEND = (
    (LINE, "line found"),
    (CELL, "cell: table, row, column"),
    (TASK, "task"),
    (OWNER, "owner"),
    (DEADLINE, "deadline"),
    (JOIN, "joined over the page's end"),
)


class Mark(NamedTuple):
    """A box on the page and what stands at it, in points from the page's top left."""

    box: Box
    colour: Colour
    label: str = ""


class Join(NamedTuple):
    """A row that goes on over the page's head or foot: what is said of it, and its pieces here."""

    at_head: bool
    words: str
    boxes: tuple[Box, ...]


def draw(data: bytes, document: Document, plan: Plan, number: int, options: Options) -> bytes:
    """The page `number` (from 1) as PNG; `plan` was made of `document`, and that of `data`.

    Raises what reading the file raises.
    """
    page, picture = _picture(data, document.name, number, options)
    scale = picture.width / page.width if page.width else 1.0
    joins = list(joins_on(plan, number))
    cells = list(cells_on(data, document, number, options))
    sheet = _Sheet(picture, scale)
    sheet.lines(page)
    for mark in (*cells, *marks_on(plan, number)):
        sheet.mark(mark)
    for join in joins:
        for box in join.boxes:
            sheet.mark(Mark(box, JOIN))
    return sheet.png(joins, f"page {number} of {document.pages}")


def marks_on(plan: Plan, number: int) -> Iterator[Mark]:
    """The places on a page that the tasks, owners and deadlines of a plan state."""
    seen: set[tuple[Box, Colour]] = set()
    for task in plan.tasks:
        spans = [
            *((span, TASK) for span in task.provenance),
            *((span, OWNER) for owner in task.owners for span in owner.provenance),
            *((span, DEADLINE) for deadline in task.deadlines for span in deadline.provenance),
        ]
        label = task.id
        for span, colour in spans:
            box = _box_on(span, number)
            if box is None or (box, colour) in seen:
                continue
            seen.add((box, colour))
            yield Mark(box, colour, label if colour == TASK else "")
            label = "" if colour == TASK else label


def joins_on(plan: Plan, number: int) -> Iterator[Join]:
    """The rows joined (ZW301) that have a piece on a page and another before or behind it."""
    for diagnostic in plan.diagnostics:
        if diagnostic.code != "ZW301":
            continue
        boxes = tuple(box for s in diagnostic.provenance if (box := _box_on(s, number)))
        pages = sorted({s.page for s in diagnostic.provenance if s.page and not s.source})
        if not boxes:
            continue
        if pages[0] < number:
            yield Join(True, _said(diagnostic, "goes on from page", pages[0]), boxes)
        if pages[-1] > number:
            yield Join(False, _said(diagnostic, "goes on on page", pages[-1]), boxes)


def _said(diagnostic: Diagnostic, words: str, page: int) -> str:
    reasons = str(diagnostic.data.get("reasons", ""))
    said = f"{diagnostic.task or 'a row'} {words} {page}: {reasons}"
    return said.encode("ascii", "replace").decode()


def _box_on(span: Span, number: int) -> Box | None:
    """The span's box, if it is on the page of the first file."""
    on_page = span.source == 0 and span.page == number
    return Box(*span.bbox) if on_page and span.bbox is not None else None


def cells_on(data: bytes, document: Document, number: int, options: Options) -> Iterator[Mark]:
    """The cells of the tables on a page, numbered as the plan's places number them."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    known: tuple[float, ...] = ()
    for content in iter_pages(data, document.name, options):
        found = [item for item in content.items if isinstance(item, PageTable)]
        built = [(at, one) for at, one in enumerate(tables, 1) if one.page == content.number]
        for item, (at, table) in zip(found, built, strict=False):
            # A page that does not draw all columns has those of the table before.
            known = item.grid.xs if table.width == len(item.grid.xs) - 1 else known
            if content.number == number and table.width == len(known) - 1:
                yield from _cells(table, at, known, item.grid.ys)
        if content.number == number:
            return


def _cells(
    table: Table, number: int, xs: tuple[float, ...], ys: tuple[float, ...]
) -> Iterator[Mark]:
    if len(table.rows) == len(ys):
        # A header without a line below it was made a row of its own.
        heads = (span.bbox for cell in table.rows[0].cells for span in cell.text.spans)
        ys = (ys[0], max((box[3] for box in heads if box), default=ys[0]), *ys[1:])
    for row, cells in enumerate(table.rows):
        for cell in cells.cells:
            low, right = row + cell.rowspan, cell.column + cell.colspan
            if low < len(ys) and right < len(xs):
                box = Box(xs[cell.column], ys[row], xs[right], ys[low])
                yield Mark(box, CELL, f"T{number} r{row + 1} c{cell.column + 1}")


def _picture(data: bytes, name: str, number: int, options: Options) -> tuple[Page, Image]:
    """What the reader found on the page, and the page as a picture, turned the same way."""
    import pypdfium2

    try:
        file = pypdfium2.PdfDocument(data, password=options.password)
    except pypdfium2.PdfiumError:
        data = repaired(data, name, options.password)
        file = pypdfium2.PdfDocument(data)
    try:
        page = _page(data, name, number, options)
        shown = file[number - 1]
        turned = _turned(shown, page) if options.pdf_engine != "pdfplumber" else 0
        scale = min(_SCALE, _LARGEST / max(page.width, page.height, 1.0))
        return page, shown.render(scale=scale, rotation=turned).to_pil().convert("RGB")
    except pypdfium2.PdfiumError as error:
        reason, remedy = f"page {number} cannot be opened", "export the PDF again"
        raise DamagedFileError(name, reason, remedy) from error
    finally:
        file.close()


def _page(data: bytes, name: str, number: int, options: Options) -> Page:
    """The page as the engine that was chosen reads it."""
    from zwgk_parse.readers.pdf.pdfium import PdfFile
    from zwgk_parse.readers.pdf.plumber import PlumberFile

    engine = PlumberFile if options.pdf_engine == "pdfplumber" else PdfFile
    file = engine(data, name, options.password, options.limits)
    try:
        return file.page(number)
    finally:
        file.close()


def _turned(shown: Any, page: Page) -> int:
    """The degrees by which the reader turned the page further than the file asks for."""
    at = next((at for at, character in enumerate(page.text) if not character.isspace()), None)
    if at is None:
        return 0
    corners = shown.get_textpage().get_charbox(at, loose=True)
    view = View.of(shown.raw)

    def distance(turns: int) -> float:
        box = view._replace(turns=turns).box(*corners)
        return abs(box.left - page.lefts[at]) + abs(box.top - page.tops[at])

    turns = min(range(4), key=lambda more: distance((view.turns + more) % 4))
    return turns * 90


class _Sheet:
    """A picture of a page that marks are drawn on; places are points of the page."""

    def __init__(self, picture: Image, scale: float) -> None:
        from PIL import Image, ImageDraw, ImageFont

        self._image = Image.blend(picture, Image.new("RGB", picture.size, "white"), _PALE)
        self._scale = scale
        self._pen: Any = ImageDraw.Draw(self._image, "RGBA")
        self._font: Any = ImageFont.load_default(_FONT)
        self._small: Any = ImageFont.load_default(_SMALL)
        self._tiny: Any = ImageFont.load_default(_TINY)

    def lines(self, page: Page) -> None:
        """The drawn lines and the specks of dotted ones."""
        for stroke in page.level:
            self._line(stroke.start, stroke.at, stroke.end, stroke.at)
        for stroke in page.upright:
            self._line(stroke.at, stroke.start, stroke.at, stroke.end)
        for box in page.dots:
            self._line(*box)

    def _line(self, *ends: float) -> None:
        self._pen.line([end * self._scale for end in ends], fill=(*LINE, 190), width=2)

    def mark(self, mark: Mark) -> None:
        """A box with its label; words are shaded, cells only framed."""
        corners = [side * self._scale for side in mark.box]
        if corners[2] < corners[0] or corners[3] < corners[1]:
            return
        shade = None if mark.colour == CELL else (*mark.colour, 34)
        self._pen.rectangle(corners, outline=(*mark.colour, 220), fill=shade)
        if mark.label and mark.colour == CELL:
            self._number(mark.label, corners[2], corners[1])
        elif mark.label:
            self._tag(mark, corners[0], corners[1])

    def _number(self, label: str, right: float, top: float) -> None:
        """A cell's number on its upper line, at the right, where words are rare."""
        place = (right - self._tiny.getlength(label) - 5, top - _TINY / 2 - 2)
        style = {"stroke_width": 2, "stroke_fill": "white"}
        self._pen.text(place, label, fill=(*CELL, 255), font=self._tiny, **style)

    def _tag(self, mark: Mark, left: float, top: float) -> None:
        """A task's id on its colour, left of its words."""
        wide = self._font.getlength(mark.label)
        left = max(0.0, left - wide - 6)
        self._pen.rectangle((left, top, left + wide + 6, top + _FONT + 4), fill=(*mark.colour, 215))
        self._pen.text((left + 3, top), mark.label, fill="white", font=self._font)

    def png(self, joins: Iterable[Join], title: str) -> bytes:
        """The picture with the joins at its head and foot, and what the colours mean."""
        from PIL import Image

        joins = list(joins)
        head = self._strip([join.words for join in joins if join.at_head], legend="")
        foot = self._strip([join.words for join in joins if not join.at_head], legend=title)
        strips = (head, self._image, foot)
        whole = Image.new("RGB", (self._image.width, sum(one.height for one in strips)), "white")
        top = 0
        for strip in strips:
            whole.paste(strip, (0, top))
            top += strip.height
        stream = io.BytesIO()
        whole.save(stream, "PNG")
        return stream.getvalue()

    def _strip(self, words: list[str], legend: str) -> Image:
        """A strip as wide as the page with a line for each of `words`, and the legend."""
        from PIL import Image, ImageDraw

        lines = [line for each in words for line in self._wrapped(each)]
        pieces = [((0, 0, 0), legend), *LEGEND] if legend else []
        high = (_FONT + _PAD) * (len(lines) + (2 if pieces else 0))
        strip = Image.new("RGB", (self._image.width, max(high, 1)), "white")
        pen: Any = ImageDraw.Draw(strip)
        for at, line in enumerate(lines):
            pen.text((_PAD, at * (_FONT + _PAD)), line, fill=JOIN, font=self._small)
        left, top = float(_PAD), len(lines) * (_FONT + _PAD) + _PAD
        for colour, text in pieces:
            if left + self._small.getlength(text) > strip.width:
                left, top = float(_PAD), top + _FONT + _PAD
            pen.text((left, top), text, fill=colour, font=self._small)
            left += self._small.getlength(text) + 3 * _PAD
        return strip

    def _wrapped(self, text: str) -> Iterator[str]:
        """The text in lines that are not wider than the page."""
        line = ""
        for word in text.split(" "):
            longer = f"{line} {word}" if line else word
            if line and self._small.getlength(longer) > self._image.width - 2 * _PAD:
                yield line
                longer = f"    {word}"
            line = longer
        yield line
