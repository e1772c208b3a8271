"""Which plan a citation means: by document number, else by title, issuer and year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from zwgk_parse.patterns import lazy
from zwgk_parse.plan.traces import By, Relation  # noqa: TC001

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Citation, DocumentNumber, Plan

# The relations that make one plan the parent of another.
HANDED_DOWN: Final[tuple[Relation, ...]] = ("implements", "forwards")
# With those that do so where the other is known to be a plan; mostly they name laws.
OF_PLANS: Final[tuple[Relation, ...]] = (*HANDED_DOWN, "based_on")
_NOT_WORDS = lazy(r"[\W_]+")
# 关于印发…的通知 around a title.
_NOTICE = lazy(r"^.*?关于(?:印发|转发|下发)(.+?)的通知$")
_ISSUER = lazy(
    r"^.{2,20}?(?:政府办公[厅室]|政府|国务院办公厅|国务院)(?!关于|信息|网站|系统|部门|公报)"
)
_YEAR = lazy(r"(20\d\d)年?")


class Number(NamedTuple):
    """A document number that is the same however its brackets and zeros are printed."""

    code: str
    year: int
    number: int


def number_of(printed: DocumentNumber | None) -> Number | None:
    """The number, None where a part of it could not be read."""
    if printed is None or not printed.code or not printed.year or not printed.number:
        return None
    return Number(_words(printed.code), printed.year, printed.number)


def citations_up(
    plan: Plan, relations: tuple[Relation, ...] = HANDED_DOWN
) -> Iterator[tuple[Relation, Citation]]:
    """The citations of the plan as a whole that name what it comes down from, with how.

    Of each relation those with a document number come first: they name best.
    """
    of_plan = [one for one in plan.citations if one.task is None]
    of_plan.sort(key=lambda one: one.document_number is None)
    for relation in relations:
        yield from ((relation, one) for one in of_plan if one.relation == relation)


def meant(citation: Citation, plan: Plan) -> By | None:
    """What shows that `citation` is of `plan`; None where nothing does.

    Two numbers that can be read decide alone; a title counts with the year, and with the issuer
    where it opens with one.
    """
    cited, own = number_of(citation.document_number), number_of(plan.document_number)
    if cited and own:
        return "document-number" if cited == own else None
    title = _words(citation.title or "")
    if len(title) < 8 or not _fits_year(citation, plan):
        return None
    known = {_words(one) for one in (plan.title, plan.notice_title) if one}
    issuer = _words(plan.issuer or "")
    if title in known or any(title == issuer + one for one in known):
        return "title"
    inner = _inner(title)
    named = inner in known or any(inner == _inner(one) for one in known)
    return "title" if named and _opens_with_issuer(title, issuer) else None


def cites(child: Plan, parent: Plan) -> bool:
    """Whether `child` says that it comes down from `parent`."""
    return any(meant(citation, parent) for _, citation in citations_up(child, OF_PLANS))


def title_keys(*titles: str | None) -> set[str]:
    """What a title is looked up by: its words, and those of the plan inside a notice's title."""
    words = {_words(title) for title in titles if title}
    return {key for one in words for key in (one, _inner(one), _ISSUER.sub("", one)) if key}


def _opens_with_issuer(title: str, issuer: str) -> bool:
    """Whether the issuer before 关于 is this one; a title that begins with 关于 names none."""
    before, about, _ = title.partition("关于")
    return not about or not before or not issuer or before in (issuer, f"中共{issuer}")


def _fits_year(citation: Citation, plan: Plan) -> bool:
    years = {int(year) for year in _YEAR.findall(citation.title or "")}
    if citation.document_number and citation.document_number.year:
        years.add(citation.document_number.year)
    own = {plan.year, plan.document_number.year if plan.document_number else None}
    return not years or own == {None} or bool(years & own)


def _inner(title: str) -> str:
    match = _NOTICE.match(title)
    return match[1] if match else title


def _words(text: str) -> str:
    return _NOT_WORDS.sub("", text)
