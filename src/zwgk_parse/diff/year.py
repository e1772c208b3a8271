"""Words and days of two plans go in, whether they are the same up to the plans' years comes out.

`years` is by how many years the new plan is for a later year than the old one: 0 where they are for
the same year, or one of them does not say.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from zwgk_parse.document.forms import nfkc
from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence

    from zwgk_parse.plan.model import Deadline, Plan

_YEAR = lazy(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_HAN_YEAR = lazy(r"[一二][〇○零九][〇○零一二三四五六七八九]{2}(?=年)")
_DASHES = lazy("[-‐-―−]+")
# To look for a few of them is quicker than to look up every character of a text.
_SHAPES = (
    (lazy("[“”„‟‘’‚「」『』｢｣〝〞＂'＇]"), '"'),
    (lazy("[【［〔]"), "["),
    (lazy("[】］〕]"), "]"),
)
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_END = "。.;；"
_FEBRUARY, _LAST = 2, 28


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """`text` without white space, and without what differs in width or shape only."""
    words = "".join(text.split())
    for shapes, put in _SHAPES:
        words = shapes.sub(put, words)
    words = nfkc(words).casefold()
    words = _DASHES.sub("-", words)
    words = _HAN_YEAR.sub(lambda match: match[0].translate(_DIGITS), words)
    return words.rstrip(_END)


def years_between(old: Plan, new: Plan) -> int:
    """By how many years the new plan is for a later year."""
    if old.year is None or new.year is None:
        return 0
    return new.year - old.year


def same(old: str | None, new: str | None, years: int = 0) -> bool:
    """Whether two texts differ in nothing but width, layout and the years explained by `years`."""
    return same_plain(plain(old or ""), plain(new or ""), years)


def same_plain(old: str, new: str, years: int) -> bool:
    """`same` of texts that are plain."""
    if old == new:
        return True
    if not years or _YEAR.sub("0000", old) != _YEAR.sub("0000", new):
        return False
    pairs = zip(_YEAR.findall(old), _YEAR.findall(new), strict=True)
    return all(there == here or int(there) - int(here) == years for here, there in pairs)


def later(old: dt.date, new: dt.date, years: int) -> int:
    """By the year that each plan is for: below 0 where `new` is earlier, 0 where it is the same."""
    first, second = _in_year(old, years), _in_year(new, 0)
    if years and first[1] == second[1] == _FEBRUARY and min(first[2], second[2]) >= _LAST:
        # The end of February.
        first, second = first[:2], second[:2]
    return (second > first) - (second < first)


def _in_year(day: dt.date, years: int) -> tuple[int, ...]:
    return (day.year + years, day.month, day.day)


def later_due(old: Deadline, new: Deadline, years: int) -> int | None:
    """`later` of two deadlines' days; None where one of them has none.

    A day whose year is printed and that did not change is the same.
    """
    if old.due is None or new.due is None:
        return None
    printed = not (old.year_inferred and new.year_inferred)
    if old.due == new.due and (printed or not years):
        return 0
    return later(old.due, new.due, years)


def same_day(old: dt.date | None, new: dt.date | None, years: int) -> bool:
    """Whether two days are the same, or the same day of years that are `years` apart."""
    if old is None or new is None:
        return old is new
    return old == new or later(old, new, years) == 0


def unlike(
    old: Sequence[str], new: Sequence[str], are_same: Callable[[str, str], bool]
) -> tuple[list[str], list[str]]:
    """What only one of two lists has, each in its order; an entry stands for one other."""
    rest = list(new)
    only = [one for one in old if not _taken(one, rest, are_same)]
    return only, rest


def _taken(one: str, rest: list[str], are_same: Callable[[str, str], bool]) -> bool:
    found = next((other for other in _nearest(one, rest) if are_same(one, other)), None)
    if found is None:
        return False
    rest.remove(found)
    return True


def _nearest(one: str, others: Iterable[str]) -> list[str]:
    """The others, those that are the same to the letter first."""
    return sorted(others, key=lambda other: other != one)
