"""Plans for ZW207."""

from tests.checks.case import HEAD, Case

TWO = "1. 做好公开工作。（县府办负责）\n2. 做好解读工作。（县府办负责）\n"
USUAL = f"一、公开\n（一）规划\n{TWO}（二）预算\n{TWO}二、解读\n（一）主体\n{TWO}（二）形式\n{TWO}"

PASSING = (
    Case("every level", HEAD + USUAL + f"三、保障\n（一）领导\n{TWO}"),
    Case("all leave it out", HEAD + f"一、公开\n{TWO}二、解读\n{TWO}三、保障\n{TWO}"),
    Case(
        "tasks numbered through the plan",
        HEAD
        + "一、公开\n（一）规划\n1. 公开规划。\n2. 公开预算。\n（二）目录\n3. 公开目录。\n"
        + "二、解读\n（一）主体\n4. 解读政策。\n（二）形式\n5. 图解政策。\n"
        + "三、保障\n6. 压实责任。\n7. 加强培训。\n",
    ),
    Case(
        "a level less at the end",
        HEAD
        + USUAL
        + "三、保障\n（一）加强领导。各单位要压实责任。\n（二）加强培训。每年培训1次。\n",
    ),
    Case(
        "a chapter without items",
        HEAD
        + "一、总体要求\n坚持稳中求进。\n"
        + USUAL.replace("二、", "三、").replace("一、", "二、"),
    ),
    Case("half of them", HEAD + f"一、公开\n（一）规划\n{TWO}（二）预算\n{TWO}二、保障\n{TWO}"),
)
FAILING = (
    Case("一、1.", HEAD + USUAL + f"三、保障\n{TWO}", (None,), says=("三、保障", "1.", "（一）")),
    Case(
        "一、（1）",
        HEAD
        + "一、公开\n（一）规划\n（1）公开规划。\n（2）公开预算。\n"
        + "二、解读\n（一）主体\n（1）解读政策。\n（2）图解政策。\n"
        + "三、保障\n（1）压实责任。\n（2）加强培训。\n",
        (None,),
        says=("三、保障",),
    ),
    Case(
        "the first of four",
        HEAD
        + f"一、保障\n{TWO}"
        + USUAL.replace("二、", "三、").replace("一、", "二、")
        + f"四、监督\n（一）考核\n{TWO}",
        (None,),
        says=("一、保障",),
    ),
    Case(
        "a level further down",
        HEAD
        + "一、公开\n（一）规划\n1. 县级规划\n（1）公开规划。\n（2）公开草案。\n"
        + "2. 专项规划\n（1）公开规划。\n（2）公开图表。\n"
        + "（二）预算\n1. 部门预算\n（1）公开预算。\n（2）公开决算。\n"
        + "（三）目录\n（1）公开目录。\n（2）公开指南。\n",
        (None,),
        says=("（三）目录", "（1）"),
    ),
)
