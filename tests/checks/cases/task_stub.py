"""Plans for ZW110."""

from tests.checks.case import HEAD, Case

FIRST = "1. 公开规划。（县府办负责）\n"

PASSING = (
    Case("a text", HEAD + FIRST),
    Case("short", HEAD + FIRST + "2. 解读政策。（县府办负责）\n"),
    Case(
        "more than that",
        HEAD + FIRST + "2. 按附件要求逐项公开，详见附件。（县府办负责）\n",
    ),
    Case("words that begin alike", HEAD + FIRST + "2. 同步公开解读材料。（县府办负责）\n"),
    Case("a word of Latin letters", HEAD + FIRST + "2. VR。（县府办负责）\n"),
)
FAILING = (
    Case(
        "an attachment", HEAD + FIRST + "2. 详见附件。（县府办负责）\n", ("t2",), says=("详见附件",)
    ),
    Case("left out", HEAD + FIRST + "2. 略\n3. 公开预算。（县府办负责）\n", ("t2",)),
    Case(
        "rows of a table",
        HEAD
        + "| 序号 | 工作任务 | 责任单位 |\n|---|---|---|\n| 1 | 公开规划。 | 县府办 |\n"
        + "| 2 | 见附表2 | 县府办 |\n| 3 | 同上 | 县财政局 |\n",
        ("t2", "t3"),
    ),
    Case("no words", HEAD + FIRST + "2.。（县府办负责）\n3. 公开预算。（县府办负责）\n", ("t2",)),
    Case("only signs", HEAD + FIRST + "2. ____。（县府办负责）\n", ("t2",)),
)
