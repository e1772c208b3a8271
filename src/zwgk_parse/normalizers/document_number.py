"""发文字号 → its parts (GB/T 9704-2012, 7.2.5): 国办发〔2018〕117号 is code, year and number.

In goes the number as printed, out comes a DocumentNumber; what can't be told apart stays null.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.diagnostics import Result
from zwgk_parse.document.numbering import read_han_number
from zwgk_parse.messages import remark
from zwgk_parse.plan.model import DocumentNumber

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zwgk_parse.document.passage import Passage

_CODE = r"(?P<code>[\u4e00-\u9fffA-Za-z]{2,24})"
_OPEN, _CLOSE = r"[〔\[［(（【〈<〖﹝]", r"[〕\]］)）】〉>〗﹞]"
_YEAR = r"(?P<year>\d{4}|[〇○零ＯO一二三四五六七八九]{4})"


class Form(NamedTuple):
    """A form of number: its pattern, what is amiss with it, and examples with their parts."""

    name: str
    pattern: str
    amiss: str | None = None
    examples: Mapping[str, tuple[str | None, int | None, int | None]] = MappingProxyType({})


# Order matters: a form may assume that the forms above it did not match.
FORMS = (
    Form(
        "whole",
        rf"{_CODE}{_OPEN}{_YEAR}{_CLOSE}第?(?P<number>\d{{1,5}})号",
        examples={
            "国办发〔2018〕117号": ("国办发", 2018, 117),
            "粤府办[2021]17号": ("粤府办", 2021, 17),
            "冠政办发（2022）7号": ("冠政办发", 2022, 7),
            "国发〔二〇一八〕39号": ("国发", 2018, 39),
        },
    ),
    Form(
        "order",
        rf"(?:{_CODE}){_YEAR}?年?第(?P<number>\d{{1,5}})号",
        examples={
            "国务院令第711号": ("国务院令", None, 711),
            "财政部公告2022年第3号": ("财政部公告", 2022, 3),
        },
    ),
    Form(
        "without 号",
        rf"{_CODE}{_OPEN}{_YEAR}{_CLOSE}第?(?P<number>\d{{1,5}})",
        "it does not end with 号",
        {"冠政办发〔2022〕7": ("冠政办发", 2022, 7)},
    ),
    Form(
        "year only",
        rf"{_CODE}{_OPEN}{_YEAR}{_CLOSE}第?号?",
        "the number is missing",
        {"冠政办发〔2022〕号": ("冠政办发", 2022, None)},
    ),
    Form(
        "draft",
        rf"{_CODE}{_OPEN}(?:{_YEAR}|[\dxXＸ×✕*＊_＿○]{{4}}){_CLOSE}第?[xXＸ×✕*＊_＿○]+号",
        "a placeholder stands for the number",
        {
            "甲府办〔2022〕XX号": ("甲府办", 2022, None),
            "甲府办〔20××〕×号": ("甲府办", None, None),
        },
    ),
    Form(
        "one bracket",
        rf"{_CODE}{_YEAR}{_CLOSE}第?(?P<number>\d{{1,5}})号",
        "its opening bracket is missing",
        {"冠政办发2022〕7号": ("冠政办发", 2022, 7)},
    ),
    Form(
        "short year",
        rf"{_CODE}{_OPEN}\d{{2,3}}{_CLOSE}第?(?P<number>\d{{1,5}})号",
        "the year does not have four digits",
        {"肇鼎府办函〔21〕38号": ("肇鼎府办函", None, 38)},
    ),
    Form(
        "run together",
        rf"{_CODE}.*",
        "year and number can't be told apart",
        {
            "盐府办函〔202313": ("盐府办函", None, None),
            "盐府办函〔202313号": ("盐府办函", None, None),
        },
    ),
)
# What a page prints where a document has no number.
_NONE = {"", "无", "暂无", "-", "—", "——", "/"}


def read_document_number(words: Passage) -> Result[DocumentNumber | None]:
    """The number that `words` print, None for no words; ZW404 where it is not whole."""
    raw = words.tidy()
    if raw.text in _NONE:
        return Result(None)
    for form in FORMS:
        # Compiled here, as the first form is the usual one: they are dear because of their ranges.
        match = re.fullmatch(form.pattern, raw.text)
        if match:
            number = _parts(raw.text, match.groupdict())
            amiss = form.amiss or _doubt(number)
            break
    else:
        number, amiss = DocumentNumber(raw=raw.text), "it has no issuer's code"
    said = () if amiss is None else (remark("ZW404", raw.spans, text=raw.text, reason=amiss),)
    return Result(number, said)


def _parts(raw: str, parts: dict[str, str | None]) -> DocumentNumber:
    year, number = parts.get("year"), parts.get("number")
    return DocumentNumber(
        raw=raw,
        code=parts["code"],
        year=_year(year) if year else None,
        number=int(number) if number else None,
    )


def _year(printed: str) -> int | None:
    year = int(printed) if printed.isdecimal() else read_han_number(printed)
    return year if year and 1949 <= year <= 2099 else None


def _doubt(number: DocumentNumber) -> str | None:
    """What is amiss with the parts of a number whose form is whole."""
    ordered = "令" in (number.code or "") or "公告" in (number.code or "")
    return "the year is none" if number.year is None and not ordered else None
