"""A number and its format (w:numFmt) → the characters that Word shows for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Show = Callable[[int], str]

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_PADDED = re.compile(r"(0*)1\s*[,，]")
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def show(number: int, name: str) -> str | None:
    """`number` in the format `name`; None for a format that is not known.

    Where a format has no character for the number, Word goes on in decimal: so does this.
    """
    if name.startswith("custom "):
        match = _PADDED.match(name.removeprefix("custom "))
        return None if match is None else str(number).zfill(len(match[1]) + 1)
    shown = FORMATS.get(name)
    if shown is None:
        return None
    return (shown(number) if number > 0 else "") or str(number)


def _han(digits: str, units: str, *, bare_ten: bool = True) -> Show:
    """Counting with units: 一, 十, 十一, 二十, 一百零一; up to 9,999."""

    def counted(number: int) -> str:
        if number > 9999:
            return ""
        text, zero = "", False
        for power in (3, 2, 1, 0):
            digit = number // 10**power % 10
            if digit:
                text += (digits[0] if zero and text else "") + digits[digit]
                text += units[power - 1] if power else ""
            zero = digit == 0
        return text[1:] if bare_ten and 10 <= number < 20 else text

    return counted


def _japanese(number: int) -> str:
    """一, 十, 百, 百一: no one before a unit, no zero."""
    if number > 9999:
        return ""
    text = ""
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if digit and (power == 0 or digit > 1):
            text += "〇一二三四五六七八九"[digit]
        text += "十百千"[power - 1] if digit and power else ""
    return text


def _digits(characters: str) -> Show:
    """One character a digit: 一〇二."""
    return lambda number: "".join(characters[int(digit)] for digit in str(number))


def _row(first: str, count: int) -> Show:
    """The characters that follow on `first` in Unicode, `count` in all."""
    return lambda number: chr(ord(first) + number - 1) if number <= count else ""


def _cycle(characters: str) -> Show:
    return lambda number: characters[number - 1] if number <= len(characters) else ""


def _letters(number: int) -> str:
    """a … z, aa, bb …: Word repeats the letter."""
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (times + 1) if times < 30 else ""


def _roman(number: int) -> str:
    if number > 32_767:
        return ""
    text = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        text += letters * times
    return text


def _ordinal(number: int) -> str:
    teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _circled(number: int) -> str:
    return _row("①", 20)(number)


def _sexagenary(number: int) -> str:
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12] if number <= 60 else ""


_COUNTING = _han("零一二三四五六七八九", "十百千")
FORMATS: Mapping[str, Show] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalHalfWidth": str,
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _row("⑴", 20),
    "decimalEnclosedFullstop": _row("⒈", 20),
    "ideographEnclosedCircle": _row("㊀", 10),
    "chineseCounting": _COUNTING,
    "chineseCountingThousand": _COUNTING,
    "taiwaneseCounting": _COUNTING,
    "taiwaneseCountingThousand": _COUNTING,
    "japaneseCounting": _japanese,
    "koreanDigital2": _digits("零一二三四五六七八九"),
    "ideographDigital": _digits("〇一二三四五六七八九"),
    "japaneseDigitalTenThousand": _digits("〇一二三四五六七八九"),
    "taiwaneseDigital": _digits("○一二三四五六七八九"),
    "chineseLegalSimplified": _han("零壹贰叁肆伍陆柒捌玖", "拾佰仟", bare_ten=False),
    "ideographLegalTraditional": _han("零壹貳參肆伍陸柒捌玖", "拾佰仟", bare_ten=False),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "ordinal": _ordinal,
    "numberInDash": lambda number: f"- {number} -",
    "hex": lambda number: f"{number:X}",
}
