"""Owners in running prose: in goes a text, out come the clauses that give a task to somebody.

Only a role word gives one (`由X牵头，Y配合`), and only where nothing but names stands before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.patterns import lazy
from zwgk_parse.vocabulary.unit_clauses import clauses
from zwgk_parse.vocabulary.unit_lists import depths, names
from zwgk_parse.vocabulary.unit_names import shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LONGEST_CLAUSE = 400
_CLAUSE_END = lazy(r"[。；;！？，,\n]")
# The subject that may stand before 由; 建立由X牵头的机制 describes, it does not assign.
_OPENING = lazy(
    r"\s*(?:.{0,12}(?:工作|任务|事项|行动|项目|活动|方案|意见|清单))?(?:主要|具体|统一|分别|原则上)?由"
)
_ROLE = lazy(r"(?:共同|联合)?(?P<role>牵头|主办|负责)")
# What the one in charge does may follow; a name or 的 may not.
_DOES = lazy(
    r"(?:$|(?:负责|落实|组织|制定|会同|实施|推进|开展|建立|研究|编制|起草|统筹|抓|做好|协调|办理|完成)[^的]{0,30}$)"
)


def statements(text: str, brackets: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The ranges of `text` outside `brackets` that name owners with a role word, in order."""
    if _ROLE.search(text) is None:
        return []
    found: list[tuple[int, int]] = []
    pending: tuple[int, int] | None = None
    leads = False
    text = _without(text, brackets)
    for start, end, opens in _clause_ranges(text):
        if opens:
            pending, leads = None, False
        lead = _lead(text, start, end)
        if lead:
            stop, leads = lead
            pending = None if leads else (start, stop)
            found += [(start, stop)] if leads else []
        elif (leads or pending) and _supports(text[start:end]):
            found += [pending, (start, end)] if pending else [(start, end)]
            pending, leads = None, True
        else:
            pending, leads = None, False
    return [(_behind_opening(text, start, end), end) for start, end in found]


def _clause_ranges(text: str) -> Iterator[tuple[int, int, bool]]:
    """The clauses of `text`, and whether each opens a sentence."""
    depth, at, opens = depths(text), 0, True
    for match in [*_CLAUSE_END.finditer(text), None]:
        if match and depth[match.start()]:
            continue
        end = match.start() if match else len(text)
        if at < end <= at + _LONGEST_CLAUSE:
            yield at, end, opens
        opens = match is None or match[0] not in "，,"
        at = match.end() if match else end


def _without(text: str, brackets: Iterable[tuple[int, int]]) -> str:
    """`text` with full stops in the place of `brackets`, so that its offsets stay."""
    pieces, at = [], 0
    for start, end in brackets:
        pieces += [text[at:start], "。" * (end - start)]
        at = end
    return "".join([*pieces, text[at:]])


def _lead(text: str, start: int, end: int) -> tuple[int, bool] | None:
    """Where the clause's role word ends and whether it says 牵头; None if it gives no task."""
    behind = _behind_opening(text, start, end)
    role = _ROLE.search(text, behind, end)
    if role is None or not _are_names(text[behind : role.start()]):
        return None
    leads = role["role"] != "负责"
    if not _DOES.match(text, role.end(), end) or (not leads and behind == start):
        return None
    return role.end(), leads


def _behind_opening(text: str, start: int, end: int) -> int:
    opening = _OPENING.match(text, start, end)
    return opening.end() if opening else start


def _are_names(text: str) -> bool:
    found = names(text)
    return bool(found) and all(shape(text[start:end]) for start, end in found)


def _supports(clause: str) -> bool:
    """Whether `clause` is nothing but names and a word that lets them support (`Y、Z配合`)."""
    found = clauses(clause)
    return all(
        part.role == "support" and _are_names(clause[part.start : part.end]) for part in found
    ) and bool(found)
