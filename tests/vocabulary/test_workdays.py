"""Days off, with and without the calendar of the State Council's notices."""

from __future__ import annotations

import datetime as dt
import sys
from types import ModuleType

import pytest

from zwgk_parse.vocabulary.workdays import day_off


class _Calendar(ModuleType):
    """1 October 2022 to 7 October are a holiday, 8 and 9 October (a weekend) are worked."""

    @staticmethod
    def is_workday(day: dt.date) -> bool:
        if day.year != 2022:
            raise NotImplementedError
        return day.day in (8, 9) or (day.weekday() < 5 and day.day > 7)

    @staticmethod
    def get_holiday_detail(day: dt.date) -> tuple[bool, str | None]:
        return True, "National Day" if day.day <= 7 else None


@pytest.mark.parametrize(
    ("day", "with_calendar", "without"),
    [
        (dt.date(2022, 10, 1), "a public holiday", "a public holiday"),
        (dt.date(2022, 10, 3), "a public holiday", "a public holiday"),
        (dt.date(2022, 10, 4), "a public holiday", None),
        (dt.date(2099, 10, 2), "a public holiday", "a public holiday"),
        (dt.date(1999, 10, 1), None, None),
        (dt.date(2024, 1, 1), "a public holiday", "a public holiday"),
        (dt.date(2007, 5, 3), "a public holiday", "a public holiday"),
        (dt.date(2024, 5, 2), None, None),
        (dt.date(2025, 5, 2), "a public holiday", "a public holiday"),
        (dt.date(2022, 10, 8), None, "a Saturday"),
        (dt.date(2022, 10, 12), None, None),
        (dt.date(2022, 10, 16), "a Sunday", "a Sunday"),
        (dt.date(2099, 10, 4), "a Sunday", "a Sunday"),
    ],
)
def test_day_off(
    day: dt.date, with_calendar: str | None, without: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "chinese_calendar", _Calendar("chinese_calendar"))
    assert day_off(day) == with_calendar
    monkeypatch.setitem(sys.modules, "chinese_calendar", None)
    assert day_off(day) == without
