"""Where owners are stated: headings, labels, brackets and cells, told by their words alone.

In goes a heading or a text, out comes a Role or the ranges of text that name owners.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from zwgk_parse.patterns import lazy
from zwgk_parse.vocabulary.deadlines import deadline_clauses
from zwgk_parse.vocabulary.role_words import is_deadline_label, role_of_heading, tables
from zwgk_parse.vocabulary.unit_clauses import clauses
from zwgk_parse.vocabulary.unit_lists import BRACKET, CLOSING, OPENING, names
from zwgk_parse.vocabulary.unit_names import could_be_name, shape

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["labelled_fields", "looks_like_owners", "owner_brackets", "role_of_heading"]

_LONGEST_LABEL = 24
# A bracket or cell that states owners is no longer than this, and its own brackets no deeper.
_LONGEST_STATEMENT = 1500
_DEEPEST = 3

_COLON = lazy(r"(?<=[\w\s】\]〕）)])[:：︰]")
_BOXED = lazy(r"[【\[〔]([^【】\[\]〔〕]{2,24})[】\]〕]\s*[:：]?")
# This one and _NEXT_ITEM are compiled when a text holds labels.
_SOME_LABEL = r"(?:^|(?<=[；;。，,、\s（(]))[\u4e00-\u9fff]{2,8}\s*[:：]"
_BETWEEN = "；;。，,、：:（(【〔[ \t\u3000\n"
# Short words that are labels only where a field can begin.
_BODILESS = lazy(r"(?:单位|部门|[处科股]室|机构|机关|主体|时限|完成(?:时间|日期|期限))[）)]?$")
_NEXT_ITEM = (
    r"(?<![\d.．])\d{1,3}[.．、](?!\d)|[（(][一二三四五六七八九十]{1,3}[）)]"
    r"|(?<=[^\d])[一二三四五六七八九十]{1,3}、"
)


def labelled_fields(text: str) -> list[tuple[str, int, int, int]]:
    """Each labelled field of `text`: label without spaces, where it starts, its value's range.

    Labels of owners (`责任单位：`, `【牵头单位】`) and of deadlines (`时限：`); fields may run
    together. A value ends before the next label, of whatever kind, or the next numbered item.
    """
    labels = sorted(_labels(text))
    known = {behind for _, behind, _ in labels}
    others = re.finditer(_SOME_LABEL, text) if labels else ()
    unknown = {match.start() for match in others if match.end() not in known}
    stops = sorted(unknown.union(start for start, *_ in labels))
    found = []
    for start, behind, label in labels:
        at = bisect_left(stops, behind)
        end = stops[at] if at < len(stops) else len(text)
        item = None
        if not is_deadline_label(label):
            item = re.compile(_NEXT_ITEM).search(text, behind, end)
        value = text[behind : item.start() if item else end]
        begins = behind + len(value) - len(value.lstrip())
        ends = behind + len(value.rstrip(" \t\u3000\n；;。，,、【〔["))
        found.append((label, start, begins, max(begins, ends)))
    return found


def _labels(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, start of the value, label) of each label of an owner or deadline."""
    boxed = [match for match in _BOXED.finditer(text) if _is_label(_compact(match[1]))]
    for match in boxed:
        yield match.start(), match.end(), _compact(match[1])
    for colon in _COLON.finditer(text):
        if any(match.start() < colon.end() <= match.end() for match in boxed[-1:]):
            continue
        start = _label_start(text, colon.start())
        if start is not None:
            yield start, colon.end(), _compact(text[start : colon.start()])


def _label_start(text: str, end: int) -> int | None:
    """Where the longest label that ends at `end` starts, or None."""
    if text[max(0, end - _LONGEST_LABEL) : end].rstrip()[-1:] not in _last_signs():
        return None
    for start in range(max(0, end - _LONGEST_LABEL), end - 1):
        if text[start].isspace() or text[start] in _BETWEEN:
            continue
        label = _compact(text[start:end])
        if _is_label(label) and (_may_begin(text, start) or _needs_no_gap(label)):
            return start
    return None


@cache
def _last_signs() -> frozenset[str]:
    """What labels end with, so that most colons need no second look."""
    heading, deadline = tables()["heading"], tables()["deadline"]
    ends = [*heading["bodies"], *heading["whole"], *heading["people"], *deadline["labels"], "）)"]
    return frozenset(sign for word in ends for sign in word[-1]) | {"工", ")", "称"}


def _may_begin(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] in _BETWEEN


def _needs_no_gap(label: str) -> bool:
    return len(label) >= 4 and bool(_BODILESS.search(label))


def _is_label(label: str) -> bool:
    return len(label) > 1 and (role_of_heading(label) is not None or is_deadline_label(label))


def _compact(text: str) -> str:
    return re.sub(r"\s+", "", text)


