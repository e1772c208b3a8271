"""Task tables → sections and tasks, with what plain text cannot show made good and said."""

from collections.abc import Callable

import pytest

from zwgk_parse.plan.raw import RawPlan

Rows = list[tuple[str | None, str, str, str]]
HEAD = "| 工作要求 | 具体任务 | 具体要求 | 牵头落实单位 | 时限要求 |\n|--|--|--|--|--|\n"
PAGES = (
    HEAD
    + "| 一、优化基础 | (一)公开。 | 1. 建设文件库，做好分类展示。 | 县直各单位 | 持续推进 |\n"
    + "| | | 2. 更新目录，做好动态调整。 | | |\n"
    + "| | 3. 加强年报编制发布工作，对数据统计 | 县府办牵头，县直各 | 持续推进 | |\n\n"
    + HEAD
    + "| | | 要提前介入指导，确保准确。 | 单位 | |\n"
    + "| 一、优化基础 | (二)解读。 | 4. 做好解读。 5. 做好回应。 "
    "| 县府办<br>县司法局 | 2022 年底前 |\n"
    + "| 二、强化保障 | | <p>6. 开会研究。</p><p>7. 听取汇报。</p> | 县府办 | 年底前 |\n"
)


def said(raw: RawPlan) -> list[tuple[str | None, list[str]]]:
    return [(t.label, [d.code for d in t.diagnostics]) for t in raw.tasks if t.diagnostics]


def test_pages_of_a_table(
    taken_apart: Callable[[str], RawPlan], rows: Callable[[str], Rows]
) -> None:
    assert rows(PAGES) == [
        ("1.", "优化基础/公开", "建设文件库，做好分类展示。", "县直各单位"),
        ("2.", "优化基础/公开", "更新目录，做好动态调整。", "县直各单位"),
        (
            "3.",
            "优化基础/公开",
            "加强年报编制发布工作，对数据统计要提前介入指导，确保准确。",
            "县府办牵头，县直各单位",
        ),
        ("4.", "优化基础/解读", "做好解读。", "县府办"),
        ("5.", "优化基础/解读", "做好回应。", "县司法局"),
        # Another section ends the subsection.
        ("6.", "强化保障", "开会研究。", "县府办"),
        ("7.", "强化保障", "听取汇报。", "县府办"),
    ]
    raw = taken_apart(PAGES)
    assert said(raw) == [("2.", ["ZW303", "ZW303"]), ("3.", ["ZW302", "ZW301"])]
    assert raw.tasks[1].inherited == ("owners", "deadlines")
    assert [span.line for span in raw.tasks[2].provenance] == [5, 9]


def table(*lines: str) -> str:
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # A number column; text columns with one cell a row are joined; others stay columns.
        (
            table(
                "序号\t任务\t主要内容\t责任单位\t推广范围",
                "1\t公开\t做好公开。\t县府办\t全县",
                "2\t解读\t做好解读。\t县司法局\t全县",
            ),
            [("1", "", "公开做好公开。", "县府办"), ("2", "", "解读做好解读。", "县司法局")],
        ),
        # A column left of the number is a section, also where it stands on each row.
        (
            table(
                "阶段\t序号\t任务\t责任单位",
                "准备\t1\t做好公开。\t县府办",
                "\t2\t做好解读。\t县司法局",
            ),
            [("1", "准备", "做好公开。", "县府办"), ("2", "准备", "做好解读。", "县司法局")],
        ),
        # A row over all columns heads a section.
        (
            table(
                "序号\t任务\t责任单位",
                "一、公开方面",
                "1\t公开目录。\t县府办",
                "二、解读方面",
                "2\t解读。\t县府办",
            ),
            [("1", "公开方面", "公开目录。", "县府办"), ("2", "解读方面", "解读。", "县府办")],
        ),
        # No numbers at all.
        (
            table(
                "工作任务 | 牵头单位 | 责　任　单　位",
                "做好公开 | 县府办 | 县直各单位",
                "做好解读 |  | 县司法局",
            ),
            [(None, "", "做好公开", "县府办|县直各单位"), (None, "", "做好解读", "县司法局")],
        ),
        # No heading over some columns: what stands in them tells.
        (
            table(
                "序号\t任务\t\t完成时限",
                "1\t做好公开工作。\t县府办、县司法局\t6月底前",
                "2\t做好解读工作。\t县财政局\t年底前",
            ),
            [
                ("1", "", "做好公开工作。", "县府办、县司法局"),
                ("2", "", "做好解读工作。", "县财政局"),
            ],
        ),
    ],
)
def test_columns(rows: Callable[[str], Rows], text: str, wanted: Rows) -> None:
    assert rows(text) == wanted


