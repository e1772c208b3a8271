"""The PDFs of tests/golden/pdf, each made of a few lines; run this to write them anew.

Drawn as Word and WPS print: a page end may cut a row, whose sides go on and which nothing closes.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reportlab.lib.colors import black, red

from tests.readers.pdf_files import FONT, LEADING, LEFT, SIZE, TOP, WIDTH, file_of, stroke, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.pdfgen.canvas import Canvas

FOLDER = Path(__file__).parent / "golden" / "pdf"
# The words of a cell, a line each; None stands under a cell that goes on.
Words = str | None
COLUMNS = (40.0, 90.0, 190.0, 80.0, 70.0)
HEAD = ("序号", "类别", "工作任务", "责任单位", "完成时限")
# What a page's end cuts: a sentence that goes on.
CUT = "公开养老、托育、就业、\n社会救助等领域的服务"
_PADDING = 4.0


def rows(
    canvas: Canvas,
    cells: Sequence[Sequence[Words]],
    *,
    top: float = TOP,
    closed: bool = True,
    ruled: bool = True,
    columns: Sequence[float] = COLUMNS,
) -> float:
    """Draw a table and give its lower edge; `closed`: a line stands below its last row."""
    xs = [LEFT + sum(columns[:at]) for at in range(len(columns) + 1)]
    y = top
    for row in cells:
        lines = max(word.count("\n") + 1 for word in row if word is not None)
        low = y - lines * LEADING - 2 * _PADDING
        for at, words in enumerate(row):
            if words is not None and ruled:
                stroke(canvas, xs[at], y, xs[at + 1], y)
            write(canvas, xs[at] + _PADDING, y - SIZE - _PADDING, words or "")
        if ruled:
            for x in xs:
                stroke(canvas, x, low, x, y)
        y = low
    if closed and ruled:
        stroke(canvas, xs[0], y, xs[-1], y)
    return y


def centred(canvas: Canvas, y: float, words: str, size: float) -> None:
    """Write a line in the middle of the page."""
    canvas.setFont(FONT, size)
    canvas.drawCentredString(WIDTH / 2, y, words)


def foot(canvas: Canvas, number: int) -> None:
    """Write the page's number where GB/T 9704 has it."""
    write(canvas, WIDTH - 130 if number % 2 else 90, 50, f"— {number} —", 14)


def _title(canvas: Canvas) -> None:
    centred(canvas, 780, "青禾县2024年政务公开工作任务分解表", 16)


def _row_cut_by_page_end() -> bytes:
    def first(canvas: Canvas) -> None:
        _title(canvas)
        rows(
            canvas,
            (
                HEAD,
                ("1", "财政信息", "公开预决算，说明重要事项。", "县财政局", "6月底前"),
                (
                    "2",
                    "民生信息",
                    "公开养老、托育、就业、\n社会救助等领域的服务",
                    "县民政局、",
                    "12月底前",
                ),
            ),
            closed=False,
        )
        foot(canvas, 1)

    def second(canvas: Canvas) -> None:
        rows(
            canvas,
            (
                HEAD,
                ("", "", "机构、办事指南和联系电话。", "卫生健康局", ""),
                (
                    "3",
                    "工作保障",
                    "组织业务培训不少于2次。",
                    "县政务服务和\n数据管理局",
                    "持续推进",
                ),
            ),
        )
        foot(canvas, 2)

    return file_of(first, second)


def _row_cut_and_closed() -> bytes:
    def first(canvas: Canvas) -> None:
        _title(canvas)
        last = (
            "2",
            "民生信息",
            "公开养老、托育、就业、\n社会救助等领域的服务",
            "县民政局",
            "12月底前",
        )
        rows(canvas, (HEAD, ("1", "财政信息", "公开预决算。", "县财政局", "6月底前"), last))
        foot(canvas, 1)

    def second(canvas: Canvas) -> None:
        rest = ("", "", "机构和办事指南。", "", "")
        third = ("3", "工作保障", "组织业务培训。", "县司法局", "持续推进")
        rows(canvas, (HEAD, rest, third))
        foot(canvas, 2)

    return file_of(first, second)


