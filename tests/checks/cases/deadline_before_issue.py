"""Plans for ZW202."""

from tests.checks.case import HEAD, Case

PASSING = (
    Case("later the same year", HEAD + "1. 做好年报编制。（县府办负责，2022年6月底前完成）\n"),
    Case("on the day itself", HEAD + "1. 做好年报编制。（县府办负责，2022年3月15日前完成）\n"),
    Case("a window still open", HEAD + "1. 开展整治。（县府办负责，2022年1月—6月）\n"),
    Case(
        "no day of issue",
        "甲县2022年政务公开工作要点\n1. 做好年报。（县府办负责，2021年6月底前完成）\n",
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
        "the second of two dates",
        HEAD + "1. 做好年报。（县府办负责，5月15日前和1月15日前完成）\n",
        ("t1",),
    ),
)
