"""RawTask → Task: owners and deadlines read from fields and text, conventions kept."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.document.passage import Passage
from zwgk_parse.messages import remark
from zwgk_parse.normalizers.deadlines import read_deadlines
from zwgk_parse.normalizers.owner_conventions import Convention, apply_convention
from zwgk_parse.normalizers.owners import read_owners, read_prose_owners
from zwgk_parse.normalizers.people import read_people
from zwgk_parse.normalizers.targets import read_targets
from zwgk_parse.patterns import lazy
from zwgk_parse.plan.model import Column, Deadline, Owner, Task
from zwgk_parse.vocabulary.deadlines import deadline_clauses

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from zwgk_parse.diagnostics import Diagnostic
    from zwgk_parse.plan.model import Origin
    from zwgk_parse.plan.raw import RawField, RawPlan, RawTask


_STATES_ROLES = lazy(
    r"[（(【](?!谁)[^（）()【】]{2,80}(?:牵头|配合|责任单位|责任部门)[^（）()【】]{0,40}[）)】]。?$"
)


class _Read(NamedTuple):
    """What was read for one field of a task."""

    owners: tuple[Owner, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    convention: Convention | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


def read_tasks(
    raw: RawPlan, ids: Sequence[str], sections: Sequence[str], year: int | None
) -> tuple[tuple[Task, ...], tuple[Diagnostic, ...]]:
    """The tasks of a plan in printed order, and what was said about them."""
    tasks: list[Task] = []
    said: list[Diagnostic] = []
    rules = _Rules(raw)
    for task, made in zip(raw.tasks, ids, strict=True):
        owners, deadlines = _read_owners(task, year), _read_deadlines(task, year)
        kept, ruled = rules.apply(task, owners)
        section = sections[task.section] if task.section is not None else None
        read = _Read(kept, deadlines.deadlines)
        tasks.append(_task(task, read, name=made, section=section, ruled=ruled))
        remarks = (*task.diagnostics, *owners.diagnostics, *deadlines.diagnostics)
        said += [each.model_copy(update={"task": made}) for each in remarks]
    return tuple(tasks), tuple(said)


def _task(task: RawTask, read: _Read, *, name: str, section: str | None, ruled: bool) -> Task:
    """The task called `name`; `ruled`: a rule of an earlier task gave the owners."""
    people, unread = read_people(task.people)
    by_rule = ruled and "owners" not in task.inherited
    return Task(
        id=name,
        number=task.number,
        label=task.label,
        section=section,
        text=task.text.text,
        owners=read.owners,
        owners_raw=_printed(task.owners),
        deadlines=read.deadlines,
        deadline_raw=_deadline_raw(task),
        due=_due(read.deadlines),
        targets=read_targets(task.text),
        people=people,
        columns=tuple(
            Column(heading=field.heading or "", text=_text(field))
            for field in (*task.columns, *unread)
        ),
        inherited=(*task.inherited, "owners") if by_rule else task.inherited,
        provenance=task.provenance,
    )


class _Rules:
    """The conventions in force: each holds from the task that prints it."""

    def __init__(self, raw: RawPlan) -> None:
        self.raw = raw
        self.first_is_lead: Convention | None = None
        self.joined: Convention | None = None
        self.chapter: int | None = None

    def apply(self, task: RawTask, read: _Read) -> tuple[tuple[Owner, ...], bool]:
        """The task's owners by the rules of the tasks before it; whether a rule changed them."""
        owners = read.owners
        if self.first_is_lead is not None:
            owners = apply_convention(owners, self.first_is_lead)
        if self.joined is not None and self._chapter(task) == self.chapter:
            owners = apply_convention(owners, self.joined)
        ruled = owners != read.owners
        self._take(task, read.convention)
        return owners, ruled

    def _take(self, task: RawTask, convention: Convention | None) -> None:
        if convention is None:
            return
        if convention.first_is_lead:
            self.first_is_lead = convention._replace(joined=())
        if convention.joined:
            self.joined = convention._replace(first_is_lead=False)
            self.chapter = self._chapter(task)

    def _chapter(self, task: RawTask) -> int | None:
        """The outermost section that a task stands in."""
        index = task.section
        while index is not None and self.raw.sections[index].parent is not None:
            index = self.raw.sections[index].parent
        return index


