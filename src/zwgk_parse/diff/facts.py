"""Two plans go in, what differs of the plans themselves comes out.

What only repeats another fact that differs is not told again: the plan's title in the notice's
title, the issuer in both, the reporting date in the notice's text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.diff.telling import Told
from zwgk_parse.diff.year import later_due, plain, same, same_day, same_plain, unlike

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence, Set

    from pydantic import JsonValue

    from zwgk_parse.plan.model import Citation, Disclosure, DocumentNumber, Plan, Reporting

    _Printed = Disclosure | DocumentNumber

_FIRST_MARK = 0xE000
_DAY = "\ue0ff"
_WORDS = ("title", "issuer")
_DAYS = ("issued_on", "printed_on", "published_on")
_LISTS = ("addressees", "copied_to")


def changed_facts(old: Plan, new: Plan, years: int) -> Iterator[Told]:
    """What differs of the plans themselves."""
    if years:
        yield Told("year-rolled", old.year, new.year, field="year")
    told = {one.field: one for one in _first(old, new, years)}
    yield from told.values()
    yield from _following(old, new, years, told.keys())


def _told(field: str, old: JsonValue, new: JsonValue) -> Told:
    return Told("plan-changed", old, new, field=field)


def _first(old: Plan, new: Plan, years: int) -> Iterator[Told]:
    """What is a fact of its own."""
    for field in _WORDS:
        was, now = getattr(old, field), getattr(new, field)
        if not same(was, now, years):
            yield _told(field, was, now)
    yield from _raw("document_number", old.document_number, new.document_number, years)
    for field in _DAYS:
        was, now = getattr(old, field), getattr(new, field)
        if not same_day(was, now, years):
            yield _told(field, was and was.isoformat(), now and now.isoformat())
    yield from _raw("disclosure", old.disclosure, new.disclosure, years)
    yield from _catalog(old, new, years)
    for field in _LISTS:
        yield from _list(field, getattr(old, field), getattr(new, field), years)
    yield from _list("citations", _cited(old.citations), _cited(new.citations), years)
    yield from _reporting(old.reporting, new.reporting, years)


def _raw(field: str, old: _Printed | None, new: _Printed | None, years: int) -> Iterator[Told]:
    was, now = old.raw if old else None, new.raw if new else None
    if not same(was, now, years):
        yield _told(field, was, now)


def _catalog(old: Plan, new: Plan, years: int) -> Iterator[Told]:
    for name in type(old.catalog).model_fields:
        was, now = getattr(old.catalog, name), getattr(new.catalog, name)
        if not same(was, now, years):
            yield _told(f"catalog.{name}", was, now)


def _list(field: str, old: Sequence[str], new: Sequence[str], years: int) -> Iterator[Told]:
    gone, come = unlike(old, new, lambda here, there: same(here, there, years))
    if gone or come:
        yield _told(field, [*gone], [*come])


def _cited(citations: Iterable[Citation]) -> list[str]:
    """What the plan itself cites; what a task cites is told with the task's words."""
    return [_citation(one) for one in citations if one.task is None]


def _citation(citation: Citation) -> str:
    title = f"《{citation.title}》" if citation.title else ""
    number = citation.document_number.raw if citation.document_number else ""
    return f"{title}（{number}）" if title and number else title + number


def _reporting(old: Sequence[Reporting], new: Sequence[Reporting], years: int) -> Iterator[Told]:
    before = [one for one in old if not any(_same_reporting(one, other, years) for other in new)]
    after = [one for one in new if not any(_same_reporting(other, one, years) for other in old)]
    if not before and not after:
        return
    what = [[one.what, one.recipient] for one in before] != [
        [one.what, one.recipient] for one in after
    ]
    yield _told("reporting", _demands(before, in_full=what), _demands(after, in_full=what))


def _same_reporting(old: Reporting, new: Reporting, years: int) -> bool:
    is_later = later_due(old.deadline, new.deadline, years)
    same_time = is_later == 0 or (
        is_later is None and same(old.deadline.raw, new.deadline.raw, years)
    )
    return same_time and same(old.what, new.what, years) and same(old.recipient, new.recipient)


def _demands(reporting: Iterable[Reporting], *, in_full: bool) -> str | None:
    """The days alone, or with what is to be reported and to whom."""
    lines = (
        f"{one.deadline.raw}{one.what}→{one.recipient or ''}" if in_full else one.deadline.raw
        for one in reporting
    )
    return "、".join(lines) or None


def _following(old: Plan, new: Plan, years: int, told: Iterable[str | None]) -> Iterator[Told]:
    """What often only follows from a fact that differs, where it does not."""
    repeated = list(zip(_repeated(old), _repeated(new), strict=True))
    titles = old.notice_title or "", new.notice_title or ""
    if not _alike(repeated, years)(*titles):
        yield _told("notice_title", old.notice_title, new.notice_title)
    named = {*told} & {"title", "issuer"}
    yield from _derived(old, new, named)
    days = _days(old), _days(new)
    is_same = _alike([(plain(titles[0]), plain(titles[1])), *repeated], years, days)
    texts = tuple([one.text for one in plan.preamble] for plan in (old, new))
    for field, was, now in (
        ("attachments", _attached(old), _attached(new)),
        ("preamble", texts[0], texts[1]),
    ):
        gone, come = unlike(was, now, is_same)
        if gone or come:
            yield _told(field, [*gone], [*come])


def _derived(old: Plan, new: Plan, named: Set[str | None]) -> Iterator[Told]:
    """What the title and the issuer say, where neither of them is told."""
    if not named and old.doc_type != new.doc_type:
        yield _told("doc_type", old.doc_type, new.doc_type)
    was, now = old.region.name if old.region else None, new.region.name if new.region else None
    if not named and not same(was, now):
        yield _told("region", was, now)
    if "title" not in named and (old.year is None) != (new.year is None):
        yield _told("year", old.year, new.year)


def _attached(plan: Plan) -> list[str]:
    return [one.title or one.label or "" for one in plan.attachments]


def _alike(
    repeated: Iterable[tuple[str, str]], years: int, days: tuple[list[str], list[str]] = ([], [])
) -> Callable[[str, str], bool]:
    """Whether two texts are the same, whatever they repeat of facts that differ."""
    changed = [(was, now) for was, now in repeated if was and now and was != now]

    def is_same(here: str, there: str) -> bool:
        first, second = plain(here), plain(there)
        if same_plain(first, second, years):
            return True
        for number, (was, now) in enumerate(changed, _FIRST_MARK):
            if was in first and now in second:
                first = first.replace(was, chr(number))
                second = second.replace(now, chr(number))
        return same_plain(_masked(first, days[0]), _masked(second, days[1]), years)

    return is_same


def _repeated(plan: Plan) -> tuple[str, ...]:
    """What other parts of a document repeat, longer names before those within them."""
    number = plan.document_number.raw if plan.document_number else ""
    return tuple(plain(one or "") for one in (plan.title, plan.issuer, number))


def _days(plan: Plan) -> list[str]:
    return sorted({plain(one.deadline.raw) for one in plan.reporting}, key=len, reverse=True)


def _masked(text: str, parts: Iterable[str]) -> str:
    for part in parts:
        text = text.replace(part, _DAY) if part else text
    return text
