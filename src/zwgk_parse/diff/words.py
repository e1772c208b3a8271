"""Two texts go in, what they share and what only one of them has comes out, in words.

Characters are compared; what is shared between two differences and shorter than both is no longer
told apart from them; and a difference is widened to whole words: a number with its unit, a word in
letters, and of a single Chinese character the neighbour that it stands by most often.
"""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.patterns import lazy
from zwgk_parse.plan.changes import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from zwgk_parse.plan.changes import Side

_TOKEN = lazy(
    r"\d[\d,.]*(?:[%％‰]|(?:个?工作日|个百分点|百分点|人次|批次|场次|万元|亿元|个月|小时|分钟)"
    r"|[月日年期场次个项件篇家名人条天份批类部种处号])?|[A-Za-z]+"
)
_HAN = lazy(r"[\u4e00-\u9fff]")
# Words of one character: they stand for themselves.
_ALONE = frozenset("的了和与及或并等在于对将按由向从为把以不未各")
_SHORT = 4
_TURNED: dict[Side, Side] = {"both": "both", "old": "new", "new": "old"}


class _Gap(NamedTuple):
    """What differs: old[start:end] stands where new[begin:stop] stands now."""

    start: int
    end: int
    begin: int
    stop: int

    @property
    def size(self) -> int:
        return max(self.end - self.start, self.stop - self.begin)


def neighbours(texts: Iterable[str]) -> Mapping[str, int]:
    """How often each two characters stand side by side."""
    return Counter(first + second for text in texts for first, second in pairwise(text))


def changed_words(old: str, new: str, often: Mapping[str, int]) -> tuple[Words, ...]:
    """What becomes of the text `old` in `new`: stretches that both have, and those of one.

    `often` says how often two characters stand side by side. Texts that change places change sides.
    """
    if new < old:
        return turned_words(changed_words(new, old, often))
    gaps = _joined(_gaps(old, new))
    inside = _inside(old), _inside(new)
    wide = [_widened(gap, old, new, inside, often) for gap in gaps]
    return tuple(_stretches(old, new, _joined(_apart(wide))))


def turned_words(words: Iterable[Words]) -> tuple[Words, ...]:
    """The same stretches when the texts change places: what went always before what came."""
    found: list[Words] = []
    for one in words:
        turned = Words(side=_TURNED[one.side], text=one.text)
        before = turned.side == "old" and bool(found) and found[-1].side == "new"
        found.insert(len(found) - before, turned)
    return tuple(found)


def _gaps(old: str, new: str) -> list[_Gap]:
    """What differs, with what both begin and end with left aside: comparing costs most there."""
    start = _common(old, new)
    left = min(len(old), len(new)) - start
    end = min(left, _common(old[::-1], new[::-1]))
    here, there = old[start : len(old) - end], new[start : len(new) - end]
    if not here or not there:
        return [_Gap(start, start + len(here), start, start + len(there))]
    matcher = SequenceMatcher(None, here, there, autojunk=False)
    return [
        _Gap(start + i, start + j, start + k, start + m)
        for tag, i, j, k, m in matcher.get_opcodes()
        if tag != "equal"
    ]


def _common(old: str, new: str) -> int:
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(old), len(new)))


def _joined(gaps: Iterable[_Gap]) -> list[_Gap]:
    """The gaps, with those made one that have less between them than there is in each."""
    joined: list[_Gap] = []
    for gap in gaps:
        joined.append(gap)
        while len(joined) > 1 and _is_near(*joined[-2:]):
            after, before = joined.pop(), joined.pop()
            joined.append(_Gap(before.start, after.end, before.begin, after.stop))
    return joined


def _is_near(before: _Gap, after: _Gap) -> bool:
    between = after.start - before.end
    return between <= 1 or (between < _SHORT and between <= min(before.size, after.size))


def _inside(text: str) -> frozenset[int]:
    """The places within a number with its unit, or a word in letters."""
    return frozenset(
        at for match in _TOKEN.finditer(text) for at in range(match.start() + 1, match.end())
    )


def _widened(
    gap: _Gap,
    old: str,
    new: str,
    inside: tuple[frozenset[int], frozenset[int]],
    often: Mapping[str, int],
) -> _Gap:
    start, end, begin, stop = gap
    while start and begin and (start in inside[0] or begin in inside[1]):
        start, begin = start - 1, begin - 1
    while end < len(old) and stop < len(new) and (end in inside[0] or stop in inside[1]):
        end, stop = end + 1, stop + 1
    here, there = old[start:end], new[begin:stop]
    if not (_is_part(here) or _is_part(there)):
        return _Gap(start, end, begin, stop)
    left = _bound(old, start, end, often, -1) + _bound(new, begin, stop, often, -1)
    right = _bound(old, start, end, often, 1) + _bound(new, begin, stop, often, 1)
    if left > right and start and begin:
        return _Gap(start - 1, end, begin - 1, stop)
    if right and end < len(old) and stop < len(new):
        return _Gap(start, end + 1, begin, stop + 1)
    return _Gap(start, end, begin, stop)


def _is_part(words: str) -> bool:
    """Whether that is a Chinese character which is no word by itself."""
    return len(words) == 1 and words not in _ALONE and _HAN.match(words) is not None


def _bound(text: str, start: int, end: int, often: Mapping[str, int], side: int) -> float:
    """How much text[start:end] belongs with its neighbour on a side; 0 where it has none."""
    at = start - 1 if side < 0 else end - 1
    two = text[max(0, at) : at + 2]
    if at < 0 or len(two) < 2 or not all(map(_HAN.match, two)):
        return 0.0
    return 1 + often.get(two, 0) if start < end else 0.5


def _apart(gaps: Iterable[_Gap]) -> list[_Gap]:
    """The gaps, none of which begins before the last has ended."""
    found: list[_Gap] = []
    for gap in gaps:
        if found and (gap.start < found[-1].end or gap.begin < found[-1].stop):
            last = found.pop()
            ends = max(last.end, gap.end), max(last.stop, gap.stop)
            found.append(_Gap(last.start, ends[0], last.begin, ends[1]))
        else:
            found.append(gap)
    return found


def _stretches(old: str, new: str, gaps: Iterable[_Gap]) -> Iterator[Words]:
    at = 0
    for gap in gaps:
        if gap.start > at:
            yield Words(side="both", text=old[at : gap.start])
        if gap.end > gap.start:
            yield Words(side="old", text=old[gap.start : gap.end])
        if gap.stop > gap.begin:
            yield Words(side="new", text=new[gap.begin : gap.stop])
        at = gap.end
    if at < len(old):
        yield Words(side="both", text=old[at:])
