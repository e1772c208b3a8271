"""Files → Findings: each file is read and checked, and what is said of it gets its place."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.errors import OtherJsonError
from zwgk_parse.findings import Finding, Identity, Place, text_fingerprint
from zwgk_parse.plan.model import Plan
from zwgk_parse.validation.printed import numbered
from zwgk_parse.vocabulary.personal_numbers import masked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import JsonValue

    from zwgk_parse.diagnostics import Diagnostic
    from zwgk_parse.errors import ZwgkError
    from zwgk_parse.findings import Numbered
    from zwgk_parse.pipeline import Examined, StoredPlan
    from zwgk_parse.source import Span
    from zwgk_parse.validation.rules import Rules


class Checked(NamedTuple):
    """What was found in one file; `failures` are of plans in it that could not be read.

    `is_plan`: whether it is meant as a stored plan, or is a document with something of a plan.
    """

    findings: tuple[Finding, ...]
    plans: tuple[str, ...]
    tasks: int
    is_plan: bool = True
    failures: tuple[ZwgkError, ...] = ()


def findings_of(file: str, plans: Iterable[Examined], rules: Rules) -> Checked:
    """What `rules` tell of the plans in `file`, in the order of the plans and their tasks."""
    found: list[Finding] = []
    ids: list[str] = []
    tasks = 0
    failures: list[ZwgkError] = []
    is_plan = False
    for examined in plans:
        if examined.stored and examined.stored.failure:
            failures.append(examined.stored.failure)
            continue
        is_plan = is_plan or looks_like_plan(examined)
        told = rules.told(examined.diagnostics)
        places = _Places(file, examined)
        found += sorted(map(places.finding, told), key=places.order)
        if examined.plan:
            ids.append(examined.plan.id)
            tasks += len(examined.plan.tasks)
    is_plan = is_plan or any(not isinstance(one, OtherJsonError) for one in failures)
    return Checked(tuple(found), tuple(ids), tasks, is_plan, tuple(failures))


def looks_like_plan(examined: Examined) -> bool:
    """Whether there is anything of a plan: it is stored as one, is issued, or gives tasks.

    A README or a list of packages has numbered lines at most.
    """
    plan = examined.plan
    if plan is None or examined.stored:
        return True
    issued = plan.document_number or plan.addressees or plan.notice_title or plan.disclosure
    given = any(task.owners or task.deadlines for task in plan.tasks)
    return bool(issued or given or (plan.tasks and plan.doc_type != "other"))


class _Places:
    """Knows where the tasks of one plan stand."""

    def __init__(self, file: str, examined: Examined) -> None:
        self._file, self._examined = file, examined
        # One that does not follow its schema has no tasks to speak of.
        self._plan = examined.plan or Plan(id="")
        self._tasks = {task.id: place for place, task in enumerate(self._plan.tasks)}

    def finding(self, diagnostic: Diagnostic) -> Finding:
        """`diagnostic` with its place and what it is known by."""
        diagnostic = _discreet(diagnostic)
        task = diagnostic.task
        given = self._plan.tasks[self._tasks[task]] if task in self._tasks else None
        text, label = (given.text, given.label) if given else ("", None)
        data = diagnostic.data
        subject = data.get("subject", data.get("pointer", data.get("text", "")))
        identity = Identity(
            diagnostic.code,
            self._plan.id,
            task or "",
            text_fingerprint(text) if text else "",
            str(subject),
        )
        place = self._place(diagnostic)
        known = self._numbered[self._tasks[task]] if task in self._tasks else None
        title = masked(self._plan.title) if self._plan.title else None
        return Finding(diagnostic, place, identity, title, label=label, numbered=known)

    @cached_property
    def _numbered(self) -> tuple[Numbered, ...]:
        return numbered(self._plan)

    def order(self, finding: Finding) -> tuple[int, str]:
        """Findings of the whole plan come first, then those of its tasks."""
        return self._tasks.get(finding.diagnostic.task or "", -1), finding.diagnostic.code

    def _place(self, diagnostic: Diagnostic) -> Place:
        span = diagnostic.provenance[0] if diagnostic.provenance else None
        page = span.page if span else None
        if self._examined.stored:
            return self._stored_place(self._examined.stored, diagnostic, span)
        source = span.source if span else 0
        line = span.line if span and not source else None
        return Place(self._file, page, line, document=self._name(source) if source else None)

    def _stored_place(self, stored: StoredPlan, diagnostic: Diagnostic, span: Span | None) -> Place:
        task = diagnostic.task
        pointer = diagnostic.data.get("pointer")
        if not isinstance(pointer, str):
            pointer = f"/tasks/{self._tasks[task]}" if task in self._tasks else None
        document = self._name(span.source if span else 0)
        line = stored.places.line_of(pointer or "")
        return Place(self._file, span.page if span else None, line, pointer, document)

    def _name(self, source: int) -> str | None:
        sources = self._plan.sources
        return sources[source].name if 0 <= source < len(sources) else None


def _discreet(diagnostic: Diagnostic) -> Diagnostic:
    """`diagnostic` without the personal numbers that the words it quotes may hold."""
    data = {key: _masked(value) for key, value in diagnostic.data.items()}
    message = masked(diagnostic.message)
    if message == diagnostic.message and data == diagnostic.data:
        return diagnostic
    return diagnostic.model_copy(update={"data": data, "message": message})


def _masked(value: JsonValue) -> JsonValue:
    if isinstance(value, str):
        return masked(value)
    if isinstance(value, list):
        return [_masked(one) for one in value]
    if isinstance(value, dict):
        return {key: _masked(one) for key, one in value.items()}
    return value