@lru_cache(maxsize=1024)
def looks_like_owners(text: str) -> bool:
    """Whether the whole of `text` enumerates units or groups, as the cell of an owner column.

    The last name may be cut by a page end (`各镇人民政府；县直各`), or the first (`单位`).
    """
    words = _compact(text)
    if not words or len(words) > _LONGEST_STATEMENT:
        return False
    if re.fullmatch(r"(?:单位|部门|单位按?职[责能]分工落实|分工落实|落实)", words):
        return True
    if role_of_heading(words):
        return False
    fields = [field for field in labelled_fields(words) if role_of_heading(field[0])]
    if fields and fields[0][1] == 0:
        return all(looks_like_owners(words[start:end]) for _, _, start, end in fields)
    rest = _without_deadlines(words)
    return not re.search("[:：]", rest) and _enumerates_units(rest, may_be_cut=True)


_CUT_NAME = lazy(
    r"[省市县区]直(?:各|有|有关|其|其他)?|[省市县区]?(?:直属)?各(?:有关|镇|乡镇|级)?|[省市县区]政府各?|街道办?"
    r"|[省市县区].{2,14}|各.{1,6}"
)


def _enumerates_units(words: str, *, may_be_cut: bool = False, strict: bool = True) -> bool:
    """Whether `words` are names; not strictly: two whole names make up for one misprinted."""
    words = words.strip("。；;，,、 ")
    words = re.sub(r"[，,；;。](?:(?:[列排居]在?)?第一位.*|以下.*|下同)$", "", words)
    if not words or ("。" in words and len(words) > 400):
        return False
    found = [
        words[c.start + a : c.start + b]
        for c in clauses(words)
        for a, b in names(words[c.start : c.end])
    ]
    if not found:
        return False
    if may_be_cut and len(found) > 1 and _CUT_NAME.fullmatch(found[-1]):
        found.pop()
    misfits = [name for name in found if shape(_without_role(name)) is None]
    if strict or len(found) < 3 * len(misfits):
        return not misfits
    return all(could_be_name(name) for name in misfits)


def _without_role(name: str) -> str:
    """`name` without a bracket that only gives its role (`县司法局（牵头）`)."""
    return re.sub(r"[（(](?:牵头|主办|配合|协办|责任|指导|主责)(?:单位|部门)?[）)]$", "", name)


def _without_deadlines(words: str) -> str:
    """`words` with each deadline taken out."""

    for start, end in reversed(deadline_clauses(words)):
        words = words[:start] + words[end:]
    return re.sub(r"(?:时限|完成时[限间])[:：]|[（(][）)]", "", words)


_SAYS_ROLE = lazy(
    r"牵头|主办|负责|落实|配合|参与|协助|协办|指导|监督|监管|督办|会同|承办|实施|推进"
)


def owner_brackets(text: str) -> list[tuple[int, int]]:
    """The ranges, signs included, of the brackets that state owners, in order.

    By a label (`（责任单位：…）`), by role words behind units (`（A牵头，B配合）`), or as a bare
    enumeration in 【】 〔〕 [] or behind a full stop at the end of `text`. The last bracket may
    lack its closing sign.
    """
    found: list[tuple[int, int]] = []
    for start, end in sorted(_brackets(text)):
        if found and start < found[-1][1]:
            continue
        if end - start <= _LONGEST_STATEMENT and _states_owners(text, start, end):
            found.append((start, end))
    return found


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of all brackets but deep ones; one open at the end of `text` reaches to it."""
    stack: list[tuple[int, int]] = []
    for sign in BRACKET.finditer(text):
        position = sign.start()
        if sign[0] in OPENING:
            stack.append((position, 0))
        elif stack:
            start, height = stack.pop()
            if height < _DEEPEST:
                yield start, position + 1
            if stack:
                outer, below = stack[-1]
                stack[-1] = outer, max(below, height + 1)
    near = (start for start, height in stack[-_DEEPEST:] if height < _DEEPEST)
    yield from ((start, len(text)) for start in near)


def _states_owners(text: str, start: int, end: int) -> bool:
    closed = text[end - 1] in CLOSING and end - 1 > start
    words = _compact(text[start + 1 : end - closed])
    if any(role_of_heading(label) for label, *_ in labelled_fields(words)):
        return True
    if len(words) < 2:
        return False
    rest = _without_deadlines(words)
    if _SAYS_ROLE.search(rest) and any(c.closed for c in clauses(rest)):
        return _enumerates_units(rest, strict=False)
    if not closed or not _may_be_bare(text, start, end):
        return False
    return _enumerates_units(rest)


def _may_be_bare(text: str, start: int, end: int) -> bool:
    """Whether a bracket without role words may state owners: square, or behind a full stop."""
    at_end = not text[end:].strip("。；; \t\u3000\n")
    return at_end and (text[start] in "【〔[［" or text[:start].rstrip()[-1:] in ("。", "；", "！"))
