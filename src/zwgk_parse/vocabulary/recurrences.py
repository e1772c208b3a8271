"""What recurs and how often: a match of a rule's pattern in, an RRULE (RFC 5545) out.

Days of the month count from its end where they are negative: BYMONTHDAY=-1 is the last.
"""

from __future__ import annotations

import re

from zwgk_parse.vocabulary.calendar import Clock, number, period, point
from zwgk_parse.vocabulary.deadline_readings import Reading, Readings, numbers

_WEEK = dict(zip("一二三四五六日天", ("MO", "TU", "WE", "TH", "FR", "SA", "SU", "SU"), strict=True))
# The unit of 每… and 按…: RFC 5545's frequency, how many of them, and their days where it counts.
_PERIODS = {
    "年": ("YEARLY", 1),
    "半年": ("MONTHLY", 6),
    "季": ("MONTHLY", 3),
    "月": ("MONTHLY", 1),
    "半个月": ("DAILY", 15),
    "半月": ("DAILY", 15),
    "周": ("WEEKLY", 1),
    "星期": ("WEEKLY", 1),
    "日": ("DAILY", 1),
    "天": ("DAILY", 1),
}


def each_year_by(match: re.Match[str], _clock: Clock) -> Readings:
    """A day of every year: the last of what is named."""
    # 2000 is a leap year, so that 每年2月29日前 names a day.
    days = period(point(match), Clock(2000))
    return _recurring("YEARLY", 1, days.each_year) if days else ()


def each_year_eve(match: re.Match[str], _clock: Clock) -> Readings:
    """The month before the named one, every year; the named one is the other reading in use."""
    month = number(match["m"]) or 1
    rule = "FREQ=YEARLY;BYMONTH={};BYMONTHDAY=-1"
    other = rule.format(month)
    eve = rule.format(month - 1 or 12)
    return (Reading("recurring", rrule=eve, alternatives=(other,)),)


def each_year_in(match: re.Match[str], _clock: Clock) -> Readings:
    """The ends of the months that are listed, every year."""
    months = ",".join(numbers(match["list"]))
    return _recurring("YEARLY", 1, f"BYMONTH={months};BYMONTHDAY=-1")


def each_quarter_by(match: re.Match[str], _clock: Clock) -> Readings:
    """A day of the first, second or last month of every quarter, or that month's end."""
    which = match["which"]
    first = 1 if which.startswith(("首", "第一")) else 2 if which.startswith("第") else 3
    months = ",".join(str(month) for month in range(first, 13, 3))
    day = number(match["d"]) if match["d"] else -1
    return _recurring("YEARLY", 1, f"BYMONTH={months};BYMONTHDAY={day}")


def each_end(match: re.Match[str], _clock: Clock) -> Readings:
    """The end of every quarter or half-year."""
    months = "3,6,9,12" if match["u"].startswith("季") else "6,12"
    return _recurring("YEARLY", 1, f"BYMONTH={months};BYMONTHDAY=-1")


def each_month_by(match: re.Match[str], _clock: Clock) -> Readings:
    """One or more days of every month."""
    if match["x"]:
        day = {"初": "10", "上旬": "10", "中旬": "20"}.get(match["x"], "-1")
        return _recurring("MONTHLY", 1, f"BYMONTHDAY={day}")
    return _recurring("MONTHLY", 1, f"BYMONTHDAY={','.join(numbers(match['list']))}")


def each_week_on(match: re.Match[str], _clock: Clock) -> Readings:
    """One or more days of every week."""
    days = re.findall(r"[一二三四五六日天]", match["list"])
    return _recurring("WEEKLY", 1, f"BYDAY={','.join(_WEEK[day] for day in days)}")


def every(match: re.Match[str], _clock: Clock) -> Readings:
    """Once in a while: 每两年, 每季度, 一月一调度."""
    count = number(match["n"]) if match["n"] else 1
    return _each(match["u"], count) if count else ()


def each_listed(match: re.Match[str], _clock: Clock) -> Readings:
    """A recurrence for each unit that is listed (按月度、季度)."""
    units = re.findall(r"半年|年|季|月|周|日|天", match["list"])
    return tuple(one for unit in units for one in _each(unit, 1))


def _each(unit: str, count: int) -> Readings:
    frequency, interval = _PERIODS[unit.removesuffix("度")]
    return _recurring(frequency, interval * count)


def _recurring(frequency: str, interval: int, days: str = "") -> Readings:
    parts = [f"FREQ={frequency}"]
    if interval > 1:
        parts.append(f"INTERVAL={interval}")
    if days:
        parts.append(days)
    return (Reading("recurring", rrule=";".join(parts)),)
