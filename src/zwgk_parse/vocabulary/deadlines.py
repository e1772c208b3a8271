"""Where a text speaks of time: the rules of `deadline_rules` applied.

In goes text, out come the phrases that the rules claim, in order; the ranges of an owner bracket
that are about time; whether a whole text is a deadline cell.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from functools import lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.document.numbering import read_han_number
from zwgk_parse.patterns import lazy
from zwgk_parse.vocabulary.deadline_readings import within
from zwgk_parse.vocabulary.deadline_rules import DONE
from zwgk_parse.vocabulary.deadline_scan import scan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zwgk_parse.vocabulary.calendar import Clock
    from zwgk_parse.vocabulary.deadline_readings import Readings
    from zwgk_parse.vocabulary.deadline_rules import Rule, Weight

# Longer texts are no deadline cell, whatever they hold.
_LONGEST_CELL = 80
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
_TITLE = lazy(r"《[^《》]*》")
_SPACE = lazy(r"\s+")

_TIMES = (
    r"(?P<n>\d{1,2}|[一二两三四五六七八九十]{1,2})"
    r"(?:[-－—~～至到](?:\d{1,2}|[一二两三四五六七八九十]))?"
)
_OFTEN = r"(?:场次|批次|次(?!性)|场|期(?![间限末工项])|轮|遍)(?:及?以上)?"
_AT_LEAST = lazy(
    r"[^，,。；;：:！!？?（(]{0,30}?(?:至少|不少于|不低于|不得少于|最少|各(?![单地区部镇乡级县市街相有职]))"
    rf"[^，,。；;：:！!？?（(第]{{0,16}}?{_TIMES}{_OFTEN}"
)
_COUNTED = lazy(rf"[^，,。；;：:！!？?（(第、]{{0,10}}?{_TIMES}{_OFTEN}")

# What may stand in a deadline cell beside its time phrases.
_BESIDE = lazy(
    r"(?:完成|办理|整改|落实)?(?:时限|期限|时间)(?:要求)?[:：]|[\s，,。；;、：:（()）/和及与并或]"
    r"|原则上|最迟|应当?|需|须|要|于|在|自|从|拟|各|左右|该项工作|本年|当年"
    r"|完成时间|前|以前|底|结束|开始|起|并|后|明显|\d+[%％]|"
    rf"{DONE}|完善|推进|推动|实施|开展|深化|提升|巩固|落实到位|落实|到位|整改|阶段性|成果|成效|工作"
    r"|[\u4e00-\u9fff]{2,6}阶段"
    r"|公开|公布|发布|报送|上报|更新|总结|验收|坚持|持续|长期|常态化|计划|力争|争取|确保|全面|全部|基本|初步"
    r"|集中|分别|至少|不少于|(?:\d+|[一二两三四])次"
)
# Words of a deadline cell that set no date, and manners that set none of their own.
_NO_DATE = lazy(
    r"及时|定期|不定期|适时|尽快|按期|按时|如期|限期|随时|实时|同步|分年度|分步骤?|分阶段|分期|有序推进"
    r"|动态(?:更新|管理|调整)?|立即|立行立改|第一时间|视情"
)
_MANNER = (
    r"按照?[^，,。；;]{0,12}(?:时限|时间|节点|进度|要求|规定|计划|部署|安排|需)"
    r"|根据[^，,。；;]{1,16}|无"
)
_OWNER = lazy(
    r"局|委(?!托)|办(?![结理好])|部(?![分署])|厅|政府|单位|科(?!学)|处(?![理置于])|院|公司|中心|牵头"
    r"|负责|配合|协办|主办|责任|街道|乡|镇|会(?!议)|组(?!织)"
)
_CLAUSE = lazy(r"[^，,；;。\n]+")

_LONGEST_EVENT = 60
_EVENT = lazy(
    r"(?P<event>[^，,。；;：:（()）！!？?\n ]{1,40}?)(?:之日起|之日|以后|之后|起|后)[，,]?"
    r"(?:的|最迟|原则上|应当?|须|要|在|于|立即){0,3}$"
)
# What introduces the event: 各省人民政府要在本意见印发之日起 counts from 本意见印发.
_BEFORE_EVENT = (
    r".*(?:应当|[要应须需])(?:自|从|在|于)|^(?:并|应当?|要|须|原则上)?(?:自|从|在|于|待)"
)


class Phrase(NamedTuple):
    """A phrase that a rule claims: text[start:end], and how to read it."""

    start: int
    end: int
    rule: Rule
    match: re.Match[str]

    @property
    def weight(self) -> Weight:
        """How much the phrase says by itself; see `deadline_rules`."""
        if self.rule.weight != "limit":
            return self.rule.weight
        return "bare" if self.match["limit"] is None else "demand"

    @property
    def waits(self) -> bool:
        """Whether it is a time after an event."""
        return self.rule.produce is within

    def read(self, clock: Clock) -> Readings:
        """Its readings; none if it names no day."""
        return self.rule.produce(self.match, clock)


class Plain(NamedTuple):
    """Text as the rules want it: no layout spaces, plain digits, nothing of cited titles.

    `starts` and `shifts` lead back to the offsets in the text as it was.
    """

    text: str
    starts: tuple[int, ...] = (0,)
    shifts: tuple[int, ...] = (0,)

    @staticmethod
    @lru_cache(maxsize=1024)
    def of(text: str) -> Plain:
        """`text` made plain. A space between two digits stays: it parts numbers."""
        pieces, starts, shifts, at, length = [], [0], [0], 0, 0
        for space in _SPACE.finditer(text):
            start, end = space.span()
            if text[start - 1 : start].isdecimal() and text[end : end + 1].isdecimal():
                continue
            pieces.append(text[at:start])
            length += start - at
            at = end
            starts.append(length)
            shifts.append(end - length)
        plain = "".join([*pieces, text[at:]]).translate(_WIDE)
        # Twice, for a title that cites a title.
        plain = _TITLE.sub(_blank, _TITLE.sub(_blank, plain))
        return Plain(plain, tuple(starts), tuple(shifts))

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where text[start:end] stands in the text as it was."""
        return self._before(start), self._before(end - 1) + 1

    def _before(self, offset: int) -> int:
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]


