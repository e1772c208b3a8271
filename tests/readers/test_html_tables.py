"""Tables of a page: cells in their columns; layout tables opened."""

from __future__ import annotations

import pytest

from zwgk_parse.document.model import Document, Paragraph, Table
from zwgk_parse.readers import html
from zwgk_parse.source import CellPlace, Span


def read(markup: str) -> Document:
    return html.read(markup.encode(), "plan.html").value


def tables(markup: str) -> list[Table]:
    return [block for block in read(markup).blocks if isinstance(block, Table)]


def shape(table: Table) -> list[list[tuple[str, int, int, int]]]:
    return [
        [(str(cell.text), cell.column, cell.rowspan, cell.colspan) for cell in row.cells]
        for row in table.rows
    ]


def words(markup: str) -> list[str]:
    blocks = read(markup).blocks
    return [str(block.text) if isinstance(block, Paragraph) else "TABLE" for block in blocks]


HEAD = "<tr><td>任务</td><td>单位</td></tr>"


@pytest.mark.parametrize(
    ("rows", "expected", "width"),
    [
        (
            "<tr><td>甲<td>乙<tr><td>丙<td>丁",
            [[("甲", 0, 1, 1), ("乙", 1, 1, 1)], [("丙", 0, 1, 1), ("丁", 1, 1, 1)]],
            2,
        ),
        (
            "<tr><td rowspan=2>甲<td>乙<tr><td>丙",
            [[("甲", 0, 2, 1), ("乙", 1, 1, 1)], [("丙", 1, 1, 1)]],
            2,
        ),
        (
            "<tr><td colspan=2>甲<td>乙<tr><td>丙<td rowspan=9>丁<td>戊<tr><td>己<td>庚",
            [
                [("甲", 0, 1, 2), ("乙", 2, 1, 1)],
                [("丙", 0, 1, 1), ("丁", 1, 2, 1), ("戊", 2, 1, 1)],
                [("己", 0, 1, 1), ("庚", 2, 1, 1)],
            ],
            3,
        ),
        (
            "<tr><td colspan=99999>一、甲<tr><td rowspan=0>乙<td colspan=x>丙<tr><td rowspan=-3>丁",
            [[("一、甲", 0, 1, 2)], [("乙", 0, 2, 1), ("丙", 1, 1, 1)], [("丁", 1, 1, 1)]],
            2,
        ),
        (
            "<tbody><tr><td rowspan=5>甲<td>乙</tbody><tbody><tr><td>丙<td>丁</tbody>",
            [[("甲", 0, 1, 1), ("乙", 1, 1, 1)], [("丙", 0, 1, 1), ("丁", 1, 1, 1)]],
            2,
        ),
        (
            "<tr><td>甲<td style='display:none'>隐<td>乙<tr hidden><td>隐<td>隐<tr><td>丙<td>丁",
            [[("甲", 0, 1, 1), ("乙", 1, 1, 1)], [("丙", 0, 1, 1), ("丁", 1, 1, 1)]],
            2,
        ),
        (
            "<tr><td>甲<td>乙<tr><td>丙<td>",
            [[("甲", 0, 1, 1), ("乙", 1, 1, 1)], [("丙", 0, 1, 1), ("", 1, 1, 1)]],
            2,
        ),
    ],
)
def test_cells_stand_in_their_columns(
    rows: str, expected: list[list[tuple[str, int, int, int]]], width: int
) -> None:
    (table,) = tables(f"<table border=1>{rows}</table>")
    assert shape(table) == expected
    assert (table.width, table.spans_known) == (width, True)


def test_paragraphs_of_a_cell_stay_apart_with_their_places() -> None:
    table = tables(
        f"<table border=1>{HEAD}</table><p>第二表</p><table border=1>{HEAD}"
        "<tr><td><p>1. 加强解读。</p><p>2. 加强<b>回应</b>。</p></td>"
        "<td>县府办<br>县司法局</td></tr></table>"
    )[1]
    first, second = table.rows[1].cells
    assert [str(text) for text in first.paragraphs] == ["1. 加强解读。", "2. 加强回应。"]
    assert [str(text) for text in second.paragraphs] == ["县府办", "县司法局"]
    assert first.paragraphs[1].spans == (
        Span(
            path="/html/body/table[2]/tr[2]/td[1]/p[2]",
            cell=CellPlace(table=2, row=2, column=1),
        ),
    )


