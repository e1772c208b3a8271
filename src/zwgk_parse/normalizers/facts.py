"""The facts of a document: in go the words of each place (RawFacts), out come Facts.

What is printed on the document goes before what its page says; a value is set only where one
reading remains.
"""

from __future__ import annotations

import datetime as dt  # noqa: TC003  a dataclass field
import hashlib
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.diagnostics import Diagnostic, Result
from zwgk_parse.document.numbering import read_han_number
from zwgk_parse.messages import remark
from zwgk_parse.normalizers.attachments import read_attachments
from zwgk_parse.normalizers.days import read_day
from zwgk_parse.normalizers.document_number import read_document_number
from zwgk_parse.normalizers.names import issuer_in_title, letterhead_name, split_names
from zwgk_parse.patterns import lazy
from zwgk_parse.plan.model import (
    Attachment,
    Catalog,
    Disclosure,
    DocType,
    DocumentNumber,
    IssuerKind,
    Region,
)
from zwgk_parse.vocabulary.documents import disclosure_value, doc_type, fold, issuer_kind
from zwgk_parse.vocabulary.regions import find_region

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zwgk_parse.document.model import Link
    from zwgk_parse.document.passage import Passage
    from zwgk_parse.plan.model import Plan
    from zwgk_parse.plan.raw import RawFacts

_YEAR = lazy(r"(?<!\d)((?:19|20)\d\d)\s*年(?!代)|(二[〇○零一二三四五六七八九]{3})年")
# A title that names several years, by their figures or by a word.
_SPAN = lazy(
    r"(?P<years>(?:19|20)\d\d\s*年?\s*[-—–－~～至到]+\s*(?:19|20)\d\d\s*年)|[两三四五]年行动|十[三四五六]五"
)
_READABLE = 24
_ANOTHER = "the document states another one"
_DISCLOSURE_LABEL = lazy(r"^(?:信息)?公开(?:方式|类别|属性|形式|选项)[:：]")


class Facts(NamedTuple):
    """The fields of a Plan that its head, foot and page state; see the plan contract."""

    title: str | None
    notice_title: str | None
    doc_type: DocType
    document_number: DocumentNumber | None
    issuer: str | None
    issuer_kind: IssuerKind | None
    issued_on: dt.date | None
    printed_on: dt.date | None
    published_on: dt.date | None
    year: int | None
    region: Region | None
    disclosure: Disclosure | None
    catalog: Catalog
    addressees: tuple[str, ...]
    copied_to: tuple[str, ...]
    attachments: tuple[Attachment, ...]


def read_facts(raw: RawFacts, *, links: Sequence[Link] = ()) -> Result[Facts]:
    """The facts that `raw` states; `links` are those of the document, for its attachments.

    ZW404 for a document number that is not whole or not the only one, ZW401 for a day that no
    calendar has.
    """
    said: list[Diagnostic] = []
    title, notice_title = raw.title.tidy().text or None, raw.notice_title.tidy().text or None
    number = _number(raw)
    issued, printed, published = (
        _read_day(words, said) for words in (raw.issued, raw.printed, raw.published)
    )
    issuer = _issuer(raw, notice_title, title)
    year = _year(title, notice_title, issued, number.value)
    facts = Facts(
        title=title,
        notice_title=notice_title,
        doc_type=doc_type(title or notice_title or ""),
        document_number=number.value,
        issuer=issuer,
        issuer_kind=issuer_kind(issuer) if issuer else None,
        issued_on=issued,
        printed_on=printed,
        published_on=published,
        year=year,
        region=_region(title, notice_title, issuer, year or (issued.year if issued else None)),
        disclosure=_disclosure(raw),
        catalog=_catalog(raw),
        addressees=split_names(raw.addressees.tidy().text),
        copied_to=split_names(raw.copied_to.tidy().text),
        attachments=read_attachments(
            raw.attachments, _stated(raw, "included"), _stated(raw, "separate"), links
        ),
    )
    return Result(facts, (*number.diagnostics, *said))


