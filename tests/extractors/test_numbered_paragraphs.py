"""Numbered paragraphs → sections and tasks."""

from collections.abc import Callable

import pytest

from zwgk_parse.plan.raw import RawPlan

Rows = list[tuple[str | None, str, str, str]]
NESTED = """\
一、优化基础
（一）做好公开。加强目录管理。（责任单位：县司法局）
1. 更新目录。（责任单位：县府办）
2. 更新栏目。
（二）做好解读。
① 同步解读。（县府办牵头，县直各单位配合）
② 及时解读。（各镇人民政府负责）
二、强化保障
（一）加强考核。纳入考核。
（二）加强培训。
"""


def test_leaves_are_tasks_and_what_stands_above_them_are_sections(
    rows: Callable[[str], Rows],
) -> None:
    assert rows(NESTED) == [
        ("1.", "优化基础/做好公开", "更新目录。", "责任单位：县府办"),
        # Owners stated for a section go to its tasks that have none of their own.
        ("2.", "优化基础/做好公开", "更新栏目。", "责任单位：县司法局"),
        ("①", "优化基础/做好解读", "同步解读。", "县府办牵头，县直各单位配合"),
        ("②", "优化基础/做好解读", "及时解读。", "各镇人民政府负责"),
        ("（一）", "强化保障", "加强考核。纳入考核。", ""),
        ("（二）", "强化保障", "加强培训。", ""),
    ]


@pytest.mark.parametrize(
    ("tail", "owners"),
    [
        ("（责任单位：县司法局）", "责任单位：县司法局"),
        ("(责任单位:县司法局)", "责任单位:县司法局"),
        ("（责任单位：县司法局)", "责任单位：县司法局"),
        ("【责任单位：县司法局】", "责任单位：县司法局"),
        ("〔牵头单位：县司法局，责任单位：县府办〕", "牵头单位：县司法局，责任单位：县府办"),
        ("（县司法局牵头，县府办配合，6月底前完成）", "县司法局牵头，县府办配合，6月底前完成"),
        ("（县司法局负责）", "县司法局负责"),
        ("（县政务服务局（县数据局）牵头）", "县政务服务局（县数据局）牵头"),
        ("\n（责任单位：县司法局）", "责任单位：县司法局"),
        ("\n责任单位：县司法局", "县司法局"),
        ("牵头单位：县司法局责任单位：县府办配合单位：各镇", "县司法局|县府办|各镇"),
        ("责任单位：县司法局\n完成时限：6月底前", "县司法局"),
    ],
)
def test_owners_behind_the_text(rows: Callable[[str], Rows], tail: str, owners: str) -> None:
    text = f"一、主要任务\n1. 做好公开工作。{tail}\n2. 做好解读工作。\n"
    assert rows(text)[0] == ("1.", "主要任务", "做好公开工作。", owners)
    assert rows(text)[1][2] == "做好解读工作。"


def test_brackets_inside_a_text_stay_in_it(rows: Callable[[str], Rows]) -> None:
    ((_, _, text, owners), _) = rows(
        "1. 公开目录。（县府办负责）推进解读（试行）。（县司法局负责）\n2. 其他。\n"
    )
    assert text == "公开目录。（县府办负责）推进解读（试行）。"
    assert owners == "县司法局负责"


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        # Numbers of years, quantities and documents start no task.
        ("1、甲方面。\n2021 年底前完成整合。\n2、乙方面。\n", ["1、", "2、"]),
        ("1. 甲方面，依托\n12345 热线做好解答。\n2. 乙方面。\n", ["1.", "2."]),
        ("1．围绕“1+1+9”部署，做好甲。\n2．做好乙。\n", ["1．", "2．"]),
        ("第一条 做好甲。\n第二条 做好乙。\n", ["第一条", "第二条"]),
        ("（1）做好甲。\n(2)做好乙。\n", ["（1）", "(2)"]),
        ("## 一、方面\n\n1、做好甲。\n\n### 二、方面\n\n2、做好乙。\n", ["1、", "2、"]),
        ("一、做好甲方面各项工作。（县府办负责）\n二、做好乙。（县府办负责）\n", ["一、", "二、"]),
        # 一是/二是 that each close with owners are tasks; else they are words of one task.
        (
            "1. 抓好三项。一是甲。（县府办负责）二是乙。（县司法局负责）\n2. 乙方面。\n",
            ["一是", "二是", "2."],
        ),
        ("1. 抓好三项。一是甲。二是乙。\n2. 乙方面。\n", ["1.", "2."]),
    ],
)
def test_what_is_a_number(rows: Callable[[str], Rows], text: str, labels: list[str]) -> None:
    assert [label for label, *_ in rows(text)] == labels


