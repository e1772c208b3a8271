"""ZW227: a stored plan that points to something it does not hold."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Protocol

from zwgk_parse.checks.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Set

    from zwgk_parse.plan.model import Plan, Task
    from zwgk_parse.source import Span


class _Placed(Protocol):
    """A part of a plan that says where it stands."""

    @property
    def provenance(self) -> tuple[Span, ...]:
        """Where its words stand."""


def reference_broken(plan: Plan) -> Iterator[Found]:
    """An id or an index in a stored plan points nowhere, or two of its parts have one id.

    ## Why it matters
    Whoever edits a stored plan by hand can leave a task in a section that is gone; programs that
    follow the reference then fail, or show the task in no section at all.

    ## When it keeps quiet
    For plans that the parser has just read: it writes no such reference.

    ## Example
    `"section": "s9"` in a plan whose last section is `s8`.

    ## What to do
    Correct the id in the JSON, or parse the document again.
    """
    sections = {section.id for section in plan.sections}
    tasks = {task.id for task in plan.tasks}
    known = frozenset(range(len(plan.sources)))
    yield from _repeated(plan)
    yield from _of_sections(plan, sections)
    for task in plan.tasks:
        if task.section is not None and task.section not in sections:
            yield _found(task, "the task stands in a section that is not in the plan", task.section)
    # As nearly always all is well, all tasks are looked at together first.
    if {
        span.source for task in plan.tasks for part in _parts(task) for span in part.provenance
    } - known:
        for task in plan.tasks:
            yield from _sources(task, _parts(task), known)
    yield from _of_the_rest(plan, sections, tasks)


def _parts(task: Task) -> tuple[_Placed, ...]:
    return (task, *task.owners, *task.deadlines, *task.targets)


def _found(task: Task | None, problem: str, subject: str) -> Found:
    return Found.of(task, problem=problem, subject=subject)


def _repeated(plan: Plan) -> Iterator[Found]:
    """Ids that two tasks, or two sections, have."""
    seen: set[str] = set()
    for task in plan.tasks:
        if task.id in seen:
            yield _found(task, "two tasks have one id", task.id)
        seen.add(task.id)
    for section, count in Counter(section.id for section in plan.sections).items():
        if count > 1:
            yield _found(None, "two sections have one id", section)


def _of_sections(plan: Plan, known: set[str]) -> Iterator[Found]:
    """Parents that are not there, and parents that lie in their own child."""
    parents = {section.id: section.parent for section in plan.sections}
    for section, parent in parents.items():
        if parent is None:
            continue
        if parent not in known:
            yield _found(None, "a section stands in one that is not in the plan", parent)
        elif _lies_in_itself(section, parents):
            yield _found(None, "a section stands in itself", section)


def _lies_in_itself(section: str, parents: dict[str, str | None]) -> bool:
    """Whether the way up from `section` comes back to it."""
    at, seen = parents[section], set[str]()
    while at is not None and at not in seen and at != section:
        seen.add(at)
        at = parents.get(at)
    return at == section


def _sources(task: Task | None, parts: Iterable[_Placed], known: Set[int]) -> Iterator[Found]:
    """The indexes in the places of `parts` of files that the plan does not list."""
    named = {span.source for part in parts for span in part.provenance}
    for index in sorted(named - known):
        yield _found(task, "a place is in a file that the plan does not list", str(index))


def _of_the_rest(plan: Plan, sections: set[str], tasks: set[str]) -> Iterator[Found]:
    """What paragraphs, citations, remarks and demands on the whole plan point to."""
    placed: set[str] = {one.section for one in plan.preamble if one.section is not None}
    for section in sorted(placed - sections):
        yield _found(None, "a paragraph stands in a section that is not in the plan", section)
    cited = {one.task for one in plan.citations if one.task is not None}
    for task in sorted(cited - tasks):
        yield _found(None, "a citation is of a task that is not in the plan", task)
    remarked = {one.task for one in plan.diagnostics if one.task is not None}
    for task in sorted(remarked - tasks):
        yield _found(None, "a remark is of a task that is not in the plan", task)
    deadlines = (one.deadline for one in plan.reporting)
    parts: tuple[_Placed, ...] = (*plan.preamble, *plan.diagnostics, *deadlines)
    yield from _sources(None, parts, frozenset(range(len(plan.sources))))
