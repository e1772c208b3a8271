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
