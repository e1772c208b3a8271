"""Plans for ZW201."""

from tests.checks.case import HEAD, Case


def tasks(*numbers: int) -> str:
    """A task for each number, all of the same form."""
    return "".join(f"{number}. 做好第{number}项公开工作。（县府办负责）\n" for number in numbers)


def table(*labels: str) -> str:
    """A table with a row for each label."""
    head = "| 序号 | 工作任务 | 责任单位 |\n|---|---|---|\n"
    return head + "".join(f"| {label} | 做好{label}项工作。 | 县府办 |\n" for label in labels)


THREE = HEAD + (
    "一、公开\n1. 做好公开。（县府办负责）\n2. 做好解读。（县府办负责）\n"
    "3. 做好回应。（县府办负责）\n"
)

PASSING = (
    Case("counts on", HEAD + tasks(1, 2, 3, 4)),
    Case(
        "counts on over headings",
        HEAD + "一、主动公开\n" + tasks(1, 2) + "二、政策解读\n" + tasks(3, 4),
    ),
    Case(
        "counts anew under each heading",
        HEAD + "一、主动公开\n" + tasks(1, 2) + "二、政策解读\n" + tasks(1, 2, 3),
    ),
    Case(
        "a chapter that holds no tasks has the numbers before",
        HEAD
        + "一、总体要求\n（一）指导思想。以习近平新时代中国特色社会主义思想为指导。\n"
        + "（二）发展目标。到2025年，水平明显提升。\n"
        + "二、主要任务\n（三）加强公开。各单位要及时公开。（县府办负责）\n"
        + "（四）加强解读。及时解读政策。（县府办负责）\n",
    ),
    Case(
        "one style under another, both counted through",
        HEAD
        + "一、公开\n（一）规划公开\n"
        + tasks(1, 2)
        + "（二）预算公开\n"
        + tasks(3)
        + "二、解读\n（三）主体\n"
        + tasks(4, 5),
    ),
    Case(
        "an extract that keeps the numbers of the plan it is taken from",
        HEAD + tasks(3, 7, 12, 13, 20),
    ),
    Case(
        "an extract of one chapter",
        HEAD + "四、政策解读\n" + tasks(17, 18, 19),
    ),
    Case(
        "a number that stands inside the text before",
        HEAD + tasks(1, 2),
        edits={
            "/tasks/1/label": "3.",
            "/tasks/1/number": 3,
            "/tasks/0/text": "做好公开。2. 做好解读。",
        },
    ),
    Case(
        "two that changed places leave no gap",
        HEAD + tasks(1, 2, 4, 3, 5),
    ),
    Case(
        "a table for each heading, counted anew",
        HEAD + table("1", "2") + "\n" + table("1"),
    ),
    Case(
        "items within items",
        HEAD
        + "1. 加强公开。\n（1）公开规划。\n（2）公开预算。\n"
        + "2. 加强解读。\n（1）解读政策。\n3. 回应关切。\n",
    ),
    Case("no task", HEAD),
    Case(
        "the last of a section has the number before it",
        HEAD + "一、公开\n" + tasks(1, 2, 3, 3) + "二、解读\n" + tasks(5, 6),
    ),
    Case("the first two changed places", HEAD + tasks(2, 1, 3, 4)),
    Case("labels that are no numbers", HEAD + tasks(1, 2), edits={"/tasks/0/label": "★甲"}),
    Case(
        "a task of a section that is gone (ZW227)",
        THREE,
        edits={"/tasks/1/section": "s9"},
    ),
    Case(
        "two tasks with one id (ZW227)",
        THREE,
        edits={"/tasks/1/id": "t1", "/tasks/1/number": 1, "/tasks/1/label": "1."},
    ),
)
FAILING = (
    Case("17, 19", HEAD + tasks(*range(1, 18), 19, 20), ("t19",), says=("17.", "19.", "18")),
    Case("two of them", HEAD + tasks(1, 2, 5, 6, 7, 9, 10, 11), ("t5", "t9"), says=("3–4",)),
    Case(
        "at a heading, where the count goes on",
        HEAD + "一、公开\n" + tasks(1, 2, 3) + "二、解读\n" + tasks(5, 6),
        ("t5",),
        says=("3.", "5."),
    ),
    Case(
        "a heading whose first task is missing",
        HEAD
        + "一、公开\n"
        + tasks(1, 2, 3)
        + "二、解读\n"
        + tasks(1, 2)
        + "三、回应\n"
        + tasks(2, 3),
        ("t3.2",),
        says=("三、回应",),
    ),
    Case("the first of all is missing", HEAD + tasks(2, 3, 4), ("t2",), says=("'missing': '1'",)),
    Case(
        "in brackets, within one section",
        HEAD
        + "一、公开\n（一）公开规划。\n（二）公开预算。\n（四）公开目录。\n（五）公开年报。\n"
        + "二、解读\n（一）解读政策。\n（二）解读规划。\n",
        ("t1.4",),
        says=("（二）", "（四）"),
    ),
    Case(
        "a row of a table",
        HEAD + table("1", "2", "4"),
        ("t4",),
    ),
    Case("a number far off is told once", HEAD + tasks(1, 2, 3, 40, 5, 6), ("t40",), says=("'4'",)),
    Case(
        "numbers within numbers",
        HEAD + table("2.1", "2.2", "2.4"),
        ("r3",),
        says=("2.2", "2.4"),
    ),
)
