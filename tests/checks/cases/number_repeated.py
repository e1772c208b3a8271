"""Plans for ZW203."""

from tests.checks.case import HEAD, Case
from tests.checks.cases.number_gap import table, tasks

PASSING = (
    Case("counts on", HEAD + tasks(1, 2, 3)),
    Case("one task under each heading", HEAD + "一、公开\n" + tasks(1) + "二、解读\n" + tasks(1)),
    Case(
        "the last number of one count is the first of none",
        HEAD + "一、公开\n" + tasks(1, 2) + "二、解读\n" + tasks(1, 2) + "三、回应\n" + tasks(1),
    ),
    Case(
        "a table of one row after another",
        HEAD + table("1") + "\n甲县2022年监督任务表\n\n" + table("1"),
    ),
    Case(
        "another way of numbering",
        HEAD + "1. 加强公开。\n（1）公开规划。\n（2）公开预算。\n2. 加强解读。\n（1）解读政策。\n",
    ),
)
FAILING = (
    Case("17, 17", HEAD + tasks(*range(1, 18), 17, 18), ("t17-2",), says=("17.",)),
    Case("for the next number", HEAD + tasks(1, 2, 2, 4, 5), ("t2-2",)),
    Case(
        "at a heading, where the count goes on",
        HEAD + "一、公开\n" + tasks(1, 2) + "二、解读\n" + tasks(3, 4) + "三、回应\n" + tasks(4, 5),
        ("t3.4",),
    ),
    Case(
        "the last of a section",
        HEAD + "一、公开\n" + tasks(1, 2, 3, 3) + "二、解读\n" + tasks(5, 6),
        ("t3-2",),
    ),
    Case("the first", HEAD + tasks(1, 1, 2, 3), ("t1-2",)),
    Case(
        "in brackets",
        HEAD + "一、公开\n（一）公开规划。\n（二）公开预算。\n（二）公开目录。\n（三）公开年报。\n",
        ("t2-2",),
        says=("（二）",),
    ),
)
