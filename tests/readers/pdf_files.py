"""Tiny PDFs, each with one thing that PDFs have: functions that give bytes, the same every time.

Drawn by ReportLab with STSong-Light, which every PDF library knows without a font file. What
becomes of a file that is whole (boxes, damage, passwords, font maps) is in `pdf_changes`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageDraw
from reportlab.lib.colors import red
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
WIDTH, HEIGHT = 595.0, 842.0
LEFT, TOP = 70.0, 740.0
SIZE, LEADING = 12.0, 18.0
Paint = Callable[[Canvas], object]
Rule = Callable[[Canvas, float, float, float, float], None]
pdfmetrics.registerFont(UnicodeCIDFont(FONT))


class Box(NamedTuple):
    """A cell of a table to be drawn: where it begins in the grid, its words, how far it goes."""

    row: int
    column: int
    words: str
    rowspan: int = 1
    colspan: int = 1


HEAD = ("序号", "工作任务", "责任单位")
TASKS = (
    ("1", "制定年度公开工作要点。", "县府办"),
    ("2", "公开财政预算决算信息。", "县财政局"),
    ("3", "做好政策解读工作。", "县司法局"),
)
COLUMNS = (50.0, 250.0, 130.0)


def file_of(*pages: Paint, size: tuple[float, float] = (WIDTH, HEIGHT), **options: object) -> bytes:
    """A PDF with a page for each of `pages`; `options` are those of ReportLab's Canvas."""
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=size, invariant=1, pageCompression=0, **options)
    for paint in pages:
        paint(canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def write(canvas: Canvas, x: float, y: float, words: str, size: float = SIZE) -> None:
    """Write `words` from (x, y) on, a line for each of theirs."""
    canvas.setFont(FONT, size)
    for number, line in enumerate(words.split("\n")):
        canvas.drawString(x, y - number * LEADING, line)


def stroke(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    """A line of half a point."""
    canvas.setLineWidth(0.5)
    canvas.line(x0, y0, x1, y1)


def hairline(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    """A line as a thin filled rectangle, as Word and WPS draw theirs."""
    canvas.rect(x0, y0, max(x1 - x0, 0.48), max(y1 - y0, 0.48), stroke=0, fill=1)


def double(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    """Two lines, two points apart."""
    for shift in (-1.0, 1.0):
        dx, dy = (shift, 0.0) if x0 == x1 else (0.0, shift)
        stroke(canvas, x0 + dx, y0 + dy, x1 + dx, y1 + dy)


def dashed(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    """A line of dashes, each a stroke of its own, as LibreOffice and Chromium draw them."""
    length = max(x1 - x0, y1 - y0)
    at = 0.0
    while at < length:
        end = min(at + 3.0, length)
        ends = (x0, y0 + at, x1, y0 + end) if x0 == x1 else (x0 + at, y0, x0 + end, y1)
        stroke(canvas, *ends)
        at += 5.0


def table(
    canvas: Canvas,
    boxes: Sequence[Box],
    *,
    top: float = TOP,
    columns: Sequence[float] = COLUMNS,
    height: float = 26.0,
    rule: Rule | None = stroke,
) -> float:
    """Draw a table whose cells are `boxes`, with `rule` for its lines; gives its lower edge."""
    count = max(box.row + box.rowspan for box in boxes)
    xs = [LEFT + sum(columns[:at]) for at in range(len(columns) + 1)]
    ys = [top - height * at for at in range(count + 1)]
    sides: set[tuple[float, float, float, float]] = set()
    for box in boxes:
        x0, x1 = xs[box.column], xs[box.column + box.colspan]
        y0, y1 = ys[box.row + box.rowspan], ys[box.row]
        sides |= {(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)}
        write(canvas, x0 + 4, y1 - SIZE - 4, box.words)
    if rule is not None:
        for side in sorted(sides):
            rule(canvas, *side)
    return ys[-1]


def plain_boxes(rows: Sequence[Sequence[str]] = (HEAD, *TASKS)) -> list[Box]:
    """A cell for each of the words in `rows`."""
    return [
        Box(row, column, words)
        for row, cells in enumerate(rows)
        for column, words in enumerate(cells)
    ]


MERGED = (
    *plain_boxes([HEAD]),
    Box(1, 0, "一、总体要求", colspan=3),
    *(Box(row + 1, at, words) for row in (1, 2) for at, words in enumerate(TASKS[row - 1][:2])),
    Box(2, 2, "县府办\n县财政局", rowspan=2),
    *(Box(4, at, words) for at, words in enumerate(TASKS[2])),
)


def ruled(rule: Rule | None = stroke) -> bytes:
    """A table of three columns and four rows; `rule` draws its lines (None: no line)."""
    return file_of(partial(table, boxes=plain_boxes(), rule=rule))


def merged(rule: Rule = stroke) -> bytes:
    """A table with a cell merged over three columns and one over two rows."""
    return file_of(partial(table, boxes=MERGED, rule=rule))


def row_lines() -> bytes:
    """A table with lines between its rows and no upright ones."""

    def across(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
        if y0 == y1:
            stroke(canvas, x0, y0, x1, y1)

    return ruled(across)


def in_form() -> bytes:
    """A page whose content is all in a form XObject."""

    def paint(canvas: Canvas) -> None:
        canvas.beginForm("page")
        table(canvas, plain_boxes())
        canvas.endForm()
        canvas.doForm("page")

    return file_of(paint)


def tables_and_paragraphs() -> bytes:
    """A page with paragraph, table, paragraph, table, paragraph; the tables differ in width."""

    def paint(canvas: Canvas) -> None:
        write(canvas, LEFT + 24, TOP + 30, "现将有关事项通知如下：")
        end = table(canvas, plain_boxes())
        write(canvas, LEFT + 24, end - 30, "二、报送要求。各单位按下表报送。")
        two = plain_boxes([("单位", "期限"), ("县府办", "2022年6月底前")])
        end = table(canvas, two, top=end - 60, columns=(120.0, 180.0))
        write(canvas, LEFT + 24, end - 30, "联系人：张三，电话：0662-1234567。")

    return file_of(paint)


def side_by_side() -> bytes:
    """Two tables beside each other on one page."""

    def paint(canvas: Canvas) -> None:
        one = plain_boxes([("单位", "期限"), ("县府办", "6月底")])
        table(canvas, one, columns=(70.0, 70.0))
        canvas.translate(220, 0)
        table(canvas, one, columns=(70.0, 70.0))

    return file_of(paint)


def cut_row(*, closed: bool) -> bytes:
    """A row cut by a page end, with a line below its first part or without."""

    def open_below(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
        if y0 != y1 or y0 != edge or closed:
            stroke(canvas, x0, y0, x1, y1)

    def first(canvas: Canvas) -> None:
        rows = [HEAD, TASKS[0], ("2", "公开财政预算、决算、", "县财政局、")]
        table(canvas, plain_boxes(rows), top=150 + 3 * 26, rule=open_below)

    def second(canvas: Canvas) -> None:
        rows = [("", "绩效等信息。", "县税务局"), TASKS[2]]
        table(canvas, plain_boxes(rows))

    edge = 150.0
    return file_of(first, second)


def picture_only(pages: int = 1) -> bytes:
    """Pages that hold a picture each and no text, as a scanner makes them."""
    return file_of(*[_paint_picture] * pages)


def partly_pictures() -> bytes:
    """Three pages; the second holds a picture only."""
    return file_of(_page_of_text, _paint_picture, _page_of_text)


def superscripts() -> bytes:
    """Figures with raised small ones behind them: 500m², 5×10³, and a note's mark."""

    def paint(canvas: Canvas) -> None:
        text = canvas.beginText(LEFT, TOP)
        for words, raised in (("新增绿地500m", "2"), ("，植树5×10", "3"), ("株，见说明", "①")):
            text.setFont(FONT, SIZE)
            text.setRise(0)
            text.textOut(words)
            text.setFont(FONT, SIZE * 0.58)
            text.setRise(SIZE / 3)
            text.textOut(raised)
        text.setFont(FONT, SIZE)
        text.setRise(0)
        text.textOut("。")
        canvas.drawText(text)

    return file_of(paint)


def running_heads(pages: int = 4) -> bytes:
    """Pages with a running head, a page number at the foot, and a paragraph that differs."""

    def page(number: int) -> Paint:
        def paint(canvas: Canvas) -> None:
            write(canvas, 230, 800, "县人民政府公报", 9)
            write(canvas, LEFT + 24, TOP, f"{number}.第{number}项工作由县府办负责。")
            x = LEFT if number % 2 == 0 else WIDTH - LEFT - 50
            write(canvas, x, 60, f"— {number} —", 14)

        return paint

    return file_of(*map(page, range(1, pages + 1)))


def footnote() -> bytes:
    """A paragraph with a note at the foot of the page, below a short line."""

    def paint(canvas: Canvas) -> None:
        write(canvas, LEFT + 24, TOP, "1.落实“三张清单”①制度。")
        stroke(canvas, LEFT, 110, LEFT + 120, 110)
        write(canvas, LEFT, 96, "①“三张清单”：权力清单、责任清单、负面清单。", 9)
        write(canvas, 280, 60, "— 1 —", 14)

    return file_of(paint)


def stamped() -> bytes:
    """A signature and a date under a round red seal, which is a picture with a mask."""

    def paint(canvas: Canvas) -> None:
        write(canvas, LEFT + 24, TOP, "请认真贯彻执行。")
        write(canvas, 350, TOP - 90, "某某县人民政府办公室")
        write(canvas, 375, TOP - 114, "2022年4月28日")
        canvas.drawImage(ImageReader(_seal()), 360, TOP - 160, 110, 110, mask="auto")
        canvas.setStrokeColor(red)
        canvas.circle(415, TOP - 105, 55)

    return file_of(paint)


def _page_of_text(canvas: Canvas) -> None:
    table(canvas, plain_boxes())


def _paint_picture(canvas: Canvas) -> None:
    picture = Image.new("L", (60, 84), 255)
    draw = ImageDraw.Draw(picture)
    for y in range(8, 78, 6):
        draw.line((8, y, 52, y), fill=0)
    canvas.drawImage(ImageReader(picture), 0, 0, WIDTH, HEIGHT)


def _seal() -> Image.Image:
    picture = Image.new("RGBA", (64, 64), (0, 0, 0, 0))
    ImageDraw.Draw(picture).ellipse((2, 2, 61, 61), outline=(220, 0, 0, 160), width=4)
    return picture
