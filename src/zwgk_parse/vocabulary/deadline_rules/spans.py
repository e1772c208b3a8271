"""Periods with both ends, and plans of five years."""

from __future__ import annotations

from zwgk_parse.vocabulary import deadline_readings as produce
from zwgk_parse.vocabulary.calendar import (
    DAY,
    FRESH,
    MONTH,
    PART,
    QUARTER,
    prefixed,
)
from zwgk_parse.vocabulary.deadline_rules.pieces import (
    AD,
    AY,
    AYM,
    BD,
    BEFORE,
    BM,
    BY,
    DASH,
    NOTE,
    PLAN,
    POINT,
    TO,
    Rule,
)

SPANS: tuple[Rule, ...] = (
    Rule(
        "from now to",
        "demand",
        rf"(?:自|从)?(?:即日|现在)起?(?:开始)?[，,]?(?:至|到){POINT}",
        produce.by_end,
        {
            "自即日起至2019年11月结束": "date:2019-11-30",
            "从现在起到2022年6月底": "date:2022-06-30",
            "即日起至年底": "date:2022-12-31",
            "自即日起至10月15日": "date:2022-10-15",
        },
        ("自即日起施行",),
    ),
    Rule(
        "from day to day",
        "bare",
        rf"{AYM}{prefixed(DAY, 'a')}[日号]?{NOTE}{TO}{BY}?(?:{BM})?{BD}",
        produce.from_to,
        {
            "2022年3月29日—4月4日": "window:2022-03-29/2022-04-04",
            "2023年9月27日-28日": "window:2023-09-27/2023-09-28",
            "2019年1月1日至2020年12月31日": "window:2019-01-01/2020-12-31",
            "6月1-30日": "window:2022-06-01/2022-06-30",
            "11月1日起至次年2月28日": "window:2022-11-01/2023-02-28",
            "二〇二二年六月一日至六月三十日": "window:2022-06-01/2022-06-30",
            "2022年6月30日至6月1日": "unread",
        },
        ("3月5日、6月5日",),
    ),
    Rule(
        "from a month to a day",
        "bare",
        rf"{AYM}{TO}{BY}?{BM}{BD}",
        produce.from_to,
        {"2022年3月至6月15日": "window:2022-03-01/2022-06-15"},
    ),
    Rule(
        "from month to month",
        "bare",
        rf"(?:{AY}|{FRESH}){prefixed(MONTH, 'a')}(?:月份?(?:{AD}|[初底末])?)?"
        rf"{TO}{BY}?{BM}{prefixed(PART, 'b')}?(?:{BEFORE})?(?!\d)",
        produce.from_to,
        {
            "2017年2-3月": "window:2017-02-01/2017-03-31",
            "2018年4月至2019年10月": "window:2018-04-01/2019-10-31",
            "2022年10月-次年3月": "window:2022-10-01/2023-03-31",
            "3月至5月底前": "window:2022-03-01/2022-05-31",
            "2022年3月开始至10月结束": "window:2022-03-01/2022-10-31",
            "2022年3月15日至6月底": "window:2022-03-15/2022-06-30",
            "四月到五月": "window:2022-04-01/2022-05-31",
            "11月至3月": "unread",
        },
        ("3—12个月", "2022-03-01"),
    ),
    Rule(
        "from a month to the year's end",
        "bare",
        rf"{AYM}(?:{AD})?{TO}(?:{BY}|年)年?[底末](?:{BEFORE})?",
        produce.from_to,
        {
            "2022年3月至年底": "window:2022-03-01/2022-12-31",
            "2022年6月到2023年底": "window:2022-06-01/2023-12-31",
            "7月—年底": "window:2022-07-01/2022-12-31",
        },
    ),
    Rule(
        "from year to year",
        "bare",
        rf"(?<![\d.])(?P<ay>(?:19|20)\d\d)年?度?{TO}(?P<by>(?:19|20)\d\d)年度?[底末]?",
        produce.from_to,
        {
            "2018-2020年": "window:2018-01-01/2020-12-31",
            "2017－2019年": "window:2017-01-01/2019-12-31",
            "2018年至2020年": "window:2018-01-01/2020-12-31",
            "2023—2025年": "window:2023-01-01/2025-12-31",
        },
        ("2020-2022", "12020-2022年"),
    ),
    Rule(
        "from quarter to quarter",
        "bare",
        rf"(?:{AY}|(?<!每))第?(?P<aq>[1-4一二三四])(?:季度)?{TO}{BY}?"
        rf"{prefixed(QUARTER, 'b')}[底末]?",
        produce.from_to,
        {
            "第一季度至第三季度": "window:2022-01-01/2022-09-30",
            "2023年二到四季度": "window:2023-04-01/2023-12-31",
        },
    ),
    Rule(
        "from day to day, in figures",
        "bare",
        r"(?<![\d.．/-])(?P<ay>20\d\d)[.．/-](?P<am>1[0-2]|0?[1-9])[.．/-](?P<ad>[0-3]?\d)日?"
        rf"(?:{DASH}|至|到)(?:(?P<by>20\d\d)[.．/-])?"
        r"(?P<bm>1[0-2]|0?[1-9])[.．/-](?P<bd>[0-3]?\d)日?(?![\d.．/])",
        produce.from_to,
        {
            "2022.3.1-2022.6.30": "window:2022-03-01/2022-06-30",
            "2022.3.1—6.30": "window:2022-03-01/2022-06-30",
        },
    ),
    Rule(
        "from month to month, in figures",
        "bare",
        rf"(?<![\d.．/-])(?P<ay>20\d\d)[.．/](?P<am>1[0-2]|0?[1-9])(?:{DASH}|至|到)"
        r"(?P<by>20\d\d)[.．/](?P<bm>1[0-2]|0?[1-9])(?![\d.．/])",
        produce.from_to,
        {"2022.3-2023.6": "window:2022-03-01/2023-06-30"},
    ),
    Rule(
        "end of a five-year plan",
        "demand",
        rf"[到至]?{PLAN}(?:末期?|期末)(?:{BEFORE})?",
        produce.by_five_years,
        {"“十四五”末": "date:2025-12-31", "到“十五五”期末": "date:2030-12-31"},
        ("第十四个五年规划", "“十四五”规划"),
    ),
    Rule(
        "five-year plan",
        "field",
        rf"{PLAN}(?:(?<=期)间|期间|(?<=期)内)",
        produce.five_year_span,
        {"“十四五”期间": "window:2021-01-01/2025-12-31"},
        ("“十四五”规划",),
    ),
)
