"""Plain text and Markdown → paragraphs and tables."""

import pytest

from zwgk_parse.document.model import Document, Paragraph, Table
from zwgk_parse.readers.text import read


def document(text: str) -> Document:
    return read(text.encode(), "a.txt").value


def paragraphs(text: str) -> list[str]:
    return [b.text.text for b in document(text).blocks if isinstance(b, Paragraph)]


def tables(text: str) -> list[list[list[list[str]]]]:
    """Tables as rows of cells of paragraphs."""
    return [
        [[[p.text for p in cell.paragraphs] for cell in row.cells] for row in block.rows]
        for block in document(text).blocks
        if isinstance(block, Table)
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("第一段话。\n\n第二段话。", ["第一段话。", "第二段话。"]),
        # A page end cuts a sentence: over blank lines and a page number.
        ("1. 加强公开，及时更\n\n— 3 —\n\n新标注。", ["1. 加强公开，及时更新标注。"]),
        # ... but not where a number, a heading or a closing line begins.
        ("1. 加强公开，及时更\n2. 做好解读。", ["1. 加强公开，及时更", "2. 做好解读。"]),
        ("一、强化保障，落实责任\n各单位要落实。", ["一、强化保障，落实责任", "各单位要落实。"]),
        (
            "加强公开，抓好落实\n某县人民政府办公室\n2022年4月28日",
            ["加强公开，抓好落实", "某县人民政府办公室", "2022年4月28日"],
        ),
        # Titles have no punctuation and stay lines of their own.
        (
            "某某县人民政府办公室\n关于印发要点的通知",
            ["某某县人民政府办公室", "关于印发要点的通知"],
        ),
        ("# 标题 #\n\n**一、加强**公开\n", ["标题", "一、加强公开"]),
        ("* 第一项；\n* 第二项。", ["第一项；", "第二项。"]),
        (r"1\. 加强\*公开\*。", ["1. 加强*公开*。"]),
        ("甲&nbsp;乙&lt;丙&gt;。", ["甲 乙<丙>。"]),
        ("附件：某某清单\n某县人民政府", ["附件：某某清单", "某县人民政府"]),
    ],
)
def test_paragraphs(text: str, wanted: list[str]) -> None:
    assert paragraphs(text) == wanted


def test_a_joined_paragraph_has_both_its_lines() -> None:
    (block,) = document("1. 加强公开，及时更\n\n— 3 —\n\n新标注。").blocks
    assert isinstance(block, Paragraph)
    assert [span.line for span in block.text.spans] == [1, 5]


def test_a_crawler_s_long_line_is_cut_at_its_numbers() -> None:
    body = "围绕重点工作深入推进有关信息公开。" * 12
    text = f"一、主要任务（一）做好公开。{body}责任单位：县府办。（二）做好解读。{body}1.一项2.二项"
    assert [p[:4] for p in paragraphs(text)] == [
        "一、主要",
        "（一）做",
        "（二）做",
        "1.一项",
        "2.二项",
    ]


PIPES = """\
| 任务 | 责任单位 | 时限 |
|:--|---|--:|
| <p>1. 甲。</p><p>2. 乙。</p> | 县府办<br>县司法局 | 2022\\|年底 |
| | | |
"""


def test_pipe_tables_with_paragraphs_breaks_and_escapes() -> None:
    (table,) = tables(PIPES)
    assert table[1] == [["1. 甲。", "2. 乙。"], ["县府办", "县司法局"], ["2022|年底"]]
    assert table[2] == [[], [], []]


@pytest.mark.parametrize(
    "text",
    [
        "任务 | 责任单位\n1. 甲。 | 县府办\n2. 乙。 | 县司法局",
        "任务\t责任单位\n1. 甲。\t县府办\n2. 乙。\t县司法局\n\t\n",
        "任务\n|\n责任单位\n1. 甲。\n|\n县府办\n2. 乙。\n|\n县司法局",
        "任务\n责任单位\n1. 甲。\n县府办\n2. 乙。\n县司法局",
    ],
)
def test_the_same_table_however_its_cells_are_parted(text: str) -> None:
    (table,) = tables(text)
    assert table == [
        [["任务"], ["责任单位"]],
        [["1. 甲。"], ["县府办"]],
        [["2. 乙。"], ["县司法局"]],
    ]


def test_a_heading_between_tab_rows_is_a_row_of_one_cell() -> None:
    (table,) = tables(
        "序号\t任务\t责任单位\n一、公开方面\n1\t甲\t县府办\n二、解读方面\n2\t乙\t县府办"
    )
    assert [len(row) for row in table] == [3, 1, 3, 1, 3]