def test_as_many_paragraphs_of_owners_as_tasks_else_all_to_each(
    taken_apart: Callable[[str], RawPlan], rows: Callable[[str], Rows]
) -> None:
    text = table(
        "| 任务 | 责任单位 |", "|--|--|",
        "| <p>1. 甲。</p><p>2. 乙。</p><p>3. 丙。</p> | <p>县府办</p><p>县司法局</p> |",
        "| <p>4. 甲。</p><p>5. 乙。</p> | <p>县府办、</p><p>县司法局</p> |",
        "| <p>6. 甲。</p><p>7. 乙。</p> | <p>牵头单位：县府办</p><p>配合单位：县司法局</p> |",
    )  # fmt: skip
    assert [owners for *_, owners in rows(text)] == [
        *["县府办|县司法局"] * 3,
        *["县府办、县司法局"] * 2,
        *["牵头单位：县府办|配合单位：县司法局"] * 2,
    ]
    assert said(taken_apart(text)) == [(label, ["ZW304"]) for label in ("1.", "2.", "3.")]


PAGE = """<table><tr><th>任务</th><th>措施</th><th>牵头单位</th><th>责任单位</th><th>备注</th></tr>
<tr><td rowspan=3>公开</td><td>1. 甲。</td><td rowspan=2>县府办</td><td>各镇</td><td>a</td></tr>
<tr><td>2. 乙。</td><td></td><td></td></tr>
<tr><td>3. 丙。</td><td></td><td></td><td></td></tr>
<tr><td colspan=5>二、解读</td></tr>
<tr><td>解读</td><td>4. 丁。</td><td colspan=2>县司法局</td><td></td></tr></table>"""


def test_rowspan_decides_where_it_is_known(
    taken_apart: Callable[[str], RawPlan], rows: Callable[[str], Rows]
) -> None:
    assert rows(PAGE) == [
        ("1.", "公开", "甲。", "县府办|各镇"),
        ("2.", "公开", "乙。", "县府办"),
        ("3.", "公开", "丙。", ""),
        ("4.", "解读/解读", "丁。", "县司法局"),
    ]
    raw = taken_apart(PAGE)
    assert [task.inherited for task in raw.tasks] == [(), ("owners",), (), ()]
    assert [(c.heading, c.pieces[0].text) for c in raw.tasks[0].columns] == [("备注", "a")]
    assert said(raw) == []


def test_a_table_without_owners_or_deadlines_holds_no_tasks(
    taken_apart: Callable[[str], RawPlan],
) -> None:
    raw = taken_apart(table("序号\t指标\t说明", "1\t公开率\t达到100%", "2\t解读率\t达到90%"))
    assert raw.tasks == ()
    assert [p.text.text for p in raw.paragraphs][1] == "1|公开率|达到100%"


def test_demands_of_the_notice_are_tasks_beside_a_table_if_they_name_owners(
    rows: Callable[[str], Rows],
) -> None:
    text = "一、总体安排\n（一）做好统筹。（县府办负责）\n（二）做好宣传。\n" + PAGES
    assert [label for label, *_ in rows(text)] == [
        "（一）",
        "1.",
        "2.",
        "3.",
        "4.",
        "5.",
        "6.",
        "7.",
    ]
