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
# What narrows a target down: a level, a place, whose it is.
_WHOSE = lazy(
    r"(?:(?![代由经对以在向为])[\u4e00-\u9fff]{1,3}|[\u4e00-\u9fff]{2,3})(?:镇|乡|街道|县|区|市|村|社区|学校|医院|部门|单位|科室|窗口|企业|行业)"
    r"|[省市县区州镇乡村]级|国家|全国|城市|城镇|农村"
)
# A kind, a time, a part.
_SCOPES = lazy(
    r"新建|既有|新增|累计|存量|公办|民办"
    r"|重点|一般|规模|大型|中型|小型|小学|初中|高中|幼儿园|第[一二三四五\d]+[批期阶]|[上下]半年|[一二三四1-4]季度|\d+月|\d{4}年"
    r"|[“\"]?十[一二三四五六]五|每[年月周日季]度?|每半年|年底|年内|全年|其中|力争|争取|确保|分别|首批|试点|优秀|合格|线上|线下|网上"
)
# A share has one limit, of things there can be several lots: two limits are one too many.
_SHARES = ("%", "％", "‰", "个百分点", "百分点")
# Where the plan's own fulfilment is checked, its targets are told again.
_CHECKED = lazy(
    r"(?:对照|按照|根据|核查|检查|考核|督查|评估)[^。；;]{0,10}(?:本(?:方案|要点|通知|计划|清单)|上述|以上(?:任务|指标|目标))"
)
# So long a measure says by itself what it is of; a shorter one is told by its sentence.
_TELLING = 8
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
    whole: str


def targets_contradict(plan: Plan) -> Iterator[Found]:
    """Two targets for the same measure contradict each other.

    ## Why it matters
    Whichever is met, the other is missed; whoever checks may go by either.

    ## When it keeps quiet
    Where both can be met: of things there may be several lots (`不少于2期` and `不少于3期`); shares
    with two limits of the same are told. Where a level, a place, a time or a kind is named for the
    one and not for the other (县级, 农村, 6月底前, 新建); where the owners have none in common;
    where the measure is a word for anything (会议, 培训).

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
            yield from _among([_Aim(*one, *_scope(*one)) for one in group])


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


def _scope(task: Task, target: Target) -> tuple[frozenset[str], str]:
    """What narrows a target down, in its sentence up to the end of its clause; and that sentence.

    A clause that says whose the measure is needs nothing of its sentence for that.
    """
    text, at = task.text, task.text.find(target.raw)
    if at < 0:
        return frozenset((task.id,)), task.id
    start = max((stop.end() for stop in _SENTENCE.finditer(text, 0, at)), default=0)
    clause = max((stop.end() for stop in _CLAUSE.finditer(text, start, at)), default=start)
    stop = _CLAUSE.search(text, at + len(target.raw))
    words = text[start : stop.start() if stop else None]
    whose = _WHOSE.findall(words[clause - start :]) or _WHOSE.findall(words)
    kinds = set(_SCOPES.findall(words))
    if len(target.measure or "") >= _TELLING:
        kinds.discard("其中")
    return frozenset(kinds.union(whose)), text[start:at]


def _contradict(one: _Aim, other: _Aim) -> bool:
    if one.scope != other.scope or not _may_both_bind(one.task, other.task):
        return False
    low = max(_lowest(one.target), _lowest(other.target))
    return low > min(_highest(one.target), _highest(other.target)) or _two_limits(one, other)


def _two_limits(one: _Aim, other: _Aim) -> bool:
    """Whether a share of the same has two limits of the same kind."""
    kind = one.target.comparator
    if one.target.unit not in _SHARES or kind == "=" or kind != other.target.comparator:
        return False
    shorter, longer = sorted((one.whole, other.whole), key=len)
    # 代县政府起草的文件, 县政府起草的文件: more would be another subject.
    same = longer.endswith(shorter) and len(longer) - len(shorter) <= 1
    told_again = _CHECKED.search(one.whole) or _CHECKED.search(other.whole)
    telling = len(_SIGNS.sub("", one.target.measure or "")) >= _TELLING
    return one.target.value != other.target.value and bool(same or (told_again and telling))


def _may_both_bind(one: Task, other: Task) -> bool:
    """Whether the same units have both, by the same day, as far as that is said."""
    owners = {owner.canonical for owner in one.owners}, {owner.canonical for owner in other.owners}
    days = [{day.due for day in task.deadlines} - {None} for task in (one, other)]
    apart = all(owners) and not owners[0] & owners[1]
    return not apart and not (all(days) and days[0] != days[1])


def _lowest(target: Target) -> float:
    return float("-inf") if target.comparator == "<=" else target.value


def _highest(target: Target) -> float:
    return float("inf") if target.comparator == ">=" else target.value
