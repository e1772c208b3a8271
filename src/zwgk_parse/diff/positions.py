"""Where a child's issuer stands below its parent: two plans go in, a Position comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from zwgk_parse.diff.citing import cites
from zwgk_parse.diff.open_sets import LEVELS
from zwgk_parse.patterns import lazy
from zwgk_parse.vocabulary.regions import find_region
from zwgk_parse.vocabulary.unit_names import level_head
from zwgk_parse.vocabulary.units import known, remembered

if TYPE_CHECKING:
    from zwgk_parse.plan.model import Plan, Region

# `same`: a body of the parent's own place; `under`: of a place inside it.
Where = Literal["same", "under", "outside", "unknown"]
_GOVERNMENTS = frozenset({"state_council", "government", "general_office", "zone"})
_PLACE = lazy(r"^.*?(?:自治区|[省市县区州盟旗])(?=.{2})")
# What follows the place in the title of a government's plan.
_SUBJECT = lazy(r"[（(《“\"]?(?:20\d\d|政务|政府信息|贯彻|落实|关于|深化|全面|推进|加强|优化)")
# What an issuer's name ends with that says no more than that it governs.
_GOVERNING = lazy(
    r"(?:人民)?政府(?:办公[厅室]|办)?$|(?:管理委员会|管委会)(?:办公室)?$|街道办事处$|办事处$"
)


class Position(NamedTuple):
    """A child's issuer, seen from its parent.

    `level` is that of its place, `governs` says whether it is a government (or speaks for one) and
    no department; None where that is not known. `place` is the place's name, `core` the issuer's
    name without place and level.
    """

    where: Where
    level: str | None
    governs: bool | None
    place: str
    core: str


def position(parent: Plan, child: Plan) -> Position:
    """Where the issuer of `child` stands, seen from `parent`."""
    issuer = child.issuer or ""
    level = child.region.level if child.region else None
    place = child.region.name if child.region else ""
    return Position(
        _where(parent, child), level, _is_government(child), place, core_of(issuer, place)
    )


def _is_government(plan: Plan) -> bool | None:
    """Whether a government issued the plan; None where nothing tells.

    Without an issuer the title does: a department's own plan names it after the place
    (`江门市交通运输局…`), a government's goes on with the year or the subject (`阳西县2022年…`).
    """
    if plan.issuer_kind is not None or plan.issuer:
        by_name = bool(_GOVERNING.search(plan.issuer or ""))
        return plan.issuer_kind in _GOVERNMENTS or (plan.issuer_kind is None and by_name)
    title = plan.title or plan.notice_title or ""
    if plan.region and plan.region.name in title:
        after = title[title.rindex(plan.region.name) + len(plan.region.name) :]
        return True if _SUBJECT.match(after) else None
    return None


@remembered
def core_of(name: str, place: str = "") -> str:
    """A body's name without its place and level, in its full form: `县人社局` → `人力资源和…局`."""
    rest = name
    if place and place in rest:
        rest = rest[rest.rindex(place) + len(place) :]
    elif match := _PLACE.match(rest):
        inside = rest[match.end() :]
        rest = inside if known(inside, None) else rest
    head = level_head(rest)
    rest = rest[len(head) :] if head and len(rest) > len(head) + 1 else rest
    found = known(rest, None)
    return (found.canonical if found and found.canonical else rest) or name


def _where(parent: Plan, child: Plan) -> Where:
    found = _by_place(parent.region, child.region)
    return _by_words(parent, child) if found == "unknown" else found


def _by_place(outer: Region | None, inner: Region | None) -> Where:
    if outer is None or inner is None:
        return "unknown"
    if outer.level == "national":
        return "same" if inner.level == "national" else "under"
    if (outer.name, outer.code, outer.level) == (inner.name, inner.code, inner.level):
        return "same"
    if outer.code is None or inner.code is None:
        return "outside" if _is_above(inner.level, outer.level) else "unknown"
    if outer.code == inner.code:
        return "same"
    inside = _inside(inner.code, outer.code)
    return "under" if inside and not _is_above(inner.level, outer.level) else "outside"


def _is_above(one: str, other: str) -> bool:
    """Whether the level `one` is above `other`, or beside it."""
    if "zone" in (one, other):
        return False
    return LEVELS.index(one) <= LEVELS.index(other)


def _by_words(parent: Plan, child: Plan) -> Where:
    """What names and citations tell where codes do not."""
    outer, place = parent.region, child.region.name if child.region else None
    named = [child.issuer or "", child.title or "", child.notice_title or ""]
    if outer and place:
        around = [text[: text.index(place)] for text in named if place in text]
        if any(text.endswith(outer.name) for text in around):
            return "under"
        if outer.code and any(_lies_in(text, outer.code, child.year) for text in around if text):
            return "under"
    return "under" if cites(child, parent) else "unknown"


def _lies_in(text: str, outer: str, year: int | None) -> bool:
    """Whether `text` ends with a place inside the place of the code `outer` (`阳西县`程村镇)."""
    found = find_region(text, year)
    return bool(found and found.code and found.code != outer and _inside(found.code, outer))


def _inside(inner: str, outer: str) -> bool:
    kept = 2 if outer.endswith("0000") else 4 if outer.endswith("00") else 6
    return inner[:kept] == outer[:kept]


def zone_of(name: str) -> str:
    """The zone that `name` is, or governs: `县经济开发区管委会` → `经济开发区`; else nothing."""
    core = _GOVERNING.sub("", core_of(name))
    return core if core.endswith("区") else ""
