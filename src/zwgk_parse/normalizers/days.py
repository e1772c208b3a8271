"""A printed day → a date: in goes `二〇二二年四月二十八日` or `2022 年 4 月 28 日`, out a date."""

from __future__ import annotations

import datetime as dt

from zwgk_parse.document.numbering import read_han_number
from zwgk_parse.patterns import lazy

# Examples are in the rows: wordings and the day that they name.
WORDINGS: tuple[tuple[str, dict[str, str]], ...] = (
    (
        r"(?<!\d)(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日",
        {"2022年4月28日": "2022-04-28", "2019 年4月26日": "2019-04-26"},
    ),
    (
        r"([〇○零ＯO一二三四五六七八九]{4})\s*年\s*([元一二三四五六七八九十]{1,2})\s*月"
        r"\s*([一二三四五六七八九十]{1,3})\s*日",
        {"二〇二二年四月二十八日": "2022-04-28", "二○一九年十二月三十一日": "2019-12-31"},
    ),
    (
        r"(?<!\d)(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?!\d)",
        {"2023-05-08 10:19": "2023-05-08", "2022.4.28": "2022-04-28", "2022/04/28": "2022-04-28"},
    ),
)
_PATTERNS = tuple(lazy(pattern) for pattern, _ in WORDINGS)


def read_day(text: str) -> dt.date | None:
    """The first day that `text` prints; None if it prints none or one that no calendar has."""
    for pattern in _PATTERNS:
        match = pattern.search(text)
        if match:
            year, month, day = (_number(part) for part in match.groups() if part not in "-./")
            return _day(year, month, day)
    return None


def _number(printed: str) -> int:
    if printed.isdecimal():
        return int(printed)
    return 1 if printed == "元" else read_han_number(printed) or 0


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
