"""Plans for ZW108."""

from tests.checks.case import HEAD, Case

ITEMS = "（一）公开规划。（县府办负责）\n（二）公开预算。（县财政局负责）\n"

PASSING = (
    Case("something under each", HEAD + f"一、公开\n{ITEMS}二、解读\n{ITEMS}"),
    Case("a paragraph is something", HEAD + f"一、总体要求\n坚持稳中求进。\n二、公开\n{ITEMS}"),
    Case(
        "principles that say themselves",
        HEAD
        + f"一、基本原则\n（一）统一领导，分级负责\n（二）依法依规，及时准确\n二、公开\n{ITEMS}",
    ),
    Case(
        "a sentence of its own",
        HEAD + f"一、公开\n{ITEMS}二、加强组织领导，压实责任；强化督导考核。\n",
    ),
    Case("no sections", HEAD + "1. 公开规划。\n2. 公开预算。\n"),
    Case(
        "a table that was not placed",
        HEAD + f"一、公开\n{ITEMS}二、考核指标\n三、保障\n{ITEMS}",
        edits={
            "/preamble/-": {
                "text": "指标",
                "provenance": [{"line": 12, "cell": {"table": 1, "row": 1, "column": 1}}],
            }
        },
    ),
)
FAILING = (
    Case(
        "between two others",
        HEAD + f"一、公开\n{ITEMS}二、监督保障\n三、解读\n{ITEMS}",
        (None,),
        says=("二、监督保障",),
    ),
    Case(
        "of the second level",
        HEAD
        + "一、公开\n（一）规划\n1. 公开规划。\n2. 公开草案。\n"
        + "（二）预算\n（三）目录\n1. 公开目录。\n2. 公开指南。\n",
        (None,),
        says=("（二）预算",),
    ),
    Case(
        "in a table",
        HEAD
        + "| 序号 | 工作任务 | 责任单位 |\n|---|---|---|\n"
        + "| 一、公开 |  |  |\n| 1 | 公开规划。 | 县府办 |\n"
        + "| 二、解读 |  |  |\n| 三、回应 |  |  |\n| 2 | 回应关切。 | 县府办 |\n",
        (None,),
        says=("二、解读",),
    ),
)
