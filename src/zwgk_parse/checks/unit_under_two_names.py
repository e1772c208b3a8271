"""ZW214: the same unit under two names in one plan."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.checks.found import Found
from zwgk_parse.checks.named_units import Naming, named_units, parts, tasks_of
from zwgk_parse.tables import table
from zwgk_parse.vocabulary.reforms import is_old
from zwgk_parse.vocabulary.units import known, remembered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan

_SUFFIXES = ("委员会", "局", "厅")


class _Form(NamedTuple):
    """How a name calls the body; `stem` is empty for a branch, and where a short form hides it.

    `full` is whether the name is printed in full.
    """

    branch: bool = False
    stem: str = ""
    suffix: str = ""
    full: bool = False


class _Name(NamedTuple):
    name: str
    form: _Form
    namings: list[Naming]


def unit_under_two_names(plan: Plan) -> Iterator[Found]:
    """The same unit stands in the plan under two names, or at two levels.

    ## Why it matters
    One of the two is wrong, or outdated: the task goes to a body that does not exist, and the
    tasks of one unit are counted as those of two.

    ## When it keeps quiet
    Where a short form stands beside its full form (县人社局, 县人力资源和社会保障局); for units of
    two levels (市公安局 and 县公安局); for functions that a place may have two bodies for
    (城市管理局 and 综合行政执法局). A pair is told once, at the first task with the rarer name.

    ## Example
    区生态环境局 and 市生态环境局鼎湖分局.

    ## What to do
    Use the one right name throughout.
    """
    place = (plan.region.name, plan.region.level) if plan.region else ("", None)
    bodies: dict[tuple[str, str], list[_Name]] = {}
    for name, namings in named_units(plan).items():
        body = _body(name, plan.year, *place)
        if body:
            at, family, form = body
            bodies.setdefault((at, family), []).append(_Name(name, form, namings))
    for names in bodies.values():
        if len(names) > 1:
            yield from _conflicts(names)


def _conflicts(names: list[_Name]) -> Iterator[Found]:
    """A finding for each name that cannot mean what the commonest (of equals, the first) does."""
    names = sorted(names, key=lambda name: -len(name.namings))
    told: set[_Form] = set()
    for other in names[1:]:
        usual = next((name for name in names if _conflict(name.form, other.form)), None)
        if usual is None or other.form in told:
            continue
        if usual is not names[0] and usual.form in told:
            continue
        told.add(other.form)
        first = other.namings[0]
        yield Found.of(
            first.task,
            first.owner.provenance,
            subject=other.name,
            other=usual.name,
            tasks=tasks_of(other.namings),
            other_tasks=tasks_of(usual.namings),
        )


def _conflict(one: _Form, other: _Form) -> bool:
    if one.branch != other.branch:
        return True
    if one.stem != other.stem:
        # 文旅局 may be short for 文化广电旅游体育局, and for 文化旅游局 as well as 文化和旅游局.
        return one.full and other.full
    return one.suffix != other.suffix


@remembered
def _body(
    name: str, year: int | None, region: str, level: str | None
) -> tuple[str, str, _Form] | None:
    """The place, the function and the form of `name`; None where they do not tell one body."""
    found = known(name, year)
    family = _families().get(found.system) if found else None
    if found is None or family is None or is_old(name):
        return None
    head, _, place = parts(name)
    if place:
        home = region[-1:] if level == "county" and _is_home(place, region) else None
        return (home, family, _Form(branch=True)) if home else None
    if head and region.endswith(head):
        head = region[-1]
    return (head, family, _form(name, found.canonical)) if len(head) == 1 else None


def _is_home(place: str, region: str) -> bool:
    """Whether a branch is that of the plan's own place.

    Of a county-level 市 the sign does not tell its own units from those of the city around it.
    """
    return place in (region, region[:-1]) and not region.endswith("市")


def _form(name: str, canonical: str | None) -> _Form:
    """The stem and the suffix of the full form, as far as it is known."""
    body = parts(canonical or name).body
    suffix = next((each for each in _SUFFIXES if body.endswith(each)), "")
    if canonical is None or not suffix:
        return _Form()
    return _Form(stem=body.removesuffix(suffix), suffix=suffix, full=canonical == name)


@cache
def _families() -> dict[str, str]:
    rows = table("vocabulary", "bodies")["single"]["rows"]
    return {system: row[0] for row in rows for system in row}
