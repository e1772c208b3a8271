"""Tracing → one HTML page that loads nothing, with a filter by status and by child."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TextIO

from zwgk_parse.exporters.changes.html import marked
from zwgk_parse.exporters.page import box, choice, form, page, shown, words
from zwgk_parse.exporters.traces.sentences import (
    became,
    change_words,
    counts,
    covered,
    standing,
    status_words,
    task_words,
)
from zwgk_parse.exporters.traces.tracing import STATUSES, few, name_of
from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zwgk_parse.exporters.traces.tracing import Tracing
    from zwgk_parse.messages.language import Language
    from zwgk_parse.plan.changes import Change
    from zwgk_parse.plan.traces import SpokenTask, Trace, TracedTask


def write(tracing: Tracing, stream: TextIO, language: Language) -> None:
    """Write the counts, then task by task what each child does with it."""
    title = phrase("trace-title", language, parent=name_of(tracing.parent))
    body = _body(tracing, title, language)
    stream.writelines(f"{line}\n" for line in page(title, "traces/traces.css", body, language))


def _body(tracing: Tracing, title: str, language: Language) -> Iterator[str]:
    some, many = few(tracing.children)
    yield f"<h1>{shown(title)}</h1>\n<ol>"
    for trace in some:
        yield _summary(trace, language)
    for trace in many:
        yield _summary(trace, language)
    yield "</ol>"
    if not (some and tracing.tasks):
        return
    yield from form(_controls(some, language), language)
    yield '<table class="traces">'
    heads = ("trace-task", "trace-child", "trace-status")
    cells = "".join(f'<th scope="col">{words(key, language)}</th>' for key in heads)
    yield f"<thead><tr>{cells}</tr></thead>"
    for row, task in enumerate(tracing.tasks):
        yield "<tbody data-group>"
        for place, trace in enumerate(some):
            yield _row(task, trace.tasks[row], place, language)
        yield "</tbody>"
    yield "</table>"
    for trace in some:
        yield from _own(trace, language)


def _summary(trace: Trace, language: Language) -> str:
    file = f" ({trace.file})" if trace.file else ""
    return (
        f"<li><b>{shown(name_of(trace.child) + file)}</b><br>{shown(covered(trace, language))}<br>"
        f"{shown(counts(trace, language))}</li>"
    )


def _controls(some: Sequence[Trace], language: Language) -> Iterator[str]:
    found = Counter(task.status for trace in some for task in trace.tasks)
    for status in STATUSES:
        if found[status]:
            yield box("status", status, f"{status_words(status, language)} ({found[status]})")
    options = [(str(place), name_of(trace.child)) for place, trace in enumerate(some)]
    yield from choice("child", phrase("trace-child", language), options, language)


def _row(task: SpokenTask, traced: TracedTask, place: int, language: Language) -> str:
    changes = "".join(f"<li>{_altered(one, language)}</li>" for one in traced.changes)
    listed = f"<ul>{changes}</ul>" if changes else ""
    return (
        f'<tr data-row data-status="{traced.status}" data-child="{place}">'
        f"<td>{shown(task.id)} {shown(task_words(task))}</td><td>{place + 1}</td>"
        f'<td><b class="{traced.status}">{shown(standing(traced, language))}</b>'
        f" {shown(became(traced, language))}{listed}</td></tr>"
    )


def _altered(change: Change, language: Language) -> str:
    said = words("change-colon", language) + marked(change.words) if change.words else ""
    return shown(change_words(change, language)) + said


def _own(trace: Trace, language: Language) -> Iterator[str]:
    if trace.own:
        yield f"<h2>{words('trace-own', language)}: {shown(name_of(trace.child))}</h2>\n<ul>"
        yield from (f"<li>{shown(task.id)} {shown(task_words(task))}</li>" for task in trace.own)
        yield "</ul>"
