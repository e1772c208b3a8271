"""Plans for ZW210; the days are weekends or working days by any calendar."""

from tests.checks.case import HEAD, Case


def _due(words: str) -> str:
    return HEAD + f"1. 做好年报编制。（县府办负责，{words}完成）\n"


PASSING = (
    Case("a Wednesday", _due("2022年6月15日前")),
    Case("a month's end that falls on a Saturday", _due("2022年4月底前")),
    Case("the year's end that falls on a Saturday", _due("年底前")),
    Case("what recurs", HEAD + "1. 做好年报编制。（县府办负责，每年1月1日前）\n"),
    Case("a window", HEAD + "1. 开展宣传。（县府办负责，2022年7月2日—7月9日）\n"),
    Case("the last working day before the holidays", _due("2022年9月30日前")),
    Case("the working day after them", _due("2022年10月10日前")),
    Case("Labour Day's month", _due("2022年5月底前")),
    Case("2 May, when it was no holiday", _due("2023年5月2日前").replace("2022年", "2023年")),
    Case("a day like a holiday in another month", _due("2022年9月1日前")),
)
FAILING = (
    Case("a Saturday", _due("2022年6月18日前"), ("t1",), says=("a Saturday", "2022-06-18")),
    Case("a Sunday without a year", _due("6月19日前"), ("t1",), says=("a Sunday",)),
    Case("in figures", _due("2022.11.20"), ("t1",), says=("a Sunday",)),
    Case(
        "what binds the whole plan",
        HEAD.replace("请认真组织实施", "请于2022年11月20日前将落实情况报送县政府办公室")
        + "1. 做好年报编制。（县府办负责）\n",
        (None,),
        says=("a Sunday",),
    ),
    Case("National Day", _due("2022年10月3日前"), ("t1",), says=("a public holiday",)),
    Case("without a year", _due("10月1日前"), ("t1",), says=("a public holiday",)),
    Case("New Year's Day", _due("次年1月1日前"), ("t1",), says=("a public holiday",)),
    Case(
        "2 May, since it is a holiday",
        _due("2025年5月2日前").replace("2022年", "2025年"),
        ("t1",),
        says=("a public holiday",),
    ),
)
