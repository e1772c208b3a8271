"""The labels that Chinese documents number with: 一、 （一） 1. （1） ① 一是 第一条.

In goes the head of a paragraph, out comes its Label. Levels by GB/T 9704-2012, 7.3.3: 一、 （一）
1. （1); documents deviate, so an extractor decides nesting by the order it meets the styles in.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Mapping

Style = Literal[
    "chapter", "article", "han", "han-bracket", "arabic", "arabic-bracket", "circled", "shi"
]

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")}
_DIGITS |= {"〇": 0, "○": 0, "Ｏ": 0, "O": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_HAN = "一二三四五六七八九十百〇零"
# An item may begin with a date: 2.2022年6月底前完成, 3.10月底前完成, 2、2022年底前.
_YEAR = r"(?=\s*(?:19|20)\d\d\s*年)"
_DATE = r"(?=(?:19|20)\d\d\s*年|1?\d\s*月)"


def read_han_number(text: str) -> int | None:
    """The value of a Chinese numeral below 10,000 (`二十一` → 21, `二〇二二` → 2022), or None."""
    if not text or any(c not in _DIGITS and c not in _UNITS for c in text):
        return None
    if not any(c in _UNITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text)) if len(text) <= 4 else None
    total, digit = 0, 0
    last_unit = 10_000
    for position, character in enumerate(text):
        if character in _UNITS:
            unit = _UNITS[character]
            if unit >= last_unit or (digit == 0 and not (unit == 10 and position == 0)):
                return None
            total, digit, last_unit = total + (digit or 1) * unit, 0, unit
        elif digit:
            return None
        else:
            digit = _DIGITS[character]
    return total + digit


class Label(NamedTuple):
    """A number as printed. `end` is the offset in the text where the words after it begin."""

    printed: str
    number: int
    style: Style
    end: int


# One row a style. Each row's examples are labels it reads, with their number, and heads of text
# that must not be taken for a label of this style.
STYLES: tuple[tuple[Style, str, dict[str, int], tuple[str, ...]], ...] = (
    ("chapter", rf"第([{_HAN}]{{1,4}})[章节编部分]\s*", {"第一章 总则": 1}, ("第一季度前",)),
    ("article", rf"第([{_HAN}]{{1,4}})条\s*", {"第十二条 各单位": 12}, ("第一书记",)),
    (
        "han",
        rf"([{_HAN}](?:\s?[{_HAN}]){{0,3}})\s*[、.．](?!\s*[{_HAN}][、级产类])\s*",
        {"一、优化": 1, "二十一、对": 21},
        ("一是", "一方面", "一、二级", "一、二、三产业"),
    ),
    (
        "han-bracket",
        rf"[（(〔]\s*([{_HAN}](?:\s?[{_HAN}]){{0,3}})\s*[）)〕]\s*[、.．]?\s*",
        {"（一）持续": 1, "(十六)健全": 16, "（二 十）健全": 20},
        ("（一体化）",),
    ),
    (
        "arabic",
        rf"(\d{{1,3}})\s*(?:[.．](?:(?![\d．])|{_DATE})|、(?:(?!\s*\d+\s*[日号月年、])|{_YEAR}))\s*"
        r"|([⒈-⒛])\s*",
        {
            "1. 逐步": 1,
            "⒈逐步": 1,
            "36、抓好": 36,
            "12．加强": 12,
            "2.2022年6月底前": 2,
            "2、2022年底前": 2,
        },
        ("1.5万", "2021 年底前", "12345 热线", "1+1+9", "6、12月"),
    ),
    (
        "arabic-bracket",
        r"[（(]\s*(\d{1,3})\s*[）)]\s*[、.．]?\s*|(\d{1,3})[）)]\s*|([⑴-⒇])\s*",
        {"（1）建立": 1, "⑵建立": 2, "(2)完善": 2, "3）落实": 3},
        ("（2017年2-3月）",),
    ),
    ("circled", r"([①-⑳])\s*[、.．]?\s*", {"①建立": 1, "⑳落实": 20}, ()),
    (
        "shi",
        rf"([{_HAN}]{{1,3}})是(?=[^否不])[:：，,]?\s*",
        {"一是加强": 1, "二是落实": 2},
        ("是",),
    ),
)
_SPACES = lazy(r"\s+")
# What every label begins with, so that most texts need no second look.
_BEGINS = lazy(rf"\s*[第（(〔{_HAN}\d①-⒛]")
_PATTERNS = tuple((style, lazy(r"\s*" + pattern)) for style, pattern, *_ in STYLES)


@lru_cache(maxsize=1024)
def read_label(text: str) -> Label | None:
    """The label that `text` begins with, or None."""
    if not _BEGINS.match(text):
        return None
    for style, pattern in _PATTERNS:
        match = pattern.match(text)
        if match is None:
            continue
        printed = _SPACES.sub("", match[0])
        value = _SPACES.sub("", next(group for group in match.groups() if group))
        number = _value(value)
        if number is not None:
            return Label(printed, number, style, match.end())
    return None


def _value(text: str) -> int | None:
    if text.isdecimal():
        return int(text)
    if len(text) == 1 and "①" <= text <= "⒛":
        return int(unicodedata.numeric(text))
    return read_han_number(text)


_INNER = lazy(
    rf"(?:(?<!第)(?<![{_HAN}\d])[{_HAN}]{{1,3}}、|[（(][{_HAN}]{{1,3}}[）)]"
    rf"|(?<![\d.．A-Za-z])\d{{1,3}}\s?(?:[.．](?:(?![\d．])|{_DATE})|、(?!\s?\d+\s?[日号月年、]))"
    r"|(?<![第\d])[（(]\d{1,2}[）)]|[①-⑳])"
)
_ENDS = "。！？!?"
_CLOSERS = "”’）)】〕》"
# What follows a number that is cited and begins nothing: （一）项规定, （一）至（三）项.
_CITED = lazy(r"\s*[、，。；）)]|(?<=[）)])(?:[项款目](?=[规的、，。；或至和中])|[至和或及][（(])")


def find_labels(
    text: str, *, run_together: bool = False, listed: bool = False
) -> list[tuple[int, Label]]:
    """Where numbered items begin inside `text`: (offset, label) pairs in order.

    An item begins after the end of a sentence (also behind a closing quotation mark or a bracket)
    or a space, and goes on a count (2 after 1). `listed`: where the text is itself an item, those
    after it may stand behind a semicolon, as in a cell. `run_together`: the text is what a crawler
    keeps of a page, so an item may also begin without any sign before it, if its number is the
    next one due.
    """
    found: list[tuple[int, Label]] = []
    candidates = [pair for pair in _candidates(text) if not _CITED.match(text, pair[1].end)]
    # Where each number stands for the last time: whether a count goes on is then one look.
    last = {(label.style, label.number): offset for offset, label in candidates}
    counted: dict[Style, int] = {}
    for offset, label in candidates:
        sure = _after_sentence(text, offset) or _after_space(text, offset)
        sure = sure or (listed and _goes_on(text, offset, label, found))
        heading = sure and run_together and label.style in ("han", "han-bracket")
        goes_on = last.get((label.style, label.number + 1), -1) > offset
        due = (sure or run_together) and _is_due(label, counted, goes_on=goes_on)
        if offset == 0 or heading or due:
            found.append((offset, label))
            counted[label.style] = label.number
    return found


def _candidates(text: str) -> list[tuple[int, Label]]:
    head = read_label(text)
    found = [(0, head)] if head is not None else []
    for match in _INNER.finditer(text, head.end if head is not None else 0):
        label = read_label(text[match.start() : match.start() + 12])
        if label is not None:
            at = match.start()
            found.append((at, Label(label.printed, label.number, label.style, at + label.end)))
    return found


def _after_sentence(text: str, offset: int) -> bool:
    before = text[max(0, offset - 8) : offset].rstrip()
    stripped = before.rstrip(_CLOSERS)
    return before != "" and (
        before[-1] in _ENDS or (stripped[-1:] in _ENDS) or before[-1] in "）)】〕"
    )


def _after_space(text: str, offset: int) -> bool:
    """Whether a space parts an item from what stands before it, and not two words."""
    before = text[:offset].rstrip()
    return len(before) < offset and not (before[-1:].isalpha() and text[offset].isalpha())


def _goes_on(text: str, offset: int, label: Label, found: list[tuple[int, Label]]) -> bool:
    """Whether an item behind a semicolon follows the item that the text began with."""
    begun = bool(found) and found[0][0] == 0 and found[0][1].style == label.style
    return begun and text[:offset].rstrip()[-1:] in ("；", ";")


def _is_due(label: Label, counted: Mapping[Style, int], *, goes_on: bool) -> bool:
    """Whether `label` goes on a count that is open, or begins one that goes on."""
    before = counted.get(label.style)
    if before is not None and label.number == before + 1:
        return True
    return goes_on and (label.number == 1 or before is None)
