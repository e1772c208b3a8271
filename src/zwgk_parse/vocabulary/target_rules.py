"""The rows of targets.toml, and the patterns that are made of its words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from zwgk_parse.tables import table

if TYPE_CHECKING:
    from collections.abc import Callable

    from zwgk_parse.plan.model import Comparator

_HAN = "零〇一二两三四五六七八九十百"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?!\d)|\d{1,12}(?:\.\d{1,6})?(?!\d)"
_FRESH = rf"(?<![\d.,/〔\[第A-Za-z×+＋\-—–～~年{_HAN}])"
_DASH = "[-—–－～~]"


class Rule(NamedTuple):
    """A row of targets.toml: what must stand before or after a quantity."""

    name: str
    comparator: Comparator
    before: re.Pattern[str] | None
    after: tuple[str, ...]
    examples: dict[str, str]
    misses: tuple[str, ...]


@cache
def _table() -> dict[str, Any]:
    return table("vocabulary", "targets")  # type: ignore[no-any-return]


def _any(words: list[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@cache
def target_rules() -> tuple[Rule, ...]:
    """The rows in the order in which they are tried."""
    return tuple(
        Rule(
            name=row["name"],
            comparator=row["comparator"],
            # Between them may stand a verb (至少召开一次) or what a share is of (在职人员75%).
            before=re.compile(
                rf"(?:分别)?(?<![不未])(?:{_any(row['before'])})(?P<between>\D{{0,8}}?)$"
            )
            if "before" in row
            else None,
            after=tuple(row.get("after", ())),
            examples=row["examples"],
            misses=tuple(row["misses"]["texts"]),
        )
        for row in _table()["rules"]
    )


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The quantity itself, or the words around it, by what they say; made when asked for."""
    return re.compile(_quantity() if name == "quantity" else _PATTERNS[name]())


def _words(table: str, key: str) -> str:
    return _any(_table()[table][key])


_PATTERNS: dict[str, Callable[[], str]] = {
    "share": lambda: _words("units", "share"),
    "time": lambda: _words("units", "time"),
    "time measure": lambda: _words("units", "time_measure"),
    "makes": lambda: _words("verbs", "light"),
    "made": lambda: f"(?:{_words('verbs', 'light')})$",
    "change": lambda: f"(?:{_words('verbs', 'change')})$",
    "veto": lambda: _words("vetoes", "sentence"),
    "past": lambda: _words("vetoes", "before"),
    "opening": lambda: _words("vetoes", "opening"),
    "threshold": lambda: _words("vetoes", "threshold"),
}


def _quantity() -> str:
    """A number with its unit and 以上 or the like; 百分之 stands before a number of its own."""
    number = rf"(?:{_DIGITS}|[{_HAN}]{{1,6}})"
    units = _table()["units"]
    unit = _any(units["share"] + units["things"] + units["time"])
    after = _any([word for row in _table()["rules"] for word in row.get("after", ())] + ["左右"])
    return (
        rf"{_FRESH}(?:百分之(?P<hundredths>{number})"
        rf"|(?P<n>{number})(?:{_DASH}(?P<top>{_DIGITS}))?(?P<scale>[十百千万亿]*?)"
        rf"(?!{_any(units['glued'])})(?P<unit>{unit}))"
        rf"(?P<after>{after})?(?!{_DASH}\d)"
    )
