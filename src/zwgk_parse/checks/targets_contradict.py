"""ZW225: two targets for one measure that cannot both be met."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.checks.found import Found
from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan, Target, Task

_SENTENCE = lazy(r"[。；;\n]")
_CLAUSE = lazy(r"[，,。；;\n]")
# What narrows a target down: a level, a kind, a place, a time, a part.
_SCOPES = lazy(
    r"[\u4e00-\u9fff]{1,3}(?:镇|乡|街道|县|区|市|村|社区|学校|医院)|[省市县区州镇乡村]级|国家|全国|城市|城镇|农村|新建|既有|新增|累计|存量|公办|民办"
    r"|重点|一般|规模|大型|中型|小型|小学|初中|高中|幼儿园|第[一二三四五\d]+[批期阶]|[上下]半年|[一二三四1-4]季度|\d+月|\d{4}年"
    r"|[“\"]?十[一二三四五六]五|每[年月周日季]度?|每半年|年底|年内|全年|其中|力争|争取|确保|分别|首批|试点|优秀|合格|线上|线下|网上"
)
_SIGNS = lazy(r"[\W_]+")
_SHORTEST = 3
# A measure that more targets have is a heading for many things.
_MOST = 40
# Measures that are words for any number of any thing.
_ANY = frozenset(
    ("会议", "培训", "活动", "项目", "专题培训", "专题会议", "业务培训", "检查", "专项检查", "工作")
)


class _Aim(NamedTuple):
    """A target, and what narrows it down."""

    task: Task
    target: Target
    scope: frozenset[str]


def targets_contradict(plan: Plan) -> Iterator[Found]:
    """Two targets for the same measure contradict each other.

    ## Why it matters
    Whichever is met, the other is missed; whoever checks may go by either.

    ## When it keeps quiet
    Where both can be met (`不低于80%` and `不低于90%`); where a level, a place, a time or a kind is
    named for the one and not for the other (县级, 农村, 6月底前, 新建); where the owners have none
    in common; where the measure is a word for anything (会议, 培训).

    ## Example
    `网上可办率达到90%` in one task, `网上可办率达到95%以上` in another.

    ## What to do
    Decide on one value, or say what each of the two is for.
    """
    groups: defaultdict[tuple[str, str], list[tuple[Task, Target]]] = defaultdict(list)
    for task in plan.tasks:
        for target in task.targets:
            measure = _SIGNS.sub("", target.measure or "")
            if len(measure) >= _SHORTEST and measure not in _ANY:
                groups[measure, target.unit].append((task, target))
    for group in groups.values():
        if 1 < len(group) <= _MOST:
            yield from _among([_Aim(*one, _scope(*one)) for one in group])


def _among(aims: list[_Aim]) -> Iterator[Found]:
    """Each aim that contradicts an earlier one, once."""
    found: set[int] = set()
    for (_, one), (place, other) in combinations(enumerate(aims), 2):
        if place not in found and _contradict(one, other):
            found.add(place)
            measure = other.target.measure
            spans = (*other.target.provenance, *one.target.provenance)
            data = {"subject": other.target.raw, "other": one.target.raw, "measure": measure}
            yield Found.of(other.task, spans, **data, where=one.task.label or one.task.id)


def _scope(task: Task, target: Target) -> frozenset[str]:
    """What narrows a target down, from the head of its sentence to the end of its clause."""
    at = task.text.find(target.raw)
    if at < 0:
        return frozenset((task.id,))
    start = max((stop.end() for stop in _SENTENCE.finditer(task.text, 0, at)), default=0)
    stop = _CLAUSE.search(task.text, at + len(target.raw))
    return frozenset(_SCOPES.findall(task.text[start : stop.start() if stop else None]))


def _contradict(one: _Aim, other: _Aim) -> bool:
    if one.scope != other.scope or not _may_both_bind(one.task, other.task):
        return False
    low = max(_lowest(one.target), _lowest(other.target))
    return low > min(_highest(one.target), _highest(other.target))


def _may_both_bind(one: Task, other: Task) -> bool:
    """Whether the same units have both, by the same day, as far as that is said."""
    owners = {owner.canonical for owner in one.owners}, {owner.canonical for owner in other.owners}
    days = {day.due for day in one.deadlines}, {day.due for day in other.deadlines}
    apart = all(owners) and not owners[0] & owners[1]
    return not apart and not (all(days) and days[0] != days[1])


def _lowest(target: Target) -> float:
    return float("-inf") if target.comparator == "<=" else target.value


def _highest(target: Target) -> float:
    return float("inf") if target.comparator == ">=" else target.value
