"""Days counted from a day: a duration goes in, the last day on which it is in time comes out.

Statutory working days are those of the State Council's yearly notices, which `chinesecalendar`
(MIT) holds; it comes with the extra `workdays`. The first day does not count
(《民法典》第二百零一条).
"""

from __future__ import annotations

import datetime as dt

from zwgk_parse.errors import MissingExtraError
from zwgk_parse.patterns import lazy

_DAYS = lazy(r"P(\d{1,4})([DW])")
_MOST_DAYS = 3660
# The days off that fall on the same day every year, by the year they came into force and the year
# they gave way (《全国年节及纪念日放假办法》, revised in 1999, 2007 and 2024).
_FIXED = (
    (1, (1,), 1950, 9999),
    (5, (1, 2, 3), 2000, 2008),
    (5, (1,), 2008, 2025),
    (5, (1, 2), 2025, 9999),
    (10, (1, 2, 3), 2000, 9999),
)


def require_calendar() -> None:
    """Raise MissingExtraError unless the calendar of working days is installed."""
    try:
        import chinese_calendar  # noqa: F401
    except ImportError as error:
        raise MissingExtraError("counting working days", extra="workdays") from error


def last_day(begin: dt.date, duration: str, *, working_days: bool) -> dt.date | None:
    """The last day of `duration` (ISO 8601, days or weeks) after `begin`.

    None for other durations, and where a working day is asked for in a year whose holidays are not
    known. Raises MissingExtraError without the extra.
    """
    match = _DAYS.fullmatch(duration)
    if match is None:
        return None
    count = int(match[1]) * (7 if match[2] == "W" else 1)
    if working_days:
        return _working_day(begin, count)
    try:
        return begin + dt.timedelta(days=count)
    except OverflowError:
        return None


def _working_day(begin: dt.date, count: int) -> dt.date | None:
    require_calendar()
    import chinese_calendar

    day = begin
    for _ in range(_MOST_DAYS):
        if count == 0:
            return day
        try:
            day += dt.timedelta(days=1)
            count -= chinese_calendar.is_workday(day)
        except (NotImplementedError, OverflowError):
            return None
    return None


def day_off(day: dt.date) -> str | None:
    """Why nobody works on `day`: a Saturday, a Sunday or a public holiday; None on working days.

    Without the extra, and in years whose holidays are not known, only weekends count, and the
    holidays that fall on the same day every year.
    """
    if _is_fixed(day):
        return "a public holiday"
    weekend = {5: "a Saturday", 6: "a Sunday"}.get(day.weekday())
    try:
        import chinese_calendar

        if chinese_calendar.is_workday(day):
            return None
        holiday = chinese_calendar.get_holiday_detail(day)[1]
    except (ImportError, NotImplementedError):
        return weekend
    return "a public holiday" if holiday else weekend


def _is_fixed(day: dt.date) -> bool:
    """Whether nobody ever works on that day of the year, whatever the yearly notice arranges."""
    return any(
        day.month == month and day.day in days and first <= day.year < end
        for month, days, first, end in _FIXED
    )
