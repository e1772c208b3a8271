"""Tasks as a whole: conventions for later tasks, what is inherited, which date is due."""

import io

from zwgk_parse.pipeline import parse
from zwgk_parse.plan.model import Plan, Task


def plan_of(text: str) -> Plan:
    return parse(io.BytesIO(("甲县2022年工作要点\n" + text).encode()), name="a.txt").value


def owners(task: Task) -> list[tuple[str, str]]:
    return [(owner.name, owner.role) for owner in task.owners]


def test_the_first_is_the_lead_from_the_task_that_says_so() -> None:
    tasks = plan_of(
        "1. 甲。（县司法局负责）\n"
        "2. 乙。（县财政局、县教育局负责，排在第一位的部门为牵头部门，下同）\n"
        "3. 丙。（县教育局、县司法局负责）\n"
        "4. 丁。（县司法局负责）\n"
        "5. 戊。（县府办、县财政局配合）\n"
    ).tasks
    assert [owners(task) for task in tasks] == [
        [("县司法局", "responsible")],
        [("县财政局", "lead"), ("县教育局", "responsible")],
        [("县教育局", "lead"), ("县司法局", "responsible")],
        [("县司法局", "lead")],
        [("县府办", "support"), ("县财政局", "support")],
    ]
    assert [task.inherited for task in tasks] == [(), (), ("owners",), ("owners",), ()]


def test_owners_that_are_not_listed_again_join_the_later_tasks_of_the_chapter() -> None:
    tasks = plan_of(
        "一、甲方面\n"
        "1. 甲。（县司法局牵头；各片区负责配合落实，以下均需各片区配合落实，不再列出）\n"
        "2. 乙。（县财政局牵头）\n二、乙方面\n3. 丙。（县教育局牵头）\n"
    ).tasks
    assert [owners(task) for task in tasks] == [
        [("县司法局", "lead"), ("各片区", "support")],
        [("县财政局", "lead"), ("各片区", "support")],
        [("县教育局", "lead")],
    ]
    assert tasks[1].inherited == ("owners",)


def test_owners_inside_the_text_come_first_as_printed() -> None:
    (task, _) = plan_of(
        "1. 甲方面。（县司法局牵头）乙方面。（县财政局负责，6月底前完成）\n2. 乙。\n"
    ).tasks
    assert owners(task) == [("县司法局", "lead"), ("县财政局", "responsible")]
    assert task.text == "甲方面。（县司法局牵头）乙方面。"
    assert task.owners_raw == "（县财政局负责，6月底前完成）"
    assert task.deadline_raw == "6月底前完成"
    assert task.deadlines[0].origin == "bracket"


def test_the_earliest_date_is_due_and_a_window_only_where_there_is_no_date() -> None:
    tasks = plan_of(
        "1. 甲。（县府办负责，9月底前完成；6月底前公布）\n"
        "2. 乙。（县府办负责，2022年4月至8月）\n"
        "3. 丙。（县府办负责，持续推进）\n"
    ).tasks
    assert [str(task.due) for task in tasks] == ["2022-06-30", "2022-08-31", "None"]


def test_the_same_deadline_twice_counts_once() -> None:
    head = "| 任务 | 责任单位 | 完成时限 |\n|--|--|--|\n"
    text = head + "| 1. 年底前公开目录。 | 县府办 | 2022年底前 |\n"
    (task,) = plan_of(text).tasks
    assert [(d.origin, str(d.due)) for d in task.deadlines] == [("column", "2022-12-31")]
    assert task.deadline_raw == "2022年底前"


def test_a_date_at_the_head_of_an_item_is_its_deadline_and_no_number() -> None:
    tasks = plan_of(
        "1.加强公开。（县财政局）\n2.10月底前完成网站改版。（县教育局）\n3.12月20日前报送总结。\n"
    ).tasks
    assert [(task.id, task.label, task.text, str(task.due)) for task in tasks] == [
        ("t1", "1.", "加强公开。", "None"),
        ("t2", "2.", "10月底前完成网站改版。", "2022-10-31"),
        ("t3", "3.", "12月20日前报送总结。", "2022-12-20"),
    ]


def test_fields_of_a_section_hold_for_its_tasks_that_name_none() -> None:
    plan = plan_of(
        "一、预算公开\n责任单位：县财政局；完成时限：2022年6月底前\n（一）做好甲。\n"
        "（二）做好乙。（县教育局负责）\n二、审计公开\n责任单位：县审计局\n"
        "（一）做好丙。（县司法局负责）\n"
    )
    assert [
        (task.id, owners(task), str(task.due), sorted(task.inherited)) for task in plan.tasks
    ] == [
        ("t1.1", [("县财政局", "responsible")], "2022-06-30", ["deadlines", "owners"]),
        ("t1.2", [("县教育局", "responsible")], "2022-06-30", ["deadlines"]),
        ("t2.1", [("县司法局", "responsible")], "None", []),
    ]
    assert "责任单位：县审计局" in [block.text for block in plan.preamble]


def test_a_labelled_value_ends_with_its_sentence() -> None:
    (task,) = plan_of("（一）做好解读。责任单位：县司法局。另须于6月底前报送总结材料。\n").tasks
    assert task.text == "做好解读。另须于6月底前报送总结材料"
    assert (owners(task), str(task.due)) == ([("县司法局", "responsible")], "2022-06-30")


def test_a_bracket_of_owners_that_cannot_be_read_stays_in_the_text_and_is_said() -> None:
    plan = plan_of("（一）做好公开。（县数据局牵头，县财政局不再配合）\n")
    assert plan.tasks[0].owners == ()
    assert plan.tasks[0].text == "做好公开。（县数据局牵头，县财政局不再配合）"
    assert [(said.code, said.task) for said in plan.diagnostics] == [("ZW403", "t1")]
