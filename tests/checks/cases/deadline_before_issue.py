"""Plans for ZW202."""

from tests.checks.case import HEAD, Case

PASSING = (
    Case("later the same year", HEAD + "1. 做好年报编制。（县府办负责，2022年6月底前完成）\n"),
    Case("on the day itself", HEAD + "1. 做好年报编制。（县府办负责，2022年3月15日前完成）\n"),
    Case("still in time by another reading", HEAD + "1. 做好年报。（县府办负责，3月前完成）\n"),
    Case(
        "the first stage is over",
        HEAD + "1. 开展专项整治。（县府办负责，2022年1月至2月摸底，2022年3月至6月整治）\n",
    ),
    Case(
        "no year is printed in a plan of another year",
        HEAD.replace("2022年3月15日", "2021年12月20日") + "1. 做好年报。（县府办负责，1月底前）\n",
    ),
    Case("a window still open", HEAD + "1. 开展整治。（县府办负责，2022年1月—6月）\n"),
    Case(
        "no day of issue",
        "甲县2022年政务公开工作要点\n1. 做好年报。（县府办负责，2021年6月底前完成）\n",
    ),
    Case(
        "a past lot and one to come",
        HEAD
        + "1. 2021年年度报告于2022年1月31日前公布；"
        + "2022年年度报告于2023年1月31日前公布。（县府办负责）\n",
    ),
)
FAILING = (
    Case(
        "last year's date",
        HEAD + "1. 做好年报编制。（县府办负责，2021年6月底前完成）\n",
        ("t1",),
        says=("2021-06-30", "2022-03-15"),
    ),
    Case(
        "a month that is over",
        HEAD + "1. 做好年报编制。（县府办负责，2月底前完成）\n2. 做好公开。（县府办负责）\n",
        ("t1",),
        says=("2月底前",),
    ),
    Case(
        "a stage that is the only one",
        HEAD + "1. 开展专项整治。（县府办负责，2022年1月至2月）\n2. 公开。（县府办负责）\n",
        ("t1",),
    ),
    Case(
        "what binds the whole plan",
        HEAD.replace("请认真组织实施", "请于2022年1月10日前将落实情况报送县政府办公室")
        + "1. 做好年报编制。（县府办负责）\n",
        (None,),
        says=("2022-01-10",),
    ),
    Case(
        "the second of two dates",
        HEAD + "1. 做好年报。（县府办负责，5月15日前和1月15日前完成）\n",
        ("t1",),
    ),
    Case(
        "one matter",
        HEAD + "1. 2021年年度报告于2022年1月31日前公布。（县府办负责）\n",
        ("t1",),
    ),
    Case(
        "two days of nothing said",
        HEAD + "1. 公布报告。（县府办负责，2022年1月31日前、2022年6月30日前完成）\n",
        ("t1",),
    ),
)
