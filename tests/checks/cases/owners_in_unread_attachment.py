"""Plans for ZW102."""

from tests.checks.case import HEAD, Case

BARE = "1. 公开规划。\n2. 公开预算。\n3. 公开目录。\n"
OWNED = "1. 公开规划。（县府办负责）\n2. 公开预算。（县财政局负责）\n"

PASSING = (
    Case("no attachment", HEAD + BARE),
    Case("each task has owners", HEAD + OWNED + "附件：甲县重点任务分解表\n"),
    Case("an attachment of another kind", HEAD + BARE + "附件：甲县政务公开信息报送表\n"),
    Case(
        "the attachment is there",
        HEAD + BARE,
        edits={
            "/attachments/-": {"label": "附件", "title": "甲县重点任务分解表", "state": "included"}
        },
    ),
    Case(
        "a citation of the catalogue in an attachment",
        HEAD + "1. 按照职责分工抓好落实。\n2. 公开目录见附件。\n3. 公开预算。\n",
    ),
)
FAILING = (
    Case(
        "named as in 盐亭's plan",
        HEAD + BARE + "附件:2022年甲县政务公开重点任务分解表附件.pdf\n",
        (None,),
        says=("附件《2022年甲县政务公开重点任务分解表》",),
    ),
    Case(
        "the text says so",
        HEAD + BARE + "4. 抓好落实。（责任分工见附件）\n",
        (None,),
        says=("附件",),
    ),
    Case(
        "the second of two",
        HEAD + BARE + "附件：1．甲县政务公开信息报送表\n2．甲县责任清单\n",
        (None,),
        says=("附件2《甲县责任清单》",),
    ),
    Case(
        "two of them are told once",
        HEAD + BARE + "附件：1．甲县任务分解表\n2．甲县责任清单\n",
        (None,),
        says=("附件1《甲县任务分解表》、附件2《甲县责任清单》",),
    ),
    Case(
        "some have owners, the text says where the others stand",
        HEAD + OWNED + "3. 公开目录。具体分工详见附件2。\n4. 公开年报。\n",
        (None,),
    ),
)
