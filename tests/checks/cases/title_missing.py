"""Plans for ZW104."""

from tests.checks.case import HEAD, Case
from tests.checks.cases.number_gap import table

TASKS = "1. 公开规划。（县府办负责）\n2. 公开预算。（县府办负责）\n"

PASSING = (
    Case("a title", HEAD + TASKS),
    Case("of the plan alone", "甲县2022年政务公开工作要点\n" + TASKS),
    Case("of the notice", HEAD + TASKS, edits={"/title": None}),
    Case("no task either", "首页\n"),
)
FAILING = (
    Case("a table alone", table("1", "2"), (None,)),
    Case("tasks alone", TASKS, (None,)),
    Case("taken out", HEAD + TASKS, (None,), edits={"/title": None, "/notice_title": None}),
)