@pytest.mark.parametrize(
    "heading", ["总体要求", "指导思想和工作目标", "基本原则", "重大意义", "试点范围", "工作进度"]
)
def test_no_tasks_under_aims_unless_they_name_an_owner(
    rows: Callable[[str], Rows], heading: str
) -> None:
    text = (
        f"一、{heading}\n（一）坚持甲。做好甲。\n（二）坚持乙。做好乙。（县府办负责）\n"
        "二、任务\n（一）丙方面。\n"
    )
    assert [text for _, _, text, _ in rows(text)] == ["坚持乙。做好乙。", "丙方面。"]


def test_a_first_level_text_is_no_task_where_tasks_are_numbered_below(
    taken_apart: Callable[[str], RawPlan], rows: Callable[[str], Rows]
) -> None:
    text = "一、任务\n（一）做好甲。\n（二）做好乙。\n二、组织领导\n各单位要加强领导。\n"
    assert [label for label, *_ in rows(text)] == ["（一）", "（二）"]
    kept = taken_apart(text).paragraphs
    assert [(p.text.text, p.section) for p in kept] == [("各单位要加强领导。", 1)]


def test_owners_behind_the_last_item_only_are_said(
    taken_apart: Callable[[str], RawPlan],
) -> None:
    raw = taken_apart(
        "（一）方面\n1. 甲。\n2. 乙。\n3. 丙。（责任单位：县府办）\n（二）方面\n1. 丁。\n"
    )
    assert [len(task.owners) for task in raw.tasks] == [0, 0, 1, 0]
    assert [d.code for d in raw.diagnostics] == ["ZW307"]


def test_a_unit_as_heading_owns_the_tasks_below_it(rows: Callable[[str], Rows]) -> None:
    found = rows("县司法局\n1. 做好甲。\n2. 做好乙。\n县财政局\n3. 做好丙。\n")
    assert [(section, owners) for _, section, _, owners in found] == [
        ("县司法局", "县司法局"),
        ("县司法局", "县司法局"),
        ("县财政局", "县财政局"),
    ]


def test_a_plan_without_numbers_has_a_task_for_each_paragraph_with_owners(
    rows: Callable[[str], Rows],
) -> None:
    found = rows(
        "按照要求，制定本方案。\n做好公开。（责任单位：县府办）\n做好解读。（县司法局牵头）\n"
    )
    assert found == [
        (None, "", "做好公开。", "责任单位：县府办"),
        (None, "", "做好解读。", "县司法局牵头"),
    ]


def test_paragraphs_go_on_and_closing_words_do_not(
    taken_apart: Callable[[str], RawPlan], rows: Callable[[str], Rows]
) -> None:
    text = (
        "（一）做好甲。（县府办负责）\n（二）做好乙。\n继续做好乙。（县司法局负责）\n"
        "各单位要报告情况。\n"
    )
    assert [t for _, _, t, _ in rows(text)] == ["做好甲。", "做好乙。继续做好乙。"]
    assert [p.text.text for p in taken_apart(text).paragraphs] == ["各单位要报告情况。"]
