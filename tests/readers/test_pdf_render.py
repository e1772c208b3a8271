"""The picture of a page: its marks are where the words are, its cells have the plan's numbers."""

from __future__ import annotations

import io
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.corpus import files as corpus
from tests.readers import pdf_changes as changes
from tests.readers import pdf_files as files
from zwgk_parse.pipeline import drawing
from zwgk_parse.readers.options import Options
from zwgk_parse.readers.pdf import render, sheet
from zwgk_parse.readers.pdf.page import Box

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reportlab.pdfgen.canvas import Canvas

    from zwgk_parse.pipeline import Drawing

RENDITIONS = corpus("renditions/*.chromium.pdf", "renditions/*.libreoffice.pdf", "edge/*.pdf")


def _marks(found: Drawing, number: int) -> tuple[dict[str, Box], list[sheet.Mark]]:
    """The cells of a page by their labels, and the other marks."""
    document = found.parsed.documents[0]
    cells = list(render.cells_on(found.data, document, number, found.options))
    assert len({mark.label for mark in cells}) == len(cells)
    return {mark.label: mark.box for mark in cells}, [*render.marks_on(found.parsed.plan, number)]


def _check_cells(found: Drawing) -> int:
    """Every place that a task states lies in the cell that it names; how many were looked at."""
    count = 0
    for number in range(1, found.pages + 1):
        cells, _ = _marks(found, number)
        for task in found.parsed.plan.tasks:
            for span in task.provenance:
                if span.page != number or span.cell is None:
                    continue
                assert span.bbox is not None
                box, place = Box(*span.bbox), span.cell
                cell = cells[f"T{place.table} r{place.row} c{place.column}"]
                x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
                assert cell.left < x < cell.right
                # Words may reach below the last line of a row that the page's end left open.
                assert cell.top - 1 < y < cell.bottom + 2 * box.height
                count += 1
    return count


@pytest.mark.parametrize(
    "make", [files.ruled, files.merged, files.tables_and_paragraphs, partial(files.ruled, None)]
)
def test_cells_have_the_numbers_that_the_plan_states(make: Callable[[], bytes]) -> None:
    assert _check_cells(drawing(io.BytesIO(make()))) >= 3


@pytest.mark.slow
@pytest.mark.parametrize("path", RENDITIONS, ids=lambda path: path.name)
def test_cells_of_real_plans_have_the_numbers_that_the_plan_states(path: Path) -> None:
    found = drawing(path)
    tables = any(span.cell for task in found.parsed.plan.tasks for span in task.provenance)
    assert (_check_cells(found) > 0) is tables


@pytest.mark.parametrize("engine", ["pdfium", "pdfplumber"])
@pytest.mark.parametrize(
    "make",
    [
        files.ruled,
        partial(changes.rotated, 90),
        partial(changes.rotated, 180),
        partial(changes.rotated, 270),
        changes.shifted,
        changes.user_unit,
    ],
)
def test_boxes_sit_on_words(
    make: Callable[[], bytes], engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In each task's box the page itself has ink, and as much on the left as on the right."""
    if engine == "pdfplumber" and make is changes.user_unit:
        pytest.skip("pdfplumber does not know of user units")
    options = Options(pdf_engine="pdfium" if engine == "pdfium" else "pdfplumber")
    found = drawing(io.BytesIO(make()), options=options)
    name = found.parsed.documents[0].name
    page, picture = render._picture(found.data, name, 1, options)
    scale = picture.width / page.width
    ink = picture.convert("L").point(lambda value: 255 * (value < 128))
    _, marks = _marks(found, 1)
    assert len(marks) >= 6
    for mark in marks:
        left, top, right, bottom = (round(side * scale) for side in mark.box)
        middle = (left + right) // 2
        for half in ((left, top, middle, bottom), (middle, top, right, bottom)):
            assert ink.crop(half).getbbox() is not None


def test_text_that_was_set_on_its_side_is_turned_as_the_reader_turns_it() -> None:
    def paint(canvas: Canvas) -> None:
        canvas.transform(0, 1, -1, 0, files.WIDTH, 0)
        files.table(canvas, files.plain_boxes(), top=files.WIDTH - 100)

    found = drawing(io.BytesIO(files.file_of(paint)))
    with Image.open(io.BytesIO(found.png(1))) as picture:
        assert picture.width > 1600


def test_joins_are_told_at_head_and_foot() -> None:
    plan = drawing(io.BytesIO(files.cut_row(closed=False))).parsed.plan
    (foot,) = (join for join in render.joins_on(plan, 1))
    (head,) = (join for join in render.joins_on(plan, 2))
    assert (foot.at_head, head.at_head) == (False, True)
    assert foot.words.startswith("t2 goes on on page 2: no number begins")
    assert head.words.startswith("t2 goes on from page 1: no number begins")
    assert foot.boxes
    assert head.boxes


def test_the_picture_has_room_for_what_is_said() -> None:
    found = drawing(io.BytesIO(files.cut_row(closed=True)))
    plain = drawing(io.BytesIO(files.ruled()))
    with (
        Image.open(io.BytesIO(found.png(2))) as joined,
        Image.open(io.BytesIO(plain.png(1))) as other,
    ):
        assert joined.height > other.height
        assert joined.width == other.width
        colours = {colour for _, colour in joined.getcolors(2**24) or ()}
    assert {sheet.TASK, sheet.JOIN, sheet.DEADLINE} <= colours
