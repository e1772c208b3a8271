"""What comes out of tiny PDFs: blocks, furniture, remarks and refusals, file by file."""

from __future__ import annotations

import zlib
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from tests.readers import pdf_changes as changes
from tests.readers import pdf_files as files
from zwgk_parse import errors
from zwgk_parse.document.model import Paragraph, Table
from zwgk_parse.readers import read
from zwgk_parse.readers.options import Limits, Options

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportlab.pdfgen.canvas import Canvas

    from zwgk_parse.diagnostics import Result
    from zwgk_parse.document.model import Cell, Document

PLAIN = [list(files.HEAD), *map(list, files.TASKS)]
# Words, with rows and columns spanned where these are more than one.
MERGED = [
    list(files.HEAD),
    ["一、总体要求 1x3"],
    [*files.TASKS[0][:2], "县府办县财政局 2x1"],
    list(files.TASKS[1][:2]),
    list(files.TASKS[2]),
]


def read_made(data: bytes, options: Options | None = None) -> Result[Document]:
    """The document in `data`."""
    return read(data, "made.pdf", options or Options())


def paragraphs(document: Document) -> list[str]:
    """The words of the paragraphs outside of tables."""
    return [block.text.text for block in document.blocks if isinstance(block, Paragraph)]


def tables(document: Document) -> list[list[list[str]]]:
    """The words of each table's cells by rows."""
    found = [block for block in document.blocks if isinstance(block, Table)]
    return [[[_cell(cell) for cell in row.cells] for row in table.rows] for table in found]


def _cell(cell: Cell) -> str:
    plain = cell.rowspan == cell.colspan == 1
    return cell.text.text if plain else f"{cell.text.text} {cell.rowspan}x{cell.colspan}"


TABLES: dict[str, tuple[Callable[[], bytes], list[list[str]]]] = {
    "ruled": (files.ruled, PLAIN),
    "hairlines": (partial(files.ruled, files.hairline), PLAIN),
    "double": (partial(files.ruled, files.double), PLAIN),
    "dashed": (partial(files.ruled, files.dashed), PLAIN),
    "row lines": (files.row_lines, PLAIN),
    "no line": (partial(files.ruled, None), PLAIN),
    "merged": (files.merged, MERGED),
    "merged, hairlines": (partial(files.merged, files.hairline), MERGED),
    "merged, double": (partial(files.merged, files.double), MERGED),
    "merged, dashed": (partial(files.merged, files.dashed), MERGED),
    "form": (files.in_form, PLAIN),
    "shifted": (changes.shifted, PLAIN),
    "shifted far": (partial(changes.shifted, 9000.0, -9000.0), PLAIN),
    "cropped": (changes.cropped, PLAIN),
    "user unit": (changes.user_unit, PLAIN),
    "rotated 90": (partial(changes.rotated, 90), PLAIN),
    "rotated 180": (partial(changes.rotated, 180), PLAIN),
    "rotated 270": (partial(changes.rotated, 270), PLAIN),
    "encrypted, no password": (changes.encrypted, PLAIN),
    "damaged table of objects": (changes.damaged_xref, PLAIN),
}


@pytest.mark.parametrize(("make", "cells"), TABLES.values(), ids=TABLES)
def test_a_table(make: Callable[[], bytes], cells: list[list[str]]) -> None:
    result = read_made(make())
    assert tables(result.value) == [cells]
    # A table without lines, and words outside of the crop box, are said.
    assert {said.code for said in result.diagnostics} <= {"ZW016", "ZW017"}


@pytest.mark.parametrize("rule", [files.stroke, files.hairline, files.dashed])
def test_a_table_by_pdfplumber(rule: files.Rule) -> None:
    result = read_made(files.merged(rule), Options(pdf_engine="pdfplumber"))
    assert tables(result.value) == [MERGED]


