"""Tracing → lines for people: a table parent × children, or a line of counts for each of many."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from zwgk_parse.exporters.changes.segments import text_of
from zwgk_parse.exporters.changes.text import marked
from zwgk_parse.exporters.characters import one_line
from zwgk_parse.exporters.traces.sentences import (
    became,
    beginning,
    cell,
    change_words,
    counts,
    covered,
    doubts,
    task_words,
)
from zwgk_parse.exporters.traces.tracing import few, name_of
from zwgk_parse.messages.texts import phrase
from zwgk_parse.messages.widths import aligned

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zwgk_parse.exporters.traces.tracing import Tracing
    from zwgk_parse.messages.language import Language
    from zwgk_parse.plan.changes import Change
    from zwgk_parse.plan.traces import Trace

_TASK = 24


def write(tracing: Tracing, stream: TextIO, language: Language) -> None:
    """Write a table with a row for each task of the parent; of one child also what it altered."""
    stream.writelines(f"{one_line(line)}".rstrip() + "\n" for line in _lines(tracing, language))


def _lines(tracing: Tracing, language: Language) -> Iterator[str]:
    yield phrase("trace-title", language, parent=name_of(tracing.parent))
    some, many = few(tracing.children)
    for place, trace in enumerate(some, 1):
        yield f"[{place}] {_name(trace)}: {covered(trace, language)}"
        yield f"    {counts(trace, language)}"
    for trace in many:
        yield f"{_name(trace)}: {covered(trace, language)}; {counts(trace, language)}"
    if not tracing.tasks:
        yield phrase("trace-none", language, parent=name_of(tracing.parent))
    elif some:
        yield ""
        yield from _table(tracing, some, language)
        yield from doubts(some, language)
    if len(some) == 1:
        yield from _details(tracing, some[0], language)


def _name(trace: Trace) -> str:
    name = name_of(trace.child)
    return f"{name} ({trace.file})" if trace.file else name


def _table(tracing: Tracing, some: Sequence[Trace], language: Language) -> Iterator[str]:
    places = (f"[{place}]" for place in range(1, len(some) + 1))
    heads = ["", phrase("trace-task", language), *places]
    rows = [heads]
    for row, task in enumerate(tracing.tasks):
        cells = (cell(trace.tasks[row], language) for trace in some)
        rows.append([task.id, beginning(task, _TASK), *cells])
    yield from aligned(rows)


def _altered(change: Change, language: Language) -> str:
    """What the child altered; of a rewording the words, marked as git marks them."""
    words = phrase("change-colon", language) + text_of(marked(change.words))
    return change_words(change, language) + (words if change.words else "")


def _details(tracing: Tracing, trace: Trace, language: Language) -> Iterator[str]:
    """What the one child altered, and what it has of its own."""
    for task, traced in zip(tracing.tasks, trace.tasks, strict=True):
        if traced.changes:
            yield ""
            yield f"{task.id} → {became(traced, language)}  {beginning(task, _TASK + 12)}"
            yield from (f"  {_altered(change, language)}" for change in traced.changes)
    if trace.own:
        yield ""
        yield phrase("trace-own", language)
        yield from (f"  {task.id}  {task_words(task)}" for task in trace.own)
