"""ZW208: a deadline in a year that is not the plan's."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.checks.found import Found
from zwgk_parse.checks.years import in_doubt
from zwgk_parse.patterns import lazy
from zwgk_parse.vocabulary.calendar import Clock
from zwgk_parse.vocabulary.deadline_prose import phrases_due
from zwgk_parse.vocabulary.deadlines import Plain

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Deadline, Plan, Task

# A title or heading that speaks of several years: deadlines spread over them.
_SEVERAL = lazy(
    r"(?:19|20)\d\d年?[-—–－―~～至到]{1,2}(?:19|20)?\d\d年?|[一二两三四五六七八九十\d]年(?:内|期|行动|规划|计划|方案|攻坚"
    r"|提升|滚动|任务|目标|来)|[“\"]?[一二]?十[一二三四五六七八九]?五[”\"]?(?:规划|时期|期间)|[远中长]期|远景|跨年"
)
# A year with a limit behind it: most texts have none, and need not be read for demands.
_PAST = lazy(r"(?<!\d)(20\d\d)\s*年[^，,。；;：:]{0,10}[前内止]")
# Words that say that another year is meant.
_MEANT = lazy(
    r"[到至]|十[一二三四五六七八九]五|力争|争取|预计|次年|翌年|明年|下一?年|跨年|持续|总结|年报|年度报告|考核|评估|验收|规划期|远期|中期"
)
# What says by itself that it lies farther off.
_AIM = lazy(r"到|至|力争|争取|次年|翌年|明年")
# What takes longer than a year by its nature.
_WORKS = lazy(
    r"工程|开工|竣工|投产|投用|投入使用|投入运营|通车|主体工程|主体结构|新建|扩建|改建|改造|封顶|建成"
)
_LIMITED = lazy(r"[前内止]$")
# What tells of the past: 2021年底前已完成…, 截至2021年底前, 原定2021年底前.
_TOLD = lazy(
    r"[，,]?[^，,。；;]{0,24}?(?:已|曾|了(?!解)|以来|累计|未|现有|的[^，,。；;]{0,12}(?:单位|项目|企业|人员|房屋)[，,、])"
)
_RECALLED = lazy(
    r"(?:截至|截止到?|自|从|原定?|原计划|本应|曾|规定|提出|要求|明确|对|将|把|在)[^，,。；;]{0,8}$"
)
_REPORT = lazy(r"[^。；;]{0,40}?(?:报送|上报|报(?![告道纸刊社])|反馈|提交)")
# By then, what the year was worth is reported and paid.
_CLOSING_MONTH = 3
# The month that a five-year plan ends in.
_LAST_MONTH = 12
# So many other deadlines show that a plan's lie in its year.
_FEWEST = 2
_NEAR = 10


class _Stray(NamedTuple):
    task: Task | None
    deadline: Deadline


def deadline_other_year(plan: Plan) -> Iterator[Found]:
    """A deadline is printed with another year than the plan's.

    ## Why it matters
    Plans are written on last year's file; a year that was not changed makes a task late before it
    is given, and one typed too high puts it off by a year.

    ## When it keeps quiet
    Where the year is not printed, or words give the reason (次年, 到2025年, 力争, 每年); for plans
    whose title or headings speak of several years; for what is told of the past (`2021年以来`,
    `2021年底前已完成`). A later year counts only in a yearly plan (its title prints the year, and
    at least two deadlines lie in it) that has it in one task alone, after the first quarter, and
    not for works, nor at the end of a five-year plan.

    ## Example
    A plan for 2022 with the deadline `2021年底前`.

    ## What to do
    Correct the year, or say why it is another one.
    """
    year = plan.year
    if year is None or _speaks_of_several_years(plan) or in_doubt(plan):
        return
    others = list(_in_other_years(plan, year))
    told = str(year) in (plan.title or "") + (plan.notice_title or "")
    if told or (plan.issued_on and plan.issued_on.year == year):
        for stray, due in others:
            if due.year < year:
                yield _found(stray, year)
        yield from _past_in_prose(plan, year)
    if told and plan.doc_type in ("key_points", "division"):
        later = [stray for stray, due in others if due.year > year]
        yield from _ahead(plan, year, later)


def _speaks_of_several_years(plan: Plan) -> bool:
    headings = [section.title for section in plan.sections]
    text = "\n".join([plan.title or "", plan.notice_title or "", *headings])
    return _SEVERAL.search(text) is not None


def _in_other_years(plan: Plan, year: int) -> Iterator[tuple[_Stray, dt.date]]:
    """The deadlines that print another year than `year`, and their days."""
    for task in plan.tasks:
        for deadline in task.deadlines:
            due = deadline.due
            if due and due.year != year and not deadline.year_inferred:
                yield _Stray(task, deadline), due
    for report in plan.reporting:
        due = report.deadline.due
        if due and due.year != year and not report.deadline.year_inferred:
            yield _Stray(None, report.deadline), due


def _past_in_prose(plan: Plan, year: int) -> Iterator[Found]:
    """Demands in running text for a day that was over before the plan's year."""
    for task in plan.tasks:
        for raw, _ in _past_demands(task.text, year):
            if all(deadline.raw != raw for deadline in task.deadlines):
                yield Found.of(task, subject=raw, year=year)
    for paragraph in plan.preamble:
        for raw, after in _past_demands(paragraph.text, year):
            if _REPORT.match(after):
                yield Found.of(None, paragraph.provenance, subject=raw, year=year)


def _past_demands(text: str, year: int) -> Iterator[tuple[str, str]]:
    """The words of each demand that `year` came too late for, and what follows them."""
    if "20" not in text or not any(int(match[1]) < year for match in _PAST.finditer(text)):
        return
    plain = Plain.of(text).text
    for phrase in phrases_due(plain, None):
        raw = plain[phrase.start : phrase.end]
        due = [one.due for one in phrase.read(Clock()) if one.due and not one.inferred]
        if not due or due[-1].year >= year or not _LIMITED.search(raw):
            continue
        before = plain[max(0, phrase.start - 12) : phrase.start]
        if not (_TOLD.match(plain, phrase.end) or _RECALLED.search(before)):
            yield raw, plain[phrase.end :]


def _ahead(plan: Plan, year: int, later: list[_Stray]) -> Iterator[Found]:
    """The one task of a yearly plan that is due in a later year, where nothing says why."""
    later = [stray for stray in later if not _AIM.match(stray.deadline.raw)]
    if len(later) != 1:
        return
    days = [deadline.due for task in plan.tasks for deadline in task.deadlines if deadline.due]
    task, deadline = later[0]
    within = sum(day.year == year for day in days) >= _FEWEST
    if task is not None and within and not _is_explained(task, deadline, year):
        yield _found(later[0], year)


def _is_explained(task: Task, deadline: Deadline, year: int) -> bool:
    due = deadline.due
    if due is None or (due.year == year + 1 and due.month <= _CLOSING_MONTH):
        return True
    if due.year % 5 == 0 and due.month == _LAST_MONTH:
        return True
    if deadline.start and deadline.start.year <= year:
        return True
    staged = any(other.due and other.due.year == year for other in task.deadlines)
    at = task.text.find(deadline.raw) if deadline.origin == "text" else -1
    printed = task.text[max(0, at - _NEAR) : at + 2 * _NEAR] if at >= 0 else deadline.raw
    return bool(staged or _MEANT.search(printed) or _WORKS.search(task.text))


def _found(stray: _Stray, year: int) -> Found:
    deadline = stray.deadline
    return Found.of(stray.task, deadline.provenance, subject=deadline.raw, year=year)
