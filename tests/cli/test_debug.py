"""`zwgk debug`: the picture of a page, and the pages that there are none of."""

from __future__ import annotations

import io
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.readers import pdf_changes as changes
from tests.readers import pdf_files as files
from zwgk_parse.pipeline import drawing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result
    from reportlab.pdfgen.canvas import Canvas

    Run = Callable[..., Result]


@pytest.fixture
def pdf(tmp_path: Path) -> Callable[[bytes], Path]:
    """A function that puts bytes into a.pdf."""

    def put(data: bytes) -> Path:
        path = tmp_path / "a.pdf"
        path.write_bytes(data)
        return path

    return put


@pytest.mark.parametrize(
    "make",
    [
        files.ruled,
        files.merged,
        partial(files.ruled, None),
        partial(changes.encrypted, ""),
        changes.damaged_xref,
        changes.user_unit,
        changes.cropped,
    ],
)
def test_a_page_is_drawn(
    make: Callable[[], bytes], pdf: Callable[[bytes], Path], run: Run, tmp_path: Path
) -> None:
    result = run("debug", pdf(make()), "-o", tmp_path / "page.png")
    assert (result.exit_code, result.output) == (0, "")
    with Image.open(tmp_path / "page.png") as picture:
        assert picture.format == "PNG"
        assert picture.width > 500


def test_standard_output_gets_the_bytes(pdf: Callable[[bytes], Path], run: Run) -> None:
    result = run("debug", pdf(files.running_heads(3)), "--page", "2", "-o", "-")
    assert result.exit_code == 0
    assert result.stdout_bytes.startswith(b"\x89PNG")


def test_without_a_page_it_is_the_first_with_a_task(pdf: Callable[[bytes], Path]) -> None:
    found = drawing(pdf(files.partly_pictures()))
    assert (found.pages, found.first) == (3, 1)
    found = drawing(pdf(files.file_of(_nothing, partial(files.table, boxes=files.plain_boxes()))))
    assert found.first == 2
    found = drawing(pdf(files.file_of(_nothing)))
    assert (found.parsed.plan.tasks, found.first) == ((), 1)


def _nothing(canvas: Canvas) -> None:
    files.write(canvas, 80, 700, "某某县人民政府办公室")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Error: a.pdf: there is no page 3; it has 1\n"),
        ("zh", "错误：a.pdf：没有第 3 页；共 1 页\n"),
    ],
)
def test_a_page_out_of_range_is_one_line_and_code_2(
    language: str, line: str, pdf: Callable[[bytes], Path], run: Run, tmp_path: Path
) -> None:
    output = tmp_path / "page.png"
    result = run("debug", pdf(files.ruled()), "--page", "3", "-o", output, language=language)
    assert (result.exit_code, result.stderr) == (2, line)
    assert not output.exists()


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (
            "en",
            "Error: a.txt: only the pages of a PDF can be drawn; print it to a PDF first\n",
        ),
        ("zh", "错误：a.txt：只有 PDF 的页面可以画成图；请先打印成 PDF\n"),
    ],
)
def test_a_file_without_pages_is_one_line_and_code_3(
    language: str, line: str, run: Run, tmp_path: Path
) -> None:
    source = tmp_path / "a.txt"
    source.write_text("1. 做好公开。（县府办负责）", encoding="utf-8")
    result = run("debug", source, "-o", tmp_path / "page.png", language=language)
    assert (result.exit_code, result.stderr) == (3, line)


def test_wrong_usage(pdf: Callable[[bytes], Path], run: Run) -> None:
    path = pdf(files.ruled())
    before = path.read_bytes()
    assert run("debug", path).exit_code == 2
    assert run("debug", path, "-o", "x.png", "--page", "0").exit_code == 2
    assert run("debug", path, "-o", path).exit_code == 2
    assert path.read_bytes() == before


def test_a_password_goes_for_the_picture_as_well(pdf: Callable[[bytes], Path], run: Run) -> None:
    path = pdf(changes.encrypted("geheim"))
    assert run("debug", path, "-o", "-").exit_code == 3
    data = run("debug", path, "-o", "-", "--password", "geheim").stdout_bytes
    plain = run("debug", pdf(files.ruled()), "-o", "-").stdout_bytes
    with Image.open(io.BytesIO(data)) as one, Image.open(io.BytesIO(plain)) as other:
        assert one.tobytes() == other.tobytes()
