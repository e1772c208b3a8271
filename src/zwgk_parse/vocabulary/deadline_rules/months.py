"""Days, thirds of a month and months of one year."""

from __future__ import annotations

from zwgk_parse.vocabulary import deadline_readings as produce
from zwgk_parse.vocabulary.calendar import (
    FRESH,
    YEAR,
)
from zwgk_parse.vocabulary.deadline_rules.pieces import (
    BEFORE,
    CLAUSE,
    CLAUSE_END,
    DASH,
    DAY_OF_MONTH,
    END_WORD,
    IN,
    LIMIT,
    MONTH_LIST,
    NOTE,
    POINT,
    STOP,
    YEAR_MONTH,
    Rule,
)

MONTHS: tuple[Rule, ...] = (
    Rule(
        "up to a point",
        "opening",
        rf"(?:截至|截止到?|截|到|至){POINT}(?:{BEFORE}|为?止)?",
        produce.by_end,
        {
            "到2025年": "date:2025-12-31",
            "至2018年3月": "date:2018-03-31",
            "到2020年底": "date:2020-12-31",
            "到6月底": "date:2022-06-30",
            "截至2022年11月30日": "date:2022-11-30",
            "至年底": "date:2022-12-31",
        },
        ("到2025", "至12345"),
    ),
    Rule(
        "by a day",
        "limit",
        rf"{YEAR_MONTH}{DAY_OF_MONTH}{NOTE}(?:{LIMIT}|{STOP})",
        produce.by_end,
        {
            "2022年12月31日前": "date:2022-12-31",
            "12月31日之前": "date:2022-12-31",
            "6月30日": "date:2022-06-30",
            "二〇二二年六月三十日前": "date:2022-06-30",
            "次年1月31日前": "date:2023-01-31",
            "6月30日（星期四）17:00前": "date:2022-06-30",
            "2月30日前": "unread",
        },
        ("6月30日前后", "6月30日起"),
    ),
    Rule(
        "in some months",
        "limit",
        rf"(?:{YEAR}|{FRESH})(?P<list>{MONTH_LIST}{{1,11}})(?<=[月份])"
        rf"{END_WORD}?(?P<limit>{BEFORE}|[之以]?内)?(?:(?<=[前内])|{STOP})",
        produce.by_each_month,
        {
            "6月、12月": "window:2022-06-01/2022-06-30 ; window:2022-12-01/2022-12-31",
            "3、6、9月底前": "date:2022-03-31 ; date:2022-06-30 ; date:2022-09-30",
            "2023年3月和9月底": "date:2023-03-31 ; date:2023-09-30",
        },
        ("6月", "3、6个月"),
    ),
    Rule(
        "by the end of a month",
        "limit",
        rf"{YEAR_MONTH}{END_WORD}(?:{LIMIT}|{STOP})",
        produce.by_end,
        {
            "6月底前": "date:2022-06-30",
            "2月底前": "date:2022-02-28",
            "2019年12月底前": "date:2019-12-31",
            "今年6月末以前": "date:2022-06-30",
            "6月底": "date:2022-06-30",
            "二〇二二年六月底": "date:2022-06-30",
            "次年3月底前": "date:2023-03-31",
        },
        ("6月底子", "前6个月底"),
    ),
    Rule(
        "by a third of a month",
        "bare",
        rf"{YEAR_MONTH}(?P<x>上中?旬|中下?旬|下旬|初){STOP}",
        produce.by_end,
        {
            "12月初": "date:2022-12-10",
            "11月中旬": "date:2022-11-20",
            "2024年2月下旬": "date:2024-02-29",
            "10月中下旬": "date:2022-10-31",
        },
    ),
    Rule(
        "before a third of a month",
        "demand",
        rf"{YEAR_MONTH}(?P<x>上中?旬|中下?旬|下旬|初){BEFORE}",
        produce.by_end_or_eve,
        {"11月中旬前": "date:2022-11-20"},
    ),
    Rule(
        "within a month",
        "demand",
        rf"{YEAR_MONTH}{IN}",
        produce.by_end,
        {"6月份内": "date:2022-06-30", "2023年2月内": "date:2023-02-28"},
        ("6个月内",),
    ),
    Rule(
        "before a month",
        "demand",
        rf"{YEAR_MONTH}{BEFORE}",
        produce.by_eve_or_end,
        {"6月前": "date:2022-05-31", "12月份前": "date:2022-11-30", "1月前": "date:2021-12-31"},
        ("6个月前", "6月前期"),
    ),
    Rule(
        "from a month or a day on",
        "field",
        rf"{CLAUSE}(?:从|自)?{YEAR_MONTH}(?:{DAY_OF_MONTH})?(?:(?:起|开始)(?:实施|执行|施行)?|{DASH}){CLAUSE_END}",
        produce.from_on,
        {
            "2022年5月1日—": "window:2022-05-01/",
            "从2019年1月1日起": "window:2019-01-01/",
            "2022年5月起": "window:2022-05-01/",
        },
        ("2022年5月1日起施行的", "从2019年1月起每年"),
    ),
    Rule(
        "from a year on",
        "field",
        rf"{CLAUSE}(?:从|自)?{YEAR}(?:(?:起|开始)(?:实施|执行|施行)?|{DASH}){CLAUSE_END}",
        produce.from_on,
        {"2016年起": "window:2016-01-01/", "自2021年开始": "window:2021-01-01/"},
        ("2016年起每年",),
    ),
    Rule(
        "a month",
        "bare",
        rf"{YEAR_MONTH}{STOP}",
        produce.span,
        {
            "2019年11月": "window:2019-11-01/2019-11-30",
            "12月份": "window:2022-12-01/2022-12-31",
            "6月完成": "window:2022-06-01/2022-06-30",
        },
        ("6月工资", "6个月", "三月三"),
    ),
)
