"""The documents that a plan cites: in go paragraphs and tasks, out come Citations.

A document is cited by its title in 《》, with its number in a bracket behind it, or by its number
alone. What stands right before or after says what it is to the plan.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.normalizers.document_number import read_document_number
from zwgk_parse.patterns import lazy
from zwgk_parse.plan.model import Citation, DocumentNumber, Relation
from zwgk_parse.vocabulary.documents import NUMBER, fold, relation_after, relation_before

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from zwgk_parse.document.passage import Passage

_LONGEST = 200
_NEAR = 24
_MARK = lazy(r"[《》。]")
_BRACKET = lazy(r"\s*[（(]([^（）()《》]{0,80}(?:[（(]\d{4}[）)][^（）()《》]{0,20})?)[）)]")
_ALIAS = lazy(r"\s*[（(][^（）()]{0,60}?简称[：:]?\s*《([^《》]{2,40})》[）)]")
_NUMBER = lazy(NUMBER)
_YEAR = lazy(r"[〔\[［【〖﹝（(]\s*[\d〇○零ＯO一二三四五六七八九]{4}")
_CLAUSE = lazy(r"[，。；：！？,;:!?]")
_LINKED = lazy(r"[\s、]*(?:和|及|与|以及|等)?[\s、]*")
_PERIODICAL = lazy(r"\s*(?:刊物|杂志|报纸|栏目|专栏|节目|期刊)")
# What may stand between a verb and a bare number; it is no part of the issuer's code.
_BEFORE_CODE = lazy(
    r".*(?:根据|依据|按照|依照|遵照|参照|落实|执行|贯彻|转发|印发|废止|[和与及以的对由在见按])"
)
_OWN_NOTICE = lazy(r"的?通知$")


class _Quote(NamedTuple):
    """A title in 《》: where it stands with its brackets, and where what belongs to it ends."""

    start: int
    close: int
    end: int
    number: DocumentNumber | None


def may_cite(text: str) -> bool:
    """Whether `text` holds a sign that every citation has: a 《, or the year of a number."""
    return "《" in text or _YEAR.search(text) is not None


def read_citations(
    passages: Iterable[tuple[Passage, str | None]],
    *,
    own_titles: Collection[str] = (),
    own_number: str | None = None,
) -> tuple[Citation, ...]:
    """What `passages` (each with the id of its task, or None) cite, each once for each task.

    `own_titles` and `own_number` are the plan's and its notice's own: they are not cited.
    """
    own = {fold(title) for title in own_titles if title}
    found: dict[tuple[str, Relation, str | None], Citation] = {}
    aliases: set[str] = set()
    for passage, task in passages:
        aliases |= {fold(match[1]) for match in _ALIAS.finditer(passage.text)}
        for citation in _read(passage, task):
            folded = fold(citation.title or "")
            number = citation.document_number
            if _is_own(folded, own) or folded in aliases:
                continue
            if citation.title is None and number and number.raw == own_number:
                continue
            key = (folded or (number.raw if number else ""), citation.relation, task)
            if key not in found or found[key].document_number is None:
                found[key] = citation
    return tuple(found.values())


def _is_own(folded: str, own: Collection[str]) -> bool:
    """Whether a title is the plan's own, also where 的通知 was put behind it by mistake."""
    return bool(folded) and (folded in own or _OWN_NOTICE.sub("", folded) in own)


def _read(passage: Passage, task: str | None) -> Iterator[Citation]:
    """The citations of one passage in printed order of their kinds: by title, then by number."""
    quotes = list(_quotes(passage))
    for group in _groups(passage.text, quotes):
        relation = _relation(passage.text, group[0], group[-1])
        for quote in group:
            title = passage.slice(quote.start + 1, quote.close).tidy().text
            yield Citation(title=title, document_number=quote.number, relation=relation, task=task)
    starts = [quote.start for quote in quotes]
    for match in _numbers(passage.text):
        before = bisect_right(starts, match.start())
        if not before or quotes[before - 1].end <= match.start():
            yield from _by_number(passage, match, task)


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """The document numbers in `text`: looked for only around the bracket that holds a year."""
    end = 0
    for year in _YEAR.finditer(text):
        match = _NUMBER.search(text, max(end, year.start() - 26), year.end() + 12)
        if match and match.start() < year.start() < match.end():
            end = match.end()
            yield match


def _by_number(passage: Passage, match: re.Match[str], task: str | None) -> Iterator[Citation]:
    lead = _BEFORE_CODE.match(match[0])
    start = match.start() + (lead.end() if lead else 0)
    number = read_document_number(passage.slice(start, match.end()))
    if number.value is None or number.diagnostics or number.value.number is None:
        return
    relation = relation_before(passage.text[max(start - _NEAR, 0) : start])
    yield Citation(
        title=None, document_number=number.value, relation=relation or "mentions", task=task
    )


def _quotes(passage: Passage) -> Iterator[_Quote]:
    """The outermost titles in 《》, with their numbers; periodicals are none."""
    for start, close in _outermost(passage.text):
        if _PERIODICAL.match(passage.text, close + 1) or close - start < 3:
            continue
        alias = _ALIAS.match(passage.text, close + 1)
        bracket = alias or _BRACKET.match(passage.text, close + 1)
        number = _number_in(passage, bracket) if bracket else None
        end = bracket.end() if bracket and (number or alias) else close + 1
        if not re.search(r"简称[：:]?\s*$", passage.text[max(start - 6, 0) : start]):
            yield _Quote(start, close, end, number)


def _number_in(passage: Passage, bracket: re.Match[str]) -> DocumentNumber | None:
    """The document number in a bracket behind a title, or None."""
    match = _NUMBER.search(passage.text, bracket.start(), bracket.end())
    if match is None:
        return None
    return read_document_number(passage.slice(*match.span())).value


def _outermost(text: str) -> Iterator[tuple[int, int]]:
    """Where each outermost 《 and its 》 stand; one that is never closed opens nothing."""
    opened: list[int] = []
    inner: list[tuple[int, int]] = []
    for match in _MARK.finditer(text):
        if opened and (match[0] == "。" or match.start() - opened[0] > _LONGEST):
            yield from inner
            opened, inner = [], []
        if match[0] == "《":
            opened.append(match.start())
        elif match[0] == "》" and opened:
            place = (opened.pop(), match.start())
            if opened:
                inner = [each for each in inner if each[0] < place[0]] + [place]
            else:
                yield place
                inner = []
    yield from inner


def _groups(text: str, quotes: list[_Quote]) -> list[list[_Quote]]:
    """Titles that are enumerated (`《甲》、《乙》和《丙》`) put together: they share a relation."""
    groups: list[list[_Quote]] = []
    for quote in quotes:
        if groups and _LINKED.fullmatch(text, groups[-1][-1].end, quote.start):
            groups[-1].append(quote)
        else:
            groups.append([quote])
    return groups


def _relation(text: str, first: _Quote, last: _Quote) -> Relation:
    """What the words right after, else those right before, make of the titles enumerated."""
    after = _CLAUSE.split(text[last.end : last.end + _NEAR], maxsplit=1)[0]
    before = _CLAUSE.split(text[max(first.start - _NEAR, 0) : first.start])[-1]
    before = before.rpartition("》")[2]
    return relation_after(after.partition("《")[0]) or relation_before(before) or "mentions"
