"""Plans for ZW205."""

from tests.checks.case import HEAD, Case
from tests.checks.cases.number_gap import table, tasks

PASSING = (
    Case("the first two changed places", HEAD + tasks(2, 1, 3, 4)),
    Case("counts on", HEAD + tasks(1, 2, 3)),
    Case("a new section", HEAD + "一、公开\n" + tasks(1, 2) + "二、解读\n" + tasks(1, 2)),
    Case(
        "a heading without a number between them",
        HEAD + "1. 公开规划。\n2. 公开预算。\n强化保障\n1. 压实责任。\n2. 加强培训。\n",
    ),
    Case(
        "another table",
        HEAD + table("1", "2") + "\n监督任务表\n\n" + table("1"),
    ),
    Case(
        "items within items",
        HEAD + "1. 加强公开。\n（1）公开规划。\n（2）公开预算。\n2. 加强解读。\n（1）解读政策。\n",
    ),
    Case(
        "each row of a table counts its own tasks",
        HEAD
        + "| 类别 | 工作任务 | 责任单位 |\n|---|---|---|\n"
        + "| 公开 | 1. 做好甲工作。2. 做好乙工作。 | 县府办 |\n"
        + "| 公开 | 1. 做好丙工作。2. 做好丁工作。 | 县教育局 |\n",
    ),
)
FAILING = (
    Case(
        "within a section", HEAD + "一、公开\n" + tasks(1, 2, 3, 1, 2), ("t1-2",), says=("3.", "1.")
    ),
    Case("in a plan without sections", HEAD + tasks(1, 2, 3, 4, 1, 2, 3), ("t1-2",)),
    Case(
        "within a table",
        HEAD + table("1", "2", "1", "2"),
        ("t1-2",),
    ),
    Case(
        "in brackets",
        HEAD + "一、公开\n（一）公开规划。\n（二）公开预算。\n（一）公开目录。\n（二）公开年报。\n",
        ("t1-2",),
    ),
)
