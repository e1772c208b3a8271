"""The rows of targets.toml, and the patterns that are made of its words."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
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
    text = files(__package__).joinpath("targets.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


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
def patterns() -> dict[str, re.Pattern[str]]:
    """The quantity itself, and the words around it, by what they say."""
    units, verbs, vetoes = (_table()[key] for key in ("units", "verbs", "vetoes"))
    number = rf"(?:{_DIGITS}|[{_HAN}]{{1,6}})"
    unit = _any(units["share"] + units["things"] + units["time"])
    after = _any([word for rule in target_rules() for word in rule.after] + ["左右"])
    quantity = (
        rf"{_FRESH}(?:百分之(?P<hundredths>{number})"
        rf"|(?P<n>{number})(?:{_DASH}(?P<top>{_DIGITS}))?(?P<scale>[十百千万亿]*?)"
        rf"(?!{_any(units['glued'])})(?P<unit>{unit}))"
        rf"(?P<after>{after})?(?!{_DASH}\d)"
    )
    return {
        "quantity": re.compile(quantity),
        "share": re.compile(_any(units["share"])),
        "time": re.compile(_any(units["time"])),
        "time measure": re.compile(_any(units["time_measure"])),
        "made": re.compile(rf"(?:{_any(verbs['light'])})$"),
        "makes": re.compile(_any(verbs["light"])),
        "change": re.compile(rf"(?:{_any(verbs['change'])})$"),
        "veto": re.compile(_any(vetoes["sentence"])),
        "past": re.compile(_any(vetoes["before"])),
        "opening": re.compile(_any(vetoes["opening"])),
        "threshold": re.compile(_any(vetoes["threshold"])),
    }
