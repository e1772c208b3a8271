"""ZW222: last year's words in this year's plan."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found
from zwgk_parse.checks.places import spans_at
from zwgk_parse.checks.years import LOOKS_BACK, OTHERWISE, YEAR, in_doubt, years_of
from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan
    from zwgk_parse.source import Span

_TITLE = lazy(r"《[^《》]*》")
# The kinds of plans: what a plan calls itself behind its subject.
_KINDS = (
    r"(?:工作要点|主要任务|重点任务|重点工作|工作重点|工作任务|任务分解|分工方案|责任分工|工作方案|实施方案"
    r"|行动方案|行动计划|工作安排|工作计划|任务清单|责任清单)"
)
_LISTS = r"(?:重点|任务|培训|学习|宣传)+(?:台账|清单|计划)"
_KIND = lazy(_KINDS)
# Headings of a year's work.
_WORK = lazy(r"^\D{0,8}\d{4}\s*年度?的?[^，,。]{0,12}(?:重点|主要|工作|任务|要点|措施|安排|公开)")
# The other year's work is what is told, judged or compared.
_TOLD_BEFORE = lazy(
    r"(?:总结|回顾|通报|评估|考核|考评|评价|梳理|检查|督查|对照|针对|[较比与同和在自从对]|结合|参照|延续|巩固|发布|编制|公开|公布|上报"
    r"|报送|谋划|印发|制定|废止|原)[^，,。；;：:]{0,10}$"
)
_TOLD_AFTER = lazy(
    r"[^，,。；;]{0,14}?(?:情况|成效|成绩|总结|评估|考核|考评|评价|第三方|报告|年报|结果|存在|问题|成果|经验|以来|中|完成|取得|基础|检查|督查"
    r"|通报|决算|反馈|通知|废止|停止|整改|已)"
)
_DEMANDED = lazy(
    r"(?:按照|根据|围绕|落实|推进|加强|抓好|做好|实施|部署|推动|深化|细化|确保|为)[^，,。；;：:]{0,12}$"
)
_ISSUED = lazy(r"[^。；;]{0,30}(?:同意|通过|批准|审定)|[^。；;]{0,10}印发")
_NEAR = 24
# What is drawn up when the year that it is for begins.
_DRAWN_UP = lazy(
    r"(?:编制|制定|制订|拟定|拟订|建立|出台|印发)(?P<words>[^，,。；;：:《》“”]{0,12}?(?P<y>(?:19|20)\d\d)\s*年度?的?"
    r"(?:[全本我各][省市州县区旗镇乡级部门单位]{1,2}的?)?(?P<what>重大(?:行政)?决策(?:事项)?目录|立法(?:工作)?计划"
    r"|(?:行政)?规范性文件(?:制定|起草|立项)?计划|(?:业务|专题|干部|普法|教育)*(?:培训|学法|普法)(?:工作)?计划"
    r"|(?:重点|主要)?工作(?:要点|计划|安排|任务清单|任务台账)))"
)
_DRAWING_UP = lazy(r"(?:编制|制定|制订|拟定|拟订|建立|出台|印发)[^，,。；;：:]{0,12}$")
_INSTRUMENT = lazy(r"(?:重点|主要|年度|的)*(?:任务|工作)?(?:台账|清单|分解表|计划|方案|要点|安排)")
_DONE_BEFORE = lazy(r"[已曾原未][^，,。；;：:]{0,14}$")
# The opening of a paragraph that says what is to be done in the year: 2021年，全县政务公开工作要….
_DEMANDING = (
    r"(?:的?(?:总体|主要|工作|基本|指导|重点)(?:要求|思路|思想|目标|任务|工作)[是为：:]"
    r"|(?:必须|应当|要(?![求点素闻件务领紧旨义])))"
)
_PAST = lazy(
    r"[已曾]|(?<!为)了(?!解)|以来|取得|圆满|成效|得到|[根依]据|按照|提出|报告|明确|印发|回顾|上一?年"
)


def leftover_year(plan: Plan) -> Iterator[Found]:
    """Last year stands where the plan's own should, as if copied from last year's plan.

    ## Why it matters
    A plan with last year's title is filed under last year, and shows that it was not read again
    before it was issued.

    ## When it keeps quiet
    For history (`2021年以来`, `2021年，全县政务公开工作取得新成效`), comparisons
    (`较2021年增长`), reports, budgets, lists and reviews of another year, spans of years,
    documents cited in 《》, and headings that look back; where most of the plan
    speaks against the year of its title (ZW229).

    ## Example
    A notice that issues the key points for 2022 over a plan headed `甲县2021年政务公开工作要点`;
    `按照2021年政务公开工作要点要求`, `编制2021年度重大行政决策事项目录`, or an introduction that
    begins `2021年，全县政务公开工作要`, in a plan for 2022.

    ## What to do
    Correct the year; where the other year is meant, say what of it.
    """
    yield from leftover_title(plan)
    subject = _subject(plan.title or "")
    if plan.year is None or subject is None or in_doubt(plan):
        return
    yield from _in_notice(plan, plan.year, subject)
    for task in plan.tasks:
        if "20" in task.text and YEAR.search(task.text):
            for words in dict.fromkeys(_left_over(task.text, plan.year, subject)):
                yield Found.of(task, subject=words, year=plan.year)


def _in_notice(plan: Plan, year: int, subject: str) -> Iterator[Found]:
    """An earlier year's work in headings, among attachments, or as what a notice issues."""
    spans: dict[str | None, tuple[Span, ...]] = {}
    for section in plan.sections:
        if words := _in_heading(section.title, year):
            spans[words] = spans_at(plan, section)
    spans |= {_opening(one.text, year, subject): one.provenance for one in plan.preamble}
    for attachment in plan.attachments:
        spans |= {f"{match['y']}年": () for match in _named(attachment.title or "", year, subject)}
    for paragraph in plan.preamble:
        spans |= dict.fromkeys(_as_issued(paragraph.text, year, subject), paragraph.provenance)
    for words, places in spans.items():
        if words is not None:
            yield Found.of(None, places, subject=words, year=year)


