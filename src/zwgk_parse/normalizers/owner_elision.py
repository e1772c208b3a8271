"""Elided levels: in go the names of an enumeration as printed, out come they with their level.

`县民政局、财政局` means 县财政局. A bare unit takes the level of the unit before it, over 、 和 及
会同 but not over ，；。; ministries, place-named bodies and open sets take none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zwgk_parse.patterns import lazy
from zwgk_parse.vocabulary.unit_levels import level_of, place_head
from zwgk_parse.vocabulary.unit_names import bare, is_group, level_head, shape
from zwgk_parse.vocabulary.units import national_names, place_named, remembered

if TYPE_CHECKING:
    from collections.abc import Iterable

_BREAK = lazy(r"[，,；;。：:]")
_BRANCH = lazy(r"局.{2,6}(?:分局|组)$")
# Party organs stand under the committee (县委组织部、宣传部); other bodies under the level alone.
_PARTY_ORGAN = lazy(
    r"(?:组织|宣传|统战|统一战线工作|社会工作)部$|政法委|网信办|编办|党校|老干部局|巡察办|政研室|国安办|农办|台办"
    r"|改革办|直属机关工委|机要(?:保密)?局|保密办"
)
_OWN_PLACE = lazy(
    r"^(?:国家|国务院|全国|中央|中国|武警|驻|团[省市县区]委|最高)|分局$|分公司$|有限公司$|有限责任公司$|海关$"
    r"|^(?!经济|高新|经开|工业|产业|开发|综合).{2,6}(?:实验|开发|示范|高新|新|保税|度假|合作)区|^街道"
)
_SECTION = lazy(r"(?:[科股]|^办公室|^机关党委|^.{2,8}(?<!管理)(?<!服务)(?<!事务)处)$")


def restored(text: str, ranges: Iterable[tuple[int, int]]) -> list[str]:
    """The name at each of `ranges` of `text`, with the level that the names before it give."""
    level, party, last, found = "", False, 0, []
    for start, end in ranges:
        if _BREAK.search(text, last, start):
            level, party = "", False
        name, last = text[start:end], end
        own = _own_level(name)
        if own:
            level, party = own, name.startswith(own + "委") and name != own + "委会"
        elif level and takes_level(name):
            name = level + ("委" if party and _PARTY_ORGAN.match(name) else "") + name
        found.append(name)
    return found


@remembered
def _own_level(name: str) -> str:
    """The level that the names behind `name` may take from it: `县`, `阳西县`, or nothing."""
    core = bare(name)
    league = re.match(r"团([省市县区])委", core)
    if _BRANCH.search(core) or league:
        return league[1] if league else ""
    return level_head(core) or ("" if is_group(name) else place_head(core))


@remembered
def takes_level(name: str) -> bool:
    """Whether `name` is a bare unit that an enumeration's level belongs to."""
    core = bare(name)
    if is_group(name) or shape(name) is None or core in national_names():
        return False
    if _OWN_PLACE.search(core) or _SECTION.search(core) or place_named(core):
        return False
    return level_of(core) in (None, "internal")
