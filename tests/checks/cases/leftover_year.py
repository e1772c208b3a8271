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


def _opened(paragraph: str) -> str:
    """A plan with a paragraph before its first heading."""
    return HEAD + f"{paragraph}\n一、主要任务\n1. 做好公开。（县府办负责）\n"


TASKS = (
    "印发2021年度公开工作先进单位名单和工作方案。",
    "建立2021年省级督查反馈问题整改工作台账，未完成的纳入任务台账。",
    "编制2021年第四季度资金使用计划。",
    "制定2021年第三方评估问题整改工作方案，逐项销号。",
    "出台2021年国务院令第711号配套实施方案。",
    "制定落实省2021年营商环境评价改进提升工作方案。",
    "根据2021年修订的《行政处罚法》，制定实施方案。",
    "制定2021年底通过的《数据安全法》宣传工作方案。",
    "建立2021年度遗留问题任务清单。",
    "制定2021年中央环保督察整改实施方案。",
    "制定2021年新增一般债券资金使用计划。",
    "印发2021年重点民生实事回访工作方案。",
    "制定2021年结余资金使用计划。",
    "建立2021年受灾农户帮扶任务清单。",
    "发布2021年度政府信息公开工作年度报告，做到数据准确。",
    "编制2021年度部门决算，按规定公开。",
    "公布2021年度重大行政决策事项目录执行情况。",
    "编制2021年度规范性文件目录，向社会公布。",
    "建立2021年度考核反馈问题整改任务台账，逐项销号。",
    "制定2021年度绩效评价工作方案，组织开展评价。",
    "编制2022年度重大行政决策事项目录，4月底前公布。",
    "编制2023年度重大行政决策事项目录，年底前报批。",
    "制定2021—2023年培训计划，分年度实施。",
    "建立2021年未完成事项任务台账，年内清零。",
    "督促未编制2021年度立法计划的单位补编。",
    "落实《甲县2021年度重大行政决策事项目录》后续公开。",
    "对2021年制定的工作计划执行情况进行回头看。",
    "公开2021年度惠民惠农补贴发放清单。",
    "总结2021年工作，谋划2022年工作要点。",
    "对照2021年评估结果，制定整改方案。",
    "建立2020年以来行政规范性文件库，动态更新。",
    "编制年度计划，公开上年度决算。",
)
OPENINGS = (
    "2021年，我县政务公开工作走在全市前列，但还存在不足，要加以改进。",
    "2021年政务公开工作已近尾声，要做好总结。",
    "2021年第三方评估反馈的问题，各单位要抓好整改。",
    "2021年度政府信息公开年报要按时发布。",
    "2021年的目标任务是：打基础，目前已实现。",
    "2021年，我县被列为省级试点，主要任务是探索标准目录。",
    "2021年以前制定的文件要全面清理。",
    "2021年度考核优秀的单位要发挥带头作用。",
    "2021年，全县政务公开工作取得新成效。",
    "2021年，全县政务公开工作要点全面落实。",
    "2021年全县政务公开工作的主要任务是打基础，各项任务圆满完成。",
    "2021年，按照省政府要求，我县要事要情公开及时。",
    "2021年，县政府提出政务公开要走在前列。",
    "2021年，政务公开要求进一步提高，公众需要更加多样。",
    "2021年以来，各单位都要公开的事项逐步增加。",
    "2021年，我县主要做了四项工作。",
    "2021年是打基础的一年，要巩固成果；2022年，全县政务公开工作要再上台阶。",
    "2022年，全县政务公开工作要坚持以人民为中心。",
    "2021—2023年，全县政务公开工作要坚持以人民为中心。",
)
LEFT_IN_TASKS = (
    "制定2021年度规范性文件制定计划，报县政府批准。",
    "建立本单位2021年政务公开任务台账，逐项落实。",
    "编制本县2021年重大行政决策事项目录，及时公布。",
    "各镇要制定2021年工作计划，明确专人负责。",
    "印发2021年度政务公开培训计划，按季度组织培训。",
)
LEFT_IN_OPENINGS = (
    "2021年，全县政务公开工作要坚持以人民为中心，扩大公众参与。",
    "2021年甲县政务公开工作的总体要求是：坚持以人民为中心，扩大公众参与。",
    "2021年度全县政务公开的主要目标是扩大公众参与，提高公信力。",
)


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
    *(Case(text, _says(text)) for text in TASKS),
    *(Case(text, _opened(text)) for text in OPENINGS),
    Case(
        "the day of issue is the wrong one (ZW229)",
        HEAD.replace("2022年3月15日", "2024年3月15日") + "1. 做好公开。（县府办负责）\n",
    ),
    Case(
        "the title runs ahead of all else (ZW229)",
        HEAD.replace("2022年政务", "2026年政务")
        + "1. 按照2022年政务公开工作要点要求，做好公开。（县府办负责，2022年6月底前完成）\n"
        + "2. 公开预算。（县财政局负责，2022年9月底前完成）\n",
    ),
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
    *(Case(text, _says(text), ("t1",), says=("2021年",)) for text in LEFT_IN_TASKS),
    *(Case(text, _opened(text), (None,), says=("2021年",)) for text in LEFT_IN_OPENINGS),
)
