"""Plans for ZW204."""

from tests.checks.case import HEAD, Case
from tests.checks.cases.number_gap import tasks

PASSING = (
    Case("counts on", HEAD + tasks(1, 2, 3)),
    Case("counts anew", HEAD + "一、公开\n" + tasks(1, 2, 3) + "二、解读\n" + tasks(1, 2)),
    Case("a gap is none", HEAD + tasks(1, 2, 4, 5)),
    Case(
        "counts anew after a chapter without tasks",
        HEAD
        + "一、总体要求\n（一）指导思想。贯彻新发展理念。\n（二）基本原则。坚持问题导向。\n"
        + "二、主要任务\n（一）加强公开。及时公开。\n（二）加强解读。及时解读。\n"
        + "三、保障措施\n（一）加强领导。压实责任。\n",
    ),
    Case("an extract in the order of its departments", HEAD + tasks(14, 3, 9, 5, 21, 8)),
)
FAILING = (
    Case("17, 16, 18", HEAD + tasks(*range(1, 16), 17, 16, 18), ("t16",), says=("17.", "16.")),
    Case("one mistyped", HEAD + tasks(1, 2, 3, 4, 2, 6, 7), ("t2-2",), says=("4.", "2.")),
    Case(
        "in brackets",
        HEAD + "一、公开\n（一）公开规划。\n（三）公开预算。\n（二）公开目录。\n（四）公开年报。\n",
        ("t2",),
        says=("（三）", "（二）"),
    ),
    Case(
        "at a heading, where the count goes on",
        HEAD
        + "一、公开\n"
        + tasks(1, 2)
        + "二、解读\n"
        + tasks(3, 4, 5)
        + "三、回应\n"
        + tasks(4, 5),
        ("t3.4",),
    ),
    Case("the first two", HEAD + tasks(2, 1, 3, 4), ("t1",)),
    Case("for a 1", HEAD + tasks(*range(1, 11), 1, 12, 13), ("t1-2",)),
)