@pytest.mark.parametrize(
    "text",
    [
        "任务\n|\n责任单位\n1\n|\n做好甲。\n|\n县府办\n2\n|\n做好乙。\n|\n县司法局",
        "任务\n责任单位\n1\n做好甲。\n县府办\n2\n做好乙。\n县司法局",
    ],
)
def test_one_heading_over_a_number_and_a_text(text: str) -> None:
    block = next(b for b in document(text).blocks if isinstance(b, Table))
    assert [cell.colspan for cell in block.rows[0].cells] == [2, 1]
    assert [c.text.text for c in block.rows[2].cells] == ["2", "做好乙。", "县司法局"]


def test_a_cell_of_two_lines_between_bars_keeps_its_paragraphs() -> None:
    (table,) = tables(
        "任务\n|\n责任单位\n|\n时限\n1. 甲。\n|\n县府办\n县司法局\n|\n年底前\n附件1\n"
    )
    assert table[1] == [["1. 甲。"], ["县府办", "县司法局"], ["年底前"]]


@pytest.mark.parametrize(
    "text",
    [
        "首页 | 政务公开 | 正文",
        "责任单位\n县府办",
        "任务\n措施\n甲\n乙",
    ],
)
def test_what_is_no_table_stays_paragraphs(text: str) -> None:
    assert tables(text) == []
    assert paragraphs(text)


def test_cells_know_their_table_row_and_column() -> None:
    block = next(b for b in document("说明。\n" + PIPES).blocks if isinstance(b, Table))
    span = block.rows[1].cells[1].paragraphs[1].spans[0]
    assert span.line == 4
    assert span.cell is not None
    assert (span.cell.table, span.cell.row, span.cell.column) == (1, 2, 2)


def test_what_belongs_to_the_page_is_set_apart() -> None:
    read_ = document(
        "标题: 某县工作要点\n文号: \n发布时间: 2022-05-01 10:00\n原文链接: https://example.org/a\n"
        "==== 正文 ====\n您的位置:首页 > 公开\n分享到:\n一、加强公开。\n公开方式：主动公开\n"
    )
    assert [(fact.label, fact.value.text) for fact in read_.facts] == [
        ("标题", "某县工作要点"),
        ("发布时间", "2022-05-01 10:00"),
        ("原文链接", "https://example.org/a"),
    ]
    assert [passage.text[:2] for passage in read_.furniture] == ["==", "您的", "分享"]
    assert [b.text.text for b in read_.blocks if isinstance(b, Paragraph)] == [
        "一、加强公开。",
        "公开方式：主动公开",
    ]


HEAD = ["工作任务", "具体要求", "责任单位", "完成时限"]
GRID = [
    ["一、公开方面", "1. 做好目录。", "县府办", "6月底前"],
    ["", "2. 做好栏目。", "县司法局", "年底前"],
    ["", "3. 做好公报。", "", ""],
    ["二、解读方面", "4. 做好解读。", "各镇人民政府、县直各单位", "持续推进"],
]


def written(separator: str, *, closed: bool, blanks: bool) -> str:
    """The table as text: cells parted by `separator`, merged ones left out or empty lines."""
    rows = [HEAD, *GRID]
    kept = [[cell for cell in row if cell or blanks] for row in rows]
    end = separator if closed else "\n"
    return "".join(separator.join(row) + end for row in kept)


@pytest.mark.parametrize(
    "text",
    [
        written("\n", closed=False, blanks=True),
        written("\n|\n", closed=False, blanks=False),
        written("\n\t\n", closed=True, blanks=False),
        written("\n|\n", closed=True, blanks=False),
    ],
    ids=["empty lines", "chained by bars", "closed by tabs", "closed by bars"],
)
def test_merged_cells_of_a_table_whose_cells_stand_one_a_line(text: str) -> None:
    (table,) = tables(text)
    found = [["".join(cell) for cell in row] for row in table]
    assert [row + [""] * (4 - len(row)) for row in found] == [HEAD, *GRID]


def test_without_any_sign_a_table_with_merged_cells_is_not_dealt_out() -> None:
    block = next(
        b
        for b in document(written("\n", closed=False, blanks=False)).blocks
        if isinstance(b, Table)
    )
    assert not block.dealt
    assert block.width == 1


def test_items_that_may_be_rows_of_their_own_are_doubtful() -> None:
    text = "\n".join(HEAD).replace("\n", "\n|\n") + (
        "\n一、公开\n|\n1. 甲。\n|\n县府办\n|\n年底前\n2. 乙。\n3. 丙。\n|\n县司法局\n|\n年底前\n"
    )
    block = next(b for b in document(text).blocks if isinstance(b, Table))
    assert [cell.doubtful for cell in block.rows[2].cells] == [False, True, False, False]
