"""Plans for ZW211."""

from tests.checks.case import HEAD, Case

TASK = "1. 做好年报编制。（县府办负责，2022年6月底前完成）\n"

PASSING = (
    Case("no imprint", HEAD + TASK),
    Case("on the same day", HEAD + TASK + "甲县人民政府办公室 2022年3月15日印发\n"),
    Case("later", HEAD + TASK + "甲县人民政府办公室 2022年3月16日印发\n"),
    Case("no day of issue", HEAD + TASK, edits={"/issued_on": None, "/printed_on": "2022-03-01"}),
)
FAILING = (
    Case(
        "the day before",
        HEAD + TASK,
        (None,),
        {"/printed_on": "2022-03-14"},
        ("2022-03-14", "2022-03-15"),
    ),
    Case("a month too early", HEAD + TASK, (None,), {"/printed_on": "2022-02-15"}),
    Case("last year", HEAD + TASK + "甲县人民政府办公室 2021年3月16日印发\n", (None,)),
)
