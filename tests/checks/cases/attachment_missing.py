"""Plans for ZW109."""

from tests.checks.case import HEAD, Case

TASKS = "1. 公开规划。（县府办负责）\n2. 公开预算。（县府办负责）\n"
PAGE = {"label": None, "title": "政策图解", "href": "tujie.pdf", "state": "missing"}

PASSING = (
    Case("none", HEAD + TASKS),
    Case(
        "in the file",
        HEAD + TASKS,
        edits={"/attachments/-": {"label": "附件", "title": "报送表", "state": "included"}},
    ),
    Case(
        "given with it",
        HEAD + TASKS,
        edits={"/attachments/-": {"label": "附件", "title": "报送表", "state": "separate"}},
    ),
    Case("a link that is not called one", HEAD + TASKS, edits={"/attachments/-": PAGE}),
    Case(
        "the plan itself",
        HEAD + TASKS,
        edits={
            "/attachments/-": {
                "label": "附件",
                "title": "《甲县2022年政务公开工作要点》",
                "state": "missing",
            }
        },
    ),
    Case("told by ZW102", HEAD + "1. 公开规划。\n2. 公开预算。\n附件：甲县任务分解表\n"),
    Case(
        "a link that says nothing of what it leads to (ZW506)",
        HEAD + "1. 做好公开。（县府办负责）\n",
        edits={
            "/attachments/-": {"label": "附件1", "title": None, "href": "1.doc", "state": "missing"}
        },
    ),
)
FAILING = (
    Case(
        "named",
        HEAD + TASKS + "附件：政务公开信息报送表\n",
        (None,),
        says=("附件《政务公开信息报送表》",),
    ),
    Case(
        "two of them",
        HEAD + TASKS + "附件：1．信息报送表\n2．公开目录\n",
        (None, None),
        says=("附件1《信息报送表》", "附件2《公开目录》"),
    ),
    Case(
        "a division of labour where each task has owners",
        HEAD + TASKS + "附件：甲县重点任务分解表\n",
        (None,),
    ),
    Case(
        "besides the one that ZW102 tells of",
        HEAD + "1. 公开规划。\n2. 公开预算。\n附件：1．甲县任务分解表\n2．信息报送表\n",
        (None,),
        says=("附件2《信息报送表》",),
    ),
)
