"""Tables of a Word file: merged cells, header rows, tables in tables, tables that are none."""

from __future__ import annotations

import pytest

from tests.wordfile import LINES, cell, para, row, table, word
from zwgk_parse.document.model import Paragraph, Table
from zwgk_parse.errors import LimitExceededError
from zwgk_parse.readers import docx

RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
HEADER = "<w:tblHeader/>"


def wide(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def read(body: str) -> list[Paragraph | Table]:
    return list(docx.read(word(body), "plan.docx").value.blocks)


def grid(*rows: str, properties: str = LINES) -> list[list[tuple[str, int, int, int]]]:
    """Each row's cells: text, column, rowspan, colspan."""
    (block,) = read(table(*rows, properties=properties))
    assert isinstance(block, Table)
    assert block.spans_known
    return [
        [(str(one.text), one.column, one.rowspan, one.colspan) for one in line.cells]
        for line in block.rows
    ]


def test_cells_merged_across() -> None:
    assert grid(
        row("序号", cell("任务", properties=wide(2))), row("1", "公开", "县府办")
    ) == [
        [("序号", 0, 1, 1), ("任务", 1, 1, 2)],
        [("1", 0, 1, 1), ("公开", 1, 1, 1), ("县府办", 2, 1, 1)],
    ]  # fmt: skip


def test_cells_merged_down() -> None:
    rows = grid(
        row("类别", "任务"),
        row(cell("甲", properties=RESTART), "一"),
        row(cell(properties=CONTINUE), "二"),
        row(cell("乙", properties=RESTART), "三"),
        row(cell(properties='<w:vMerge w:val="continue"/>'), "四"),
    )
    assert rows[1:] == [
        [("甲", 0, 2, 1), ("一", 1, 1, 1)],
        [("二", 1, 1, 1)],
        [("乙", 0, 2, 1), ("三", 1, 1, 1)],
        [("四", 1, 1, 1)],
    ]


def test_a_cell_that_goes_on_nothing_stands_alone() -> None:
    rows = grid(
        row(cell("甲", properties=CONTINUE), "任务"),
        row(cell("乙", properties=RESTART), "一"),
        row(cell("丙", properties=wide(2) + CONTINUE)),
    )
    assert rows == [
        [("甲", 0, 1, 1), ("任务", 1, 1, 1)],
        [("乙", 0, 1, 1), ("一", 1, 1, 1)],
        [("丙", 0, 1, 2)],
    ]


def test_words_behind_a_merged_cell_are_hidden_and_said() -> None:
    body = table(
        row(cell("甲", properties=RESTART), "一"), row(cell("旧", properties=CONTINUE), "二")
    )
    (said,) = docx.read(word(body), "plan.docx").diagnostics
    assert (said.code, said.data) == ("ZW007", {"reason": "hidden characters", "count": 1})


def test_an_empty_paragraph_behind_the_words_of_a_cell() -> None:
    rows = grid(
        "<w:tr><w:tc>" + para("一") + "<w:p/></w:tc>" + cell("二") + "</w:tr>", row("", "四")
    )
    assert rows == [[("一", 0, 1, 1), ("二", 1, 1, 1)], [("", 0, 1, 1), ("四", 1, 1, 1)]]


def test_the_old_merge_across() -> None:
    rows = grid(
        row(
            cell("任务", properties='<w:hMerge w:val="restart"/>'),
            cell(properties="<w:hMerge/>"),
            "时限",
        ),
        row("一", "二", "三"),
    )
    assert rows[0] == [("任务", 0, 1, 2), ("时限", 2, 1, 1)]


def test_rows_that_begin_and_end_inside_the_grid() -> None:
    before = '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'
    rows = grid(row("一", "二", "三"), row("四", properties=before), row("五", "六", "七"))
    assert rows[1] == [("四", 1, 1, 1)]


def test_columns_that_only_help_to_draw_are_none() -> None:
    rows = grid(
        row(cell("序号", properties=wide(3)), cell("任务", properties=wide(4))),
        row(cell("1", properties=wide(3)), cell("公开", properties=wide(4))),
    )
    assert rows[0] == [("序号", 0, 1, 1), ("任务", 1, 1, 1)]


def test_only_rows_at_the_head_are_header() -> None:
    (block,) = read(
        table(
            row("序号", "任务", properties=HEADER),
            row("", "（要求）", properties=HEADER),
            row("1", "公开", properties='<w:tblHeader w:val="0"/>'),
            row("2", "公开", properties=HEADER),
        )
    )
    assert isinstance(block, Table)
    assert [line.cells[0].header for line in block.rows] == [True, True, False, False]


def test_paragraphs_of_a_cell_and_a_table_in_it() -> None:
    inner = table(row("内一", "内二"))
    (block,) = read(table(row("序号", "任务"), row("1", cell("甲", inner, "乙"))))
    assert isinstance(block, Table)
    words = block.rows[1].cells[1].paragraphs
    assert [str(one) for one in words] == ["甲", "内一", "内二", "乙"]
    assert words[1].spans[0].path == "/body/tbl[1]/tr[2]/tc[2]/tbl[1]/tr[1]/tc[1]/p[1]"


@pytest.mark.parametrize(
    "body",
    [
        # One cell a row, whatever its lines.
        table(row("一、甲"), row("二、乙")),
        # The number and the signer of a letterhead.
        table(row("一、甲", "二、乙"), properties=""),
        # A frame around a table.
        table(row(cell("一、甲", "二、乙"))),
    ],
)
def test_a_table_that_only_places_words_is_opened(body: str) -> None:
    blocks = read(body)
    assert [str(one.text) for one in blocks if isinstance(one, Paragraph)] == ["一、甲", "二、乙"]
    (span,) = blocks[0].text.spans if isinstance(blocks[0], Paragraph) else ()
    assert span.cell is None


def test_a_table_in_a_frame_is_the_table() -> None:
    (block,) = read(table(row(cell(table(row("序号", "任务"), row("1", "公开"))))))
    assert isinstance(block, Table)
    assert block.rows[0].cells[0].paragraphs[0].spans[0].cell is not None


def test_tables_are_counted_without_those_that_are_none() -> None:
    body = table(row("抬头")) + table(row("序号", "任务")) + para("甲") + table(row("一", "二"))
    tables = [block for block in read(body) if isinstance(block, Table)]
    places = [one.rows[0].cells[0].text.spans[0].cell for one in tables]
    assert [place.table for place in places if place] == [1, 2]


def test_a_style_may_draw_the_lines() -> None:
    styles = (
        '<w:style w:type="table" w:styleId="net"><w:tblPr>'
        '<w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr></w:style>'
        '<w:style w:type="table" w:styleId="mine"><w:basedOn w:val="net"/></w:style>'
    )
    body = table(row("公开", "县府办"), properties='<w:tblStyle w:val="mine"/>')
    (block,) = docx.read(word(body, styles=styles), "a.docx").value.blocks
    assert isinstance(block, Table)


@pytest.mark.parametrize(
    "properties", ['<w:gridSpan w:val="99999999999"/>', '<w:gridSpan w:val="-3"/>']
)
def test_spans_that_make_no_sense_do_no_harm(properties: str) -> None:
    rows = grid(row("一", cell("二", properties=properties)), row("三", "四"))
    assert rows[0][1] == ("二", 1, 1, 1)


def test_a_table_with_too_many_columns_is_refused() -> None:
    with pytest.raises(LimitExceededError, match="2,000 columns"):
        read(table(row(*["一"] * 2001)))