def plan_id(facts: Facts, texts: Sequence[str] = ()) -> str:
    """An id that two files of one plan share: `国办发-2018-117`, else issuer, year and a hash.

    Spaces, the width of brackets and the file's name make no difference. `texts`, those of the
    tasks, tell plans apart that print neither number nor title.
    """
    number = facts.document_number
    if number and number.code and number.year and number.number:
        return f"{fold(number.code)}-{number.year}-{number.number}"
    issuer, title, year = fold(facts.issuer or ""), fold(facts.title or ""), str(facts.year or "")
    told = [title] if title else [fold(text) for text in texts]
    digest = hashlib.sha256("\n".join((issuer, year, *told)).encode()).hexdigest()[:10]
    return "-".join(part for part in (issuer or title[:_READABLE], year, digest) if part)


def is_telling(plan: Plan) -> bool:
    """Whether `plan_id` had enough to tell the plan from all others.

    That is a whole document number; a title with the body or the place it belongs to; or, without
    a title, the texts of tasks. A title alone (`工作要点`) many plans have.
    """
    number = plan.document_number
    if number and number.code and number.year and number.number:
        return True
    if plan.title and fold(plan.title):
        return plan.issuer is not None or plan.region is not None
    return any(fold(task.text) for task in plan.tasks)


def _stated(raw: RawFacts, field: str) -> list[Passage]:
    """What the page's catalogue states for `field`, every time it does."""
    return [value for name, value in raw.catalog if name == field and value.strip()]


def _first(raw: RawFacts, field: str) -> str | None:
    return next((value.tidy().text for value in _stated(raw, field)), None)


def _number(raw: RawFacts) -> Result[DocumentNumber | None]:
    """The first number stated; what is amiss with it, and every other one that is not the same."""
    first: DocumentNumber | None = None
    said: list[Diagnostic] = []
    for words in (raw.document_number, *_stated(raw, "document_number")):
        read = read_document_number(words)
        if first is None:
            first = read.value
            said += read.diagnostics
        elif read.value is not None and _parts(read.value) != _parts(first):
            other = words.tidy()
            said.append(remark("ZW404", other.spans, text=other.text, reason=_ANOTHER))
    return Result(first, tuple(said))


def _parts(number: DocumentNumber) -> tuple[str, int | None, int | None]:
    return fold(number.code or number.raw), number.year, number.number


def _read_day(words: Passage, said: list[Diagnostic]) -> dt.date | None:
    day = read_day(words.text)
    if day is None and words.strip():
        said.append(remark("ZW401", words.spans, text=words.tidy().text))
    return day


def _issuer(raw: RawFacts, *titles: str | None) -> str | None:
    """Who issued: as signed, in the letterhead, as the page says, or as a title begins."""
    named = (
        raw.signature.tidy().text,
        letterhead_name(raw.letterhead.tidy().text),
        _first(raw, "issuer"),
        *(issuer_in_title(title) for title in titles if title),
    )
    return next((name for name in named if name), None)


def _year(
    title: str | None, notice: str | None, issued: dt.date | None, number: DocumentNumber | None
) -> int | None:
    """The year that the plan is for: of its title, else of its issue; None for several years."""
    for text in (title or "", notice or ""):
        years = {int(match[1] or read_han_number(match[2]) or 0) for match in _YEAR.finditer(text)}
        span = _SPAN.search(text)
        if len(years) == 1 and not (span and span["years"]):
            return years.pop()
        if span:
            return None
    if issued:
        return issued.year
    return number.year if number else None


def _region(
    title: str | None, notice: str | None, issuer: str | None, year: int | None
) -> Region | None:
    """The place that the plan is for: of its title, else of its issuer.

    A title that begins with 关于 speaks of its matter, so there the issuer goes first. All names
    are looked at together, since one may tell which of several places another means.
    """
    names = [title, issuer, notice]
    if (title or "").startswith("关于"):
        names = [issuer, title, notice]
    found = find_region("；".join(name for name in names if name), year)
    return Region(name=found.name, code=found.code, level=found.level) if found else None


def _disclosure(raw: RawFacts) -> Disclosure | None:
    words = _DISCLOSURE_LABEL.sub("", raw.disclosure.tidy().strip("（）()。").text)
    value = disclosure_value(words) if words else None
    return Disclosure(raw=words, value=value) if value else None


def _catalog(raw: RawFacts) -> Catalog:
    return Catalog(
        index_number=_first(raw, "index_number"),
        topic=_first(raw, "topic"),
        category=_first(raw, "category"),
        publisher=_first(raw, "publisher"),
        validity=_first(raw, "validity"),
        summary=_first(raw, "summary"),
    )
