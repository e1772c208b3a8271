"""Enumerations of units: in goes printed text, out comes where each name of it stands.

Units are enumerated with 、 ， ； spaces, 和 及 以及 与, and with nothing at all
(`省财政厅省国税局`); most of these also stand inside names (`发展和改革局`) or are layout.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from zwgk_parse.patterns import lazy
from zwgk_parse.vocabulary.unit_names import LEVEL_HEAD, LONGEST_NAME, is_group, shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.document.passage import Passage

OPENING, CLOSING = "（(〔[【［", "）)〕]】］"
BRACKET = lazy("[" + re.escape(OPENING + CLOSING) + "]")
_SPACES = lazy(r"\s+")
_SEPARATOR = lazy(r"[、，,；;。：:|｜/\n]|(?<![A-Za-z0-9])\s|\s(?![A-Za-z0-9])")
_CONJUNCTION = lazy(r"以及|[和及与暨]")
# 等 closes an enumeration, with what it leaves open: 等部门, 等18个部门, 等有关部门和单位.
_KINDS = r"(?:部门|单位|处室|科室|股室|机构|企业|地方|方面)"
AND_OTHERS = lazy(
    r"(?<![高中初平同特优])等(?:[\d一二三四五六七八九十]{1,3}个|多个|[省市县区](?:直|级|属)|相关|有关|各|职能|成员|行业|主管|责任|涉及|其他)*"
    rf"{_KINDS}?(?:[和及、](?:有关|相关)?{_KINDS})?(?=$|[、，,；;。\s）)和及]|以及)"
)
# What opens a new name wherever it stands behind a whole one.
_NEW_NAME = lazy(
    rf"{LEVEL_HEAD.pattern}|各(?!自)|有关|相关|其他|其它|直属|国家|国务院|全国|中央|最高"
)
# What goes on a name that could end before it: 县人民政府|办公室, 市公安局|鼎湖分局.
_SUBORDINATE = lazy(r"^(?:.{0,6}分(?:局|中心|公司|行)|办公室|.{1,8}(?:[科股处所站室]|[支大中]队))$")
_HAS_SUBORDINATES = lazy(r"(?:局|厅|委|委员会|院|政府|公司|银行|部|中心)$")
_INTERNAL = lazy(r"^(?!.*[局委厅]).*(?:[科股处]|办公室)$")
_ENDED = lazy(r"(?:牵头|负责|落实|配合|参与|协助|监督|指导|分工)$")
_WHOLE_PARTY = lazy(r"^.{0,6}[省市县区州旗镇]委$")
_CANNOT_BREAK = lazy(r"(?:政府|[直属级委驻])$")


def without_layout(words: Passage) -> Passage:
    """`words` without the layout's spaces; a space that parts two names stays, as one character."""
    cuts = _layout_spaces(words.text)
    return words.without(cuts) if cuts else words


@lru_cache(maxsize=1024)
def _layout_spaces(text: str) -> tuple[tuple[int, int], ...]:
    """The ranges of the spaces that only the layout put there."""
    cuts, left, at = [], "", 0
    spaces = list(_SPACES.finditer(text))
    if not spaces:
        return ()
    ends = [space.start() for space in spaces[1:]] + [len(text)]
    for space, end in zip(spaces, ends, strict=True):
        left = _last_token(left + text[max(at, space.start() - LONGEST_NAME) : space.start()])
        right = _first_token(text[space.end() : min(end, space.end() + LONGEST_NAME)])
        at = space.end()
        keep = bool(left) and bool(right) and parts_names(left, right)
        cuts.append((space.start() + keep, space.end()))
        left = "" if keep else left
    return tuple(cut for cut in cuts if cut[0] < cut[1])


def _last_token(text: str) -> str:
    return re.split(r"[、，,；;。：:|｜/]", text)[-1][-LONGEST_NAME:]


def _first_token(text: str) -> str:
    return re.split(r"[、，,；;。：:|｜/]", text)[0]


# Words that a line's end tears in two, each half of which may look like a unit (办|公室, 乡|镇).
_TORN = lazy(r"办\|(?:公[室厅]|事处)|乡\|镇|街\|道|镇\|街|部\|门|单\|位|机\|关")


def parts_names(left: str, right: str) -> bool:
    """Whether white space between `left` and `right` separates two names or Latin words."""
    if _TORN.match(f"{left[-1]}|{right[:2]}"):
        return False
    if left[-1].isascii() and right[0].isascii() and left[-1].isalnum() and right[0].isalnum():
        return True
    opens = _NEW_NAME.match(right)
    if _ENDED.search(left):
        return bool(opens) or shape(right) is not None
    if shape(left) is None and not re.fullmatch(r"各.*[镇乡村区市县]|[省市县区]政府", left):
        return False
    if right[0] in "各有相其直" and _CANNOT_BREAK.search(left) and not left.startswith("各"):
        return False
    return bool(opens) or (shape(right) is not None and not _goes_on(left, right))


def _goes_on(left: str, right: str) -> bool:
    """Whether `right` may be the rest of the name that `left` begins."""
    if _WHOLE_PARTY.match(left) or re.match(r"人民政府|政府|党委|办事处", right):
        return True
    return (
        bool(_SUBORDINATE.match(right))
        and not _INTERNAL.match(left)
        and bool(_HAS_SUBORDINATES.search(left))
    )


def depths(text: str) -> list[int]:
    """How many brackets are open at each character; a bracket sign counts as inside."""
    if not BRACKET.search(text):
        return [0] * len(text)
    found, depth = [], 0
    for character in text:
        depth += character in OPENING
        found.append(depth)
        depth -= character in CLOSING and depth > 0
    return found


