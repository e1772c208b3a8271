"""Word files that LibreOffice wrote: a sample set as a page, made a Word file, gives its tasks."""

from __future__ import annotations

import shutil
import subprocess
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.corpus import CORPUS
from zwgk_parse import pipeline
from zwgk_parse.document.model import Paragraph
from zwgk_parse.readers import read

if TYPE_CHECKING:
    from zwgk_parse.document.model import Block, Cell
    from zwgk_parse.plan.model import Plan

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))
RENDITIONS = CORPUS / "renditions"
SOFFICE = shutil.which("soffice")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed"),
]


def convert(source: Path, folder: Path) -> Path:
    """`source` as the Word file that LibreOffice makes of it, in `folder`."""
    profile = (folder / "profile").as_uri()
    filters = ["--infilter=HTML (StarWriter)"] if source.suffix == ".html" else []
    command = [str(SOFFICE), f"-env:UserInstallation={profile}", "--headless", *filters]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return folder / f"{source.stem}.docx"


def page(blocks: tuple[Block, ...]) -> str:
    """The blocks as a page."""
    inner = []
    for block in blocks:
        if isinstance(block, Paragraph):
            inner.append(f"<p>{escape(block.text.text)}</p>")
        else:
            rows = "".join(f"<tr>{''.join(map(_cell, one.cells))}</tr>" for one in block.rows)
            inner.append(f'<table border="1">{rows}</table>')
    return f'<html><head><meta charset="utf-8"></head><body>{"".join(inner)}</body></html>'


def _cell(cell: Cell) -> str:
    words = "".join(f"<p>{escape(one.text)}</p>" for one in cell.paragraphs)
    return f'<td rowspan="{cell.rowspan}" colspan="{cell.colspan}">{words}</td>'


def tasks(plan: Plan) -> list[tuple[object, ...]]:
    """What a plan asks of whom by when, without the places."""
    return [
        (
            task.number,
            task.text,
            task.owners_raw,
            [(one.name, one.role) for one in task.owners],
            [(one.kind, one.due, one.rrule) for one in task.deadlines],
        )
        for task in plan.tasks
    ]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_word_file_of_libreoffice_gives_the_tasks_of_the_page(
    sample: Path, tmp_path: Path
) -> None:
    document = read(sample.read_bytes(), sample.name).value
    source = tmp_path / f"{sample.stem}.html"
    source.write_text(page(document.blocks), encoding="utf-8")
    made = convert(source, tmp_path)
    found = tasks(pipeline.parse(made).value)
    assert found == tasks(pipeline.parse(source).value)
    plan = pipeline.parse(sample).value
    # Rows whose cells slid in the text cannot be set as a table with the cells in their columns.
    if all(said.code != "ZW302" for said in plan.diagnostics):
        assert found == tasks(plan)


@pytest.mark.skipif(not RENDITIONS.is_dir(), reason="the corpus is not here")
@pytest.mark.parametrize("name", ["dinghu-2021", "yangxi-2022"])
def test_a_word_file_that_libreoffice_saves_again_gives_the_same_tasks(
    name: str, tmp_path: Path
) -> None:
    source = RENDITIONS / f"{name}.docx"
    copy = tmp_path / "copy" / source.name
    copy.parent.mkdir()
    shutil.copyfile(source, copy)
    made = convert(copy, tmp_path)
    plan, other = pipeline.parse(source).value, pipeline.parse(made).value
    assert tasks(plan) == tasks(other)
    assert (plan.title, plan.id) == (other.title, other.id)