def _blank(title: re.Match[str]) -> str:
    return "＊" * len(title[0])


@lru_cache(maxsize=1024)
def find_phrases(text: str) -> tuple[Phrase, ...]:
    """The phrases of plain `text` that the rules claim, in order; they do not overlap."""
    return tuple(Phrase(match.start(), match.end(), rule, match) for rule, match in scan(text))


def with_ends(phrases: Sequence[Phrase], end: int) -> Iterator[tuple[Phrase, int]]:
    """Each phrase and where the next one begins; the last has until `end`."""
    for phrase, later in zip_longest(phrases, phrases[1:]):
        if phrase is not None:
            yield phrase, later.start if later is not None else end


def count_after(text: str, phrase: Phrase, end: int, *, recurring: bool) -> tuple[int, int] | None:
    """How many times are demanded by a phrase (`年内…不少于1次`), and where the count ends.

    `end` is where the next phrase begins. A count without 至少 binds a recurring phrase only.
    """
    match = _AT_LEAST.match(text, phrase.end, end)
    if match is None and recurring:
        match = _COUNTED.match(text, phrase.end, end)
    if match is None:
        return None
    times = int(match["n"]) if match["n"].isdecimal() else read_han_number(match["n"])
    return (times, match.end()) if times else None


def event_before(text: str, start: int) -> tuple[str | None, int]:
    """What a wait that is written at `start` counts from, and where the words for it begin."""
    base = max(0, start - _LONGEST_EVENT)
    match = _EVENT.search(text[base:start])
    if match is None:
        return None, start
    introduced = re.match(_BEFORE_EVENT, match["event"])
    skip = introduced.end() if introduced else 0
    event = match["event"][skip:]
    return (event, base + match.start("event") + skip) if event else (None, start)


