"""Plans for ZW101."""

from typing import Any

from tests.checks.case import HEAD, Case
from tests.checks.cases.number_gap import table

OWNED = "".join(f"{number}. 做好第{number}项公开工作。（县府办负责）\n" for number in range(1, 6))
ROWS = HEAD + table("1", "2", "3", "4")
MEASURES = "（一）加强组织领导。压实工作责任。\n（二）加强业务培训。每年培训1次。\n"
EMPTY: dict[str, Any] = {"/tasks/2/owners": [], "/tasks/2/owners_raw": None}

PASSING = (
    Case("each has one", HEAD + OWNED),
    Case("the plan names none", HEAD + "1. 公开规划。\n2. 公开预算。\n3. 公开目录。\n"),
    Case("a chapter that names none", HEAD + f"一、公开\n{OWNED}二、保障措施\n{MEASURES}"),
    Case(
        "a chapter of one task",
        HEAD + f"一、公开\n{OWNED}二、保障措施\n（一）加强组织领导。压实工作责任。\n",
    ),
    Case(
        "owners after the last of four",
        HEAD
        + f"一、公开\n{OWNED}二、解读\n6. 解读政策。\n7. 解读规划。\n8. 回应关切。\n"
        + "9. 图解政策。（县府办、县司法局负责）\n",
    ),
    Case(
        "a paragraph that addresses all",
        HEAD + OWNED + "6. 压实责任。各乡镇、县直各部门要高度重视，明确专人负责。\n",
    ),
    Case(
        "a person is named",
        ROWS,
        edits=EMPTY | {"/tasks/2/people": [{"name": "张某", "role": "person"}]},
    ),
    Case(
        "words of the cell that were not understood",
        ROWS,
        edits=EMPTY | {"/tasks/2/owners_raw": "有关方面"},
    ),
    Case(
        "the owners stand in an attachment",
        HEAD
        + "1. 公开规划。（县府办负责）\n2. 公开预算。（责任分工见附件）\n"
        + "3. 公开目录。（县府办负责）\n",
        edits={"/tasks/1/owners": []},
    ),
    Case(
        "unit headings give the owners",
        HEAD
        + "县教育局\n1. 公开招生信息。\n2. 公开学区。\n"
        + "县民政局\n1. 公开低保名单。\n2. 公开养老信息。\n",
    ),
    Case(
        "words that are no unit",
        HEAD
        + "1. 做好公开。（责任单位：县府办）\n2. 做好解读。（责任单位：县教育局）\n"
        + "3. 做好回应。（责任单位：县财政局）\n4. 做好培训。（责任单位：县委书记带头）\n",
    ),
    Case(
        "one of two is known",
        HEAD
        + "1. 做好公开。（责任单位：县府办）\n2. 做好解读。（责任单位：县教育局）\n"
        + "3. 做好回应。（责任单位：县财政局）\n4. 做好培训。（责任单位：县府办、××局）\n",
    ),
    Case(
        "the owners may stand behind a link without a name",
        HEAD
        + "责任分工见附件。\n1. 做好公开。\n2. 做好解读。\n"
        + "3. 做好回应。\n4. 做好培训。（县府办负责）\n",
        edits={
            "/attachments/-": {"label": "附件1", "title": None, "href": "1.doc", "state": "missing"}
        },
    ),
)
FAILING = (
    Case("one of six", HEAD + OWNED + "6. 做好年报编制。\n", ("t6",), says=("6.",)),
    Case(
        "one of three in a chapter",
        HEAD
        + "一、公开\n（一）公开规划。（县府办负责）\n（二）公开预算。\n"
        + f"（三）公开目录。（县府办负责）\n二、保障措施\n{MEASURES}",
        ("t1.2",),
    ),
    Case(
        "one of two, where all others have one",
        HEAD + f"一、公开\n{OWNED}二、解读\n6. 解读政策。（县司法局负责）\n7. 图解政策。\n",
        ("t7",),
    ),
    Case("an empty cell", ROWS, ("t3",), edits=EMPTY),
    Case(
        "an empty cell, though the text addresses all",
        ROWS,
        ("t3",),
        edits=EMPTY | {"/tasks/2/text": "各单位要及时公开。"},
    ),
    Case(
        "a dash for a unit",
        ROWS,
        ("t3",),
        edits={"/tasks/2/owners": [], "/tasks/2/owners_raw": "——"},
    ),
    Case(
        "the attachment was given with it",
        HEAD + OWNED + "6. 做好年报编制。\n",
        ("t6",),
        edits={
            "/attachments/-": {
                "label": "附件",
                "title": "甲县2022年重点任务分解表",
                "state": "separate",
            }
        },
    ),
    Case(
        "an empty bracket",
        HEAD
        + "1. 做好公开。（责任单位：县府办）\n2. 做好解读。（责任单位：县教育局）\n"
        + "3. 做好回应。（责任单位：县财政局）\n4. 做好培训。（责任单位：  ）\n",
        ("t4",),
    ),
    Case(
        "a place for a name",
        HEAD
        + "1. 做好公开。（责任单位：县府办）\n2. 做好解读。（责任单位：县教育局）\n"
        + "3. 做好回应。（责任单位：县财政局）\n4. 做好培训。（责任单位：××局）\n",
        ("t4",),
    ),
    Case(
        "a place for a name in letters",
        HEAD
        + "1. 做好公开。（责任单位：县府办）\n2. 做好解读。（责任单位：县教育局）\n"
        + "3. 做好回应。（责任单位：县财政局）\n4. 做好培训。（责任单位：XX局、XX局）\n",
        ("t4",),
    ),
    Case(
        "to be verified",
        HEAD
        + "1. 做好公开。（责任单位：县府办）\n2. 做好解读。（责任单位：县教育局）\n"
        + "3. 做好回应。（责任单位：县财政局）\n4. 做好培训。（责任单位：【待核实】）\n",
        ("t4",),
    ),
    Case(
        "a line to fill in",
        HEAD
        + "1. 做好公开。（责任单位：县府办）\n2. 做好解读。（责任单位：县教育局）\n"
        + "3. 做好回应。（责任单位：县财政局）\n4. 做好培训。（责任单位：____）\n",
        ("t4",),
    ),
)
