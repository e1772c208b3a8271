"""LibreOffice as the other side: a Word file that it wrote and the PDF that it makes of that file.

The material are the samples: one row a task with merged cells, or paragraphs. Both give one plan.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from scripts.made import sheet, word
from zwgk_parse import pipeline

if TYPE_CHECKING:
    from zwgk_parse.plan.model import Plan

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))
SOFFICE = shutil.which("soffice")
# Of the table: its lines and whether a page's end cuts its rows.
STYLES = ("single", "whole")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed"),
]


def convert(sources: list[Path], kind: str, folder: Path) -> None:
    """Put what LibreOffice makes of `sources` into `folder`, under their names."""
    profile = (folder.parent / "profile").as_uri()
    command = [str(SOFFICE), f"-env:UserInstallation={profile}", "--headless"]
    command += ["--convert-to", kind, "--outdir", str(folder), *map(str, sources)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the Word files and the PDFs."""
    folder = tmp_path_factory.mktemp("libreoffice")
    drafts, files = folder / "drafts", folder / "files"
    drafts.mkdir()
    for sample in SAMPLES:
        for style in STYLES:
            target = drafts / f"{sample.stem}.{style}.docx"
            word.write_word(sheet.sheet_of(sample), word.STYLES[style], target)
    convert(sorted(drafts.iterdir()), "docx:MS Word 2007 XML", files)
    convert(sorted(files.glob("*.docx")), "pdf", files)
    return files


def said_by(plan: Plan) -> dict[str, object]:
    """What a plan says, without the places and remarks."""
    titles = {section.id: section.title for section in plan.sections}
    return {
        "title": plan.title,
        "number": plan.document_number,
        "issuer": plan.issuer,
        "dates": (plan.issued_on, plan.printed_on),
        "sections": [(section.level, section.label, section.title) for section in plan.sections],
        "tasks": [
            (
                task.number,
                titles.get(task.section or ""),
                task.text,
                task.owners_raw,
                [(owner.name, owner.role) for owner in task.owners],
                [(one.kind, one.due, one.rrule) for one in task.deadlines],
            )
            for task in plan.tasks
        ],
    }


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_word_file_and_its_pdf_give_the_same_plan(sample: Path, style: str, made: Path) -> None:
    name = f"{sample.stem}.{style}"
    written = said_by(pipeline.parse(made / f"{name}.docx").value)
    printed = said_by(pipeline.parse(made / f"{name}.pdf").value)
    assert written["tasks"]
    for field, value in written.items():
        assert printed[field] == value, field
