"""Plans for ZW103."""

from typing import Any

from tests.checks.case import HEAD, Case

ROWS = (
    HEAD
    + "| 序号 | 工作任务 | 责任单位 | 完成时限 |\n|---|---|---|---|\n"
    + "".join(
        f"| {number} | 做好第{number}项公开工作。 | 县府办 | {number + 5}月底前 |\n"
        for number in range(1, 5)
    )
)
PROSE = "".join(
    f"{number}. 做好第{number}项工作。（县府办负责，{number + 5}月底前完成）\n"
    for number in range(1, 5)
)
EMPTY: dict[str, Any] = {
    "/tasks/1/deadlines": [],
    "/tasks/1/deadline_raw": None,
    "/tasks/1/due": None,
}
IN_TEXT = {"kind": "date", "raw": "年底前", "due": "2022-12-31", "origin": "text"}

PASSING = (
    Case("each has one", ROWS),
    Case(
        "no column", HEAD + "1. 公开规划。（县府办负责）\n2. 公开预算，年底前完成。（县府办负责）\n"
    ),
    Case("the text states one", ROWS, edits=EMPTY | {"/tasks/1/deadlines": [IN_TEXT]}),
    Case("words not understood", ROWS, edits=EMPTY | {"/tasks/1/deadline_raw": "春节前"}),
    Case(
        "a chapter without",
        HEAD
        + f"一、公开\n{PROSE}二、保障措施\n"
        + "（一）加强领导。压实责任。\n（二）加强培训。强化保障。\n",
    ),
    Case(
        "a bracket here and there",
        HEAD
        + "1. 公开规划。（县府办负责，6月底前完成）\n"
        + "2. 公开预算。（县府办负责）\n3. 公开目录。（县府办负责）\n",
    ),
    Case("ongoing", ROWS.replace("8月底前", "长期坚持")),
)
FAILING = (
    Case("an empty cell", ROWS, ("t2",), edits=EMPTY, says=("2",)),
    Case(
        "two of four",
        ROWS,
        ("t2", "t4"),
        edits=EMPTY
        | {"/tasks/3/deadlines": [], "/tasks/3/deadline_raw": None, "/tasks/3/due": None},
    ),
    Case("in brackets", HEAD + PROSE + "5. 做好年报编制。（县府办负责）\n", ("t5",)),
)
