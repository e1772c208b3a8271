"""Marks that a document is not for publication: a line or a title goes in, its mark comes out."""

from __future__ import annotations

import re
from functools import cache

from zwgk_parse.tables import table

# No line that only marks the document is longer.
_LONGEST = 40
_OPENING = "（(【[〔"
# A text without any of these has no mark, and needs no pattern.
_SIGNS = (
    *("内部", "密", "不公开", "不予公开", "申请公开", "不宜公开", "免予公开"),
    *("不得", "外传", "外泄", "复制", "保存", "批准"),
)
_FIELD_SIGNS = "：:★☆"
_STAR = "★☆＊*"
_AFTER = r"(?:[，,、；;。!！\s]|请)*"


def mark_of_line(line: str, *, closes: bool = False) -> str | None:
    """The mark, if `line` holds nothing else (`内部资料，注意保存`), or a field of it says so.

    A line such as `依申请公开` may be a heading or a cell: it counts in brackets, or where it
    closes the document.
    """
    line = line.strip()
    if not any(sign in line for sign in _SIGNS):
        return None
    match = _line().fullmatch(line) if len(line) <= _LONGEST else None
    if match and not closes and line[0] not in _OPENING and _ambiguous().fullmatch(line):
        return None
    if match is None and any(sign in line for sign in _FIELD_SIGNS):
        match = _field().search(line)
    return match["mark"].rstrip("，,、；;。!！ ") if match else None


def mark_of_title(title: str) -> str | None:
    """The mark before a title or in brackets behind it."""
    if not any(sign in title for sign in _SIGNS):
        return None
    found = _before_title().match(title)
    if found is None and any(sign in title for sign in _OPENING):
        found = _behind_title().search(title)
    return found["mark"] if found else None


@cache
def _words() -> tuple[str, str, str, str]:
    """Patterns: the words that count anywhere, the ambiguous ones, secrets, a secret's term."""
    data = table("vocabulary", "marks")
    ambiguous = data["withheld"]["ambiguous"]
    plain = [word for word in data["withheld"]["words"] if word not in ambiguous]
    term = rf"\s*[{_STAR}]\s*(?:长期|[\d一二三四五六七八九十]+(?:年|个月))?"
    return _any(plain), _any(ambiguous), _any(data["secret"]["words"]), term


@cache
def _line() -> re.Pattern[str]:
    plain, ambiguous, secret, term = _words()
    several = rf"(?:{plain}|{ambiguous})(?:{_AFTER}(?:{plain}|{ambiguous}))*"
    return re.compile(rf"[（(【\[〔]?(?P<mark>{several}|(?:{secret})(?:{term})?)[）)】\]〕。]*")


@cache
def _ambiguous() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words()[1]})。?")


@cache
def _field() -> re.Pattern[str]:
    plain, ambiguous, secret, _ = _words()
    labels = _any(table("vocabulary", "documents")["labels"]["disclosure"])
    levels = rf"(?:密级|秘密等级|保密级别)\s*[:：]\s*(?:{secret})"
    return re.compile(
        rf"(?P<mark>(?:{labels})\s*[:：]\s*(?:{ambiguous}|{plain})|{levels}|(?:{secret})\s*[★☆])"
        r"(?![、，,/或和及]|\s*[□☑])"
    )


@cache
def _before_title() -> re.Pattern[str]:
    plain, _, secret, term = _words()
    return re.compile(
        rf"\s*[（(【\[〔]?(?P<mark>(?:{plain}){_AFTER}(?:{plain})*|(?:{secret}){term})"
    )


@cache
def _behind_title() -> re.Pattern[str]:
    plain, ambiguous, secret, term = _words()
    return re.compile(
        rf"[（(【\[〔]\s*(?P<mark>{plain}|{ambiguous}|(?:{secret})(?:{term})?)"
        rf"{_AFTER}(?:{plain})*[）)】\]〕]"
    )


def _any(words: list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
