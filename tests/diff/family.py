"""The invented province, its city and its department, read once; and made bodies and tasks."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from zwgk_parse import parse
from zwgk_parse.plan.model import IssuerKind, Owner, Plan, Region, Task
from zwgk_parse.vocabulary.unit_levels import level_of
from zwgk_parse.vocabulary.unit_names import is_group, scope_of
from zwgk_parse.vocabulary.units import known

FOLDER = Path(__file__).parent / "lineage"
SAMPLES = Path(__file__).parents[2] / "samples"


@cache
def family(name: str) -> Plan:
    """`province`, `city` or `department`."""
    return parse(FOLDER / f"{name}.txt").value


@cache
def sample(name: str) -> Plan:
    """A real plan."""
    return parse(SAMPLES / f"{name}.txt").value


def body(issuer: str, kind: IssuerKind | None, *region: Any, **more: Any) -> Plan:
    """An empty plan of an issuer; `region` is the name, code and level of its place."""
    place = Region(name=region[0], code=region[1], level=region[2]) if region else None
    facts: dict[str, Any] = {"id": issuer, "title": "2022年政务公开工作要点", "year": 2022, **more}
    return Plan(issuer=issuer or None, issuer_kind=kind, region=place, **facts)


def owner(name: str) -> Owner:
    """The owner as the parser would give it."""
    group, found = is_group(name), known(name, 2022)
    return Owner(
        name=name,
        raw=name,
        canonical=(found and found.canonical) or name,
        system=found.system if found else None,
        level=level_of(name),
        kind="group" if group else "unit",
        scope=scope_of(name) if group else None,
    )


def task(text: str, *owners: str, id: str = "t1", **more: Any) -> Task:  # noqa: A002
    """A task with these owners."""
    return Task(id=id, text=text, owners=tuple(map(owner, owners)), **more)
