"""Plans for ZW219."""

from tests.checks.case import HEAD, Case

LED = (
    "1. 做好年报。（县府办牵头，县财政局配合）\n2. 做好公开。（县司法局牵头，县财政局配合）\n"
    "3. 做好解读。（县教育局牵头，县财政局配合）\n"
)

PASSING = (
    Case("all are led", HEAD + LED),
    Case("one unit", HEAD + LED + "4. 做好回应。（县民政局负责）\n"),
    Case("one unit and a set", HEAD + LED + "4. 做好回应。（县民政局、各乡镇人民政府负责）\n"),
    Case("each its part", HEAD + LED + "4. 做好。（县民政局、县财政局分别负责）\n"),
    Case(
        "leads are the exception",
        HEAD + "1. 做好。（县府办牵头，县财政局配合）\n2. 做好。（县府办、县财政局）\n"
        "3. 做好。（县府办、县教育局）\n",
    ),
    Case(
        "no leads at all", HEAD + "1. 做好。（县府办、县财政局）\n2. 做好。（县府办、县司法局）\n"
    ),
    Case("a unit under two names", HEAD + LED + "4. 做好。（县府办、县人民政府办公室负责）\n"),
    Case(
        "a heading that speaks of the lead",
        HEAD
        + "| 序号 | 工作任务 | 牵头落实单位 | 牵头单位 |\n|---|---|---|---|\n"
        + "| 1 | 公开规划。 | 县教育局、县财政局 | 县府办 |\n"
        + "| 2 | 公开预算。 | 县教育局、县民政局 | 县府办 |\n"
        + "| 3 | 做好回应。 | 县教育局、县民政局 | |\n",
    ),
)
FAILING = (
    Case(
        "one task",
        HEAD + LED + "4. 做好。（县民政局、县财政局负责）\n",
        ("t4",),
        says=("县民政局",),
    ),
    Case(
        "two tasks",
        HEAD + LED + "4. 做好。（县民政局、县财政局负责）\n5. 做好。（县府办、县教育局）\n",
        ("t4", "t5"),
    ),
    Case(
        "by their duties", HEAD + LED + "4. 做好。（县民政局、县财政局按职责分工负责）\n", ("t4",)
    ),
    Case(
        "in a table",
        HEAD + "序号|工作任务|责任单位\n1|做好年报。|县府办牵头，县财政局配合\n"
        "2|做好公开。|县司法局牵头，县财政局配合\n3|做好解读。|县府办、县财政局\n",
        ("t3",),
    ),
)
