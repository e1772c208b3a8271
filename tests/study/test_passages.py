"""The passage beside a task: what is printed at its place, whole rows and paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.corpus import files, needs_corpus
from tests.study.made import owner, task
from zwgk_parse.document.model import Cell, Document, Paragraph, Row, Table
from zwgk_parse.document.passage import Passage
from zwgk_parse.pipeline import parse_document
from zwgk_parse.source import CellPlace, Span
from zwgk_parse.study.passages import Printed, printed

if TYPE_CHECKING:
    from zwgk_parse.pipeline import Parsed

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*-20*.txt"))


def _at(line: int, column: int | None = None) -> Span:
    cell = None if column is None else CellPlace(table=1, row=line, column=column)
    return Span(line=line, end_line=line, cell=cell)


def _document(*blocks: Paragraph | Table) -> Document:
    return Document("a.txt", "text/plain", "0", "text", blocks)


def _paragraphs(*texts: str) -> Document:
    return _document(*(Paragraph(Passage.of(one, _at(at))) for at, one in enumerate(texts, 1)))


def _table() -> Document:
    """Two rows, the owner of both in one cell."""
    shared = Cell((Passage.of("县财政局", _at(1, 2)),), column=1, rowspan=2)
    first = Row((Cell((Passage.of("一、甲", _at(1, 1)),), column=0), shared))
    last = Row((Cell((Passage.of("二、乙", _at(2, 1)),), column=0),))
    return _document(Table((first, last), 2, spans_known=True))


def test_a_paragraph_with_what_stands_around_it() -> None:
    document = _paragraphs("前" * 100, "做好公开。", "后" * 100)
    found = printed(task(2), document)
    assert found == Printed("做好公开。", "…" + "前" * 80, "后" * 80 + "…")


def test_several_places_are_told_apart_where_they_are_apart() -> None:
    spans = (_at(1), _at(2), _at(4))
    found = printed(task(1, provenance=spans), _paragraphs("甲", "乙", "丙", "丁"))
    assert found is not None
    assert found.text == "甲\n乙\n…\n丁"


def test_a_row_has_the_cells_that_reach_into_it() -> None:
    one = task(2, provenance=(_at(2, 1),), owners=(owner("县财政局", provenance=(_at(1, 2),)),))
    found = printed(one, _table())
    assert found == Printed("二、乙 ｜ 县财政局", "一、甲 ｜ 县财政局")


def test_owners_that_stand_elsewhere_follow() -> None:
    one = task(1, owners=(owner("县财政局", provenance=(_at(3),)),))
    found = printed(one, _paragraphs("甲", "乙", "责任单位：县财政局"))
    assert found is not None
    assert found.text == "甲\n…\n责任单位：县财政局"


def test_the_same_line_in_another_cell_is_another_place() -> None:
    one = task(1, provenance=(Span(line=1, end_line=1),))
    assert printed(one, _table()) is None


def test_boxes_of_a_page_meet_where_they_overlap() -> None:
    box = Span(page=2, bbox=(10, 10, 50, 20))
    document = _document(Paragraph(Passage.of("甲", box)))
    near = Span(page=2, bbox=(40, 15, 60, 30))
    assert printed(task(1, provenance=(near,)), document) == Printed("甲")
    other = near.model_copy(update={"page": 3})
    assert printed(task(1, provenance=(other,)), document) is None


def test_a_very_long_passage_is_cut() -> None:
    found = printed(task(1), _paragraphs("长" * 10_000))
    assert found is not None
    assert (len(found.text), found.text[-1]) == (4000, "…")


def _words(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def _check(parsed: Parsed) -> None:
    """Every task has its passage, and but for what a page end cut its words stand in it."""
    joined = {one.task for one in parsed.plan.diagnostics if one.code == "ZW301"}
    for one in parsed.plan.tasks:
        found = printed(one, parsed.documents[0])
        assert found is not None, one.id
        if "…" not in found.text and one.id not in joined:
            assert _words(one.text) in _words(found.text)
        assert not Counter(_words(one.text)) - Counter(_words(found.text))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_task_of_the_samples_has_its_passage(path: Path) -> None:
    parsed = parse_document(path)
    assert parsed.plan.tasks
    _check(parsed)


@needs_corpus
@pytest.mark.slow
@pytest.mark.parametrize(
    "path",
    files("renditions/*.docx", "renditions/*.html", "renditions/*m.pdf", "renditions/*e.pdf"),
    ids=lambda path: path.name,
)
def test_every_task_of_the_renditions_has_its_passage(path: Path) -> None:
    _check(parse_document(path))
