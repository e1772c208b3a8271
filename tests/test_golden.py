"""Each folder golden/<format>/<case>/ is a test: its input must give its plan and its remarks.

To add a case: make the folder with about.md and input.*, run `pytest --update-golden`, then read
plan.json and diagnostics.txt as if somebody else had written them. Files named attachment*.* are
given as attachments.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests import pdfcases, wordcases
from zwgk_parse import exporters, pipeline
from zwgk_parse.readers.options import Limits
from zwgk_parse.readers.pdf.pdfium import PdfFile

if TYPE_CHECKING:
    from collections.abc import Callable

CASES = [
    pytest.param(case, id=f"{case.parent.name}/{case.name}")
    for case in sorted(Path(__file__).parent.glob("golden/*/*/"))
]


@pytest.mark.parametrize("case", CASES)
def test_golden(case: Path, golden: Callable[[str, Path], None]) -> None:
    attachments = sorted(case.glob("attachment*.*"))
    result = pipeline.parse(next(case.glob("input.*")), attachments=attachments)
    stream = io.StringIO()
    # A release changes the generator's version and nothing else.
    plan = result.value.model_copy(update={"generator": ""})
    exporters.exporter("json").write([plan], stream)
    golden(stream.getvalue(), case / "plan.json")
    said = "".join(f"{diagnostic}\n" for diagnostic in result.diagnostics)
    golden(said, case / "diagnostics.txt")


@pytest.mark.parametrize("case", CASES)
def test_a_case_says_what_it_shows(case: Path) -> None:
    assert (case / "about.md").read_text(encoding="utf-8").strip()


@pytest.mark.parametrize("name", wordcases.CASES)
def test_a_word_case_is_what_its_lines_make(name: str) -> None:
    with zipfile.ZipFile(wordcases.FOLDER / name / "input.docx") as archive:
        stored = {one: archive.read(one).decode() for one in archive.namelist()}
    assert stored == wordcases.CASES[name]()


@pytest.mark.parametrize("name", pdfcases.CASES)
def test_a_pdf_case_is_what_its_lines_make(name: str) -> None:
    stored = (pdfcases.FOLDER / name / "input.pdf").read_bytes()
    files = [PdfFile(data, name, None, Limits()) for data in (stored, pdfcases.CASES[name]())]
    one, other = map(list, files)
    assert one == other
    for file in files:
        file.close()
