"""An input and its plan in, the rows of all tables out: values by the columns of the codebook."""

from __future__ import annotations

import datetime as dt
import json
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from zwgk_parse.batch.tables.codebook import columns
from zwgk_parse.findings import text_fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zwgk_parse.batch.entry import Entry
    from zwgk_parse.plan.model import Deadline, DocumentNumber, Plan, Section, Task

Row = dict[str, Any]
_NO_SPAN = {"source_file": None, "page": None, "line": None, "place": None}


class Rows(NamedTuple):
    """Some rows of one table."""

    table: str
    rows: list[Row]


def rows_of(entry: Entry, plan: Plan) -> Iterator[Rows]:
    """The rows of each table that `plan` has some in."""
    keys = {"path": entry.path, "plan_id": plan.id}
    yield Rows("plans", [_plan(entry, plan)])
    yield _listed("sections", plan.sections, keys, ({"section_id": s.id} for s in plan.sections))
    yield Rows("tasks", list(_tasks(plan, keys)))
    numbers = (_number(one.document_number) | {"task_id": one.task} for one in plan.citations)
    yield _listed("citations", plan.citations, keys, numbers)
    demands = (_demand(one.deadline) for one in plan.reporting)
    yield _listed("reporting", plan.reporting, keys, demands)
    yield _listed("attachments", plan.attachments, keys)
    told = (
        {"task_id": one.task, "severity": one.severity.value, "data": _json(one.data)}
        for one in plan.diagnostics
    )
    yield _listed("diagnostics", plan.diagnostics, keys, told)
    for task in plan.tasks:
        yield from _below(task, keys | {"task_id": task.id})


def _plan(entry: Entry, plan: Plan) -> Row:
    source = plan.sources[0]
    known = {
        **_known(entry),
        **_number(plan.document_number),
        **plan.catalog.model_dump(),
        "file": source.name,
        "media_type": source.media_type,
        "reader": source.reader,
        "extractor": source.extractor,
        "region": plan.region and plan.region.name,
        "region_code": plan.region and plan.region.code,
        "region_level": plan.region and plan.region.level,
        "disclosure_raw": plan.disclosure and plan.disclosure.raw,
        "disclosure": plan.disclosure and plan.disclosure.value,
        "sections": len(plan.sections),
        "tasks": len(plan.tasks),
    }
    return _row("plans", plan, {"path": entry.path, "plan_id": plan.id} | known)


def _known(entry: Entry) -> Row:
    """What the ledger and the manifest say of an input."""
    meta, findings = entry.meta or {}, entry.findings
    retrieved = meta.get("retrieved_on")
    return {
        "state": entry.holds,
        "copy_of": entry.copy_of,
        "sha256": entry.sha256,
        "size": entry.size,
        "pages": entry.pages,
        "text_key": entry.text,
        "infos": findings and findings.info,
        "warnings": findings and findings.warning,
        "errors": findings and findings.error,
        "url": meta.get("url"),
        "retrieved_on": _day(retrieved),
        "retrieved_on_raw": retrieved,
        "manifest_region": meta.get("region"),
        "manifest": _json(meta) if meta else None,
    }


def _tasks(plan: Plan, keys: Row) -> Iterator[Row]:
    above = _headings(plan.sections)
    for nth, task in enumerate(plan.tasks, 1):
        begin = task.provenance[0] if task.provenance else None
        place = (
            _NO_SPAN
            if begin is None
            else {
                "source_file": begin.source,
                "page": begin.page,
                "line": begin.line,
                "place": begin.path,
            }
        )
        known = {
            "task_id": task.id,
            "nth": nth,
            "section_id": task.section,
            "headings": above.get(task.section, []),
            "text_key": text_fingerprint(task.text),
            "owners": len(task.owners),
            "deadlines": len(task.deadlines),
            "targets": len(task.targets),
        }
        yield _row("tasks", task, keys | known | place)


def _headings(sections: Iterable[Section]) -> dict[str | None, list[str]]:
    """The headings that lead down to each section, its own the last."""
    found: dict[str | None, list[str]] = {}
    for one in sections:
        found[one.id] = [*found.get(one.parent, []), f"{one.label or ''}{one.title}"]
    return found


def _below(task: Task, keys: Row) -> Iterator[Rows]:
    """The rows of the tables that have several for a task."""
    yield _listed("owners", task.owners, keys)
    yield _listed("deadlines", task.deadlines, keys, map(_after, task.deadlines))
    yield _listed("targets", task.targets, keys, ({"value": _float(t.value)} for t in task.targets))
    yield _listed("people", task.people, keys)
    yield _listed("columns", task.columns, keys)


def _demand(deadline: Deadline) -> Row:
    return {name: getattr(deadline, name) for name in ("raw", "kind", "due", "rrule")}


def _after(deadline: Deadline) -> Row:
    after = deadline.after
    return {
        "after_event": after and after.event,
        "after_duration": after and after.duration,
        "after_working_days": after and after.working_days,
    }


def _number(number: DocumentNumber | None) -> Row:
    names = ("raw", "code", "year", "number")
    return {f"document_number_{name}": number and getattr(number, name) for name in names}


def _listed(table: str, models: Iterable[object], keys: Row, known: Iterable[Row] = ()) -> Rows:
    """A row for each of `models`, in their order; `known` has what is no field of theirs."""
    more = iter(known)
    return Rows(
        table,
        [
            _row(table, model, {**keys, "nth": nth, **next(more, {})})
            for nth, model in enumerate(models, 1)
        ],
    )


def _row(table: str, model: object, known: Row) -> Row:
    """The columns of the table: what is `known`, and for the others the fields of the model."""
    return {name: known[name] if name in known else getattr(model, name) for name in _names(table)}


@cache
def _names(table: str) -> tuple[str, ...]:
    return tuple(column.name for column in columns(table))


def _float(value: float) -> float | None:
    with suppress(OverflowError):
        return float(value)
    return None


def _day(said: str | None) -> dt.date | None:
    """The day that a text of ISO 8601 begins with: `2022-06-30T08:00:00+08:00`."""
    with suppress(ValueError):
        return dt.datetime.fromisoformat(said).date() if said else None
    return None


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
