"""Rows that a page's end cut, put together for the reasons that are said, or left apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import pytest

from zwgk_parse.document.model import Cell, Document, Paragraph, Row, Table
from zwgk_parse.document.passage import Passage
from zwgk_parse.extractors import extract
from zwgk_parse.source import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zwgk_parse.plan.raw import RawPlan, RawTask

HEAD = ("序号", "工作任务", "责任单位", "完成时限")
ONE = ("1", "公开预决算。", "县财政局", "6月底前")
THREE = ("3", "组织培训。", "县司法局", "年底前")


class Joined(NamedTuple):
    """What becomes of two pages: the tasks' words and owners, and the reasons of each join."""

    tasks: list[tuple[str, str]]
    reasons: list[str]


def page(number: int, *rows: Sequence[str], cut: str = "", flows: str = "") -> Table:
    """A page's table; `cut` and `flows` are the columns of its last row for which these hold.

    A cell of "|" goes on from the row above.
    """
    found: list[Row] = []
    for at, row in enumerate(rows):
        last = at == len(rows) - 1
        cells = []
        for column, words in enumerate(row):
            if words == "|":
                continue
            below = [later[column] for later in rows[at + 1 :]]
            high = next((n for n, one in enumerate(below) if one != "|"), len(below)) + 1
            ends = last or at + high == len(rows)
            cells.append(
                Cell(
                    tuple(_place(number, at, column, one) for one in words.split("/") if one),
                    column,
                    rowspan=high,
                    cut=ends and str(column) in cut,
                    flows=ends and str(column) in flows,
                )
            )
        found.append(Row(tuple(cells)))
    return Table(tuple(found), len(rows[0]), spans_known=True, page=number)


def _place(number: int, row: int, column: int, words: str) -> Passage:
    box = (100.0 * column, 20.0 * row, 100.0 * column + 90, 20.0 * row + 10)
    return Passage.of(words, Span(page=number, bbox=box))


def plan_of(*pages: Table, join: bool = True) -> RawPlan:
    """What the extractors find in a document of the given pages."""
    title = Paragraph(Passage.of("青禾县2024年政务公开任务分解表", Span(page=1)))
    document = Document("a.pdf", "application/pdf", "", "pdf", (title, *pages), pages=len(pages))
    return extract([document], join=join)


def joined(raw: RawPlan) -> Joined:
    """The tasks of a raw plan, and why rows of it were joined."""
    tasks = [(task.text.text, _owners(task)) for task in raw.tasks]
    said = [one for task in raw.tasks for one in task.diagnostics if one.code == "ZW301"]
    return Joined(tasks, [str(one.data["reasons"]) for one in said])


def _owners(task: RawTask) -> str:
    return "|".join(piece.tidy().text for field in task.owners for piece in field.pieces)


CUT = ("2", "公开养老服务机构的", "县民政局、", "12月底前")
ENDED = ("2", "公开养老服务信息。", "县民政局", "12月底前")
REST = ("", "名单和办事指南。", "卫生健康局", "")
WHOLE = ("公开养老服务机构的名单和办事指南。", "县民政局、卫生健康局")
APART = [
    ("公开预决算。", "县财政局"),
    ("公开养老服务信息。", "县民政局"),
    ("组织培训。", "县司法局"),
]
NO_NUMBER, HEADER = "no number begins", "the header is repeated"
UNFINISHED, OPEN = "the sentence before is unfinished", "no line closes the row"

