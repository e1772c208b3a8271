"""Plans for ZW107."""

from tests.checks.case import HEAD, Case

TASKS = "1. 公开规划。（县府办负责）\n2. 公开预算。（县府办负责）\n"

PASSING = (
    Case("a day", HEAD + TASKS),
    Case("in Chinese numerals", HEAD.replace("2022年3月15日", "二〇二二年三月十五日") + TASKS),
    Case("the plan alone", "甲县2022年政务公开工作要点\n" + TASKS),
    Case("no task", HEAD.replace("2022年3月15日\n", "")),
)
FAILING = (
    Case("left out", HEAD.replace("2022年3月15日\n", "") + TASKS, (None,)),
    Case(
        "a day of the imprint alone",
        HEAD + TASKS,
        (None,),
        edits={"/issued_on": None, "/printed_on": "2022-03-16"},
    ),
    Case("a month is no day", HEAD.replace("2022年3月15日", "2022年3月") + TASKS, (None,)),
)
