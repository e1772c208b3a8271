"""ZW227: a stored plan that points to something it does not hold."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zwgk_parse.plan.model import Plan, Task
    from zwgk_parse.source import Span


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
    yield from _repeated(plan)
    yield from _of_sections(plan, sections)
    for task in plan.tasks:
        if task.section is not None and task.section not in sections:
            yield _found(task, "the section", task.section)
        if source := _missing_source(_spans(task), len(plan.sources)):
            yield _found(task, "the source", source)
    yield from _of_the_rest(plan, sections, tasks)


def _found(task: Task | None, field: str, subject: str) -> Found:
    return Found.of(task, field=field, subject=subject)


def _repeated(plan: Plan) -> Iterator[Found]:
    """Ids that two tasks, or two sections, have."""
    seen: set[str] = set()
    for task in plan.tasks:
        if task.id in seen:
            yield _found(task, "one of two tasks with the id", task.id)
        seen.add(task.id)
    for section, count in Counter(section.id for section in plan.sections).items():
        if count > 1:
            yield _found(None, "one of two sections with the id", section)


def _of_sections(plan: Plan, known: set[str]) -> Iterator[Found]:
    """Parents that are not there, and parents that lie in their own child."""
    parents = {section.id: section.parent for section in plan.sections}
    for section, parent in parents.items():
        if parent is None:
            continue
        if parent not in known:
            yield _found(None, "the parent of a section", parent)
        elif _lies_in_itself(section, parents):
            yield _found(None, "the parent that lies in its own child", section)


def _lies_in_itself(section: str, parents: dict[str, str | None]) -> bool:
    """Whether the way up from `section` comes back to it."""
    at, seen = parents[section], set[str]()
    while at is not None and at not in seen and at != section:
        seen.add(at)
        at = parents.get(at)
    return at == section


def _spans(task: Task) -> Iterator[Span]:
    yield from task.provenance
    for owner in task.owners:
        yield from owner.provenance
    for deadline in task.deadlines:
        yield from deadline.provenance
    for target in task.targets:
        yield from target.provenance


def _missing_source(spans: Iterable[Span], sources: int) -> str | None:
    """The first index of a file that the plan does not list."""
    wrong = (span.source for span in spans if not 0 <= span.source < sources)
    index = next(wrong, None)
    return None if index is None else str(index)


def _of_the_rest(plan: Plan, sections: set[str], tasks: set[str]) -> Iterator[Found]:
    """What paragraphs, citations, remarks and demands on the whole plan point to."""
    placed: set[str] = {one.section for one in plan.preamble if one.section is not None}
    for section in sorted(placed - sections):
        yield _found(None, "the section of a paragraph", section)
    cited = {one.task for one in plan.citations if one.task is not None}
    for task in sorted(cited - tasks):
        yield _found(None, "the task of a citation", task)
    remarked = {one.task for one in plan.diagnostics if one.task is not None}
    for task in sorted(remarked - tasks):
        yield _found(None, "the task of a remark", task)
    spans = chain(
        *(one.provenance for one in plan.preamble),
        *(one.provenance for one in plan.diagnostics),
        *(one.deadline.provenance for one in plan.reporting),
    )
    if source := _missing_source(spans, len(plan.sources)):
        yield _found(None, "the source", source)
