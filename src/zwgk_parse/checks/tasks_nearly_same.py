"""ZW220: one task told twice."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found
from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zwgk_parse.plan.model import Plan, Task

# Words that two wordings of one demand differ in, and punctuation.
_EMPTY = lazy(
    r"进一步|继续|持续|不断|切实|认真|积极|深入|全面|扎实|着力|大力|加大|加强|加快|推进|推动|完善|健全|优化|提升|提高"
    r"|强化|[做抓管用建办编]好|规范(?![性化])|开展|落实|严格|相关|有关|应当|以及|工作|[要应须的地得和与及或并等各将把对]|[\W_]+"
)
# Words of a second round of the same: with another day, it is another task.
_AGAIN = lazy(r"继续|持续|再|进一步|深化|巩固|扩大|回头看|不断")
_ITEMS = lazy(r"、")
# What each unit does for itself.
_OWN = lazy(r"本(?:部门|单位|系统|行业|领域|级|地|镇|乡|村|科)|各自|职责|分管|所属")
_CLAUSES = lazy(r"[，,。；;：:]")
# What makes another thing of the same words: a number, a part, a side.
_TELLING = lazy(r"[\d一二三四五六七八九十上下前后东南西北中大小新旧甲乙丙省市县区镇乡村年月季]")
# A clause that so many tasks have is a phrase of the plan's, and says nothing of sameness.
_COMMON = 6
_SHORTEST_CLAUSE, _EDGE = 6, 8
_SHORTEST, _SHORTEST_REWORDED = 16, 40
_SHORTEST_COPY = 30
_FEWEST_ITEMS = 3
_ADDED, _REWORDED = 0.2, 0.08
_HEAD = 10
_SHOWN = 16


def tasks_nearly_same(plan: Plan) -> Iterator[Found]:
    """Two tasks of a plan say nearly the same.

    ## Why it matters
    Units report on the one and are called late on the other; if one is corrected, the other keeps
    the old words.

    ## When it keeps quiet
    For texts of a few words; where the owners have none in common (unless all that differs is an
    item left out of a list), or the deadlines differ (unless it is told in other words, which
    steps are not); where the words that differ say what it is about (a place, a number, another
    subject); where more than two tasks, or several tasks of the same two sections, are worded
    alike.

    ## Example
    `5.` and `17.` both say `规范编制发布政府信息公开工作年度报告`, the second with 切实 before it.

    ## What to do
    Strike one of the two, or say in what they differ.
    """
    pairs = [pair for pair in _candidates(plan.tasks) if _are_same(*pair)]
    often = Counter(task.id for pair in pairs for task in pair)
    sections = Counter((one.section, other.section) for one, other in pairs)
    for one, other in pairs:
        parallel = one.section != other.section and sections[one.section, other.section] > 1
        if often[one.id] == often[other.id] == 1 and not parallel:
            yield Found.of(other, subject=one.text[:_SHOWN], other=one.label or one.id)


def _candidates(tasks: Sequence[Task]) -> Iterator[tuple[Task, Task]]:
    """Pairs that begin or end alike, or have a clause in common, each once and in order."""
    first: dict[str, int] = {}
    places: dict[str, list[int]] = {}
    for place, task in enumerate(tasks):
        if len(task.text) >= _SHORTEST:
            for key in _keys(task.text):
                if (earlier := first.setdefault(key, place)) != place:
                    places.setdefault(key, [earlier]).append(place)
    shared = (found for found in places.values() if len(found) < _COMMON)
    pairs = {pair for found in shared for pair in combinations(found, 2)}
    for one, other in sorted(pairs):
        yield tasks[one], tasks[other]


def _keys(text: str) -> set[str]:
    keys = {clause for clause in text.split("，") if len(clause) >= _SHORTEST_CLAUSE}
    return keys | {text[:_EDGE], text[-_EDGE - 1 :]}


def _are_same(one: Task, other: Task) -> bool:
    shorter, longer = sorted((len(one.text), len(other.text)))
    return (
        shorter * 3 > longer * 2
        and _say_the_same(one.text, other.text)
        and _go_together(one, other)
    )


def _go_together(one: Task, other: Task) -> bool:
    """Whether the same units are to do both by the same day, as far as that is said."""
    owners = [{owner.canonical for owner in task.owners} for task in (one, other)]
    days = [{day.due for day in task.deadlines} - {None} for task in (one, other)]
    if all(days) and days[0] != days[1] and not _is_reworded(one.text, other.text):
        return False
    return not all(owners) or bool(owners[0] & owners[1]) or _lacks_an_item(one.text, other.text)


def _is_reworded(one: str, other: str) -> bool:
    """Whether two long texts say the same in other words; steps repeat theirs word for word."""
    words = _words(one)
    if one == other or words != _words(other) or len(words) < _SHORTEST_COPY:
        return False
    return not _AGAIN.search(one) and not _AGAIN.search(other)


def _lacks_an_item(one: str, other: str) -> bool:
    """Whether two long texts are one, but for an item that one of them leaves out of a list.

    Word for word the same is what each of two units is to do for itself.
    """
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _SHORTEST_COPY or _OWN.search(longer):
        return False
    clauses = [_CLAUSES.split(text) for text in (shorter, longer)]
    if len(clauses[0]) != len(clauses[1]):
        return False
    changed = [(a, b) for a, b in zip(*clauses, strict=True) if a != b]
    return len(changed) == 1 and _is_without_one(*map(_ITEMS.split, changed[0]))


def _is_without_one(items: list[str], more: list[str]) -> bool:
    if len(items) < _FEWEST_ITEMS or len(more) != len(items) + 1:
        return False
    return any(items == more[:at] + more[at + 1 :] for at in range(len(more)))


def _say_the_same(one: str, other: str) -> bool:
    words, others = _words(one), _words(other)
    if min(len(words), len(others)) < _SHORTEST:
        return False
    if words == others:
        return True
    changed, new = _missing(words, others), _missing(others, words)
    length = max(len(words), len(others))
    if _TELLING.search(changed + new):
        return False
    if not changed or not new:
        return max(len(changed), len(new)) <= _ADDED * length
    little = max(len(changed), len(new)) <= _REWORDED * length
    return little and length >= _SHORTEST_REWORDED and words[:_HEAD] == others[:_HEAD]


@lru_cache(maxsize=512)
def _words(text: str) -> str:
    """`text` without the words and signs that say little."""
    return _EMPTY.sub("", text)


def _missing(text: str, other: str) -> str:
    """The characters of `text` that stand in no pair of characters that `other` has."""
    known = {*map("".join, pairwise(other))}
    pairs = [pair in known for pair in map("".join, pairwise(text))]
    held = [before or after for before, after in pairwise([False, *pairs, False])]
    return "".join(char for char, kept in zip(text, held, strict=True) if not kept)
