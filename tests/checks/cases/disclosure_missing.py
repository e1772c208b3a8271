"""Plans for ZW501."""

from tests.checks.case import HEAD, Case

TASK = "1. 做好年报。（县府办负责）\n"
SILENT = HEAD.replace("（此件公开发布）\n", "")

PASSING = (
    Case("under the date", HEAD + TASK),
    Case(
        "in the imprint",
        SILENT + TASK + "公开方式：主动公开\n甲县人民政府办公室 2022年3月15日印发\n",
    ),
    Case(
        "on request",
        SILENT.replace("2022年3月15日\n", "2022年3月15日\n（此件依申请公开）\n") + TASK,
    ),
    Case("the plan alone", "甲县2022年政务公开工作要点\n" + TASK),
)
FAILING = (
    Case("nothing is said", SILENT + TASK, (None,)),
    Case("tasks speak of it", SILENT + "1. 做好主动公开和依申请公开。（县府办负责）\n", (None,)),
    Case("a stored plan", HEAD + TASK, (None,), edits={"/disclosure": None}),
)
