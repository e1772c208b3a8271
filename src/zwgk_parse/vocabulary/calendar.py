"""Points in time: the pattern fragments that name one, and the days that it covers.

In go the groups of a pattern made of these fragments, out comes a Period. The named groups are
y (year), r (this or next year), m (month), d (day), x (part of a month), q (quarter), h (half) and
n (five-year plan); a fragment's groups carry a prefix where a pattern names two points.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.document.numbering import read_han_number
from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

_ONES = "一二三四五六七八九"
_NULLS = "〇零○OＯ"

PRINTED_YEAR = rf"(?<!\d)(?P<y>(?:19|20)\d\d|二[{_NULLS}][{_NULLS}{_ONES}]{{2}})年度?的?"
YEAR = rf"(?:{PRINTED_YEAR}|(?P<r>今年|本年度?|当年|明年|次年|翌年|下一?年度?)度?的?)"
MONTH = rf"(?P<m>1[0-2]|0?[1-9]|十[一二]?|[{_ONES}])"
DAY = rf"(?P<d>3[01]|[12]\d|0?[1-9]|三十一?|二十[{_ONES}]?|十[{_ONES}]?|[{_ONES}])"
PART = r"(?P<x>上中?旬|中下?旬|下旬|初|底|末)"
QUARTER = r"第?(?P<q>[1-4一二三四])(?:(?<=第.)个)?季度"
HALF = r"(?P<h>上|下)半年"
# A month without a year must not be the tail of another number, of a count or of a decimal, nor
# belong to a year that cannot be read (去年6月, 22年6月).
FRESH = rf"(?<![\d{_ONES}十百第个年度.．/])"
# 年底 and 年内 without a year must not be the tail of 去年底, 近年内, 三年内, 学年末.
BARE_YEAR = rf"(?<![\d{_ONES}{_NULLS}十百两几数多半每去上往历前近届学财当同今明次翌本])年度?"

_TEN_DAYS = {
    "初": (1, 10),
    "上旬": (1, 10),
    "上中旬": (1, 20),
    "中旬": (11, 20),
    "中下旬": (11, None),
    "下旬": (21, None),
}
_NAME = lazy(r"\(\?P<\w+>")
_NEXT = ("明", "次", "翌", "下")


def prefixed(fragment: str, prefix: str) -> str:
    """`fragment` with `prefix` before the name of every group."""
    return fragment.replace("(?P<", f"(?P<{prefix}")


def unnamed(fragment: str) -> str:
    """`fragment` without the names of its groups."""
    return _NAME.sub("(?:", fragment)


class Clock(NamedTuple):
    """What fills in a year that is not printed.

    `plan` is the plan's year, `printed` the year last printed in the same sentence.
    """

    plan: int | None = None
    printed: int | None = None

    @property
    def year(self) -> int | None:
        """The year meant where none is printed."""
        return self.printed or self.plan


class Period(NamedTuple):
    """The days from `first` to `last`. `each_year` is the RRULE of its last day in every year."""

    first: dt.date
    last: dt.date
    printed: int | None = None
    inferred: bool = False
    each_year: str = ""


def number(text: str) -> int | None:
    """The value of digits of any width or of a Chinese numeral."""
    return int(text) if text.isdecimal() else read_han_number(text)


def month_end(year: int, month: int) -> dt.date:
    """The month's last day."""
    return dt.date(year, month, monthrange(year, month)[1])


def point(match: re.Match[str], prefix: str = "") -> dict[str, str]:
    """The groups of `match` that name a point and took part, without their prefix."""
    return {
        name.removeprefix(prefix): value
        for name, value in match.groupdict().items()
        if value is not None and name.startswith(prefix) and len(name) == len(prefix) + 1
    }


def period(groups: Mapping[str, str], clock: Clock) -> Period | None:
    """The days that a point's groups name, or None: no such day, or no year to be had."""
    year, printed = _year(groups, clock)
    if year is None or not 1900 <= year <= 2200:
        return None
    days = _days(groups, year)
    if days is None:
        return None
    inferred = printed is None and clock.printed is None
    return days._replace(printed=printed or clock.printed, inferred=inferred)


def five_years(ordinal: int) -> tuple[dt.date, dt.date]:
    """First and last day of the nth five-year plan (`十四五` is the 14th: 2021 to 2025)."""
    return dt.date(2001 + 5 * (ordinal - 10), 1, 1), dt.date(2005 + 5 * (ordinal - 10), 12, 31)


def _year(groups: Mapping[str, str], clock: Clock) -> tuple[int | None, int | None]:
    """The year meant, and the same if it is printed."""
    if "y" in groups:
        year = number(groups["y"])
        return year, year
    if "r" not in groups:
        return clock.year, None
    # 次年 counts from a year just printed, 明年 from the plan's.
    base = clock.year if groups["r"][0] in "次翌当" else clock.plan
    if base is None:
        return None, None
    return base + groups["r"].startswith(_NEXT), None


def _days(groups: Mapping[str, str], year: int) -> Period | None:
    if "m" in groups:
        return _days_of_month(groups, year)
    if "q" in groups:
        return _months(year, 3 * (number(groups["q"]) or 1) - 2, 3)
    if "h" in groups:
        return _months(year, 1 if groups["h"] == "上" else 7, 6)
    return _months(year, 1, 12)


def _days_of_month(groups: Mapping[str, str], year: int) -> Period | None:
    month = number(groups["m"]) or 1
    end = month_end(year, month)
    each = f"BYMONTH={month};BYMONTHDAY="
    if "d" in groups:
        day = number(groups["d"]) or 0
        if not 1 <= day <= end.day:
            return None
        return Period(end.replace(day=day), end.replace(day=day), each_year=f"{each}{day}")
    first, last = _TEN_DAYS.get(groups.get("x", ""), (1, None))
    return Period(
        end.replace(day=first), end.replace(day=last or end.day), each_year=f"{each}{last or -1}"
    )


def _months(year: int, first: int, count: int) -> Period:
    last = month_end(year, first + count - 1)
    each = f"BYMONTH={last.month};BYMONTHDAY={last.day}"
    return Period(dt.date(year, first, 1), last, each_year=each)
