"""How deadlines are worded: one row a wording, with examples of what it reads and must not read.

Patterns are searched in text without layout spaces and with digits of plain width. They are
bounded, so that a search takes time in proportion to the text. The order matters: of the rules that
match at a place the first has it.

An example's reading is written as a key: `date:2022-06-30`, `window:2022-03-29/2022-04-04`,
`rec:FREQ=YEARLY`, `rel:P20Dw` (working days), `ongoing`; several are parted by ` ; `, and `unread`
is a demand that names no day. The examples are for a plan of 2022.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from zwgk_parse.vocabulary import deadline_readings as produce
from zwgk_parse.vocabulary import recurrences
from zwgk_parse.vocabulary.calendar import (
    BARE_YEAR,
    DAY,
    FRESH,
    HALF,
    MONTH,
    PART,
    PRINTED_YEAR,
    QUARTER,
    YEAR,
    prefixed,
    unnamed,
)

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping

    from zwgk_parse.vocabulary.calendar import Clock

# demand: a deadline wherever it stands. limit: a demand if its group `limit` took part (前, 内),
# else bare. opening: a demand where it opens a clause. bare: a point or a period; what stands
# around it must say that something is due. field: only in a cell or a bracket.
Weight = Literal["demand", "limit", "opening", "bare", "field"]


class Rule(NamedTuple):
    """One wording: its pattern, what it means, and the examples that hold it to that."""

    name: str
    weight: Weight
    pattern: str
    produce: Callable[[re.Match[str], Clock], produce.Readings]
    examples: Mapping[str, str] = MappingProxyType({})
    misses: tuple[str, ...] = ()


# What a phrase may begin with, so that a search passes over most of a text at one look.
STARTS = (
    '0123456789一二三四五六七八九十两半每按自从即现到至截今本当明次翌下上全年第“"「长常持滚贯'
    "元春清劳端中国寒暑开主汛供采防入学双节活会月季近"
)

_END_WORD = r"(?P<x>底|末)"
_BEFORE = r"[之以]?前(?![期后往来沿景述款置])"
_LIMIT = rf"(?P<limit>{_BEFORE}|截止|为?止)"
_IN = r"(?P<limit>[之以]?内)"
_DASH = r"[-－—–―~～〜]{1,2}"
_TO = rf"(?:(?:开始|起)?[，,]?(?:{_DASH}|至|到))"
_AND = r"[、,，和及与]"
# A weekday or a time of day that may stand between a day and 前.
_NOTE = (
    r"(?:[（(](?:含|星期|周)[^（()）]{0,4}[）)])?"
    r"(?:(?:上午|下午|中午|晚上?)?\d{1,2}(?:[:：]\d\d|[时点](?:\d{1,2}分|半|整)?))?"
)
# What may follow a point that carries no 前: the end of the clause, or a word for being done.
DONE = (
    r"(?:计划|力争|争取|预计|确保|全面|全部|基本|初步|率先)?"
    r"(?:完成|实现|建成|达到|办结|启动|见效|取得|投入使用|上线)"
)
_END = r"$|[ \n，,。；;、：:！!）)\]】/|]"
_STOP = rf"(?={_END}|[和及与或并](?!平)|{DONE})"
_CLAUSE = r"(?<![^ \n，,。；;、：:！!（(/并后和及])"
_CLAUSE_END = rf"(?={_END})"

_YM = rf"(?:{YEAR}|{FRESH}){MONTH}月份?"
_PART_YEAR = rf"(?:{YEAR}|(?<![一二三四五1-9第个每前年度]))(?:{QUARTER}|{HALF})"
_YEAR_END = rf"(?:{YEAR}|{BARE_YEAR})年?[底末]"
_D = rf"{DAY}[日号]"
_POINT = rf"(?:{YEAR}|{FRESH})(?:{MONTH}月份?(?:{_D}|[底末])?|年?[底末]|(?<=[年度]))"
_AY, _BY = prefixed(YEAR, "a"), prefixed(YEAR, "b")
_AYM, _BM = prefixed(_YM, "a"), rf"{prefixed(MONTH, 'b')}月份?"
_AD, _BD = rf"{prefixed(DAY, 'a')}[日号]", rf"{prefixed(DAY, 'b')}[日号]"
_EACH_YEAR = r"每一?个?年度?的?"
_EACH_FROM = rf"(?:{unnamed(MONTH)}月份?(?:{unnamed(DAY)}[日号]?)?{_TO})?"
_PART_OF_YEAR = rf"(?:{MONTH}月份?(?:{_D}{_NOTE}|{PART})?|{QUARTER}[底末]?|{HALF}[底末]?|年?[底末])"
_MONTHS = rf"{unnamed(MONTH)}(?:月份?)?(?:{_AND}{unnamed(MONTH)}(?:月份?)?)"
_DAYS = rf"{unnamed(DAY)}[日号]?(?:{_AND}{unnamed(DAY)}[日号]?)"
_PLAN = (
    r"[“\"「]?(?P<n>十[一二三四五六七八九]?|二十[一二三四五六七八九]?)五[”\"」]?(?:规划|时期|期)?"
)
_HAN = "一二三四五六七八九十"
_COUNT = r"(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3}|半)"

DEADLINE_RULES: tuple[Rule, ...] = (
    Rule(
        "from now to",
        "demand",
        rf"(?:自|从)?(?:即日|现在)起?(?:开始)?[，,]?(?:至|到){_POINT}",
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
        rf"{_AYM}{prefixed(DAY, 'a')}[日号]?{_NOTE}{_TO}{_BY}?(?:{_BM})?{_BD}",
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
        rf"{_AYM}{_TO}{_BY}?{_BM}{_BD}",
        produce.from_to,
        {"2022年3月至6月15日": "window:2022-03-01/2022-06-15"},
    ),
    Rule(
        "from month to month",
        "bare",
        rf"(?:{_AY}|{FRESH}){prefixed(MONTH, 'a')}(?:月份?(?:{_AD}|[初底末])?)?"
        rf"{_TO}{_BY}?{_BM}{prefixed(PART, 'b')}?(?:{_BEFORE})?(?!\d)",
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
        rf"{_AYM}(?:{_AD})?{_TO}(?:{_BY}|年)年?[底末](?:{_BEFORE})?",
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
        rf"(?<![\d.])(?P<ay>(?:19|20)\d\d)年?度?{_TO}(?P<by>(?:19|20)\d\d)年度?[底末]?",
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
        rf"(?:{_AY}|(?<!每))第?(?P<aq>[1-4一二三四])(?:季度)?{_TO}{_BY}?"
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
        rf"(?:{_DASH}|至|到)(?:(?P<by>20\d\d)[.．/-])?"
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
        rf"(?<![\d.．/-])(?P<ay>20\d\d)[.．/](?P<am>1[0-2]|0?[1-9])(?:{_DASH}|至|到)"
        r"(?P<by>20\d\d)[.．/](?P<bm>1[0-2]|0?[1-9])(?![\d.．/])",
        produce.from_to,
        {"2022.3-2023.6": "window:2022-03-01/2023-06-30"},
    ),
    Rule(
        "end of a five-year plan",
        "demand",
        rf"[到至]?{_PLAN}(?:末期?|期末)(?:{_BEFORE})?",
        produce.by_five_years,
        {"“十四五”末": "date:2025-12-31", "到“十五五”期末": "date:2030-12-31"},
        ("第十四个五年规划", "“十四五”规划"),
    ),
    Rule(
        "five-year plan",
        "field",
        rf"{_PLAN}(?:(?<=期)间|期间|(?<=期)内)",
        produce.five_year_span,
        {"“十四五”期间": "window:2021-01-01/2025-12-31"},
        ("“十四五”规划",),
    ),
    Rule(
        "by a point of each year",
        "limit",
        rf"{_EACH_YEAR}{_EACH_FROM}{_PART_OF_YEAR}(?<!月)(?<!月份)"
        rf"(?P<limit>{_BEFORE}|[之以]?内|(?<=[底末]))?",
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
        rf"{_EACH_YEAR}{MONTH}月份?{_BEFORE}",
        recurrences.each_year_eve,
        {"每年6月前": "rec:FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=-1"},
        ("每年6月前期",),
    ),
    Rule(
        "in months of each year",
        "limit",
        rf"{_EACH_YEAR}{_EACH_FROM}(?P<list>{_MONTHS}{{0,11}})(?<=[月份])"
        rf"(?P<limit>[底末](?:{_BEFORE})?|[之以]?内)?(?![\d一二三四五六七八九十])",
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
        rf"(?:{_D}|[底末])(?:{_BEFORE})?",
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
        rf"每个?(?P<u>季度?|半年度?)的?[底末](?!月)(?:{_BEFORE})?",
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
        rf"每个?月度?的?(?:(?:{unnamed(DAY)}[日号]?{_TO})?(?P<list>{_DAYS}{{0,4}})(?<=[日号])"
        rf"|月?{PART})(?:{_BEFORE})?",
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
        rf"(?:[、和及](?:周|星期)?[一二三四五六日天]){{0,6}})(?:{_BEFORE})?",
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
        rf"{_YM}(?P<list>{_DAYS}{{1,4}})(?<=[日号])(?:{_LIMIT})?",
        produce.by_each_day,
        {
            "6月5日、15日前": "date:2022-06-05 ; date:2022-06-15",
            "2023年6月5、25日前": "date:2023-06-05 ; date:2023-06-25",
        },
        ("6月5日", "5月15日前和11月15日前"),
    ),
    Rule(
        "up to a point",
        "opening",
        rf"(?:截至|截止到?|截|到|至){_POINT}(?:{_BEFORE}|为?止)?",
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
        rf"{_YM}{_D}{_NOTE}(?:{_LIMIT}|{_STOP})",
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
        rf"(?:{YEAR}|{FRESH})(?P<list>{_MONTHS}{{1,11}})(?<=[月份])"
        rf"{_END_WORD}?(?P<limit>{_BEFORE}|[之以]?内)?(?:(?<=[前内])|{_STOP})",
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
        rf"{_YM}{_END_WORD}(?:{_LIMIT}|{_STOP})",
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
        rf"{_YM}(?P<x>上中?旬|中下?旬|下旬|初){_STOP}",
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
        rf"{_YM}(?P<x>上中?旬|中下?旬|下旬|初){_BEFORE}",
        produce.by_end_or_eve,
        {"11月中旬前": "date:2022-11-20"},
    ),
    Rule(
        "within a month",
        "demand",
        rf"{_YM}{_IN}",
        produce.by_end,
        {"6月份内": "date:2022-06-30", "2023年2月内": "date:2023-02-28"},
        ("6个月内",),
    ),
    Rule(
        "before a month",
        "demand",
        rf"{_YM}{_BEFORE}",
        produce.by_eve_or_end,
        {"6月前": "date:2022-05-31", "12月份前": "date:2022-11-30", "1月前": "date:2021-12-31"},
        ("6个月前", "6月前期"),
    ),
    Rule(
        "from a month or a day on",
        "field",
        rf"{_CLAUSE}(?:从|自)?{_YM}(?:{_D})?(?:(?:起|开始)(?:实施|执行|施行)?|{_DASH}){_CLAUSE_END}",
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
        rf"{_CLAUSE}(?:从|自)?{YEAR}(?:(?:起|开始)(?:实施|执行|施行)?|{_DASH}){_CLAUSE_END}",
        produce.from_on,
        {"2016年起": "window:2016-01-01/", "自2021年开始": "window:2021-01-01/"},
        ("2016年起每年",),
    ),
    Rule(
        "a month",
        "bare",
        rf"{_YM}{_STOP}",
        produce.span,
        {
            "2019年11月": "window:2019-11-01/2019-11-30",
            "12月份": "window:2022-12-01/2022-12-31",
            "6月完成": "window:2022-06-01/2022-06-30",
        },
        ("6月工资", "6个月", "三月三"),
    ),
    Rule(
        "by the end of a quarter or a half",
        "limit",
        rf"{_PART_YEAR}[底末](?:{_LIMIT}|{_STOP})",
        produce.by_end,
        {"第三季度末": "date:2022-09-30", "2023年二季度末前": "date:2023-06-30"},
        ("每季度末",),
    ),
    Rule(
        "within a quarter or a half",
        "demand",
        rf"{_PART_YEAR}(?:[之以]?内|结束{_BEFORE})",
        produce.by_end,
        {"上半年内": "date:2022-06-30", "三季度内": "date:2022-09-30"},
        ("每季度内", "前三季度内"),
    ),
    Rule(
        "before the second half",
        "demand",
        rf"(?:{YEAR}|(?<!每))(?P<h>下)半年{_BEFORE}",
        produce.by_end_or_eve,
        {"下半年前": "date:2022-12-31"},
    ),
    Rule(
        "before the middle of the year",
        "demand",
        rf"(?:{YEAR}|(?<!每))(?P<h>上)半年{_BEFORE}",
        produce.by_end,
        {"上半年前": "date:2022-06-30"},
    ),
    Rule(
        "before a quarter",
        "demand",
        rf"(?:{YEAR}|(?<![一二三四五1-9第个每前年度])){QUARTER}{_BEFORE}",
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
        rf"(?:{YEAR}|(?<!每))(?P<list>第?[一二三四1-4](?:季度)?(?:{_AND}第?[一二三四1-4](?:季度)?){{1,3}})"
        r"(?<=季度)(?![底末前内])",
        produce.in_each_quarter,
        {"第二、三季度": "window:2022-04-01/2022-06-30 ; window:2022-07-01/2022-09-30"},
        ("三季度",),
    ),
    Rule(
        "a quarter or a half",
        "bare",
        rf"{_PART_YEAR}(?![底末])",
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
        rf"{_YEAR_END}(?:{_LIMIT}|{_STOP})",
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
        rf"{PRINTED_YEAR}{_BEFORE}",
        produce.by_eve_or_end,
        {"2025年前": "date:2024-12-31"},
        ("5年前", "2025年前后"),
    ),
    Rule(
        "a year",
        "bare",
        rf"{YEAR}{_STOP}",
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
        rf"(?![\d.．/])(?:{_LIMIT})?",
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
        rf"(?<![\d.．/-])(?P<y>20\d\d)[.．](?P<m>1[0-2]|0?[1-9]){_CLAUSE_END}",
        produce.span,
        {"2022.6": "window:2022-06-01/2022-06-30"},
        ("2022.13", "2022.6万"),
    ),
    Rule(
        "within a time",
        "demand",
        rf"(?<![\d月第.百]){_COUNT}"
        r"(?P<u>个?工作日|个?自然日|个?小时|分钟|日|天|周|个?星期|个?月|年)[之以]?内(?!容)",
        produce.within,
        {
            "1个月内": "rel:P1M",
            "20个工作日内": "rel:P20Dw",
            "印发之日起30日内": "rel:P30D",
            "24小时内": "rel:PT24H",
            "三年内": "rel:P3Y",
            "半年内": "rel:P6M",
            "两周之内": "rel:P2W",
            "半天内": "unread",
        },
        ("6月3日内", "第3个工作日内"),
    ),
    Rule(
        "a time, alone",
        "field",
        rf"{_CLAUSE}{_COUNT}(?P<u>个?工作日|个自然日|个?小时|天|周|个月){_CLAUSE_END}",
        produce.within,
        {"10个工作日": "rel:P10Dw", "3个月": "rel:P3M"},
        ("10个工作日结束",),
    ),
    Rule(
        "ongoing",
        "field",
        rf"(?:{_CLAUSE}|(?<=起))(?:(?:长期|常年|持续|常态化?|常态长效|长效化?|滚动|一直|全年持续|贯穿全年)"
        r"(?:性|地)?){1,3}"
        r"(?:任务|工作|事项|有效|深入|坚持|推进|推动|实施|开展|落实|抓好|深化|更新|公开|进行|执行|完善"
        rf"|做好|加强|巩固|提升|保持|运行|维护|整治|跟进|中){{0,3}}{_CLAUSE_END}",
        produce.ongoing,
        {
            "持续推进": "ongoing",
            "长期坚持": "ongoing",
            "常态化": "ongoing",
            "持续实施": "ongoing",
            "常态化开展": "ongoing",
            "长期": "ongoing",
        },
        ("持续推进政务公开", "长期护理保险"),
    ),
    Rule(
        "by a feast or a season",
        "limit",
        r"(?:元旦|春节|清明节?|“?五一”?|劳动节|端午节?|中秋节?|国庆节?|“?十一”?|“?七一”?|寒假|暑假|开学"
        rf"|(?:主?汛|供暖|采暖|防火)[期季]|入冬|学期)(?:结束)?(?:{_LIMIT}|期间|[之以]?内)",
        produce.unknown,
        {"春节前": "unread", "“十一”期间": "unread"},
        ("国庆节", "十一前沿"),
    ),
    Rule(
        "by any feast or event",
        "field",
        rf"(?:两节|双节|节日|节假日|两会|活动|会议)(?:{_LIMIT}|期间)",
        produce.unknown,
        {"重大活动、节假日前": "unread"},
        ("节假日",),
    ),
    Rule(
        "by a week or a month without a number",
        "demand",
        rf"(?:[下本]个?(?:周|星期)[一二三四五六日天末]?|(?:[本下次当]个?|(?<![\d{_HAN}个每份]))月"
        rf"(?:[底末初]|[上中下]旬|\d{{1,2}}[日号])|(?:[本下]个?|(?<![\d{_HAN}个每]))季度?[底末])"
        rf"(?:{_BEFORE}|{_STOP})",
        produce.unknown,
        {"下周五": "unread", "本月底前": "unread", "月底前": "unread", "次月5日前": "unread"},
        ("每月5日前", "6月底前", "每季度末"),
    ),
    Rule(
        "at a time that is not named",
        "field",
        rf"{_CLAUSE}(?:(?:从|自)?即日起{_CLAUSE_END}|年前|近期内?|每学期|每旬)|(?<![\d月])\d+个?(?:工作日|天|日)前",
        produce.unknown,
        {"即日起": "unread", "年前": "unread", "每学期": "unread", "会议召开3日前": "unread"},
        ("即日", "万年前", "6月3日前"),
    ),
)