CASES: dict[str, tuple[Table, Table, list[tuple[str, str]], list[str]]] = {
    "no closing line": (
        page(1, HEAD, ONE, CUT, cut="0123", flows="12"),
        page(2, HEAD, REST, THREE),
        [("公开预决算。", "县财政局"), WHOLE, ("组织培训。", "县司法局")],
        ["; ".join((NO_NUMBER, HEADER, UNFINISHED, OPEN))],
    ),
    "a closing line": (
        page(1, HEAD, ONE, CUT, flows="12"),
        page(2, HEAD, REST, THREE),
        [("公开预决算。", "县财政局"), WHOLE, ("组织培训。", "县司法局")],
        ["; ".join((NO_NUMBER, HEADER, UNFINISHED))],
    ),
    "a number begins": (
        page(1, HEAD, ONE, ENDED),
        page(2, HEAD, THREE),
        [
            ("公开预决算。", "县财政局"),
            ("公开养老服务信息。", "县民政局"),
            ("组织培训。", "县司法局"),
        ],
        [],
    ),
    "a number begins below an open row": (
        page(1, HEAD, ONE, ENDED, cut="0123"),
        page(2, HEAD, THREE),
        [
            ("公开预决算。", "县财政局"),
            ("公开养老服务信息。", "县民政局"),
            ("组织培训。", "县司法局"),
        ],
        [],
    ),
    "only owners go on": (
        page(
            1, HEAD, ONE, ("2", "公开养老服务信息。", "县民政局、", "12月底前"), cut="2", flows="2"
        ),
        page(2, HEAD, ("", "", "卫生健康局", ""), THREE),
        [
            ("公开预决算。", "县财政局"),
            ("公开养老服务信息。", "县民政局、卫生健康局"),
            ("组织培训。", "县司法局"),
        ],
        ["; ".join((NO_NUMBER, HEADER, "only a cell goes on"))],
    ),
    "a merged cell goes on": (
        page(1, HEAD, ONE, ("2", "公开债务信息。", "|", "年底前"), cut="2"),
        page(2, HEAD, ("3", "组织培训。", "", "年底前")),
        [("公开预决算。", "县财政局"), ("公开债务信息。", "县财政局"), ("组织培训。", "县财政局")],
        ["a merged cell goes on"],
    ),
}


@pytest.mark.parametrize(("first", "second", "tasks", "reasons"), CASES.values(), ids=CASES)
def test_rows_over_a_page_end(
    first: Table, second: Table, tasks: list[tuple[str, str]], reasons: list[str]
) -> None:
    found = joined(plan_of(first, second))
    assert found.tasks == tasks
    assert found.reasons == reasons


def test_a_page_without_a_header_goes_on_as_well() -> None:
    first, _, tasks, _ = CASES["no closing line"]
    assert joined(plan_of(first, page(2, REST, THREE))).tasks == tasks


def test_a_header_that_is_not_repeated_is_no_reason() -> None:
    first, _, _, _ = CASES["no closing line"]
    (reasons,) = joined(plan_of(first, page(2, REST, THREE))).reasons
    assert HEADER not in reasons


@pytest.mark.parametrize("name", ["no closing line", "a closing line"])
def test_without_joins_the_fragments_stay(name: str) -> None:
    first, second, _, _ = CASES[name]
    raw = plan_of(first, second, join=False)
    assert joined(raw).reasons == []
    words = [text for text, _ in joined(raw).tasks]
    assert "公开养老服务机构的" in words
    assert "名单和办事指南。" in words


def test_a_join_says_where_both_pieces_stand() -> None:
    first, second, _, _ = CASES["no closing line"]
    (task,) = (task for task in plan_of(first, second).tasks if task.number == 2)
    (said,) = (one for one in task.diagnostics if one.code == "ZW301")
    assert {span.page for span in said.provenance} == {1, 2}
    assert [span.page for span in task.provenance] == [1, 2]


def test_pages_apart_are_not_joined() -> None:
    first = page(1, HEAD, ONE, CUT, cut="0123")
    later = page(3, HEAD, REST, THREE)
    assert not any(re.search(OPEN, reason) for reason in joined(plan_of(first, later)).reasons)


def test_an_inherited_owner_is_marked() -> None:
    first, second, _, _ = CASES["a merged cell goes on"]
    inherited = [task.inherited for task in plan_of(first, second).tasks]
    assert inherited == [(), ("owners",), ("owners",)]