def says_when(text: str) -> bool:
    """Whether plain `text` holds more than words that set no date of their own (及时, 按要求)."""
    rest = _BESIDE.sub("", _NO_DATE.sub("", re.sub(_MANNER, "", text)))
    return any("\u4e00" <= char <= "\u9fff" for char in rest)


@lru_cache(maxsize=1024)
def looks_like_deadline(text: str) -> bool:
    """Whether the whole text is a deadline cell: `持续推进`, `6月底前完成，长期坚持`."""
    if not 0 < len(text) <= _LONGEST_CELL:
        return False
    plain = Plain.of(text).text
    rest = _without_phrases(plain)
    speaks = rest != plain or _NO_DATE.search(rest) is not None
    return speaks and not _BESIDE.sub("", _NO_DATE.sub("", rest))


@lru_cache(maxsize=1024)
def deadline_clauses(text: str) -> tuple[tuple[int, int], ...]:
    """The ranges of an owner bracket that speak of time; the separators before them stay out."""
    plain = Plain.of(text)
    ranges: list[tuple[int, int]] = []
    phrases = deque(find_phrases(plain.text))
    for clause in _CLAUSE.finditer(plain.text):
        start, end = clause.span()
        inside = []
        while phrases and phrases[0].start < end:
            inside.append(phrases.popleft())
        if inside:
            ranges += _ranges_of_clause(plain.text, start, max(end, inside[-1].end), inside)
        elif looks_like_deadline(clause[0]):
            ranges.append((start, end))
        elif ranges and ranges[-1][1] == start - 1 and _goes_on(clause[0]):
            ranges[-1] = ranges[-1][0], end
    return tuple(plain.place(start, end) for start, end in ranges)


def _before_bracket(tail: str) -> int:
    """How much of `tail` stands before the bracket that closes one opened before it."""
    depth = 0
    for offset, character in enumerate(tail):
        depth += (character in "（(") - (character in "）)")
        if depth < 0:
            return offset
    return len(tail)


def _goes_on(clause: str) -> bool:
    """Whether a clause only goes on with what is due (`，并取得阶段性成果`)."""
    return clause.startswith(("并", "且")) and _OWNER.search(clause) is None


def _ranges_of_clause(
    text: str, start: int, end: int, phrases: list[Phrase]
) -> list[tuple[int, int]]:
    """The ranges of text[start:end] that belong to its time phrases; owners stay out."""
    ranges: list[tuple[int, int]] = []
    for phrase, after in with_ends(phrases, end):
        begin = event_before(text, phrase.start)[1] if phrase.waits else phrase.start
        head, tail = text[start:begin], text[phrase.end : after]
        first = begin if _OWNER.search(head) else start
        last = phrase.end if _OWNER.search(tail) else after
        last = phrase.end + _before_bracket(text[phrase.end : last])
        if text[first - 1 : first] in ("（", "(") and text[last : last + 1] in ("）", ")"):
            first, last = first - 1, last + 1
        if ranges and ranges[-1][1] >= first:
            ranges[-1] = ranges[-1][0], last
        else:
            ranges.append((first, last))
        start = last
    return ranges


def _without_phrases(text: str) -> str:
    """`text` without its time phrases and the counts that belong to them."""
    kept, at = [], 0
    for phrase, after in with_ends(find_phrases(text), len(text)):
        begin = event_before(text, phrase.start)[1] if phrase.waits else phrase.start
        kept.append(text[at : max(at, begin)])
        counted = count_after(text, phrase, after, recurring=True)
        # Only the bare count: the words before it (组织培训不少于1次) are a task's.
        tight = counted is not None and counted[1] - phrase.end <= 8
        at = counted[1] if counted and tight else phrase.end
    return "".join([*kept, text[at:]])
