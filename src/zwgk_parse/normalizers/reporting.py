"""What binds the whole plan: in go the words of a notice, out come the reports that it demands.

A demand is a sentence that has something reported to somebody (报送, 上报, 反馈, 报X办公室) by a
deadline: `于11月22日前将落实情况报区政府办公室`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zwgk_parse.diagnostics import Diagnostic, Result
from zwgk_parse.normalizers.deadlines import read_deadlines
from zwgk_parse.patterns import lazy
from zwgk_parse.plan.model import Deadline, Reporting
from zwgk_parse.vocabulary.documents import is_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zwgk_parse.document.passage import Passage

_LONGEST = 1000
_SENTENCE = lazy(r"[。；;！!]")
_COMMA = lazy(r"[，,]")
_VERB = lazy(
    r"报送|上报|报至|报到|报给|报备|书面报告|函告|反馈(?:至|给|到)?|提交(?:至|给)?|报告|报"
)
# 报 alone is a verb only before the name of a body, and not behind one of these.
_COMPOUNDS = tuple("年月周日季汇申通情预公海举简快电填编呈续转上")
_DENIED = ("未", "不", "应", "可")
# This one and _TOWARDS are compiled when a plan needs them: `re` unfolds their ranges.
_RECIPIENT = (
    r"(?P<unit>[\u4e00-\u9fff]{2,40}(?:[（(][^（）()]{1,60}[）)])?)"
    r"(?:备案|备查|汇总|审核|审定|审批|审查|邮箱|存档)?[^\u4e00-\u9fff]*"
)
# A clause ends outside of brackets: 报区政府办公室（联系人：陈某，电话：…）。
_CLAUSE = lazy(r"(?:[（(][^（）()]*[）)]|[^，,。；;])*")
_BRACKET = lazy(r"[（(][^（）()]*[）)]$")
_TAIL = lazy(r"(?:备案|备查|汇总|审核|审定|审批|审查|邮箱|存档)+$")
_TOWARDS = r"[向给](?P<unit>[\u4e00-\u9fff]{3,40})$"
_DISPOSAL = lazy(r"[将把](?P<what>.+)$")
_MANNER = lazy(r"(?:书面|及时|按时|统一|一并|分别|以书面形式|以正式文件)+$")
_MAKING = lazy(
    r"^(?:并|同时|及时|认真|研究提出|提出|研究制定|梳理形成|形成|汇总形成|汇总|填写|填报|撰写|制定|以|按要求)+"
)


def read_reporting(passages: Iterable[Passage], year: int | None) -> Result[tuple[Reporting, ...]]:
    """The demands for reports in `passages`, in order; `year` is the plan's."""
    found: list[Reporting] = []
    said: list[Diagnostic] = []
    for passage in passages:
        for sentence in passage.split(_SENTENCE):
            for verb in _verbs(sentence.text[:_LONGEST]):
                result = _demanded(sentence, verb, year)
                found += result.value
                said += result.diagnostics
    return Result(tuple(found), tuple(said))


def _verbs(text: str) -> Iterator[re.Match[str]]:
    """The verbs of reporting outside brackets and titles."""
    for match in _VERB.finditer(text):
        before = text[: match.start()]
        inside = len(re.findall(r"[（(《]", before)) > len(re.findall(r"[）)》]", before))
        if not inside and _is_verb(match[0], before, text[match.end() :]):
            yield match


def _is_verb(word: str, before: str, after: str) -> bool:
    """Whether `word` demands a report: not the 报 of 年报 and 申报, not the noun 报告."""
    if word == "报":
        return not before.endswith(_COMPOUNDS) and _recipient(after) is not None
    if word == "报告":
        towards = re.search(_TOWARDS, before)
        return towards is not None and is_unit(towards["unit"])
    return not before.endswith(_DENIED)


def _demanded(
    sentence: Passage, verb: re.Match[str], year: int | None
) -> Result[tuple[Reporting, ...]]:
    """One Reporting for each deadline of the clause nearest before the verb that has one."""
    clauses = _clauses(sentence.text, verb.start())
    for number, (start, end) in reversed(list(enumerate(clauses))):
        read = read_deadlines(sentence.slice(start, end), year=year, origin="notice")
        dated = [deadline for deadline in read.value if deadline.kind != "ongoing"]
        if not dated:
            continue
        what, recipient = _objects(sentence, verb, clauses[number:], dated)
        if number and not what:
            what = sentence.slice(*clauses[number - 1]).tidy().text
        demands = tuple(
            Reporting(deadline=deadline, what=what, recipient=recipient) for deadline in dated
        )
        return Result(demands, read.diagnostics)
    return Result(())


def _clauses(text: str, end: int) -> list[tuple[int, int]]:
    """The clauses of `text` up to `end`, cut at commas outside brackets."""
    cuts = [
        match.span()
        for match in _COMMA.finditer(text, 0, end)
        if len(re.findall(r"[（(]", text[: match.start()]))
        <= len(re.findall(r"[）)]", text[: match.start()]))
    ]
    starts = [0, *(stop for _, stop in cuts)]
    ends = [*(start for start, _ in cuts), end]
    return list(zip(starts, ends, strict=True))


def _objects(
    sentence: Passage,
    verb: re.Match[str],
    clauses: list[tuple[int, int]],
    deadlines: list[Deadline],
) -> tuple[str, str | None]:
    """What is to be reported, and to whom: what stands between 将 and the verb, else behind it."""
    before = sentence.slice(clauses[0][0], verb.start()).tidy().text
    clause = _CLAUSE.match(sentence.slice(verb.end()).tidy().text)
    after = clause[0] if clause else ""
    recipient = _recipient(after)
    towards = re.search(_TOWARDS, before)
    if towards and is_unit(towards["unit"]):
        recipient, before = towards["unit"], before[: towards.start()]
    disposal = _DISPOSAL.search(before)
    if disposal:
        return _MANNER.sub("", disposal["what"].strip("，, ")), recipient
    if recipient is None or towards:
        return after, recipient
    return _made(before, clauses, deadlines), recipient


def _recipient(after: str) -> str | None:
    """The body at the head of what follows the verb, without what it is to do with the report."""
    match = re.match(_RECIPIENT, after)
    if match is None:
        return None
    unit = _TAIL.sub("", match["unit"])
    # A bracket may name a section of the body, or whom to call.
    return next((name for name in (unit, _BRACKET.sub("", unit)) if is_unit(name)), None)


def _made(before: str, clauses: list[tuple[int, int]], deadlines: list[Deadline]) -> str:
    """What was made in the clause before the verb: `研究提出…名单，报送` → `…名单`."""
    if len(clauses) == 1:
        raw = deadlines[-1].raw
        rest = before.rpartition(raw)[2] if raw in before else ""
        return _MAKING.sub("", rest).strip("，, ")
    made = [piece for piece in _COMMA.split(before) if piece][-1]
    return _MAKING.sub("", made).strip()
