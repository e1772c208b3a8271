"""Plans for ZW209."""

from tests.checks.case import HEAD, Case


def _due(words: str) -> str:
    return HEAD + f"1. 做好年报编制。（县府办负责，{words}完成）\n"


def _says(text: str) -> str:
    return HEAD + f"1. 做好公开工作。{text}（县府办负责）\n"


PASSING = (
    Case("the last day of June", _due("2022年6月30日前")),
    Case("a leap year", _due("2024年2月29日前")),
    Case("in the year named before", _says("2024年2月1日至2月29日集中公示。")),
    Case("every year, so in leap years as well", _says("每年2月29日前更新目录。")),
    Case("a month that may be counted in a leap year", _says("去年2月29日已发布。")),
    Case("age in months", _says("为18月龄以上儿童接种，满24月前完成。")),
    Case("a number of a house", _says("办公地点设在4月31号楼。")),
    Case("months told together", _says("二三月份集中发布。")),
    Case("by the moon", _says("农历二月三十日前完成春耕信息发布。")),
    Case("a standard's number", _says("执行DB35/T 1792-2018和GB/T 2018-99-31标准。")),
    Case("a hotline and an address", _says("拨打0758-2621-32，地址2022-1-35号。")),
    Case("days of one month", _says("6月28—30日集中公示，3月1日、31日各发布一次。")),
)
FAILING = (
    Case("30 February", _due("2月30日前"), ("t1",), says=("2月30日",)),
    Case("31 June", _due("2022年6月31日前"), ("t1",), says=("2022年6月31日",)),
    Case("a 13th month", _due("13月底前"), ("t1",), says=("13月底",)),
    Case("a 13th month of a year", _says("2022年13月公开。"), ("t1",)),
    Case("a 32nd day", _due("12月32日前"), ("t1",)),
    Case("no leap year", _due("2023年2月29日前"), ("t1",), says=("2023年2月29日",)),
    Case("the plan's year is no leap year", _due("2月29日前"), ("t1",)),
    Case("in running text", _says("各单位于9月31日前报送。"), ("t1",), says=("9月31日",)),
    Case("in Chinese numerals", _says("六月三十一日前报送。"), ("t1",)),
    Case("in figures", _says("公示至2022-11-31。"), ("t1",), says=("2022-11-31",)),
    Case("the end of a span", _says("4月25日至31日集中公示。"), ("t1",)),
    Case(
        "the notice's date",
        HEAD.replace("2022年3月15日", "2022年2月30日") + "1. 做好公开。（县府办负责）\n",
        (None,),
        says=("2022年2月30日",),
    ),
    Case(
        "a demand on the whole plan",
        HEAD.replace("请认真组织实施", "请于11月31日前报送落实情况") + "1. 公开。（县府办负责）\n",
        (None,),
    ),
)
