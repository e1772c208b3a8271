"""A page of a PDF as a picture, with what was found on it drawn over it: for checking by eye.

In go the file, the document and plan that were made of it and a page number, out comes a PNG:
the drawn lines, the cells of tables with their numbers, the words of tasks, owners and deadlines,
and which rows were joined over the page's ends and why. All marks are at the boxes that the plan
states, so that a wrong box is seen. Labels are ASCII and need no font file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zwgk_parse.document.model import Table
from zwgk_parse.errors import DamagedFileError
from zwgk_parse.readers.pdf import iter_pages
from zwgk_parse.readers.pdf.content import PageTable
from zwgk_parse.readers.pdf.library import with_fonts
from zwgk_parse.readers.pdf.page import Box
from zwgk_parse.readers.pdf.repair import repaired
from zwgk_parse.readers.pdf.sheet import CELL, DEADLINE, JOIN, OWNER, TASK, Join, Mark, Sheet
from zwgk_parse.readers.pdf.views import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

    from zwgk_parse.diagnostics import Diagnostic
    from zwgk_parse.document.model import Document
    from zwgk_parse.plan.model import Plan
    from zwgk_parse.readers.options import Options
    from zwgk_parse.readers.pdf.page import Page
    from zwgk_parse.source import Span

_SCALE = 2.0  # pixels a point
_LARGEST = 5000  # pixels at the longer side


def draw(data: bytes, document: Document, plan: Plan, number: int, options: Options) -> bytes:
    """The page `number` (from 1) as PNG; `plan` was made of `document`, and that of `data`.

    Raises what reading the file raises.
    """
    page, picture = _picture(data, document.name, number, options)
    scale = picture.width / page.width if page.width else 1.0
    joins = list(joins_on(plan, number))
    cells = list(cells_on(data, document, number, options))
    sheet = Sheet(picture, scale)
    sheet.lines(page)
    for mark in (*cells, *marks_on(plan, number)):
        sheet.mark(mark)
    for join in joins:
        for box in join.boxes:
            sheet.mark(Mark(box, JOIN))
    return sheet.png(joins, f"page {number} of {document.pages}")


def marks_on(plan: Plan, number: int) -> Iterator[Mark]:
    """The places on a page that the tasks, owners and deadlines of a plan state."""
    seen: set[tuple[Box, tuple[int, int, int]]] = set()
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
        page = _page(data, name, number, options)
    except DamagedFileError:
        data = repaired(data, name, options.password)
        options = options._replace(password=None)
        page = _page(data, name, number, options)
    with with_fonts():
        file = pypdfium2.PdfDocument(data, password=options.password)
        try:
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
