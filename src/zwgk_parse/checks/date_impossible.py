"""ZW209: a day that no calendar has."""

from __future__ import annotations

from calendar import isleap, monthrange
from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found
from zwgk_parse.document.numbering import read_han_number
from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan, Task
    from zwgk_parse.source import Span

    # What is read, the task it belongs to, and where it stands if that is not where the task does.
    _Passage = tuple[Task | None, str, tuple[Span, ...]]

_HAN = "一二三四五六七八九十"
_NUMBER = rf"\d{{1,2}}|[{_HAN}]{{1,3}}"
_DASH = r"[日号]?\s*(?:[-－—–~～至到]{1,2}|、)\s*"
# A month; what it is part of (another number, a count, a year of its own) is told by its context.
_MONTH = lazy(rf"(?P<m>[\d{_HAN}]{{1,4}})\s*月份?")
_DAYS = lazy(rf"\s*(?P<d>{_NUMBER})(?:{_DASH}(?P<to>{_NUMBER}))?\s*(?:日|号(?![文楼令院门码]))")
# What shows that a month of the year is meant where there is none of that number: not 18月龄.
_PART = lazy(r"(?:[底末初]|[上中下]旬|[之以]?前)")
_YEAR = lazy(
    r"(?:(?<!\d)(?P<y>(?:19|20)\d\d|二[〇零○ＯO][〇零○ＯO一二三四五六七八九]{2})\s*年度?"
    r"|(?P<other>每年|[次翌明去上前往历闰]年))\s*$"
)
# Part of another number, a count, or a month of the moon's calendar, which has a 二月三十日.
_COUNTED = lazy(r"(?:[\d.．/第个满近约超]|农历|阴历)$")
_FIGURES = lazy(
    r"(?<![A-Za-z\d.．/-])20\d\d(?P<sign>[-/.．])(?P<m>\d{1,2})(?P=sign)(?P<d>\d{1,2})(?![\d.．/号-])"
)
_NEAR = 200
_NO_MONTH, _NO_DAY = 20, 40
_SENTENCE = lazy(r"[。；;\n]")
_LAST_YEAR = lazy(r"(?<!\d)(?:19|20)\d\d(?=\s*年)")
_UNREAD = "ZW401"


def date_impossible(plan: Plan) -> Iterator[Found]:
    """A date that no calendar has is printed.

    ## Why it matters
    Nobody can keep `6月31日`; whoever reads it takes another day, and programs take none.

    ## When it keeps quiet
    For `2月29日` where the year is not printed and may be a leap year; for numbers with 月 or 号
    that are no date (`18月龄`, `6月31号楼`).

    ## Example
    `2月30日前`, `6月31日`, `13月底前`, `2023年2月29日`.

    ## What to do
    Print the day that is meant; the end of a month is best written `6月底前`.
    """
    seen: set[tuple[str | None, str]] = set()
    for passage in (*_of_the_notice(plan), *_of_tasks(plan), *_not_understood(plan)):
        task, text, spans = passage
        for words in _impossible(text, plan) if "月" in text or "20" in text else ():
            key = (task.id if task else None, words)
            if key not in seen:
                seen.add(key)
                yield Found.of(task, spans, subject=words)


def _of_the_notice(plan: Plan) -> Iterator[_Passage]:
    titles = [plan.title, plan.notice_title, *(section.title for section in plan.sections)]
    yield from ((None, text or "", ()) for text in titles)
    yield from ((None, one.text, one.provenance) for one in plan.preamble)
    yield from ((None, report.what, report.deadline.provenance) for report in plan.reporting)


def _of_tasks(plan: Plan) -> Iterator[_Passage]:
    for task in plan.tasks:
        yield task, task.text, ()
        yield task, task.deadline_raw or "", ()
        yield from ((task, column.text, ()) for column in task.columns)


def _not_understood(plan: Plan) -> Iterator[_Passage]:
    """What the parser could not read outside of the tasks, such as the day of issue."""
    for remark in plan.diagnostics:
        text = remark.data.get("text")
        if remark.code == _UNREAD and remark.task is None and isinstance(text, str):
            yield None, text, remark.provenance


def _impossible(text: str, plan: Plan) -> Iterator[str]:
    """The words of `text` that name no day, in order."""
    if "月" in text:
        for match in _MONTH.finditer(text):
            yield from _of_month(text, match, plan)
    for match in _FIGURES.finditer(text) if "20" in text else ():
        month, day, leap = int(match["m"]), int(match["d"]), isleap(int(match[0][:4]))
        # Other numbers with strokes (a standard's, a serial number) have higher parts.
        if month < _NO_MONTH and day < _NO_DAY and not _in_calendar(month, day, leap=leap):
            yield match[0]


def _of_month(text: str, match: re.Match[str], plan: Plan) -> Iterator[str]:
    """The date that begins with the month `match`, if there is no such date."""
    month = _value(match["m"])
    if len(match["m"]) > 1 and not match["m"].isdecimal() and "十" not in match["m"]:
        return  # 二三月: February or March
    printed = _YEAR.search(text[max(0, match.start() - 8) : match.start()])
    start = match.start() - (len(printed[0]) if printed and printed["y"] else 0)
    if printed is None and _COUNTED.search(text[max(0, match.start() - 2) : match.start()]):
        return
    if days := _DAYS.match(text, match.end()):
        leap = _may_leap(text, match.start(), printed, plan)
        if not all(_in_calendar(month, _value(day), leap=leap) for day in _ends(days)):
            yield text[start : days.end()]
    elif not 1 <= month <= 12:
        part = _PART.match(text, match.end())
        if part or (printed and printed["y"]):
            yield text[start : part.end() if part else match.end()]


def _ends(days: re.Match[str]) -> list[str]:
    return [day for day in (days["d"], days["to"]) if day]


def _may_leap(text: str, at: int, printed: re.Match[str] | None, plan: Plan) -> bool:
    """Whether the year that is meant is, or may be, one with a 29th of February."""
    if printed and printed["other"]:
        return True
    year = _value(printed["y"]) if printed else _year_meant(text, at, plan)
    return year is None or isleap(year)


def _year_meant(text: str, at: int, plan: Plan) -> int | None:
    """The year last printed in the sentence, else the plan's where the document has no other."""
    base = max(0, at - _NEAR)
    sentence = max((stop.end() for stop in _SENTENCE.finditer(text, base, at)), default=base)
    years = _LAST_YEAR.findall(text, sentence, at)
    if years:
        return int(years[-1])
    return plan.year if plan.issued_on is None or plan.issued_on.year == plan.year else None


def _value(digits: str) -> int:
    """The number that `digits` print; 0 for what is none."""
    return int(digits) if digits.isdecimal() else (read_han_number(digits) or 0)


def _in_calendar(month: int, day: int, *, leap: bool) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(2000 if leap else 2001, month)[1]