def _read_owners(task: RawTask, year: int | None) -> _Read:
    """The owners in printed order: a trailing bracket stands behind those inside the text."""
    readings = [
        read_owners(piece, heading=field.heading, year=year)
        for field in task.owners
        for piece in field.pieces
    ]
    prose = read_prose_owners(task.text, year=year)
    unread = () if prose.owners else _unread_bracket(task.text)
    beside = any(field.place == "column" for field in task.owners)
    readings = [*readings, prose] if beside else [prose, *readings]
    conventions = [read.convention for read in readings if read.convention is not None]
    return _Read(
        owners=_unique(owner for read in readings for owner in read.owners),
        convention=conventions[-1] if conventions else None,
        diagnostics=(*(said for read in readings for said in read.diagnostics), *unread),
    )


def _unread_bracket(text: Passage) -> tuple[Diagnostic, ...]:
    """A remark on a bracket at the end of a text that speaks of roles, but could not be read."""
    match = _STATES_ROLES.search(text.text)
    if match is None:
        return ()
    place = text.slice(*match.span()).spans
    return (remark("ZW403", place, text=match[0], reason="it states owners that are not read"),)


def _read_deadlines(task: RawTask, year: int | None) -> _Read:
    deadlines: list[Deadline] = []
    said: list[Diagnostic] = []
    for field in (*task.deadlines, *(f for f in task.owners if f.place != "column")):
        origin: Origin = "column" if field.place == "column" else "bracket"
        for piece in field.pieces:
            result = read_deadlines(piece, year=year, origin=origin)
            deadlines += result.value
            said += result.diagnostics
    result = read_deadlines(task.text, year=year, origin="text")
    known = {_key(deadline) for deadline in deadlines}
    deadlines += [deadline for deadline in result.value if _key(deadline) not in known]
    return _Read(deadlines=tuple(deadlines), diagnostics=(*said, *result.diagnostics))


def _key(deadline: Deadline) -> tuple[object, ...]:
    return (deadline.kind, deadline.due, deadline.start, deadline.rrule, deadline.after)


def _unique(owners: Iterable[Owner]) -> tuple[Owner, ...]:
    """One Owner for each name and role, the first printed."""
    kept: dict[tuple[str, str], Owner] = {}
    for owner in owners:
        kept.setdefault((owner.name, owner.role), owner)
    return tuple(kept.values())


def _due(deadlines: Sequence[Deadline]) -> dt.date | None:
    """The earliest last day of a date; where there is none, of a window."""
    for kind in ("date", "window"):
        days = [d.due for d in deadlines if d.kind == kind and d.due is not None]
        if days:
            return min(days)
    return None


def _text(field: RawField) -> str:
    """A field's paragraphs, one a line."""
    return "\n".join(_tidied(piece.text) for piece in field.pieces)


@lru_cache(maxsize=1024)
def _tidied(text: str) -> str:
    return Passage(text).tidy().text


def _printed(fields: Sequence[RawField]) -> str | None:
    return "\n".join(filter(None, (field.printed or _text(field) for field in fields))) or None


def _deadline_raw(task: RawTask) -> str | None:
    """The deadline cells, or what an owner bracket says of time."""
    clauses = [
        piece.slice(start, end).tidy().text
        for field in task.owners
        if field.place != "column"
        for piece in field.pieces
        for start, end in deadline_clauses(piece.text)
    ]
    return "\n".join(filter(None, (_printed(task.deadlines), *clauses))) or None
