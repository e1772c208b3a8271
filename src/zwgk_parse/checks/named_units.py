"""The units that a plan names as owners: a plan goes in, each name with its tasks comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.checks.once import once
from zwgk_parse.vocabulary.unit_levels import place_head
from zwgk_parse.vocabulary.unit_names import bare, level_head
from zwgk_parse.vocabulary.units import is_known, remembered

if TYPE_CHECKING:
    from pydantic import JsonValue

    from zwgk_parse.plan.model import Owner, Plan, Task

_CENTRE = ("国家", "国务院", "中央", "中国")


class Naming(NamedTuple):
    """One owner of one task."""

    task: Task
    owner: Owner


class Parts(NamedTuple):
    """A name taken apart: `县` + `财政局`, `阳西县` + `财政局`; of a branch, `place` is its own.

    `市生态环境局鼎湖分局`: `市` + `生态环境局`, at `鼎湖`.
    """

    head: str
    body: str
    place: str = ""


@once
def named_units(plan: Plan) -> dict[str, list[Naming]]:
    """Every unit (no open set) by its name, in the order of the tasks."""
    found: dict[str, list[Naming]] = {}
    for task in plan.tasks:
        for owner in task.owners:
            if owner.kind == "unit":
                found.setdefault(owner.name, []).append(Naming(task, owner))
    return found


def tasks_of(namings: list[Naming]) -> list[JsonValue]:
    """The ids of their tasks, each once."""
    return list(dict.fromkeys(naming.task.id for naming in namings))


@remembered
def parts(name: str) -> Parts:
    """`name` without brackets, its level or place parted from the body."""
    core = bare(name)
    place = ""
    if core.endswith("分局") and "局" in core[:-2]:
        core, _, place = core[:-2].rpartition("局")
        core += "局"
    head = _head(core)
    body = core[len(head) :]
    if head and body.startswith("委") and is_known(body[1:]):
        body = body[1:]
    return Parts(head, body, place)


def _head(core: str) -> str:
    centre = next((each for each in _CENTRE if core.startswith(each)), "")
    if centre and is_known(core[len(centre) :]):
        return centre
    if is_known(core):
        return ""
    return place_head(core) or level_head(core)
