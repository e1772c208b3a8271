"""The form of a rule, and the pieces that patterns of deadlines are built of."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from zwgk_parse.vocabulary.calendar import (
    BARE_YEAR,
    DAY,
    FRESH,
    HALF,
    MONTH,
    PART,
    QUARTER,
    YEAR,
    prefixed,
    unnamed,
)

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping

    from zwgk_parse.vocabulary import deadline_readings as produce
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

END_WORD = r"(?P<x>底|末)"
BEFORE = r"[之以]?前(?![期后往来沿景述款置])"
LIMIT = rf"(?P<limit>{BEFORE}|截止|为?止)"
IN = r"(?P<limit>[之以]?内)"
DASH = r"[-－—–―~～〜]{1,2}"
TO = rf"(?:(?:开始|起)?[，,]?(?:{DASH}|至|到))"
AND = r"[、,，和及与]"
# A weekday or a time of day that may stand between a day and 前.
NOTE = (
    r"(?:[（(](?:含|星期|周)[^（()）]{0,4}[）)])?"
    r"(?:(?:上午|下午|中午|晚上?)?\d{1,2}(?:[:：]\d\d|[时点](?:\d{1,2}分|半|整)?))?"
)
# What may follow a point that carries no 前: the end of the clause, or a word for being done.
DONE = (
    r"(?:计划|力争|争取|预计|确保|全面|全部|基本|初步|率先)?"
    r"(?:完成|实现|建成|达到|办结|启动|见效|取得|投入使用|上线)"
)
END = r"$|[ \n，,。；;、：:！!）)\]】/|]"
STOP = rf"(?={END}|[和及与或并](?!平)|{DONE})"
CLAUSE = r"(?<![^ \n，,。；;、：:！!（(/并后和及])"
CLAUSE_END = rf"(?={END})"

YEAR_MONTH = rf"(?:{YEAR}|{FRESH}){MONTH}月份?"
PART_YEAR = rf"(?:{YEAR}|(?<![一二三四五1-9第个每前年度]))(?:{QUARTER}|{HALF})"
YEAR_END = rf"(?:{YEAR}|{BARE_YEAR})年?[底末]"
DAY_OF_MONTH = rf"{DAY}[日号]"
POINT = rf"(?:{YEAR}|{FRESH})(?:{MONTH}月份?(?:{DAY_OF_MONTH}|[底末])?|年?[底末]|(?<=[年度]))"
AY, BY = prefixed(YEAR, "a"), prefixed(YEAR, "b")
AYM, BM = prefixed(YEAR_MONTH, "a"), rf"{prefixed(MONTH, 'b')}月份?"
AD, BD = rf"{prefixed(DAY, 'a')}[日号]", rf"{prefixed(DAY, 'b')}[日号]"
EACH_YEAR = r"每一?个?年度?的?"
EACH_FROM = rf"(?:{unnamed(MONTH)}月份?(?:{unnamed(DAY)}[日号]?)?{TO})?"
PART_OF_YEAR = (
    rf"(?:{MONTH}月份?(?:{DAY_OF_MONTH}{NOTE}|{PART})?|{QUARTER}[底末]?|{HALF}[底末]?|年?[底末])"
)
MONTH_LIST = rf"{unnamed(MONTH)}(?:月份?)?(?:{AND}{unnamed(MONTH)}(?:月份?)?)"
DAY_LIST = rf"{unnamed(DAY)}[日号]?(?:{AND}{unnamed(DAY)}[日号]?)"
PLAN = (
    r"[“\"「]?(?P<n>十[一二三四五六七八九]?|二十[一二三四五六七八九]?)五[”\"」]?(?:规划|时期|期)?"
)
HAN_DIGITS = "一二三四五六七八九十"
COUNT = r"(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3}|半)"
