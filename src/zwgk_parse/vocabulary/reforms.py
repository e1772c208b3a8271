"""Bodies that are no more: a unit's name and a day go in, the reform that ended it comes out."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.patterns import lazy
from zwgk_parse.tables import table
from zwgk_parse.vocabulary.unit_names import bare

if TYPE_CHECKING:
    import datetime as dt

# What may stand before an old name: nothing, a level or a place, the centre.
_BEFORE = lazy(
    r"(?:.{0,12}?(?:(?P<province>省|自治区)|(?P<prefecture>[市州盟])|(?P<county>[县区旗])))?委?"
    r"|(?P<national>国家|国务院|中国)"
)
# Zones keep such bodies under names of their own: 经开区环保局.
_ZONE = lazy(r"(?:开发|高新|经开|新|园|保税|实验|示范|管理|合作|度假|景|集聚|功能|林|矿|库)区$")
_BRANCH = lazy(r"(.+局).{2,6}分局")


class Reform(NamedTuple):
    """A row of reforms.toml: what was renamed to `new` in the reform of that year.

    From `since` on, and before `until`, no place has the old body any more (ISO dates).
    """

    new: str
    year: int
    since: str
    until: str
    levels: tuple[str, ...]


def renamed(name: str, level: str | None, day: dt.date) -> Reform | None:
    """The reform that had ended the body `name` everywhere by `day`; None where one may be left.

    `level` is that of the body where its name does not show it.
    """
    shown, reforms = _reading(name)
    for reform in reforms:
        if reform.levels and (shown or level) not in reform.levels:
            continue
        if reform.since <= day.isoformat() < reform.until:
            return reform
    return None


def is_old(name: str) -> bool:
    """Whether `name` is one that some reform did away with."""
    return bool(_reading(name)[1])


@lru_cache(maxsize=4096)
def _reading(name: str) -> tuple[str | None, tuple[Reform, ...]]:
    """The level that `name` shows, and each reform that it may have gone through."""
    core = bare(name)
    branch = _BRANCH.fullmatch(core)
    core = branch[1] if branch else core
    known = _table()
    at = next((at for at in range(len(core) - 1) if core[at:] in known), None)
    before = None if at is None else _BEFORE.fullmatch(core[:at])
    if before is None or _ZONE.search(before[0]):
        return None, ()
    level = "national" if core in _national_names() else before.lastgroup
    return level, tuple(known[core[before.end() :]])


@cache
def _table() -> dict[str, list[Reform]]:
    """Every old name without level, and the reforms that ended it."""
    found: dict[str, list[Reform]] = {}
    for row in table("vocabulary", "reforms")["renamed"]:
        until, levels = row.get("until", "9999"), tuple(row.get("levels", ()))
        reform = Reform(row["new"], row["reform"], row["since"], until, levels)
        for name in row["old"]:
            found.setdefault(name, []).append(reform)
    return found


@cache
def _national_names() -> frozenset[str]:
    return frozenset(name for name in _table() if name.startswith(("国家", "国务院", "中国")))
