"""The words that a quantity is about: the clause around it in, the range of its measure out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    import re

_LONGEST = 60
# What stands before a measure and is not part of it.
_CUT = lazy(r"(?:[且并]|确保|力争|实现(?!率)|保证|使得|使(?!用)|争取|努力|其中|要求)(?!率)")
_TIME = lazy(
    r"(?:[到至在于]|力争)?(?:\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?[底末]?[之以]?[前内]?"
    r"|每[一二两三四五半]?(?:年度?|季度?|月|周|学期|半年)|[年月季]底前|年内|年度内|今年|全年|上半年|下半年)"
)
_ACTOR = lazy(
    r"(?:部门|单位|局|同志|负责人|人员|政府|[镇乡县市区]|街道|小组|办公室|各地|办事处|企业|学校)[要应须]?$"
)
_ADVERBS = lazy(r"(?:均|都|总体|分别|应当?|要|须|需|也|原则上|基本|力争|确保|必须|[：:、])+$")
_LEAD = lazy(r"^(?:\d{1,3}[.．、]|[要应须需也]|严格落实|严格执行|推动|切实)+")
_CLAUSE_END = lazy(r"[，,。；;：:！!？?\n（(）)]|负责|用于|确保|力争|[、和及与](?=\d)|$")
_PART = lazy(r"、|以及|和|及|与")
_HAN = lazy(r"[\u4e00-\u9fff]")


def measure_before(
    text: str, start: int, end: int, *, makes: re.Pattern[str], share: bool
) -> tuple[int, int] | None:
    """The measure in text[start:end], the clause up to its comparator.

    A share's measure is what the clause names; of things, what the verb in `makes` acts on.
    """
    end = _strip_adverbs(text, start, end)
    start = max((m.end() for m in _CUT.finditer(text, start, end)), default=start)
    start, end = _beside_time(text, start, end)
    made = makes.match(text, start, end) if share else makes.search(text, start, end)
    if made is not None:
        start = made.end()
    return _kept(text, start, end)


def _beside_time(text: str, start: int, end: int) -> tuple[int, int]:
    """The words behind the last time phrase, or those before it unless they are who acts."""
    times = list(_TIME.finditer(text, start, end))
    if not times:
        return start, end
    if _strip_adverbs(text, times[-1].end(), end) > times[-1].end():
        return times[-1].end(), end
    stop = _strip_adverbs(text, start, times[-1].start())
    return (end, end) if _ACTOR.search(text[start:stop]) else (start, stop)


def measure_after(text: str, start: int) -> tuple[int, int] | None:
    """The measure that follows a quantity: the words up to the clause's end."""
    stop = _CLAUSE_END.search(text, start)
    return _kept(text, start, stop.start() if stop else len(text))


def parts_of(text: str, measure: tuple[int, int]) -> list[tuple[int, int]]:
    """The parts of an enumeration."""
    start, end = measure
    cuts = [match.span() for match in _PART.finditer(text, start, end)]
    starts = [start, *(stop for _, stop in cuts)]
    ends = [*(cut for cut, _ in cuts), end]
    return list(zip(starts, ends, strict=True))


def _strip_adverbs(text: str, start: int, end: int) -> int:
    found = _ADVERBS.search(text[start:end])
    return start + found.start() if found else end


def _kept(text: str, start: int, end: int) -> tuple[int, int] | None:
    lead = _LEAD.match(text[start:end])
    start += lead.end() if lead else 0
    words = text[start:end]
    if not 2 <= len(words) <= _LONGEST or not _HAN.search(words) or words.startswith("的"):
        return None
    return start, end
