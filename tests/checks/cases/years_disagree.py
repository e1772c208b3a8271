"""Plans for ZW229."""

from tests.checks.case import HEAD, Case

DUE = "".join(
    f"{number}. 做好第{number}类信息公开。（县府办负责，2022年{month}月底前完成）\n"
    for number, month in enumerate((6, 9, 10, 12), 1)
)
NO_DUE = "1. 做好公开。（县府办负责）\n2. 做好解读。（县司法局负责）\n"
NOTICE = "甲县人民政府办公室关于印发甲县2022年政务公开工作要点的通知\n"
ALONE = "甲县2022年政务公开工作要点\n"
DAY, NUMBER = "2022年3月15日", "〔2022〕7号"
IMPRINT = "甲县人民政府办公室    2022年3月16日印发\n"


def _head(day: str = DAY, number: str = NUMBER) -> str:
    return HEAD.replace(DAY, day).replace(NUMBER, number)


PASSING = (
    Case("all of one year", HEAD + DUE),
    Case("no deadlines", HEAD + NO_DUE),
    Case("issued at the end of the year before", _head("2021年12月20日", "〔2021〕70号") + DUE),
    Case("issued in autumn of the year before", _head("2021年9月1日", "〔2021〕50号") + DUE),
    Case("a number of the old year, used up", _head("2022年1月4日", "〔2021〕97号") + NO_DUE),
    Case(
        "printed at the turn of the year",
        _head("2021年12月30日", "〔2021〕70号") + NO_DUE + IMPRINT.replace("3月16日", "1月4日"),
    ),
    Case("the plan alone", ALONE + DUE),
    Case("no year at all", HEAD.replace("2022年政务", "政务").replace(DAY, "") + NO_DUE),
    Case(
        "several years", HEAD.replace("2022年政务", "2022—2024年政务") + DUE.replace("2022", "2023")
    ),
    Case(
        "what was found in the year before",
        HEAD.replace("2022年政务公开工作要点", "2021年度评估发现问题整改工作方案") + DUE,
    ),
    Case(
        "the plan forwarded is of the year before",
        HEAD.replace("关于印发甲县2022年", "关于转发乙市2021年").replace(
            "甲县2022年政务", "乙市2021年政务"
        )
        + DUE,
    ),
    Case("two deadlines in the next year", ALONE + DUE.replace("2022年12", "2023年12")),
    Case(
        "the title of the plan alone is last year's (ZW222)",
        HEAD.replace("甲县2022年政务公开工作要点\n", "甲县2021年政务公开工作要点\n") + DUE,
    ),
    Case("both titles are last year's (ZW222)", HEAD.replace("2022年政务", "2021年政务") + DUE),
    Case("printed before it was issued (ZW211)", HEAD + DUE + IMPRINT.replace("2022", "2021")),
)
FAILING = (
    Case("the day of issue is old", _head("2012年3月15日") + DUE, (None,), says=("has 2012",)),
    Case("the day of issue is ahead", _head("2024年3月15日") + DUE, (None,), says=("has 2024",)),
    Case(
        "an old number",
        _head(number="〔2021〕5号") + NO_DUE,
        (None,),
        says=("number has 2021", "issue has 2022"),
    ),
    Case("an old number in January", _head("2022年1月10日", "〔2021〕3号") + NO_DUE, (None,)),
    Case(
        "signed a year before it was printed",
        _head("2021年4月28日") + NO_DUE + IMPRINT,
        (None,),
        says=("issue has 2021", "printing has 2022"),
    ),
    Case(
        "printed a year later",
        HEAD + NO_DUE + IMPRINT.replace("2022", "2023"),
        (None,),
        says=("printing has 2023",),
    ),
    Case(
        "deadlines of the next year under a title",
        ALONE + DUE.replace("2022", "2023"),
        (None,),
        says=("title has 2022", "deadlines have 2023"),
    ),
    Case(
        "a title that runs ahead",
        HEAD.replace("2022年政务", "2023年政务") + DUE,
        (None,),
        says=("title has 2023",),
    ),
    Case(
        "no number",
        _head("2014年3月15日").replace("甲府办〔2022〕7号\n", "") + DUE,
        (None,),
        says=("issue has 2014",),
    ),
)
