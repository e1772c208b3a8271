"""Plans for ZW105."""

from tests.checks.case import HEAD, Case

TASKS = "1. 公开规划。（县府办负责）\n2. 公开预算。（县府办负责）\n"

PASSING = (
    Case("a number", HEAD + TASKS),
    Case("the plan alone", "甲县2022年政务公开工作要点\n" + TASKS),
    Case("a number that is not whole", HEAD.replace("〔2022〕7号", "〔20227") + TASKS),
    Case("no task", HEAD.replace("甲府办〔2022〕7号\n", "")),
)
FAILING = (
    Case("left out", HEAD.replace("甲府办〔2022〕7号\n", "") + TASKS, (None,)),
    Case("a day alone", "甲县2022年政务公开工作要点\n（2022年3月15日）\n" + TASKS, (None,)),
    Case("a notice that is the plan", "关于做好2022年政务公开工作的通知\n" + TASKS, (None,)),
    Case("taken out", HEAD + TASKS, (None,), edits={"/document_number": None}),
)