def test_a_dotted_table() -> None:
    def dotted(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
        for at in range(0, int(max(x1 - x0, y1 - y0)) + 1, 2):
            across = (x0, y0 + at) if x0 == x1 else (x0 + at, y0)
            canvas.rect(*across, 0.8, 0.8, stroke=0, fill=1)

    assert tables(read_made(files.merged(dotted)).value) == [MERGED]


def _no_sides(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    if not x0 == x1 in (files.LEFT, files.LEFT + sum(files.COLUMNS)):
        files.stroke(canvas, x0, y0, x1, y1)


def test_a_table_without_sides() -> None:
    assert tables(read_made(files.ruled(_no_sides)).value) == [PLAIN]


@pytest.mark.xfail(
    strict=True,
    reason="docs/pdf.md, known limits: a row that no upright line touches parts the table",
)
def test_a_table_without_sides_with_a_row_of_one_cell() -> None:
    assert tables(read_made(files.merged(_no_sides)).value) == [MERGED]


def test_a_heading_of_two_lines() -> None:
    head = ("序号", "工作任务", "责任\n单位")
    table = partial(files.table, boxes=files.plain_boxes((head, *files.TASKS)), height=44.0)
    assert tables(read_made(files.file_of(table)).value) == [PLAIN]


def test_a_landscape_page() -> None:
    table = partial(files.table, boxes=files.plain_boxes(), top=500.0)
    made = files.file_of(table, size=(files.HEIGHT, files.WIDTH))
    assert tables(read_made(made).value) == [PLAIN]


def test_tables_and_paragraphs_stay_in_order() -> None:
    document = read_made(files.tables_and_paragraphs()).value
    kinds = [type(block) for block in document.blocks]
    assert kinds == [Paragraph, Table, Paragraph, Table, Paragraph]
    assert tables(document) == [PLAIN, [["单位", "期限"], ["县府办", "2022年6月底前"]]]
    assert paragraphs(document)[1] == "二、报送要求。各单位按下表报送。"


def test_tables_beside_each_other() -> None:
    one = [["单位", "期限"], ["县府办", "6月底"]]
    assert tables(read_made(files.side_by_side()).value) == [one, one]


@pytest.mark.parametrize("closed", [True, False])
def test_a_row_that_a_page_end_cuts_stays_cut_in_the_document(*, closed: bool) -> None:
    document = read_made(files.cut_row(closed=closed)).value
    first, second = (block for block in document.blocks if isinstance(block, Table))
    assert (first.page, second.page) == (1, 2)
    assert [cell.cut for cell in first.rows[-1].cells] == [not closed] * 3
    assert not any(cell.cut for row in second.rows for cell in row.cells)


PARAGRAPHS: dict[str, tuple[Callable[[], bytes], list[str], list[str]]] = {
    "running heads": (
        files.running_heads,
        [f"{number}.第{number}项工作由县府办负责。" for number in range(1, 5)],
        [words for number in range(1, 5) for words in (f"— {number} —", "县人民政府公报")],
    ),
    "stamped": (
        files.stamped,
        ["请认真贯彻执行。", "某某县人民政府办公室", "2022年4月28日"],
        [],
    ),
    "superscripts": (files.superscripts, ["新增绿地500m2，植树5×103株，见说明①。"], []),
}


@pytest.mark.parametrize(("make", "words", "furniture"), PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_paragraphs(
    make: Callable[[], bytes], words: Sequence[str], furniture: Sequence[str]
) -> None:
    document = read_made(make()).value
    assert paragraphs(document) == words
    assert [one.text for one in document.furniture] == furniture


def test_a_page_number_is_furniture_and_a_note_is_kept() -> None:
    document = read_made(files.footnote()).value
    assert [one.text for one in document.furniture if one.text.startswith("—")] == ["— 1 —"]
    kept = [*paragraphs(document), *(one.text for one in document.furniture)]
    assert "①“三张清单”：权力清单、责任清单、负面清单。" in kept


def test_words_outside_of_the_crop_box_are_not_read() -> None:
    result = read_made(changes.cropped())
    assert paragraphs(result.value) == []
    assert [said.code for said in result.diagnostics] == ["ZW017"]


def test_radicals_are_folded() -> None:
    assert paragraphs(read_made(changes.radicals_map()).value) == ["一、工作人民生活水利火山"]


def test_kangxi_radicals_are_folded() -> None:
    shown = "⼀、⼯作⼈员⽣活⽔利⽕⼭"
    made = read_made(changes.mapped(shown)).value
    assert paragraphs(made) == ["一、工作人员生活水利火山"]


def test_places_are_points_from_the_top_left_of_what_is_shown() -> None:
    plain = _first_box(files.ruled())
    assert _first_box(changes.shifted()) == plain
    left, top, right, bottom = plain
    box = _first_box(changes.cropped())
    assert box == pytest.approx((left - 40, top - 50, right - 40, bottom - 50), abs=0.02)


def _first_box(data: bytes) -> tuple[float, float, float, float]:
    (table,) = (block for block in read_made(data).value.blocks if isinstance(block, Table))
    box = table.rows[0].cells[0].text.spans[0].bbox
    assert box is not None
    return box


def test_a_user_unit_counts_in_the_places() -> None:
    plain = _first_box(files.ruled())
    assert _first_box(changes.user_unit()) == pytest.approx(plain, abs=0.1)


def test_a_page_of_pictures_is_said_and_the_others_are_read() -> None:
    result = read_made(files.partly_pictures())
    assert tables(result.value) == [PLAIN, PLAIN]
    assert [(one.code, one.provenance[0].page) for one in result.diagnostics] == [("ZW011", 2)]
    assert result.value.pages == 3


def test_a_picture_beyond_all_measure_is_borne() -> None:
    def paint(canvas: Canvas) -> None:
        files.table(canvas, files.plain_boxes())
        picture = ImageReader(Image.new("L", (2, 2)))
        for _ in range(30):
            canvas.transform(110, 0, 0, 110, 360, 580)
            canvas.drawImage(picture, 0, 0, 1, 1)

    assert tables(read_made(files.file_of(paint)).value) == [PLAIN]


REFUSED: dict[str, tuple[Callable[[], bytes], type[errors.ReadError], str]] = {
    "pictures": (
        partial(files.picture_only, 3),
        errors.NoTextLayerError,
        r"its 3 page\(s\) are pictures without text; run it through an OCR",
    ),
    "no map": (changes.no_map, errors.NoTextLayerError, "fonts .* do not say which characters"),
    "private": (changes.private_map, errors.NoTextLayerError, "do not say which characters"),
    "rubbish": (changes.rubbish_map, errors.NoTextLayerError, "do not say which characters"),
    "empty": (
        partial(files.file_of, partial(files.write, x=0, y=0, words="")),
        errors.NoTextLayerError,
        "hold no text",
    ),
    "password": (
        partial(changes.encrypted, "geheim"),
        errors.EncryptedFileError,
        "--password",
    ),
    "loop of pages": (changes.page_tree_loop, errors.DamagedFileError, "cannot be opened"),
    "cut to a head": (lambda: files.ruled()[:200], errors.DamagedFileError, "no PDF"),
}


@pytest.mark.parametrize(("make", "kind", "said"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_refused(
    make: Callable[[], bytes], kind: type[errors.ReadError], said: str
) -> None:
    with pytest.raises(kind, match=said):
        read_made(make())


def test_a_password_opens_the_file() -> None:
    data = changes.encrypted("geheim")
    assert tables(read_made(data, Options(password="geheim")).value) == [PLAIN]  # noqa: S106
    with pytest.raises(errors.EncryptedFileError, match="try another"):
        read_made(data, Options(password="falsch"))  # noqa: S106


LIMITS: dict[str, tuple[Callable[[], bytes], Limits, str]] = {
    "pages": (partial(files.running_heads, 3), Limits(pages=2), "3 pages, more than the 2"),
    "objects": (files.ruled, Limits(objects=20), "page 1 has more than 20 objects"),
    "objects in a form": (files.in_form, Limits(objects=20), "more than 20 objects"),
    "unpacked": (lambda: packed(3_000_000), Limits(unpacked=1_000_000), "more than 1,000,000"),
    "seconds": (files.ruled, Limits(seconds=0.0), "page 1 takes more than 0 seconds"),
}


@pytest.mark.parametrize(("make", "limits", "said"), LIMITS.values(), ids=LIMITS)
def test_limits(make: Callable[[], bytes], limits: Limits, said: str) -> None:
    with pytest.raises(errors.LimitExceededError, match=said):
        read_made(make(), Options(limits=limits))


def packed(size: int) -> bytes:
    """A page whose content is `size` spaces, packed."""
    content = zlib.compress(b" " * size)
    return changes.assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
            changes.stream(content, b"/Filter /FlateDecode"),
        ]
    )


def test_a_file_of_many_pages_is_read_to_its_end() -> None:
    pages = 150
    found = paragraphs(read_made(files.running_heads(pages)).value)
    assert found == [f"{number}.第{number}项工作由县府办负责。" for number in range(1, pages + 1)]