@pytest.mark.parametrize(
    ("row", "header"),
    [
        ("<tr><th>任务</th><th>单位</th></tr>", [True, True]),
        ("<thead><tr><td>任务</td><td>单位</td></tr></thead>", [True, True]),
        ("<tr><th scope=row>任务</th><td>单位</td></tr>", [False, False]),
    ],
)
def test_headers_are_marked(row: str, header: list[bool]) -> None:
    (table,) = tables(f"<table border=1>{row}<tbody><tr><td>甲</td><td>乙</td></tr></table>")
    assert [cell.header for cell in table.rows[0].cells] == header
    assert not any(cell.header for cell in table.rows[1].cells)


@pytest.mark.parametrize(
    "markup",
    [
        "<table><tr><td><p>甲</p><p>乙</p></td></tr></table>",
        "<table border=1><tr><td>甲</td><td></td></tr><tr><td></td><td>乙</td></tr></table>",
        "<table><tr><td><table><tr><td>甲</td></tr></table></td></tr><tr><td>乙</td></tr></table>",
        "<table role=presentation><tr><td>甲</td><td>乙</td></tr></table>",
        "<table><tr><td>甲</td><td>乙</td></tr></table>",
        "<table><tr><td><table><tr><td>甲</td></tr></table></td><td>乙</td></tr></table>",
        "<tbody><tr><td><p>甲</p></td></tr><tr><td>乙</td></tr></tbody>",
        "<td>甲</td><td>乙</td>",
    ],
)
def test_layout_tables_are_opened(markup: str) -> None:
    assert words(markup) == ["甲", "乙"]


def test_a_layout_table_with_a_menu_or_an_article_is_opened() -> None:
    menu = "".join(f"<p><a href='{name}'>{name}</a></p>" for name in "天地玄黄")
    article = "".join(f"<p>{name}、各单位要认真抓好工作落实。</p>" for name in "一二三四五六七八")
    page = (
        f"<table><tr><td>{menu}</td><td>{article}</td></tr><tr><td>甲</td><td>乙</td></tr></table>"
    )
    assert words(page)[:2] == ["一、各单位要认真抓好工作落实。", "二、各单位要认真抓好工作落实。"]
    assert "TABLE" not in words(page)
    assert len(words(f"<table><tr><td>甲</td><td>{article}</td><td>乙</td></tr></table>")) == 10


@pytest.mark.parametrize(
    "markup",
    [
        "<table border=1><tr><td>1. 加强解读</td><td>县府办</td></tr></table>",
        f"<table>{HEAD}<tr><td><p>{'</p><p>'.join('天地玄黄宇宙洪荒')}</p></td><td>甲</td></tr></table>",
        f"<table class=MsoTableGrid>{HEAD}<tr><td><table><tr><td>甲</td></tr></table></td>"
        "<td>乙</td></tr></table>",
        "<table><tr><th>任务</th><td>单位</td></tr></table>",
        "<table style='border:1px solid'><tr><td>甲</td><td>乙</td></tr></table>",
        "<table><tr><td>1</td><td>甲</td><td>乙</td></tr></table>",
    ],
)
def test_tables_of_data_stay(markup: str) -> None:
    assert words(markup) == ["TABLE"]


def test_rows_without_a_table_make_one() -> None:
    (table,) = tables(f"{HEAD}<tr><td>甲</td><td>乙</td></tr>")
    assert shape(table)[1] == [("甲", 0, 1, 1), ("乙", 1, 1, 1)]
    (table,) = tables("<table border=1><tbody><td>甲</td><td>乙</td></tbody></table>")
    assert shape(table) == [[("甲", 0, 1, 1), ("乙", 1, 1, 1)]]


def test_words_between_cells_stand_before_the_table() -> None:
    rows = f"<table border=1><caption>表1</caption>{HEAD}注<tr><td>甲</td><td>乙</td></tr></table>"
    assert words(rows) == ["表1", "注", "TABLE"]


def test_a_table_in_a_cell_of_data_gives_its_words_in_order() -> None:
    (table,) = tables(
        f"<table border=1>{HEAD}<tr><td>甲<table><tr><td>乙</td><td>丙</td></tr></table>丁</td>"
        "<td>戊</td></tr></table>"
    )
    assert [str(text) for text in table.rows[1].cells[0].paragraphs] == ["甲", "乙", "丙", "丁"]
