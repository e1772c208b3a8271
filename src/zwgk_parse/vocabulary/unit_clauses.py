"""Clauses of owners: in goes an enumeration text, out comes which part of it has which role.

A clause ends at ， ； 。 or at a role word of its own (`A牵头、B配合`); what closes it (`牵头`,
`按职责分工落实`) is no part of the names.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.patterns import lazy
from zwgk_parse.vocabulary.role_words import alternation, role_words, tables
from zwgk_parse.vocabulary.unit_lists import depths, names
from zwgk_parse.vocabulary.unit_names import LONGEST_NAME, shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zwgk_parse.plan.model import Role

# Words that put names beside others (会同): those before lead, those behind support.
ALONGSIDE = frozenset(tables()["alongside"]["words"])

# Closing words are looked for in this many characters before a clause's end.
_LONGEST_CLOSING = 80

_BY_DUTY = (
    r"(?:按照?|依照?|依据|根据|结合|对照|立足|在)"
    r"(?:各自|本|其|有关|相关|部门|工作|任务|法定|自身|单位|行业|属地|条线|业务|实际|管理|的|和|、){0,8}"
    r"(?:职责|职能|分工|权限|任务|要求|原则|范围|领域)(?:职责|职能|分工|范围|任务|权限|要求|划分|以?内|和|、){0,6}"
)
# Words that may stand before a closing word, and closing words that tell no role.
_FILLING = (
    "分别|各自|要|应|须|共同|具体|积极|主动|全力|认真|切实|做好|抓好|加强|强化|予以|给予|进行|总体|业务|日常|全面|密切"
    "|组织(?=实施|开展|推[进动]|落实|协调|完成|办理|做好|指导|督)|统筹|协调|和|并|、|为"
)
_MANNER = (
    "负责|抓落实|落实|落地|实施|推进|推动|办理|执行|完成|承办|承担|开展|抓总|保障|到位|贯彻"
    "|[为是](?:牵头|责任|配合|协办|主办)(?:单位|部门)"
)


def _pattern(words: Iterable[str]) -> str:
    """A pattern for any of the role words; 区政协办 is an office, not one that helps."""
    return alternation(list(words)).replace("协办", "(?<!政)协办")


@cache
def _closing() -> re.Pattern[str]:
    roles = _pattern(role_words())
    return re.compile(rf"(?:{_BY_DUTY}|{_MANNER}|{roles}|联合(?!会)|{_FILLING})++$")


@cache
def _last_word() -> re.Pattern[str]:
    """What closing words must end with, so that 社会组织 keeps its 组织."""
    roles = _pattern(role_words())
    return re.compile(rf"(?:{_BY_DUTY}|{_MANNER}|(?:{roles})(?:工作|检查|管理)?)$")


@cache
def _any_role() -> re.Pattern[str]:
    return re.compile(_pattern(role_words()))


@cache
def _within() -> re.Pattern[str]:
    """A role word that ends a clause without a comma: 区府办牵头、各科室配合."""
    lead = alternation(tables()["words"]["lead"])
    other = _pattern(word for word, role in role_words().items() if role != "lead")
    return re.compile(
        rf"(?P<cut>[，,；;。])|(?:{lead})(?:负责|落实|组织|实施|抓总|推进)*+(?!单位|部门|[处科]室|的|人|领导|起草)"
        rf"|(?:{other}|负责|落实|实施)(?=[、\s]|[（(])"
    )


class Clause(NamedTuple):
    """The names at start:end share `role`, which `word` gave; None where no word stands there.

    `closed` says that closing words ended it, `ended` that a ； or 。 or the text's end did.
    """

    start: int
    end: int
    role: Role | None
    word: str | None
    closed: bool
    ended: bool


def clauses(text: str) -> list[Clause]:
    """The clauses of `text`, each with the role that its own words give, or the next one's.

    A clause without closing words shares the role word that closes its sentence part
    (`A，B配合`); a group does not lead so (`各镇，县司法局牵头`).
    """
    found = [
        part
        for start, end, ended in _stretches(text)
        for part in _alongside(text, _closed(text, start, end, ended=ended))
    ]
    for index in range(len(found) - 2, -1, -1):
        clause, following = found[index], found[index + 1]
        if clause.closed or clause.ended or clause.role or following.role is None:
            continue
        if following.role == "lead" and _is_open(text, clause):
            continue
        found[index] = Clause(
            clause.start, clause.end, following.role, following.word, closed=False, ended=False
        )
    return found


def _is_open(text: str, clause: Clause) -> bool:
    here = text[clause.start : clause.end]
    return any(shape(here[start:end]) == "group" for start, end in names(here))


def _stretches(text: str) -> Iterator[tuple[int, int, bool]]:
    """The ranges between the ends of clauses, and whether ； or 。 or the text's end follows."""
    depth, at = depths(text), 0
    for match in _within().finditer(text):
        if depth[match.start()] or match.start() < at:
            continue
        end = match.start() if match["cut"] else match.end()
        rest = re.compile(r"[、，,；;。\s]*").match(text, end)
        stop = rest.end() if rest else end
        if text[at:end].strip():
            ended = stop == len(text) or any(sign in text[end:stop] for sign in "；;。")
            yield at, end, ended
        at = stop
    if text[at:].strip():
        yield at, len(text), True


def _closed(text: str, start: int, end: int, *, ended: bool) -> Clause:
    """The clause at start:end without its closing words, and the role they give."""
    opening = re.compile(r"\s*(?:(?:具体|分别|其中|统一)?[由请]|其中[，,]?)?").match(
        text, start, end
    )
    start = opening.end() if opening else start
    closing = _closing().search(text, max(start, end - _LONGEST_CLOSING), end)
    if closing is not None and not _last_word().search(closing[0]):
        closing = None
    if closing is None or not _are_names(text[start : closing.start()]):
        closing = _description(text, start, end) or closing
    if closing is None:
        return Clause(start, end, None, None, closed=False, ended=ended)
    word = _any_role().search(re.sub(_BY_DUTY, "", closing[0]))
    role = role_words()[word[0]] if word else None
    return Clause(start, closing.start(), role, word[0] if word else None, closed=True, ended=ended)


def _are_names(text: str) -> bool:
    """Whether `text` enumerates whole names and nothing else."""
    found = names(text)
    return bool(found) and all(shape(text[start:end]) is not None for start, end in found)


_TURN = lazy(r"(?:按照?|依据|根据).{0,8}职[责能]|负责|牵头|配合|协助|参与|指导|督促|承担|做好|抓好")


def _description(text: str, start: int, end: int) -> re.Match[str] | None:
    """Where whole names go over into what they do (`县财政局负责资金保障`)."""
    turn = _TURN.search(text, start, min(end, start + 10 * LONGEST_NAME))
    if turn is None or turn.start() == start:
        return None
    if not _are_names(text[start : turn.start()]):
        return None
    return re.compile(r".+", re.DOTALL).match(text, turn.start(), end)


def _alongside(text: str, clause: Clause) -> Iterator[Clause]:
    """The clause parted at 会同: those before it lead, those behind it support."""
    words = alternation(list(ALONGSIDE))
    pattern = re.compile(rf"(?:{words})(?!会|委|协|局|务|业|标)")
    match = pattern.search(text, clause.start, clause.end)
    if match is None:
        yield clause
        return
    before = text[clause.start : match.start()]
    if before.strip() and not _are_names(before):
        yield clause
        return
    if before.strip():
        yield Clause(clause.start, match.start(), "lead", match[0], closed=True, ended=False)
    yield Clause(match.end(), clause.end, "support", match[0], closed=True, ended=clause.ended)