def leftover_title(plan: Plan) -> Iterator[Found]:
    """A title that names another year than the notice's title, or than the day of issue."""
    years = years_of(plan)
    year, notice, issued = years.title, years.notice, years.issued
    others = years._replace(title=None, notice=None, issued=None).votes()
    if year and notice and year != notice:
        balance = others[year] - others[notice]
        for_title = balance > 0 or (balance == 0 and issued == year)
        wrong, right = (notice, year) if for_title else (year, notice)
        yield Found.of(None, subject=f"{wrong}年", year=right)
        return
    if year is None or issued is None or plan.doc_type != "key_points":
        return
    # Where the others are for the title, the day of issue may be the wrong one (ZW229).
    if year < issued and others[issued] >= others[year]:
        yield Found.of(None, subject=f"{year}年", year=issued)


def _subject(title: str) -> str | None:
    """What a yearly plan is about, by its title: 政务公开; None where the title prints no year."""
    match = YEAR.search(title)
    if match is None or OTHERWISE.search(title):
        return None
    rest = title[match.end() :].lstrip("年度的 ")
    kind = _KIND.search(rest)
    if kind is None:
        return None
    words = rest[: kind.start()] or kind[0]
    return words[-4:]


def _in_heading(heading: str, year: int) -> str | None:
    """The year of the heading of an earlier year's work."""
    match = YEAR.search(heading)
    if match is None or int(match[0]) >= year or OTHERWISE.search(heading):
        return None
    told = LOOKS_BACK.search(heading) or "《" in heading
    return f"{match[0]}年" if _WORK.match(heading) and not told else None


@lru_cache(maxsize=64)
def _pattern(subject: str) -> re.Pattern[str]:
    """Another year's plan: its year, a few words such as the place, and the plan's subject."""
    return re.compile(
        rf"(?<!\d)(?P<y>(?:19|20)\d\d)\s*年度?的?(?P<words>[^，,。；;：:《》“”]{{0,12}}?{re.escape(subject)}"
        rf"[^，,。；;：:《》“”]{{0,4}}?)(?P<kind>{_KINDS}|工作|{_LISTS})"
    )


def _named(text: str, year: int, subject: str) -> Iterator[re.Match[str]]:
    """Where `text` names a plan or the work of an earlier year."""
    if "20" in text and YEAR.search(text):
        for match in _pattern(subject).finditer(text):
            if int(match["y"]) < year and not OTHERWISE.match(text, match.start()):
                yield match


def _as_issued(text: str, year: int, subject: str) -> Iterator[str]:
    """An earlier year's plan that a notice says it issues: `《…2021年…》已经…同意，现印发`."""
    for match in _named(text, year, subject):
        closing = text.find("》", match.end(), match.end() + _NEAR)
        if match["kind"] != "工作" and closing >= 0 and _ISSUED.match(text, closing):
            yield f"{match['y']}年"


@lru_cache(maxsize=64)
def _openings(subject: str) -> re.Pattern[str]:
    """The opening of a paragraph on a year's work: its year, who, the plan's subject, a demand."""
    who = r"(?:全[省市州县区旗镇乡][^，,。；;：:]{0,6}|各[级镇乡街地部单][^，,。；;：:]{0,8}?)"
    return re.compile(
        rf"\s*(?P<y>(?:19|20)\d\d)\s*年度?[，,]?"
        rf"(?:[^，,。；;：:]{{0,12}}?{re.escape(subject)}(?:工作)?|{who}?){_DEMANDING}"
    )


def _opening(text: str, year: int, subject: str) -> str | None:
    """The year of a paragraph that opens with what is to be done in an earlier year."""
    if text.lstrip()[:2] not in ("19", "20"):
        return None
    match = _openings(subject).match(text)
    if match is None or int(match["y"]) >= year or str(year) in text or OTHERWISE.match(text):
        return None
    return None if _PAST.search(text.partition("。")[0]) else f"{match['y']}年"


def _left_over(text: str, year: int, subject: str) -> Iterator[str]:
    """An earlier year's plan or work that a task speaks of as its own."""
    plain = _TITLE.sub(lambda title: "＊" * len(title[0]), text)
    for match in _named(plain, year, subject):
        if _is_demanded(plain, match):
            yield match[0]
    for match in _DRAWN_UP.finditer(plain):
        before = plain[max(0, match.start() - _NEAR) : match.start()]
        told = _DONE_BEFORE.search(before) or _TOLD_AFTER.match(plain, match.end())
        if int(match["y"]) < year and not told and not OTHERWISE.search(match[0]):
            yield match["words"][match.start("y") - match.start("words") :]


def _is_demanded(plain: str, match: re.Match[str]) -> bool:
    """Whether a plan or the work that `match` names is to be followed, done or drawn up."""
    before = plain[max(0, match.start() - _NEAR) : match.start()]
    if _TOLD_AFTER.match(plain, match.end()):
        return False
    if _DRAWING_UP.search(before) and not _DONE_BEFORE.search(before):
        return match["kind"] != "工作" or _INSTRUMENT.match(plain, match.end()) is not None
    return bool(_DEMANDED.search(before)) and not _TOLD_BEFORE.search(before)
