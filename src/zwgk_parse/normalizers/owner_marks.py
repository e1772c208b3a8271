"""What the owners of one reading tell of each other: levels that a name hides, and doubts.

In go owners as named, out come owners with their level, or the reason why one is doubtful.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.patterns import lazy
from zwgk_parse.vocabulary.unit_names import LONGEST_NAME, bare, level_head, shape
from zwgk_parse.vocabulary.units import is_known, known, place_named, remembered

if TYPE_CHECKING:
    from zwgk_parse.plan.model import Level, Owner

_CENTRAL = lazy(r"(?:局|委|办|会|部|署|总社|办公室|银行)$")
_SECTIONS = lazy(r"[科处股]室|[科处股]$")
_STRAY_LEVEL = lazy(r"(?:局|部|委|办|厅|中心)[省市县区]$")


def settled_levels(owners: tuple[Owner, ...], heading: str | None) -> tuple[Owner, ...]:
    """The owners; a name without level takes that of its list, if all in it are of one kind."""
    stated = {owner.level for owner in owners} - {None}
    beside: Level | None = None
    if "national" in stated and stated <= {"national", "province"}:
        beside = "national"
    elif (heading and _SECTIONS.search(heading)) or stated == {"internal"}:
        beside = "internal"
    if beside is None:
        return owners
    return tuple(
        owner.model_copy(update={"level": beside}) if _is_open_to(owner, beside) else owner
        for owner in owners
    )


def _is_open_to(owner: Owner, level: Level) -> bool:
    if owner.level is not None or owner.kind == "group":
        return False
    return level == "internal" or (
        bool(_CENTRAL.search(owner.name)) and not place_named(owner.name)
    )


@remembered
def doubt(name: str) -> str | None:
    """Why `name` is doubtful as an owner, or None."""
    core = bare(name)
    level = level_head(core)
    if _STRAY_LEVEL.search(core):
        return "it ends in the level of another name"
    rest = core[len(level) :]
    if shape(name) == "unit" and level and level_head(rest) and not is_known(rest):
        return "two levels stand before one name"
    if name.count("（") != name.count("）"):
        return "its brackets do not match"
    if core[-2:] == 2 * core[-1:] and "\u4e00" <= core[-1:] <= "\u9fff":
        return "its last character is printed twice"
    if len(core) > LONGEST_NAME:
        return "it is too long for a name"
    return None if shape(name) else "it does not end as the name of a unit does"


def likely(name: str) -> str | None:
    """The known unit that a misprinted `name` most likely means: one character too many, or None.

    The first character stays, which names the level: `区市市场监管局` → `区市场监管局`.
    """
    shorter = {name[:at] + name[at + 1 :] for at in range(1, len(name))}
    meant = {each for each in shorter if doubt(each) is None and known(each, None) is not None}
    return meant.pop() if len(meant) == 1 else None
