"""Plans for ZW106."""

from tests.checks.case import HEAD, Case

TASKS = "1. 公开规划。（县府办负责）\n2. 公开预算。（县府办负责）\n"

PASSING = (
    Case("signed", HEAD + TASKS),
    Case("in the title of the notice", HEAD.replace("\n甲县人民政府办公室\n", "\n") + TASKS),
    Case("the plan alone", "甲县2022年政务公开工作要点\n" + TASKS),
    Case("no task", HEAD, edits={"/issuer": None}),
)
FAILING = (
    Case(
        "a notice that names nobody",
        "关于做好2022年政务公开工作的通知\n各科室：\n" + TASKS + "2022年3月15日\n",
        (None,),
    ),
    Case("taken out", HEAD + TASKS, (None,), edits={"/issuer": None}),
    Case("empty", HEAD + TASKS, (None,), edits={"/issuer": ""}),
)
