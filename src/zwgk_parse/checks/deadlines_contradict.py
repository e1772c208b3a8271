"""ZW212: one task, one action, two days."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.checks.found import Found
from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Deadline, Plan, Task

_FIELD = ("column", "bracket")
_CLAUSE = lazy(r"[，,。；;：:！!？?（(）)\n]")
# A clause that says that something is done by then, and nothing of what: 6月底前完成.
_DONE = lazy(r"[之以]?[前内]?(?:全部|全面|基本|按时|及时|予以)?(?:完成|落实|办结|到位|落实到位)?")
# Words of a clause that name no action: 原则上于6月底前完成.
_MANNER = lazy(
    r"原则上|最迟|力争|争取|确保|务必|一律|统一|全部|全面|基本|按时|按期|及时|完成|办结|落实到位|落实|各?单位|[于在应要须需并前内]"
)
# Aims that lie farther off than the day of the task.
_AIM = lazy(r"到|至|十[一二三四五六七八九]?五|力争|争取")
_SHORTEST_ACTION = 4
# A clause that ends the whole task: 9月30日前完成整改.
_ENDS = lazy(
    r"[于在]?＊(?:全部|全面|基本|按时|及时)*(?:完成(?:全部|所有|各项)?(?:整改|整治|清理|验收|销号|清零|任务|工作)(?:工作|任务)?"
    r"|(?:整改|整治|清理|落实|销号)(?:到位|完毕|完成)|完成)"
)
# A part of what the task is of goes first.
_FIRST = lazy(r"第[一二三四五\d]批|[首前]批|先行|先期|率先|试点|部分|第[一二三四\d]阶段")
_SENTENCE = lazy(r"[。！!\n]")
_TITLE = lazy(r"[^，,；;：:（(]{2,24}")
_LAST_DAY = (12, 31)


class _Said(NamedTuple):
    """A deadline of running text: the clause that it stands in, without its words."""

    deadline: Deadline
    rest: str


def deadlines_contradict(plan: Plan) -> Iterator[Found]:
    """Two deadlines that are printed for the same action of one task contradict each other.

    ## Why it matters
    Whoever is to do the task goes by one of the days, whoever checks it by the other.

    ## When it keeps quiet
    Where the text names an earlier day for a step of its own (`6月底前印发方案`; for any step, if
    the whole is due by the year's end) or an aim that lies farther off (`到2025年`); where one of
    the two recurs or has no end (`持续推进`); for stages, for different actions, and where a merged
    cell gives one deadline to several tasks.

    ## Example
    `2022年6月底前` in the column of deadlines, and `年底前完成整改` in the text.

    ## What to do
    Decide on one day, or say what each of the two is for.
    """
    for task in plan.tasks:
        if len(task.deadlines) > 1:
            pair = _contradiction(task)
            if pair is not None:
                one, other = pair
                spans = (*one.provenance, *other.provenance)
                yield Found.of(task, spans, subject=one.raw, other=other.raw)


def _contradiction(task: Task) -> tuple[Deadline, Deadline] | None:
    """The first two deadlines of a task that cannot both hold."""
    fields = [one for one in task.deadlines if one.origin in _FIELD]
    said = [one for one in task.deadlines if one.origin == "text"]
    if len(fields) == 1 and "deadlines" not in task.inherited and said:
        other = _against(fields[0], said, task.text)
        if other is not None:
            return fields[0], other
    return _within_text(task.text, said)


def _against(field: Deadline, said: list[Deadline], text: str) -> Deadline | None:
    """The day in the text that the day of the column or bracket contradicts."""
    days = [one for one in said if one.kind == "date" and one.times is None]
    if field.kind not in ("date", "window") or len(days) != 1 or len(said) != 1:
        return None
    other = days[0]
    if _agree(field, other) or _AIM.match(other.raw) or other.due is None or field.due is None:
        return None
    if other.due > field.due:
        return other if other.due.year == field.due.year else None
    if field.kind != "date" or _FIRST.search(text):
        return None
    whole = _is_of_the_whole(text, other.raw) or _ends_before(field.due, other, text)
    return other if whole else None


def _ends_before(due: dt.date, other: Deadline, text: str) -> bool:
    """Whether the text ends on the day by which all of it is to be done, and `due` is later.

    By the year's end, a step is followed by what it led to.
    """
    if (due.month, due.day) == _LAST_DAY or text.count(other.raw) != 1:
        return False
    *titles, last = [part for part in _SENTENCE.split(text) if part.strip()] or [""]
    if any(_TITLE.fullmatch(title) is None for title in titles):
        return False
    *_, clause = _CLAUSE.split(last)
    return _ENDS.fullmatch(clause.replace(other.raw, "＊").strip()) is not None


def _agree(one: Deadline, other: Deadline) -> bool:
    """Whether some reading of the one is a reading of the other."""
    return bool(_days(one) & _days(other))


def _days(deadline: Deadline) -> set[dt.date | None]:
    return {deadline.due, *deadline.due_alternatives}


def _is_of_the_whole(text: str, raw: str) -> bool:
    """Whether the task says one thing only, and the day is of it."""
    parts = [part for part in _CLAUSE.split(text) if part.strip()]
    told = [part for part in parts if _DONE.fullmatch(part.replace(raw, "").strip()) is None]
    return len(told) <= 1 and text.count(raw) == 1


def _within_text(text: str, said: list[Deadline]) -> tuple[Deadline, Deadline] | None:
    """Two days of one text whose clauses say the same otherwise."""
    days = [one for one in said if one.kind == "date" and one.due and one.times is None]
    if len(days) < 2:
        return None
    for one, other in combinations(list(_clauses(text, days)), 2):
        same = one.rest == other.rest and len(_MANNER.sub("", one.rest)) >= _SHORTEST_ACTION
        if same and not _agree(one.deadline, other.deadline):
            return one.deadline, other.deadline
    return None


def _clauses(text: str, days: list[Deadline]) -> Iterator[_Said]:
    at = 0
    clauses = _CLAUSE.split(text)
    for day in days:
        for place in range(at, len(clauses)):
            if day.raw in clauses[place]:
                at = place
                yield _Said(day, clauses[place].replace(day.raw, "", 1).strip())
                break
