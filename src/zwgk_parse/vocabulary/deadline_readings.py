"""What a time phrase means, recurrences aside: a match of a rule's pattern in, Readings out.

Each producer takes the match and the Clock that fills in a year. An empty tuple says that the words
are a demand that names no day (2月30日, 春节前).
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Literal, NamedTuple

from zwgk_parse.patterns import lazy
from zwgk_parse.vocabulary.calendar import Clock, five_years, number, period, point

if TYPE_CHECKING:
    import re

    from zwgk_parse.vocabulary.calendar import Period

_DAY = dt.timedelta(days=1)
_NUMBER = lazy(r"\d+|[一二三四五六七八九十]+")
_DURATIONS = {
    "年": "P{}Y",
    "月": "P{}M",
    "周": "P{}W",
    "星期": "P{}W",
    "日": "P{}D",
    "天": "P{}D",
    "工作日": "P{}D",
    "自然日": "P{}D",
    "小时": "PT{}H",
    "分钟": "PT{}M",
}
_HALVES = {"年": "P6M", "月": "P15D", "小时": "PT30M"}


class Reading(NamedTuple):
    """One reading of a phrase, in the terms of the plan contract's Deadline.

    `printed` is the year that the phrase printed; `each_year` the RRULE that it becomes where the
    sentence speaks of every year (`每年汇总…，年底前公开`).
    """

    kind: Literal["date", "window", "recurring", "relative", "ongoing"]
    due: dt.date | None = None
    start: dt.date | None = None
    alternatives: tuple[str, ...] = ()
    rrule: str | None = None
    duration: str | None = None
    working_days: bool = False
    inferred: bool = False
    printed: int | None = None
    each_year: str | None = None

    def every_year(self) -> Reading:
        """The same day of every year."""
        return Reading("recurring", rrule=self.each_year)


Readings = tuple[Reading, ...]


def by_end(match: re.Match[str], clock: Clock) -> Readings:
    """The last day of what is named is in time."""
    return _end(period(point(match), clock))


def by_end_or_eve(match: re.Match[str], clock: Clock) -> Readings:
    """The last day; the eve of the first is the other reading in use."""
    days = period(point(match), clock)
    return _due(days, days.last, days.each_year, days.first - _DAY) if days else ()


def by_eve_or_end(match: re.Match[str], clock: Clock) -> Readings:
    """The eve of the first day; the last is the other reading in use."""
    return _eve_or_end(period(point(match), clock))


def by_each_month(match: re.Match[str], clock: Clock) -> Readings:
    """One deadline for each month that is listed: its end; a window where nothing says 底 or 前."""
    produce = _span
    if match["x"] or match["limit"]:
        eve = not match["x"] and match["limit"].endswith("前")
        produce = _eve_or_end if eve else _end
    groups = point(match)
    return tuple(
        one
        for month in numbers(match["list"])
        for one in produce(period({**groups, "m": month}, clock))
    )


def in_each_quarter(match: re.Match[str], clock: Clock) -> Readings:
    """One window for each quarter that is listed."""
    groups = point(match)
    return tuple(
        one
        for quarter in numbers(match["list"])
        for one in _span(period({**groups, "q": quarter}, clock))
    )


def by_each_day(match: re.Match[str], clock: Clock) -> Readings:
    """One deadline for each day of a month that is listed."""
    groups = point(match)
    return tuple(
        one for day in numbers(match["list"]) for one in _end(period({**groups, "d": day}, clock))
    )


def span(match: re.Match[str], clock: Clock) -> Readings:
    """All the days of what is named."""
    return _span(period(point(match), clock))


def from_to(match: re.Match[str], clock: Clock) -> Readings:
    """From the first day of one point (groups a…) to the last of another (b…).

    What the later point leaves out, it has from the earlier; a year may be printed with either.
    """
    first, second = point(match, "a"), point(match, "b")
    if "y" in second and not {"y", "r"} & first.keys():
        clock = Clock(clock.plan, number(second["y"]))
    start = period(first, clock)
    if start is None:
        return ()
    if "d" in second:
        second = {"m": first.get("m", ""), **second}
    end = period(second, Clock(clock.plan, start.first.year))
    if end is None or end.last < start.first:
        return ()
    printed = end.printed if start.printed else None
    return (_window(start.first, end.last, inferred=start.inferred, printed=printed),)


def from_on(match: re.Match[str], clock: Clock) -> Readings:
    """From the first day of what is named, without an end."""
    days = period(point(match), clock)
    if days is None:
        return ()
    return (_window(days.first, None, inferred=days.inferred, printed=days.printed),)


def halves(match: re.Match[str], clock: Clock) -> Readings:
    """Both halves of the year, each its own."""
    groups = point(match)
    return tuple(one for half in "上下" for one in _span(period({**groups, "h": half}, clock)))


def by_five_years(match: re.Match[str], _clock: Clock) -> Readings:
    """The last day of a five-year plan."""
    last = five_years(number(match["n"]) or 0)[1]
    return (Reading("date", due=last, printed=last.year),)


def five_year_span(match: re.Match[str], _clock: Clock) -> Readings:
    """All the days of a five-year plan."""
    first, last = five_years(number(match["n"]) or 0)
    return (_window(first, last, inferred=False, printed=None),)


def within(match: re.Match[str], _clock: Clock) -> Readings:
    """So long after an event."""
    unit = match["u"].removeprefix("个")
    if match["n"] == "半":
        duration = _HALVES.get(unit)
    else:
        count = number(match["n"])
        duration = _DURATIONS[unit].format(count) if count else None
    if duration is None:
        return ()
    return (Reading("relative", duration=duration, working_days=unit == "工作日"),)


def ongoing(_match: re.Match[str], _clock: Clock) -> Readings:
    """Without an end."""
    return (Reading("ongoing"),)


def unknown(_match: re.Match[str], _clock: Clock) -> Readings:
    """Nothing: a time is meant, but no day can be told."""
    return ()


def _due(days: Period, due: dt.date, each: str, other: dt.date | None = None) -> Readings:
    return (
        Reading(
            "date",
            due=due,
            alternatives=(other.isoformat(),) if other else (),
            inferred=days.inferred,
            printed=days.printed,
            each_year=f"FREQ=YEARLY;{each}" if days.inferred else None,
        ),
    )


def _end(days: Period | None) -> Readings:
    return _due(days, days.last, days.each_year) if days else ()


def _eve_or_end(days: Period | None) -> Readings:
    if days is None:
        return ()
    eve = days.first - _DAY
    whole_year = days.first.month == 1 and days.last.month == 12
    each = f"BYMONTH={eve.month};BYMONTHDAY={31 if whole_year else -1}"
    return _due(days, eve, each, days.last)


def _span(days: Period | None) -> Readings:
    if days is None:
        return ()
    each = f"FREQ=YEARLY;{days.each_year}" if days.inferred else None
    window = _window(days.first, days.last, inferred=days.inferred, printed=days.printed)
    return (window._replace(each_year=each),)


def _window(
    first: dt.date, last: dt.date | None, *, inferred: bool, printed: int | None
) -> Reading:
    return Reading("window", start=first, due=last, inferred=inferred, printed=printed)


def numbers(text: str) -> list[str]:
    """The numbers of a list, in plain digits."""
    return [str(number(digits)) for digits in _NUMBER.findall(text)]
