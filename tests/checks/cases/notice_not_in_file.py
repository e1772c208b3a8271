"""Plans for ZW112."""

from tests.checks.case import HEAD, Case
from tests.checks.cases.number_gap import table

TASKS = "1. 公开规划。（县府办负责）\n2. 公开预算。（县府办负责）\n"
TITLE = "甲县2022年政务公开工作要点\n"

PASSING = (
    Case("a notice", HEAD + TASKS),
    Case("a notice without a number", HEAD.replace("甲府办〔2022〕7号\n", "") + TASKS),
    Case("a day under the title", TITLE + "（2022年3月15日）\n" + TASKS),
    Case("the document is a notice", "关于做好2022年政务公开工作的通知\n" + TASKS),
    Case("no task", TITLE),
)
FAILING = (
    Case("a title and tasks", TITLE + TASKS, (None,)),
    Case("an attachment", "附件\n" + TITLE + table("1", "2"), (None,)),
    Case("tasks alone", TASKS, (None,)),
)
