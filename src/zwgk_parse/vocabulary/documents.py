"""What the words of an official document's head and foot mean, by the tables of documents.toml.

In goes a title, a name or a line; out comes what it says of the document. The shapes of a document
number and of a date stand here because whoever finds them and whoever reads them must agree.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from zwgk_parse.document.forms import nfkc
from zwgk_parse.patterns import lazy
from zwgk_parse.tables import table

if TYPE_CHECKING:
    from zwgk_parse.plan.model import DisclosureValue, DocType, IssuerKind, Relation

_HAN_DIGIT = "〇○零ＯO一二三四五六七八九"
_OPEN, _CLOSE = "〔\\[［【〖﹝", "〕\\]］】〗﹞"
# What holds the place of a digit that is still to come.
_OPEN_PLACES = "xXＸ×✕*＊_＿○"
_CODE = r"[\u4e00-\u9fffA-Za-z]{2,24}"

# A printed day, layout spaces or not: 2022 年 4 月 28 日, 二〇二二年四月二十八日, 2022-04-28.
DAY = (
    r"(?:\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日"
    rf"|[{_HAN_DIGIT}]{{4}}\s*年\s*[元一二三四五六七八九十]{{1,2}}\s*月\s*[一二三四五六七八九十]{{1,3}}\s*日"
    r"|\d{4}[-./]\d{1,2}[-./]\d{1,2}(?!\d))"
)

# A document number (GB/T 9704-2012, 7.2.5), whole or damaged: round brackets only where 号 follows.
NUMBER = (
    rf"(?:{_CODE}\s*(?:[{_OPEN}]\s*(?:\d|[{_HAN_DIGIT}]){{4,8}}\s*[{_CLOSE}]?|\d{{4}}\s*[{_CLOSE}])"
    r"\s*第?\s*\d{0,5}\s*号?"
    rf"|{_CODE}\s*[{_OPEN}]\s*\d{{2,3}}\s*[{_CLOSE}]\s*第?\s*\d{{1,5}}\s*号"
    # Of a draft: 甲府办〔2022〕XX号, 甲府办〔20XX〕 号.
    rf"|{_CODE}\s*[{_OPEN}]\s*(?:\d{{4}}|\d{{2}}[{_OPEN_PLACES}]{{2}}|[{_OPEN_PLACES}]{{4}})\s*[{_CLOSE}]"
    rf"\s*第?\s*[{_OPEN_PLACES}]{{1,6}}\s*号"
    rf"|{_CODE}\s*[（(]\s*\d{{4}}\s*[）)]\s*第?\s*\d{{1,5}}\s*号)"
)

_HANDOVER = lazy(
    r"(?:印发|转发|批转|下发|公布|发布|制发)(?P<object>.{4,200}?)的?(?:通知|函|公告|通告)$"
)
_HANDED = lazy(
    r"(?:印|转|下|制)?发给你们|现(?:予|予以)?(?:印发|转发|公布|发布)|现将.{2,200}?(?:印发|转发|下发|发给)"
)
_OUTER = lazy(r"[\s《》〈〉<>“”\"'‘’：:，,、。.（）()〔〕\[\]]")
_BRACKETS = lazy(r"(?:[（(][^（）()]{1,30}[）)])+$")


@cache
def _table() -> dict[str, Any]:
    return table("vocabulary", "documents")  # type: ignore[no-any-return]


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of one table, with their examples."""
    return cast("list[dict[str, Any]]", _table()[name])


def words(table: str, key: str) -> tuple[str, ...]:
    """The words of one list."""
    return tuple(_table()[table][key])


def fold(text: str) -> str:
    """`text` without white space, punctuation and width: two prints of one title fold alike."""
    return _OUTER.sub("", nfkc(text)).casefold()


def doc_type(title: str) -> DocType:
    """The kind of document that `title` names; a bracket after it (`（2022年）`) is passed over."""
    bare = _BRACKETS.sub("", title.strip())
    for row in rows("doc_type"):
        if bare.endswith(tuple(row["endings"])):
            return cast("DocType", row["value"])
    return "other"


def issuer_kind(name: str) -> IssuerKind:
    """The kind of body that `name` is."""
    for row in rows("issuer_kind"):
        if re.search(row["pattern"], name):
            return cast("IssuerKind", row["value"])
    return "other"


def disclosure_value(text: str) -> DisclosureValue | None:
    """What a line such as `（此件公开发布）` says of disclosure, or None."""
    for row in rows("disclosure"):
        if any(word in text for word in row["words"]):
            return cast("DisclosureValue", row["value"])
    return None


def relation_before(text: str) -> Relation | None:
    """What the words before a 《 make of the document cited: the word nearest to it decides."""
    found = [
        (text.rfind(word) + len(word), len(word), row["value"])
        for row in rows("relation")
        for word in row["before"]
        if word in text
    ]
    return cast("Relation", max(found)[2]) if found else None


def relation_after(text: str) -> Relation | None:
    """What the words after a 》, up to the end of the sentence, make of the document cited."""
    for row in rows("relation"):
        if any(word in text for word in row["after"]):
            return cast("Relation", row["value"])
    return None


@cache
def _labels() -> dict[str, str]:
    return {label: field for field, labels in _table()["labels"].items() for label in labels}


def label_field(label: str) -> str | None:
    """The field that a page's label (`索 引 号：`) fills, `none`, or None if unknown."""
    return _labels().get(re.sub(r"[\s:：【】\[\]]", "", label))


def is_unit(text: str) -> bool:
    """Whether `text` is the name of a body, or several side by side, and nothing else."""
    bare = text.strip()
    return bool(re.fullmatch(r"[\u4e00-\u9fff（）()·、\s]{3,60}", bare)) and (
        _BRACKETS.sub("", bare).endswith(words("units", "endings"))
        and "关于" not in bare
        and not re.match(r"附|第", bare)
    )


def is_addressed(text: str) -> bool:
    """Whether `text` ends like an addressee: a body or an open set of bodies."""
    endings = (*words("units", "endings"), *words("units", "groups"))
    return text.endswith(endings) or _BRACKETS.sub("", text).endswith(endings)


def is_title(text: str, *, strong: bool = False) -> bool:
    """Whether `text` ends like a title; a bracket after it is passed over.

    `strong`: with a word that ends nothing but titles (`方案`), not one of headings (`任务`).
    """
    bare = re.sub(r"[》”\"]+$", "", _BRACKETS.sub("", text.strip()))
    weak = () if strong else words("titles", "weak")
    return bare.endswith((*words("titles", "strong"), *weak))


def handed_over(title: str) -> tuple[int, int] | None:
    """Where a notice's title names the plan it hands over (`关于印发X的通知` → X), or None."""
    match = _HANDOVER.search(title)
    if match is None:
        return None
    start, end = match.span("object")
    if title[start] == "《":
        close = title.rfind("》", start, end)
        return (start + 1, close) if close > start else None
    return start, end


def hands_over(text: str) -> bool:
    """Whether a notice's paragraph says that it hands something over (`现印发给你们`)."""
    return bool(_HANDED.search(text[:2000]))
