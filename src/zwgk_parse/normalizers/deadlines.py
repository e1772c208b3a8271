"""Words of a cell, a bracket or of prose in, Deadlines out.

A cell or a bracket is all about time: every phrase in it counts, and what looks like a demand but
names no day is remarked on (ZW401). In prose most times are no deadlines: `deadline_prose` states
the test.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from zwgk_parse.diagnostics import Result
from zwgk_parse.document.glyphs import Strip
from zwgk_parse.document.passage import Passage
from zwgk_parse.messages import remark
from zwgk_parse.patterns import lazy
from zwgk_parse.plan.model import After, Deadline
from zwgk_parse.vocabulary.calendar import Clock
from zwgk_parse.vocabulary.deadline_prose import phrases_due
from zwgk_parse.vocabulary.deadlines import (
    Plain,
    count_after,
    event_before,
    find_phrases,
    says_when,
    with_ends,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zwgk_parse.diagnostics import Diagnostic
    from zwgk_parse.plan.model import Origin
    from zwgk_parse.vocabulary.deadline_readings import Reading
    from zwgk_parse.vocabulary.deadlines import Phrase

_SENTENCE_END = lazy(r"[。；;！!？?\n]")
_CLAUSE = lazy(r"[^，,；;。\n]+")
# Words left over in a cell or bracket that sound like a demand for a day.
_TIMELIKE = lazy(
    r"\d[年月日号周天]|[一二三四五六七八九十][月日号](?!常)|[日月季年周节会学期]前|期间|[年月季周]度?[底末初]"
    r"|[上下本][周月]|下?半年"
)
# A year from which something goes on sets no day (2023年起长期坚持).
_FROM_ON = lazy(r"(?:自|从)?\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:起|开始)")

# Words before a time that turn it round: not before it, no longer then, or all but that.
_TURNED = lazy(r"(?:不得?早于|原定于?|原计划于?|(?<![清扫消免废解拆删排去根铲革])除了?)$")


def read_deadlines(
    words: Passage, *, year: int | None, origin: Origin
) -> Result[tuple[Deadline, ...]]:
    """The deadlines of `words` in printed order; `year` is the plan's, for years not printed."""
    if len(words.marks) != 1:
        return _read(words, year, origin)
    found = _read_text(words.text, year, origin)
    part = any(len(deadline.raw) < len(words.text) for deadline in found.value)
    if found.diagnostics or (part and isinstance(words.marks[0][1], Strip)):
        return _read(words, year, origin)
    place = {"provenance": words.spans}
    return Result(tuple(deadline.model_copy(update=place) for deadline in found.value))


@lru_cache(maxsize=1024)
def _read_text(text: str, year: int | None, origin: Origin) -> Result[tuple[Deadline, ...]]:
    """What a text says wherever it stands; a plan prints the same cell over and over."""
    return _read(Passage(text), year, origin)


def _read(words: Passage, year: int | None, origin: Origin) -> Result[tuple[Deadline, ...]]:
    plain = Plain.of(words.text)
    prose = origin in ("text", "notice")
    phrases: Sequence[Phrase] = find_phrases(plain.text)
    if prose:
        phrases = phrases_due(plain.text, year)
        if not phrases:
            return Result(())
    reader = _Reader(words, plain, origin, year)
    either = dict(_either(plain.text, phrases, Clock(year)))
    unsettled = 0
    for phrase, end in with_ends(phrases, len(plain.text)):
        if phrase.start in either:
            unsettled = either[phrase.start]
            place = plain.place(phrase.start, unsettled)
            reader.diagnostics.append(_unread(words.slice(*place)))
        elif phrase.start >= unsettled:
            reader.take(phrase, end)
    if not prose:
        reader.diagnostics += _unread_rest(words, plain, phrases, whole=origin == "column")
    deadlines = tuple(deadline for deadline in reader.deadlines if deadline is not None)
    return Result(deadlines, tuple(reader.diagnostics))


def _either(text: str, phrases: Sequence[Phrase], clock: Clock) -> Iterable[tuple[int, int]]:
    """The ranges in which 或 joins days: `6月底或9月底前` leaves open which of them is meant."""
    start: int | None = None
    for phrase, later in pairwise(phrases):
        joined = text[phrase.end : later.start] in ("或", "或者")
        if joined and all(_names_days(each, clock) for each in (phrase, later)):
            start = phrase.start if start is None else start
        elif start is not None:
            yield start, phrase.end
            start = None
    if start is not None:
        yield start, phrases[-1].end


def _names_days(phrase: Phrase, clock: Clock) -> bool:
    readings = phrase.read(clock)
    return bool(readings) and all(one.kind in ("date", "window") for one in readings)