def names(text: str) -> list[tuple[int, int]]:
    """Where the names of the enumeration `text` stand; their order is that of print."""
    depth = depths(text)
    found = [
        name
        for start, end in _pieces(text, depth)
        for part in _unjoined(text, start, end, depth)
        for name in _run_together(text, *part)
    ]
    return _split_places_rejoined(text, found)


def _pieces(text: str, depth: list[int]) -> Iterator[tuple[int, int]]:
    """The pieces between separators, without what 等 leaves open."""
    at = 0
    cuts = [match.span() for match in _SEPARATOR.finditer(text) if not depth[match.start()]]
    for start, end in [*cuts, (len(text), len(text))]:
        for others in AND_OTHERS.finditer(text, at, start):
            if depth[others.start()]:
                continue
            yield from _trimmed(text, at, others.start())
            at = others.end()
        yield from _trimmed(text, at, start)
        at = end


_CONJUNCTION_HEAD = lazy(r"\s*(?:以及|[和及与](?!平))?\s*")


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The range without white space and a leading conjunction, if anything is left of it."""
    opening = _CONJUNCTION_HEAD.match(text, start, end)
    start = opening.end() if opening else start
    end = start + len(text[start:end].rstrip())
    if start < end:
        yield start, end


def _unjoined(text: str, start: int, end: int, depth: list[int]) -> Iterator[tuple[int, int]]:
    """The range parted at each 和 及 与 that stands between two whole names."""
    joints = _CONJUNCTION.finditer(text, start, end) if end - start <= 20 * LONGEST_NAME else ()
    for match in joints:
        if depth[match.start()]:
            continue
        right = _CONJUNCTION.split(text[match.end() : min(end, match.end() + LONGEST_NAME)])
        if _joins(text[start : match.start()], right):
            yield start, match.start()
            start = match.end()
    yield start, end


def _joins(left: str, right: list[str]) -> bool:
    """Whether a conjunction joins names: whole ones on both sides (`right` is split at others)."""
    if not (_whole(left) or re.fullmatch(r"各.*[省市县区镇乡村街]", left)):
        return False
    whole = ["和".join(right[: count + 1]) for count in range(len(right))]
    return any(_stands_alone(candidate) for candidate in whole)


def _whole(name: str) -> bool:
    return shape(name) is not None and name not in ("政府", "人民政府", "中央")


def _stands_alone(name: str) -> bool:
    """Whether `name` can be a name behind a conjunction; 单位 and 部门 only end the one before."""
    return _whole(name) and not re.fullmatch(
        r"(?:有关|相关)?(?:单位|部门|机构|企业|企事业单位|事业单位|个人|党委|人员)", name
    )


# A whole name, then the level that opens another: 省财政厅|省国税局. A bracket may end the first.
_SEAM = lazy(
    r"(?:局|厅|委|办|办公室|部|中心|公司|集团|[大支]队|法院|检察院|银行|单位|部门|政府|办事处)"
    r"(?P<bracket>[（(][^（()）]{1,20}[）)])?(?=[省市县区各](?!自)..|[^，。]{2,12}局$)"
)


def _run_together(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The range parted where a whole name is followed by a level that opens another whole name."""
    if end - start > 20 * LONGEST_NAME:
        yield start, end
        return
    for seam in _SEAM.finditer(text, start, end):
        if _is_seam(text[start : seam.end()], text[seam.end() : end], seam["bracket"]):
            yield start, seam.end()
            start = seam.end()
    yield start, end


_WITHIN = lazy(
    r"各(?:有关|相关|职能|工作|组成|直属)*(?:部门|单位|委办局|机构)"
    r"|[省市县区](?:人民)?政府(?!$|办公室|办|各|有关|[省市县区])"
)


def _is_seam(left: str, right: str, bracket: str | None) -> bool:
    if left.endswith("委") and re.match(r"[省市县区]直", right):
        return False  # 市委市直机关工委 is one body
    if re.search(r"(?:政府|委)$", left) and _WITHIN.match(right):
        return False  # 区政府各部门, 县委各部门, 市委市政府督查室
    if re.match(r"各(?:窗口|[科处股]室|内设|直属|下属|分局|[大中支]队)", right):
        return False  # 市政务服务中心各窗口单位
    if shape(left) is None or (is_group(left) and not re.match(r"[省市县区各]", right)):
        return False
    if LEVEL_HEAD.match(right) or right.startswith("各"):
        return shape(_first_run(right)) is not None
    return bracket is not None and shape(right) == "unit" and not is_group(left)


def _first_run(right: str) -> str:
    """The shortest head of `right` that is a whole name with words after its level."""
    for match in _SEAM.finditer(right):
        if match.end() > 2 and shape(right[: match.end()]) is not None:
            return right[: match.end()]
    return right


_SPLIT_PLACE = lazy(r"^(?:各[^局委办厅、]{0,4})?(?:[省市县区州旗乡镇]|自治区)$")
_PLACE_TAIL = lazy(
    r"^(?:[省市县区州旗乡镇]|自治区|直辖市)(?:（[^）]*）|\([^)]*\))?(?:人民政府|政府|党委|党委和政府|级人民政府)?$"
)


def _split_places_rejoined(text: str, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """`各县、区人民政府` as one name again: 区人民政府 alone would be a county's own."""
    kept: list[tuple[int, int]] = []
    for start, end in found:
        joined = (
            kept
            and text[kept[-1][1] : start] == "、"
            and _SPLIT_PLACE.match(text[kept[-1][0] : kept[-1][1]].rsplit("、", maxsplit=1)[-1])
            and _PLACE_TAIL.match(text[start:end])
        )
        if joined:
            start = kept.pop()[0]  # noqa: PLW2901
        kept.append((start, end))
    return kept
