"""Plans for ZW222."""

from tests.checks.case import HEAD, Case

PLAN = "甲县2022年政务公开工作要点"
LAST = "甲县2021年政务公开工作要点"


def _says(text: str) -> str:
    return HEAD + f"1. {text}（县府办负责）\n2. 做好公开。（县府办负责）\n"


def _headed(heading: str) -> Case:
    """A plan with a heading."""
    document = f"一、{heading}\n1. 公开规范性文件目录。（县府办负责）\n"
    document += "二、保障措施\n2. 加强培训。（县府办负责）\n"
    return Case(heading, HEAD + "坚持以公开促落实。\n" + document)


def _at_the_head(before: str, after: str) -> str:
    """The plan with its own title (the last line of the head) changed."""
    head, _, rest = _says("做好公开。").rpartition(before)
    return head + after + rest


PASSING = (
    Case("this year", _says("按照2022年政务公开工作要点要求，做好公开。")),
    Case("history", _says("2021年以来，各单位落实政务公开工作要点，要继续做好公开。")),
    Case("a comparison", _says("公开数量较2021年政务公开工作增长10%。")),
    Case("last year's report", _says("做好2021年度政府信息公开工作年度报告编制发布。")),
    Case("last year's review", _says("根据2021年政务公开工作第三方评估结果，抓好整改。")),
    Case("what was achieved", _says("总结2021年政务公开工作经验，巩固成效。")),
    Case("what is checked", _says("对2021年政务公开工作要点落实情况进行督查。")),
    Case("a document cited", _says("落实《广东省2021年政务公开工作要点》，做好公开。")),
    Case("a number cited", _says("落实省政务公开办2021年3号文件，做好政务公开工作。")),
    Case("next year", _says("谋划推进2023年政务公开工作。")),
    Case("accounts of last year", _says("落实好2021年部门决算公开。")),
    Case(
        "a plan for several years",
        HEAD.replace("2022年政务", "2021—2023年政务") + "1. 公开。（县府办）\n",
    ),
    Case(
        "last year's plan is repealed",
        _says("做好公开。").replace("请认真", f"《{LAST}》同时废止，请认真"),
    ),
    _headed("2021年工作回顾"),
    _headed("2021年政务公开工作完成情况"),
    _headed("2022年重点任务"),
)
FAILING = (
    Case(
        "the plan's title",
        _at_the_head(PLAN, LAST),
        (None,),
        says=("2021年", "2022"),
    ),
    Case(
        "the notice's title",
        _says("做好公开。").replace(f"印发{PLAN}", f"印发{LAST}", 1),
        (None,),
        says=("2021年", "2022"),
    ),
    Case(
        "what the notice says it issues",
        _says("做好公开。").replace(f"《{PLAN}》", f"《{LAST}》"),
        (None,),
        says=("2021年",),
    ),
    Case(
        "both titles, in a document of the next year",
        _says("做好公开。").replace("2022年政务", "2021年政务"),
        (None,),
        says=("2021年", "2022"),
    ),
    Case(
        "a heading",
        _headed("2021年重点任务").document,
        (None,),
        says=("2021年",),
    ),
    Case(
        "the text",
        _says("按照2021年政务公开工作要点要求，做好公开。"),
        ("t1",),
        says=("2021年政务公开工作要点",),
    ),
    Case("the work of the year", _says("各单位要扎实推进2021年政务公开工作。"), ("t1",)),
    Case("with the place", _says("各单位要围绕2021年全县政务公开重点工作细化措施。"), ("t1",)),
)
