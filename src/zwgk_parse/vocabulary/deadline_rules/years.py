"""Quarters, halves and years; days and months printed in figures."""

from __future__ import annotations

from zwgk_parse.vocabulary import deadline_readings as produce
from zwgk_parse.vocabulary.calendar import (
    BARE_YEAR,
    PRINTED_YEAR,
    QUARTER,
    YEAR,
)
from zwgk_parse.vocabulary.deadline_rules.pieces import (
    AND,
    BEFORE,
    CLAUSE_END,
    LIMIT,
    PART_YEAR,
    STOP,
    YEAR_END,
    Rule,
)

YEARS: tuple[Rule, ...] = (
    Rule(
        "by the end of a quarter or a half",
        "limit",
        rf"{PART_YEAR}[底末](?:{LIMIT}|{STOP})",
        produce.by_end,
        {"第三季度末": "date:2022-09-30", "2023年二季度末前": "date:2023-06-30"},
        ("每季度末",),
    ),
    Rule(
        "within a quarter or a half",
        "demand",
        rf"{PART_YEAR}(?:[之以]?内|结束{BEFORE})",
        produce.by_end,
        {"上半年内": "date:2022-06-30", "三季度内": "date:2022-09-30"},
        ("每季度内", "前三季度内"),
    ),
    Rule(
        "before the second half",
        "demand",
        rf"(?:{YEAR}|(?<!每))(?P<h>下)半年{BEFORE}",
        produce.by_end_or_eve,
        {"下半年前": "date:2022-12-31"},
    ),
    Rule(
        "before the middle of the year",
        "demand",
        rf"(?:{YEAR}|(?<!每))(?P<h>上)半年{BEFORE}",
        produce.by_end,
        {"上半年前": "date:2022-06-30"},
    ),
    Rule(
        "before a quarter",
        "demand",
        rf"(?:{YEAR}|(?<![一二三四五1-9第个每前年度])){QUARTER}{BEFORE}",
        produce.by_end_or_eve,
        {"三季度前": "date:2022-09-30", "第1季度之前": "date:2022-03-31"},
    ),
    Rule(
        "both halves",
        "bare",
        rf"(?:{YEAR})?上、?下半年",
        produce.halves,
        {"上、下半年": "window:2022-01-01/2022-06-30 ; window:2022-07-01/2022-12-31"},
    ),
    Rule(
        "in some quarters",
        "bare",
        rf"(?:{YEAR}|(?<!每))(?P<list>第?[一二三四1-4](?:季度)?(?:{AND}第?[一二三四1-4](?:季度)?){{1,3}})"
        r"(?<=季度)(?![底末前内])",
        produce.in_each_quarter,
        {"第二、三季度": "window:2022-04-01/2022-06-30 ; window:2022-07-01/2022-09-30"},
        ("三季度",),
    ),
    Rule(
        "a quarter or a half",
        "bare",
        rf"{PART_YEAR}(?![底末])",
        produce.span,
        {
            "第三季度": "window:2022-07-01/2022-09-30",
            "2019年上半年": "window:2019-01-01/2019-06-30",
            "下半年": "window:2022-07-01/2022-12-31",
        },
        ("每季度", "半年"),
    ),
    Rule(
        "by the end of a year",
        "limit",
        rf"{YEAR_END}(?:{LIMIT}|{STOP})",
        produce.by_end,
        {
            "2022年底前": "date:2022-12-31",
            "年底前": "date:2022-12-31",
            "2020年年底前": "date:2020-12-31",
            "今年年底": "date:2022-12-31",
            "2023年底": "date:2023-12-31",
            "2025年末": "date:2025-12-31",
            "明年底前": "date:2023-12-31",
        },
        ("去年底", "年底总结", "年底前后", "三年底"),
    ),
    Rule(
        "within a year",
        "demand",
        rf"(?:{YEAR}[之以]?|{BARE_YEAR})内",
        produce.by_end,
        {
            "年内": "date:2022-12-31",
            "2022年内": "date:2022-12-31",
            "今年内": "date:2022-12-31",
            "本年度内": "date:2022-12-31",
        },
        ("三年内", "3年内", "近年内", "十年内"),
    ),
    Rule(
        "before a year",
        "demand",
        rf"{PRINTED_YEAR}{BEFORE}",
        produce.by_eve_or_end,
        {"2025年前": "date:2024-12-31"},
        ("5年前", "2025年前后"),
    ),
    Rule(
        "a year",
        "bare",
        rf"{YEAR}{STOP}",
        produce.span,
        {
            "2018年，": "window:2018-01-01/2018-12-31",
            "2018年计划完成": "window:2018-01-01/2018-12-31",
            "2023年度": "window:2023-01-01/2023-12-31",
            "本年度": "window:2022-01-01/2022-12-31",
        },
        ("2022年政务公开工作要点", "〔2021〕12号"),
    ),
    Rule(
        "all the year",
        "bare",
        r"(?<![一二两三四五六七八九十\d])全年(?!龄)",
        produce.span,
        {"全年": "window:2022-01-01/2022-12-31"},
        ("全年龄段",),
    ),
    Rule(
        "by a day, in figures",
        "limit",
        r"(?<![\d.．/-])(?P<y>20\d\d)[.．/-](?P<m>1[0-2]|0?[1-9])[.．/-](?P<d>[0-3]?\d)日?"
        rf"(?![\d.．/])(?:{LIMIT})?",
        produce.by_end,
        {
            "2022.6.30": "date:2022-06-30",
            "2022-06-30前": "date:2022-06-30",
            "2022/6/30": "date:2022-06-30",
            "2022.6.31": "unread",
        },
        ("2022.6", "12022.6.30", "2022.6.30.1"),
    ),
    Rule(
        "a month, in figures",
        "field",
        rf"(?<![\d.．/-])(?P<y>20\d\d)[.．](?P<m>1[0-2]|0?[1-9]){CLAUSE_END}",
        produce.span,
        {"2022.6": "window:2022-06-01/2022-06-30"},
        ("2022.13", "2022.6万"),
    ),
)