@dataclass(slots=True)
class _Reader:
    """Reads phrase after phrase and keeps what a later one needs of those before it."""

    words: Passage
    plain: Plain
    origin: Origin
    year: int | None
    deadlines: list[Deadline | None] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    printed: int | None = None
    each_year: bool = False
    # Where the deadline of a bare 每年 is, which a day named after it makes more exact.
    bare_each_year: int | None = None
    end: int = 0

    def take(self, phrase: Phrase, end: int) -> None:
        """Read `phrase`; the next one begins at `end`."""
        if _SENTENCE_END.search(self.plain.text, self.end, phrase.start):
            self.printed, self.each_year, self.bare_each_year = None, False, None
        self.end = phrase.end
        if turned := _TURNED.search(self.plain.text, 0, phrase.start):
            place = self.plain.place(turned.start(), phrase.end)
            self.diagnostics.append(_unread(self.words.slice(*place)))
            return
        readings = phrase.read(Clock(self.year, self.printed))
        if not readings:
            passage = self.words.slice(*self.plain.place(phrase.start, phrase.end))
            self.diagnostics.append(_unread(passage))
        for reading in readings:
            self._add(phrase, self._in_every_year(reading), end)

    def _in_every_year(self, reading: Reading) -> Reading:
        """`reading`, as a recurrence if its sentence speaks of every year."""
        self.printed = reading.printed or self.printed
        if not self.each_year or reading.each_year is None:
            return reading
        if self.bare_each_year is not None:
            self.deadlines[self.bare_each_year] = None
            self.bare_each_year = None
        return reading.every_year()

    def _add(self, phrase: Phrase, reading: Reading, end: int) -> None:
        recurring = reading.kind == "recurring"
        counted = count_after(self.plain.text, phrase, end, recurring=recurring)
        times, last = counted or (None, phrase.end)
        event, start = (
            event_before(self.plain.text, phrase.start) if phrase.waits else (None, phrase.start)
        )
        passage = self.words.slice(*self.plain.place(start, last)).tidy()
        deadline = _deadline(reading, passage, self.origin, times, event)
        if _is_absurd(deadline, self.year):
            self.diagnostics.append(_unread(passage))
            return
        self.deadlines.append(deadline)
        if reading.alternatives:
            self.diagnostics.append(_two_readings(passage, reading))
        if recurring and (reading.rrule or "").startswith("FREQ=YEARLY"):
            self.each_year = True
            bare = reading.rrule == "FREQ=YEARLY" and not times
            self.bare_each_year = len(self.deadlines) - 1 if bare else None


def _is_absurd(deadline: Deadline, year: int | None) -> bool:
    """Whether the days of a deadline lie in years that cannot be meant in a plan for `year`."""
    days = [day for day in (deadline.due, deadline.start) if day is not None]
    return year is not None and any(not year - 10 <= day.year <= year + 30 for day in days)


def _deadline(
    reading: Reading, passage: Passage, origin: Origin, times: int | None, event: str | None
) -> Deadline:
    after = None
    if reading.duration is not None:
        after = After(event=event, duration=reading.duration, working_days=reading.working_days)
    dated = reading.kind == "date"
    return Deadline(
        kind=reading.kind,
        raw=passage.text,
        due=reading.due,
        start=reading.start,
        due_alternatives=tuple(map(dt.date.fromisoformat, reading.alternatives)) if dated else (),
        rrule=reading.rrule,
        times=times,
        after=after,
        origin=origin,
        year_inferred=reading.inferred,
        provenance=passage.spans,
    )


def _unread_rest(
    words: Passage, plain: Plain, phrases: Sequence[Phrase], *, whole: bool
) -> Iterable[Diagnostic]:
    """Remarks on what a cell or a bracket demands besides the phrases that were read."""
    rest = list(plain.text)
    for phrase in phrases:
        rest[phrase.start : phrase.end] = "＊" * (phrase.end - phrase.start)
    text = "".join(rest)
    if whole and not phrases:
        return [_unread(words)] if says_when(text) else []
    return [
        _unread(words.slice(*plain.place(*clause.span())))
        for clause in _CLAUSE.finditer(text)
        if _TIMELIKE.search(_FROM_ON.sub("", clause[0]))
    ]


def _unread(passage: Passage) -> Diagnostic:
    tidy = passage.tidy()
    return remark("ZW401", tidy.spans, text=tidy.text)


def _two_readings(passage: Passage, reading: Reading) -> Diagnostic:
    return remark(
        "ZW402",
        passage.spans,
        text=passage.text,
        due=reading.due.isoformat() if reading.due else reading.rrule,
        alternatives="、".join(reading.alternatives),
    )
