"""Tracing, Siblings → Markdown for a pull request or an issue."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from zwgk_parse.exporters.changes.markdown import marked
from zwgk_parse.exporters.characters import markdown_text as shown
from zwgk_parse.exporters.traces.sentences import (
    became,
    cell,
    change_words,
    counts,
    covered,
    doubts,
    floored,
    task_words,
)
from zwgk_parse.exporters.traces.sharing import by_way, summed
from zwgk_parse.exporters.traces.tracing import few, name_of
from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zwgk_parse.exporters.traces.tracing import Tracing
    from zwgk_parse.messages.language import Language
    from zwgk_parse.plan.changes import Change
    from zwgk_parse.plan.traces import SharedTask, Siblings, SpokenTask, Trace


def write(tracing: Tracing, stream: TextIO, language: Language) -> None:
    """Write the counts, a table parent × children, and what each child altered."""
    stream.writelines(f"{line}\n" for line in _lines(tracing, language))


def _lines(tracing: Tracing, language: Language) -> Iterator[str]:
    yield f"## {shown(phrase('trace-title', language, parent=name_of(tracing.parent)))}"
    yield ""
    some, many = few(tracing.children)
    for place, trace in enumerate(some, 1):
        yield f"{place}. {_summary(trace, language)}"
    for trace in many:
        yield f"- {_summary(trace, language)}"
    if not (some and tracing.tasks):
        return
    yield ""
    heads = [phrase("trace-task", language), *(str(place) for place in range(1, len(some) + 1))]
    yield from table(heads, _rows(tracing, some, language))
    yield from (f"\n{shown(line)}" for line in doubts(some, language))
    for trace in some:
        yield from _details(tracing, trace, language)


def _summary(trace: Trace, language: Language) -> str:
    file = f" ({trace.file})" if trace.file else ""
    name = shown(name_of(trace.child) + file)
    return f"<b>{name}</b> {shown(covered(trace, language))}; {shown(counts(trace, language))}"


def _rows(tracing: Tracing, some: list[Trace], language: Language) -> Iterator[list[str]]:
    for row, task in enumerate(tracing.tasks):
        yield [task_words(task), *(cell(trace.tasks[row], language) for trace in some)]


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """A table; its cells are escaped."""
    first = [shown(head) for head in heads]
    yield f"| {' | '.join(first)} |"
    yield f"|{' --- |' * len(first)}"
    for row in rows:
        yield f"| {' | '.join(map(shown, row))} |"


def _details(tracing: Tracing, trace: Trace, language: Language) -> Iterator[str]:
    if not trace.own and not any(traced.changes for traced in trace.tasks):
        return
    yield ""
    yield f"### {shown(name_of(trace.child))}"
    yield ""
    for task, traced in zip(tracing.tasks, trace.tasks, strict=True):
        if traced.changes:
            yield f"- {shown(f'{task.id} → {became(traced, language)}  {task_words(task)}')}"
            yield from (f"  - {_altered(one, language)}" for one in traced.changes)
    if trace.own:
        yield f"- <b>{phrase('trace-own', language)}</b>"
        yield from (f"  - {shown(task_words(task))}" for task in trace.own)


def _altered(change: Change, language: Language) -> str:
    words = phrase("change-colon", language) + marked(change.words) if change.words else ""
    return shown(change_words(change, language)) + words


def write_siblings(found: Siblings, stream: TextIO, language: Language) -> None:
    """Write the shared tasks as a table, then each side's own."""
    names = {"first": name_of(found.first), "second": name_of(found.second)}
    lines = [f"## {shown(phrase('compare-title', language, **names))}", ""]
    lines += [*(f"- {shown(line)}" for line in summed(found, language)), ""]
    heads = [*names.values(), phrase(by_way("compare-score", found), language)]
    heads += [phrase("compare-via-task", language)] if found.via else []
    lines += table(heads, (_shared(one, via=bool(found.via)) for one in found.shared))
    only = by_way("compare-only", found)
    for name, tasks in ((names["first"], found.first_only), (names["second"], found.second_only)):
        lines += ["", f"### {shown(phrase(only, language, plan=name))}", ""]
        lines += [f"- {shown(task_words(task))}" for task in tasks]
    stream.writelines(f"{line}\n" for line in lines)


def _shared(one: SharedTask, *, via: bool) -> list[str]:
    cells = [_all(one.first), _all(one.second), f"{floored(one.score):.0%}"]
    return [*cells, _all(one.via)] if via else cells


def _all(tasks: tuple[SpokenTask, ...]) -> str:
    return " / ".join(map(task_words, tasks))
