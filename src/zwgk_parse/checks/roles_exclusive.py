"""ZW213: one unit in two roles of one task that exclude each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found
from zwgk_parse.patterns import lazy
from zwgk_parse.vocabulary.reforms import is_old

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Owner, Plan, Task

_BOTH = {
    "lead": "it both leads and supports the task",
    "responsible": "it is responsible for the task and supports it as well",
}
_TWICE = "it is named twice in one list"
# What parts the clauses of an owner cell; 牵头单位：A；配合单位：B are two fields, not two clauses.
_CLAUSE = lazy(r"[；;。\n]")
_LIST = lazy(r"[；;。\n，,：:（）()〔〕【】\[\]]|牵头|配合|负责|落实|主办|协办|按职责")
_LEADS = lazy(r"牵头|主办|为主|负责")
# Several parts of a task in one cell: `1.县教育局 2.县财政局`.
_PARTS = lazy(r"\d[.、．)）]|[①-⑳]|（[一二三四五六七八九十\d]+）|分别|对应")
_HEADINGS = ("单位", "部门", "科室", "处室", "股室", "机关", "领导")


def roles_exclusive(plan: Plan) -> Iterator[Found]:
    """One unit has two roles in one task that exclude each other, or is named twice in one list.

    ## Why it matters
    Who leads does not support itself. One of the two names is most likely meant to be another, and
    that unit learns nothing of its task.

    ## When it keeps quiet
    For open sets (A牵头，各部门配合); for 责任单位 and 监督; where the task has several parts, in
    one of which the unit leads and in another it supports (A牵头，B配合；B牵头，A配合).

    ## Example
    县教育局牵头，县教育局、县财政局配合.

    ## What to do
    Correct the list of owners.
    """
    for task in plan.tasks:
        if len(task.owners) > 1:
            yield from _both(task)
        # A unit that is named twice is one owner.
        if task.owners and task.owners_raw and "、" in task.owners_raw:
            yield from _twice(task, task.owners_raw)


def _both(task: Task) -> Iterator[Found]:
    supporting = [owner for owner in task.owners if owner.role == "support"]
    if not supporting:
        return
    leads = {_unit(owner): owner for owner in task.owners if owner.role in _BOTH}
    for owner in supporting:
        lead = leads.get(_unit(owner))
        # All take part: 参与单位.
        if lead is None or owner.kind != "unit" or "参" in (owner.role_raw or ""):
            continue
        if lead.role == "responsible" and not (_of_heading(lead) and _of_heading(owner)):
            continue
        if _certainly_both(task, lead, owner, len(leads)):
            yield _found(task, owner, _BOTH[lead.role])


def _unit(owner: Owner) -> str:
    """What tells the unit from others.

    An old name is one of its own: 法制办 became part of 司法局, and stands beside it in old lists.
    """
    return owner.name if is_old(owner.name) else owner.canonical


def _certainly_both(task: Task, lead: Owner, support: Owner, leads: int) -> bool:
    """Whether the two roles are for the same work."""
    printed = task.owners_raw or task.text
    if _of_heading(lead) and _of_heading(support):
        return leads == 1 or not _PARTS.search(printed)
    return any(
        _names_both(clause, lead.raw, support.raw) and len(_LEADS.findall(clause)) == 1
        for clause in _CLAUSE.split(printed)
    )


def _of_heading(owner: Owner) -> bool:
    return (owner.role_raw or "").endswith(_HEADINGS)


def _names_both(clause: str, one: str, other: str) -> bool:
    longer, shorter = sorted((one, other), key=len, reverse=True)
    return longer in clause and shorter in clause.replace(longer, "", 1)


def _twice(task: Task, printed: str) -> Iterator[Found]:
    """A name that one enumeration has twice, or a unit under two names in it."""
    names: dict[tuple[str, str], Owner] = {}
    for owner in task.owners:
        if owner.kind != "unit":
            continue
        other = names.setdefault((owner.canonical, owner.role), owner)
        if other is owner and printed.count(owner.raw) < 2:
            continue
        if other is not owner and _unit(other) != _unit(owner):
            continue
        if any(_has_both(each, other.raw, owner.raw) for each in _LIST.split(printed)):
            yield _found(task, owner, _TWICE)


def _has_both(enumeration: str, one: str, other: str) -> bool:
    names = [name.strip() for name in enumeration.split("、")]
    return names.count(one) > 1 if one == other else one in names and other in names


def _found(task: Task, owner: Owner, reason: str) -> Found:
    return Found.of(task, owner.provenance, subject=owner.raw, reason=reason)
