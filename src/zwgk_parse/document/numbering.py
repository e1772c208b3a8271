"""The labels that Chinese documents number with: 一、 （一） 1. （1） ① 一是 第一条.

In goes the head of a paragraph, out comes its Label. Levels by GB/T 9704-2012, 7.3.3: 一、 （一）
1. （1); documents deviate, so an extractor decides nesting by the order it meets the styles in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Style = Literal[
    "chapter", "article", "han", "han-bracket", "arabic", "arabic-bracket", "circled", "shi"
]

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")}
_DIGITS |= {"〇": 0, "○": 0, "Ｏ": 0, "O": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_HAN = "一二三四五六七八九十百〇零"


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


@dataclass(frozen=True, slots=True)
class Label:
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
        rf"([{_HAN}]{{1,4}})\s*[、.．]\s*",
        {"一、优化": 1, "二十一、对": 21},
        ("一是", "一方面", "一、二级"),
    ),
    (
        "han-bracket",
        rf"[（(〔]\s*([{_HAN}]{{1,4}})\s*[）)〕]\s*[、.．]?\s*",
        {"（一）持续": 1, "(十六)健全": 16},
        ("（一体化）",),
    ),
    (
        "arabic",
        r"(\d{1,3})\s*(?:[.．](?![\d．])|、(?!\s*\d+\s*[日号月年、]))\s*",
        {"1. 逐步": 1, "36、抓好": 36, "12．加强": 12, "1．": 1},
        ("1.5万", "2021 年底前", "12345 热线", "1+1+9", "6、12月"),
    ),
    (
        "arabic-bracket",
        r"[（(]\s*(\d{1,3})\s*[）)]\s*[、.．]?\s*|(\d{1,3})[）)]\s*",
        {"（1）建立": 1, "(2)完善": 2, "3）落实": 3},
        ("（2017年2-3月）",),
    ),
    ("circled", r"([①-⑳])\s*[、.．]?\s*", {"①建立": 1, "⑳落实": 20}, ()),
    ("shi", rf"([{_HAN}]{{1,3}})是(?=[^否不])[:：，,]?\s*", {"一是加强": 1, "二是落实": 2}, ("是",)),
)
_PATTERNS = tuple((style, re.compile(r"\s*" + pattern)) for style, pattern, *_ in STYLES)


def read_label(text: str) -> Label | None:
    """The label that `text` begins with, or None."""
    for style, pattern in _PATTERNS:
        match = pattern.match(text)
        if match is None:
            continue
        printed = match[0].strip()
        value = next(group for group in match.groups() if group)
        number = _value(value)
        if number is not None:
            return Label(printed, number, style, match.end())
    return None


def _value(text: str) -> int | None:
    if text.isdecimal():
        return int(text)
    if len(text) == 1 and "①" <= text <= "⑳":
        return ord(text) - ord("①") + 1
    return read_han_number(text)
