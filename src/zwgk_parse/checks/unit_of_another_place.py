"""ZW215: a unit of another place than the plan's."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found
from zwgk_parse.checks.named_units import Naming, named_units, parts, tasks_of
from zwgk_parse.tables import table
from zwgk_parse.vocabulary.region_codes import codes, is_name
from zwgk_parse.vocabulary.region_mentions import region_words
from zwgk_parse.vocabulary.units import known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan, Region

# The signs of the levels above a place's own.
_ABOVE = {
    "prefecture": frozenset(("省", "自治区", "国家", "国务院")),
    "county": frozenset(("省", "自治区", "市", "州", "盟", "国家", "国务院")),
}
# A plan gives tasks to its own units; so many of them must stand against each one of another place.
_OWN_AT_LEAST = 3
_OWN_FOR_EACH = 3


def unit_of_another_place(plan: Plan) -> Iterator[Found]:
    """A unit belongs to another place than the plan: a neighbour's, or the level above.

    ## Why it matters
    A plan binds the units of its own place. The name was copied from another place's plan, or from
    that of the level above, and nobody here has the task.

    ## When it keeps quiet
    For bodies that answer to the level above (公安, 税务, 自然资源, 气象, 银行 …) and for
    branches, but those of a neighbour in the same city;
    for units of places inside the plan's own; where the unit only supervises; where the heading of
    its column, or the task's text, names that level or place; where the own unit of the same
    function stands beside it; in the plans of zones and townships; where less than three of the
    plan's own units stand against each such name, so that the place itself may be misread.

    ## Example
    市财政局 as the only unit of a task in a county's plan, whose other tasks name 县….

    ## What to do
    Name the unit of the plan's own place, or take the task out.
    """
    region = plan.region
    if region is None or region.level not in _ABOVE:
        return
    units = named_units(plan)
    foreign = {name: namings for name, namings in units.items() if _is_foreign(name, plan)}
    if not foreign:
        return
    own = sum(len(units[name]) for name in units if _is_own(parts(name).head, region))
    strangers = sum(map(len, foreign.values()))
    if own < max(_OWN_AT_LEAST, _OWN_FOR_EACH * strangers):
        return
    for name, namings in foreign.items():
        meant = [naming for naming in namings if _is_copied(naming, name, plan)]
        if meant:
            yield Found.of(
                meant[0].task,
                meant[0].owner.provenance,
                subject=name,
                place=region.name,
                tasks=tasks_of(meant),
            )


def _is_own(head: str, region: Region) -> bool:
    return bool(head) and region.name.endswith(head)


def _is_foreign(name: str, plan: Plan) -> bool:
    """Whether `name` is an ordinary department of another place, or of a level above."""
    region = plan.region
    head, _, branch = parts(name)
    if region is None or not head or _is_own(head, region):
        return False
    if branch:
        return _is_neighbours(branch, region, plan.year)
    found = known(name, plan.year)
    if found is None or found.system not in _ordinary(region.name[-1]):
        return False
    if len(head) == 1 or head in _ABOVE["prefecture"]:
        return head in _ABOVE[region.level] and not region.name.endswith(head)
    return _lies_elsewhere(head, region, plan.year)


def _lies_elsewhere(place: str, region: Region, year: int | None) -> bool:
    """Whether `place` is not the plan's own, nor inside of it.

    A place of one name may be several: none of them may be.
    """
    if region.code is None or not is_name(place) or place in region_words()["generic"]["names"]:
        return False
    own = region.code.rstrip("0")
    found = codes(place, year=year) or codes(place, ever=True)
    return bool(found) and not any(code.startswith(own) for code in found)


def _is_neighbours(branch: str, region: Region, year: int | None) -> bool:
    """Whether a branch office is that of another county of the city that the plan's belongs to."""
    if region.code is None or region.level != "county" or region.name.startswith(branch):
        return False
    found = [code for sign in "县市区旗" for code in codes(f"{branch}{sign}", year=year)]
    own = region.code in found or any(code.endswith("00") for code in found)
    return not own and any(code[:4] == region.code[:4] for code in found)


def _is_copied(naming: Naming, name: str, plan: Plan) -> bool:
    """Whether nothing in the task shows that a unit of that place is meant."""
    task, owner = naming
    head, _, branch = parts(name)
    place = branch or (head if len(head) > 2 else f"{head}级")
    if owner.role == "supervise" or head in (owner.role_raw or ""):
        return False
    # 肇庆市鼎湖区…方案 names the city of the district, not another place that it is for.
    title = (plan.title or "").replace(f"{place}{plan.region.name if plan.region else ''}", "")
    if place in task.text or place in title:
        return False
    system = owner.system
    return not any(
        other.system == system and plan.region and _is_own(parts(other.name).head, plan.region)
        for other in task.owners
        if other.kind == "unit"
    )


@cache
def _ordinary(sign: str) -> frozenset[str]:
    """The functions whose departments the plan's own place alone gives orders to."""
    rows = table("vocabulary", "bodies")["ordinary"]
    return frozenset((*rows["systems"], *(rows["in_counties"] if sign in "县旗" else ())))
