"""Two recurrences, or two spans of time, go in; which of them is later comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    from zwgk_parse.plan.model import After

_DURATION = lazy(r"P(?:T?(\d+)([DWHM])|(\d+)(Y))")
# The days that a unit may have: fewest and most.
_LEAST = {"H": 1 / 24, "D": 1.0, "W": 7.0, "M": 28.0, "Y": 365.0, "TM": 1 / 1440}
_MOST = {"H": 1 / 24, "D": 1.0, "W": 7.0, "M": 31.0, "Y": 366.0, "TM": 1 / 1440}
_END = 31
_DAY_PARTS = ("BYMONTH", "BYMONTHDAY")


def later_rule(old: str | None, new: str | None) -> int | None:
    """Below 0 where `new` falls earlier in the same period, 0 where the rules are the same.

    None where they cannot be put in order: `每月` and `每季度`.
    """
    here, there = _parts(old), _parts(new)
    if here == there:
        return 0
    first, second = _day(here), _day(there)
    rest = [
        {key: value for key, value in one.items() if key not in _DAY_PARTS} for one in (here, there)
    ]
    if rest[0] != rest[1] or first is None or second is None:
        return None
    return (second > first) - (second < first)


def _parts(rule: str | None) -> dict[str, str]:
    return dict(part.partition("=")[::2] for part in (rule or "").split(";") if part)


def _day(rule: dict[str, str]) -> tuple[int, ...] | None:
    """The one day of its period that a rule names."""
    days = [int(rule[key]) for key in _DAY_PARTS if rule.get(key, ",").lstrip("-").isdecimal()]
    named = [key for key in _DAY_PARTS if key in rule]
    if not named or len(days) != len(named) or "BYMONTHDAY" not in rule:
        return None
    days[-1] = days[-1] if days[-1] > 0 else _END + 1 + days[-1]
    return (len(days), *days)


def later_after(old: After | None, new: After | None) -> int | None:
    """Below 0 where `new` is shorter, 0 where both are the same; None where neither can be said."""
    if old is None or new is None:
        return 0 if old is new else None
    if (old.event, old.working_days) != (new.event, new.working_days):
        return None
    if old.duration == new.duration:
        return 0
    first, second = _days(old.duration), _days(new.duration)
    if first is None or second is None:
        return None
    if first[1] < second[0]:
        return 1
    return -1 if second[1] < first[0] else None


def _days(duration: str) -> tuple[float, float] | None:
    """The fewest and the most days of a duration with one unit."""
    match = _DURATION.fullmatch(duration)
    if match is None:
        return None
    count, unit = int(match[1] or match[3]), match[2] or match[4]
    if unit == "M" and duration.startswith("PT"):
        unit = "TM"
    return count * _LEAST[unit], count * _MOST[unit]
