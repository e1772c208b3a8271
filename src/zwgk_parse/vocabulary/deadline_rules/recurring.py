"""What comes again: each year, quarter, month, week; every so often."""

from __future__ import annotations

from zwgk_parse.vocabulary import deadline_readings as produce
from zwgk_parse.vocabulary import recurrences
from zwgk_parse.vocabulary.calendar import (
    DAY,
    MONTH,
    PART,
    unnamed,
)
from zwgk_parse.vocabulary.deadline_rules.pieces import (
    BEFORE,
    DAY_LIST,
    DAY_OF_MONTH,
    EACH_FROM,
    EACH_YEAR,
    LIMIT,
    MONTH_LIST,
    PART_OF_YEAR,
    TO,
    YEAR_MONTH,
    Rule,
)

RECURRENCES: tuple[Rule, ...] = (
    Rule(
        "by a point of each year",
        "limit",
        rf"{EACH_YEAR}{EACH_FROM}{PART_OF_YEAR}(?<!月)(?<!月份)"
        rf"(?P<limit>{BEFORE}|[之以]?内|(?<=[底末]))?",
        recurrences.each_year_by,
        {
            "每年1月31日前": "rec:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31",
            "每年的3月1日之前": "rec:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1",
            "每年2月底前": "rec:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1",
            "每年年底前": "rec:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31",
            "每年底": "rec:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31",
            "每年一季度": "rec:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31",
            "每年12月中旬": "rec:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=20",
            "每年3月1日至3月31日": "rec:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31",
            "每年2月30日前": "unread",
        },
        ("每年1次", "每年6月"),
    ),
    Rule(
        "before a month of each year",
        "demand",
        rf"{EACH_YEAR}{MONTH}月份?{BEFORE}",
        recurrences.each_year_eve,
        {"每年6月前": "rec:FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=-1"},
        ("每年6月前期",),
    ),
    Rule(
        "in months of each year",
        "limit",
        rf"{EACH_YEAR}{EACH_FROM}(?P<list>{MONTH_LIST}{{0,11}})(?<=[月份])"
        rf"(?P<limit>[底末](?:{BEFORE})?|[之以]?内)?(?![\d一二三四五六七八九十])",
        recurrences.each_year_in,
        {
            "每年6月": "rec:FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=-1",
            "每年1月、7月": "rec:FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=-1",
            "每年3、6、9、12月底前": "rec:FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1",
            "每年3月至5月": "rec:FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=-1",
        },
    ),
    Rule(
        "by a day of a month of each quarter",
        "demand",
        r"每个?季度?的?(?P<which>末月|首月|最后一?个?月|第[一二三]个?月)的?"
        rf"(?:{DAY_OF_MONTH}|[底末])(?:{BEFORE})?",
        recurrences.each_quarter_by,
        {
            "每季度末月25日前": "rec:FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25",
            "每季度首月10日前": "rec:FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10",
            "每季度最后一个月底前": "rec:FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1",
        },
        ("每季度末",),
    ),
    Rule(
        "by the end of each quarter or half",
        "demand",
        rf"每个?(?P<u>季度?|半年度?)的?[底末](?!月)(?:{BEFORE})?",
        recurrences.each_end,
        {
            "每季度末": "rec:FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1",
            "每半年末前": "rec:FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1",
        },
        ("每季度末月", "每季度"),
    ),
    Rule(
        "by a day of each month",
        "demand",
        rf"每个?月度?的?(?:(?:{unnamed(DAY)}[日号]?{TO})?(?P<list>{DAY_LIST}{{0,4}})(?<=[日号])"
        rf"|月?{PART})(?:{BEFORE})?",
        recurrences.each_month_by,
        {
            "每月5日前": "rec:FREQ=MONTHLY;BYMONTHDAY=5",
            "每月5日、20日前": "rec:FREQ=MONTHLY;BYMONTHDAY=5,20",
            "每月1日至5日": "rec:FREQ=MONTHLY;BYMONTHDAY=5",
            "每月底前": "rec:FREQ=MONTHLY;BYMONTHDAY=-1",
            "每个月的月底": "rec:FREQ=MONTHLY;BYMONTHDAY=-1",
            "每月中旬": "rec:FREQ=MONTHLY;BYMONTHDAY=20",
        },
        ("每月1次", "每月举办一场"),
    ),
    Rule(
        "on a day of each week",
        "demand",
        r"每个?(?:周|星期)(?P<list>(?:[二三四五六日天](?![次场期个篇轮小])|一(?=[之以]?前|[、和及]))"
        rf"(?:[、和及](?:周|星期)?[一二三四五六日天]){{0,6}})(?:{BEFORE})?",
        recurrences.each_week_on,
        {"每周五前": "rec:FREQ=WEEKLY;BYDAY=FR", "每周二、周四": "rec:FREQ=WEEKLY;BYDAY=TU,TH"},
        ("每周一次", "每周两次"),
    ),
    Rule(
        "every so often",
        "demand",
        r"每(?P<n>\d{1,3}(?=个|天|日|年|周)|[一二两三四五六七八九十]{1,3})?个?"
        r"(?P<u>半年度?|半个?月|年度?(?![级龄轮代]|\d+月)|季度?(?!节)|月度?(?!份额|\d+[日号])"
        r"|周(?![期年边围末])|星期|日(?!期)|天)",
        recurrences.every,
        {
            "每年": "rec:FREQ=YEARLY",
            "每年度进行考核评估": "rec:FREQ=YEARLY",
            "每两年": "rec:FREQ=YEARLY;INTERVAL=2",
            "每半年": "rec:FREQ=MONTHLY;INTERVAL=6",
            "每季度": "rec:FREQ=MONTHLY;INTERVAL=3",
            "每月": "rec:FREQ=MONTHLY",
            "每2个月": "rec:FREQ=MONTHLY;INTERVAL=2",
            "每周举办一场": "rec:FREQ=WEEKLY",
            "每日发布": "rec:FREQ=DAILY",
            "每半个月": "rec:FREQ=DAILY;INTERVAL=15",
        },
        ("每年级", "每季节", "一季度", "每学期", "每一个", "每月32日前", "每年13月前"),
    ),
    Rule(
        "one a month, one a quarter",
        "demand",
        r"(?<![十第每\d])(?P<n>一)?(?P<u>半年|(?<=一)(?:月|季度?|周|天|日|年))"
        r"(?:一(?![次日号度个种般定季月])[^\W\d_]{2}|(?=一次|[两二三四2-9][次场期]))",
        recurrences.every,
        {
            "一月一调度": "rec:FREQ=MONTHLY",
            "一季度一通报": "rec:FREQ=MONTHLY;INTERVAL=3",
            "半年一评估": "rec:FREQ=MONTHLY;INTERVAL=6",
            "一年两次": "rec:FREQ=YEARLY",
        },
        ("一月一日", "一年一度", "十一月一日"),
    ),
    Rule(
        "by the month, by the quarter",
        "demand",
        r"按(?:照)?(?P<list>(?:半年|年|季|月|周|日)度?(?:[、和及或](?:半年|年|季|月|周|日)度?){0,3})"
        r"(?![份龄均节级限代程常期计历平前底末])",
        recurrences.each_listed,
        {
            "按月公开": "rec:FREQ=MONTHLY",
            "按季度公布": "rec:FREQ=MONTHLY;INTERVAL=3",
            "按月度、季度": "rec:FREQ=MONTHLY ; rec:FREQ=MONTHLY;INTERVAL=3",
            "按年度": "rec:FREQ=YEARLY",
        },
        ("按期", "按日程", "按季节", "按年龄", "按月份"),
    ),
    Rule(
        "some days of a month",
        "limit",
        rf"{YEAR_MONTH}(?P<list>{DAY_LIST}{{1,4}})(?<=[日号])(?:{LIMIT})?",
        produce.by_each_day,
        {
            "6月5日、15日前": "date:2022-06-05 ; date:2022-06-15",
            "2023年6月5、25日前": "date:2023-06-05 ; date:2023-06-25",
        },
        ("6月5日", "5月15日前和11月15日前"),
    ),
)