def _merged_owners() -> bytes:
    def first(canvas: Canvas) -> None:
        _title(canvas)
        low = rows(
            canvas,
            (
                HEAD,
                ("1", "重点领域", "公开预决算。", "县财政局\n县审计局", "6月底前"),
                ("2", None, "公开政府债务信息。", None, "9月底前"),
                ("3", None, "公开养老服务信息。", "县民政局", "持续推进"),
            ),
            closed=False,
        )
        for start, end in ((0, 40), (130, 320), (400, 470)):
            stroke(canvas, LEFT + start, low, LEFT + end, low)
        foot(canvas, 1)

    def second(canvas: Canvas) -> None:
        rows(
            canvas,
            (
                HEAD,
                ("4", "", "公开社会救助信息。", "", "9月底前"),
                ("5", "工作保障", "组织业务培训。", "县司法局", "年底前"),
            ),
        )
        foot(canvas, 2)

    return file_of(first, second)


def _borderless() -> bytes:
    def paint(canvas: Canvas) -> None:
        _title(canvas)
        cells = (
            HEAD[2:],
            ("公开预决算，说明政府债务、\n转移支付等重要事项。", "县财政局", "6月底前"),
            ("公开养老服务机构名单\n和办事指南。", "县民政局", "持续推进"),
            ("组织业务培训不少于2次。", "县司法局", "年底前"),
        )
        y = TOP
        for row in cells:
            y = rows(canvas, (row,), top=y, ruled=False, columns=(200.0, 120.0, 100.0)) - 8
        foot(canvas, 1)

    return file_of(paint)


def _letterhead(canvas: Canvas) -> None:
    canvas.setFillColor(red)
    centred(canvas, 740, "青禾县人民政府办公室文件", 30)
    canvas.setFillColor(black)
    centred(canvas, 690, "青府办〔2024〕5号", 16)
    canvas.setStrokeColor(red)
    canvas.setLineWidth(2)
    canvas.line(LEFT, 676, WIDTH - LEFT, 676)
    centred(canvas, 630, "青禾县人民政府办公室关于印发青禾县", 22)
    centred(canvas, 600, "2024年政务公开工作要点的通知", 22)
    words = (
        "各镇人民政府，县直各单位：",
        "  《青禾县2024年政务公开工作要点》已经县政府同意，现印发给你们，请结合实",
        "际认真贯彻执行。",
    )
    _paragraphs(canvas, 550, words)
    write(canvas, 340, 420, "青禾县人民政府办公室")
    write(canvas, 358, 396, "2024年3月1日")
    canvas.circle(400, 410, 50)
    write(canvas, LEFT, 330, "（此件公开发布）")
    foot(canvas, 1)


def _plan(canvas: Canvas) -> None:
    centred(canvas, 740, "青禾县2024年政务公开工作要点", 22)
    words = (
        "  一、加强重点领域信息公开",
        "  （一）公开预决算，说明重要事项。（县财政局负责，6月底前完成）",
        "  （二）公开养老服务信息，及时更新机构名单、办事指南、收费标准和投诉电",
        "话。（县民政局牵头，县卫生健康局配合）",
        "  二、强化工作保障",
        "  （三）组织业务培训不少于2次，把政务公开纳入干部培训内容，提高工作人员",
    )
    _paragraphs(canvas, 690, words)
    foot(canvas, 2)


def _imprint(canvas: Canvas) -> None:
    _paragraphs(canvas, TOP, ("的业务能力。（县司法局负责，持续推进）",))
    for y, thickness in ((160, 1.0), (130, 0.5), (100, 1.0)):
        canvas.setLineWidth(thickness)
        canvas.line(LEFT, y, WIDTH - LEFT, y)
    write(canvas, LEFT + 12, 140, "抄送：县委办公室，县人大常委会办公室。")
    write(canvas, LEFT + 12, 110, "青禾县人民政府办公室")
    write(canvas, 400, 110, "2024年3月2日印发")
    foot(canvas, 3)


def _red_letterhead() -> bytes:
    return file_of(_letterhead, _plan, _imprint)


def _paragraphs(canvas: Canvas, y: float, lines: Sequence[str]) -> None:
    """Write lines; two spaces at the head stand for an indent of two characters."""
    for number, line in enumerate(lines):
        words = line.lstrip()
        x = LEFT + (24 if words != line else 0)
        write(canvas, x, y - 24 * number, words)


CASES = {
    "borderless": _borderless,
    "merged-owners": _merged_owners,
    "red-letterhead": _red_letterhead,
    "row-cut-and-closed": _row_cut_and_closed,
    "row-cut-by-page-end": _row_cut_by_page_end,
}


def main() -> None:
    """Writes the input of every case."""
    for name, make in CASES.items():
        (FOLDER / name).mkdir(parents=True, exist_ok=True)
        (FOLDER / name / "input.pdf").write_bytes(make())


if __name__ == "__main__":
    main()
