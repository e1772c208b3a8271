"""ZW224: a bracket or a quotation mark without its other half."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.checks.found import Found
from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan, Task
    from zwgk_parse.source import Span

_PAIRS = (
    "（）",
    "()",
    "《》",
    "“”",
    "〔〕",
    "‘’",
    "[]",
    "［］",
    "【】",
    "「」",
    "『』",
    "〈〉",
    "﹝﹞",
)
_OPENING = {pair[0]: pair for pair in _PAIRS}
_CLOSING = {pair[1]: pair for pair in _PAIRS}
# Signs by what they do: （…) is mixed, but it is one pair.
_ALIKE = ("（）()", "〔〕[]［］【】﹝﹞", '“”"', "《》", "‘’", "「」", "『』", "〈〉")
_KINDS = {mark: signs[0] for signs in _ALIKE for mark in signs}
_STRAIGHT = '"'
_NOT_CLOSED, _NOT_OPENED = "it is not closed", "it is not opened"
_MIXED = "it is closed by one of another kind"
_SIGN = lazy(r"[（）()《》“”〔〕‘’\[\]［］【】「」『』〈〉﹝﹞\"]")
# Between two texts stands a sign that no pair can enclose.
_END = "\0"
_SIGN_OR_END = lazy(r"[（）()《》“”〔〕‘’\[\]［］【】「」『』〈〉﹝﹞\"\0]")
_OTHERS = lazy(r"[^（）()《》“”〔〕‘’\[\]［］【】「」『』〈〉﹝﹞\"]+")
_WHOLE = lazy(r'（）|\(\)|《》|“”|〔〕|‘’|\[\]|［］|【】|「」|『』|〈〉|﹝﹞|""')
# The number of an item, whose bracket only closes: 1） 2) a) 一）.
_NUMBERS = lazy(
    r"(?:(?<=[\s，,。；;：:、！!？?）)])|^)\s*(?:\d{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,3})(?P<close>[）)])"
)
_APOSTROPHES = lazy(r"(?<=[A-Za-z])[’‘'](?=[A-Za-z\s])")
_BEFORE, _AFTER = 6, 8
# Nobody nests deeper; what does is not closed.
_DEEPEST = 20


class _Passage(NamedTuple):
    task: Task | None
    text: str
    spans: tuple[Span, ...] = ()


class _Sign(NamedTuple):
    mark: str
    at: int


class _Fault(NamedTuple):
    """The sign that has no other half, where it stands, and what is amiss with it."""

    sign: str
    at: int
    reason: str


def brackets_unbalanced(plan: Plan) -> Iterator[Found]:
    """A bracket or a quotation mark has no other half, or one of another kind.

    ## Why it matters
    It is the mark of a text that was cut or pasted; where a bracket does not end, what belongs in
    it (an owner, a document number) cannot be told, by readers or by programs.

    ## When it keeps quiet
    For the numbers of items (`1）`, `a)`), for apostrophes, and where what is opened in one task or
    paragraph is closed in the next.

    ## Example
    `（县府办负责`, `《政府信息公开条例`, `（阳府办函〔2020]87号)`.

    ## What to do
    Add the missing half, or use the same kind on both sides.
    """
    if _is_balanced(plan):
        return
    yield from _in_order([_Passage(task, task.text) for task in plan.tasks])
    # A page's own words (【字体：大 中 小】) may come as paragraphs; a document's have stops.
    paragraphs = [one for one in plan.preamble if "。" in one.text]
    yield from _in_order([_Passage(None, one.text, one.provenance) for one in paragraphs])
    for passage in _others(plan):
        yield from _in_order([passage])


def _is_balanced(plan: Plan) -> bool:
    """Whether every text is sound by itself, as nearly always: asked of all of them at once."""
    texts = [plan.title or "", plan.notice_title or ""]
    texts += [section.title for section in plan.sections]
    texts += [one.text for one in plan.preamble]
    for task in plan.tasks:
        texts += task.text, task.owners_raw or ""
        if task.columns:
            texts += [column.text for column in task.columns]
    return not _left("".join(_SIGN_OR_END.findall(_END.join(texts)))).strip(_END)


def _others(plan: Plan) -> Iterator[_Passage]:
    """Titles, and the cells of tasks: each stands for itself."""
    titles = [plan.title, plan.notice_title, *(section.title for section in plan.sections)]
    yield from (_Passage(None, title) for title in titles if title)
    for task in plan.tasks:
        if task.owners_raw:
            yield _Passage(task, task.owners_raw)
        yield from (_Passage(task, column.text) for column in task.columns)


def _in_order(passages: list[_Passage]) -> Iterator[Found]:
    """The faults of passages that follow one another, but for those that go on in the next."""
    faults = [_fault(passage.text) for passage in passages]
    joined: set[int] = set()
    for place, (fault, later) in enumerate(pairwise(faults)):
        if fault and later and _close_each_other(fault, later):
            joined |= {place, place + 1}
    for place, (passage, fault) in enumerate(zip(passages, faults, strict=True)):
        if fault and place not in joined:
            start = max(0, fault.at - _BEFORE)
            words = passage.text[start : fault.at + _AFTER + 1]
            yield Found.of(passage.task, passage.spans, subject=words, reason=fault.reason)


def _close_each_other(fault: _Fault, later: _Fault) -> bool:
    halves = (fault.reason, later.reason) == (_NOT_CLOSED, _NOT_OPENED)
    return halves and _OPENING.get(fault.sign) == _CLOSING.get(later.sign)


def _fault(text: str) -> _Fault | None:
    """The first sign of `text` that is amiss."""
    return _search(text) if _left(_OTHERS.sub("", text)) else None


def _left(signs: str) -> str:
    """What is left of `signs` when pairs that enclose nothing are taken away, again and again."""
    before = ""
    for _ in range(_DEEPEST):
        if not signs or signs == before:
            break
        before, signs = signs, _WHOLE.sub("", signs)
    return signs


def _search(text: str) -> _Fault | None:
    numbers = {match.start("close") for match in _NUMBERS.finditer(text)}
    apostrophes = {match.start() for match in _APOSTROPHES.finditer(text)}
    opened: list[_Sign] = []
    for match in _SIGN.finditer(text):
        sign = _Sign(match[0], match.start())
        if sign.at in apostrophes or (sign.at in numbers and not _may_close(sign, opened)):
            continue
        if len(opened) > _DEEPEST:
            break
        if sign.mark in _OPENING or (sign.mark == _STRAIGHT and not _may_close(sign, opened)):
            opened.append(sign)
        elif fault := _closed(sign, opened):
            return fault
    return _Fault(*opened[0], _NOT_CLOSED) if opened else None


def _may_close(sign: _Sign, opened: list[_Sign]) -> bool:
    return any(_KINDS.get(one.mark) == _KINDS.get(sign.mark) for one in opened)


def _closed(sign: _Sign, opened: list[_Sign]) -> _Fault | None:
    """Take from `opened` what `sign` closes, or tell why it closes nothing."""
    if not opened or not _may_close(sign, opened):
        return _Fault(*sign, _NOT_OPENED)
    last = opened.pop()
    if last.mark + sign.mark in _PAIRS:
        return None
    if _KINDS[last.mark] == _KINDS[sign.mark]:
        return _Fault(*last, _MIXED)
    return _Fault(*last, _NOT_CLOSED)
