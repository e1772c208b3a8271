"""Traces in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.exporters.changes.comparison import DOUBTFUL
from zwgk_parse.exporters.changes.sentences import label, told
from zwgk_parse.exporters.traces.tracing import counted, ids_of
from zwgk_parse.messages.texts import phrase
from zwgk_parse.plan.traces import TAKEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zwgk_parse.messages.language import Language
    from zwgk_parse.plan.changes import Change
    from zwgk_parse.plan.traces import SpokenTask, Status, Trace, TracedTask


def status_words(status: Status, language: Language) -> str:
    """The name of a status."""
    return phrase(f"status-{status}", language)


def cell(task: TracedTask, language: Language) -> str:
    """What a child does with a task: `adapted t5`."""
    named = ids_of(task)
    if is_doubtful(task):
        named = phrase("trace-doubtful", language, tasks=named, score=task.score)
    return f"{status_words(task.status, language)} {named}".rstrip()


def is_doubtful(task: TracedTask) -> bool:
    """Whether the child's task may be another one, so little are they alike (as in diff)."""
    alone = task.status in TAKEN and task.status not in ("split", "merged")
    return alone and task.score is not None and task.score < DOUBTFUL


def doubts(traces: Iterable[Trace], language: Language) -> Iterator[str]:
    """What the mark of doubt in a cell means, if any of them has one."""
    if any(is_doubtful(task) for trace in traces for task in trace.tasks):
        yield phrase("trace-doubt", language)


def became(task: TracedTask, language: Language) -> str:
    """The child's tasks, and whether they may be others."""
    named = ids_of(task)
    if is_doubtful(task):
        return phrase("change-doubtful", language, tasks=named, score=task.score)
    return named


def standing(task: TracedTask, language: Language) -> str:
    """The status, and whether the child took over what is not addressed to it."""
    status = status_words(task.status, language)
    if task.status in TAKEN and task.addressed == "no":
        return phrase("trace-anyway", language, status=status)
    return status


def covered(trace: Trace, language: Language) -> str:
    """How much of what is addressed to the child it took over."""
    if trace.coverage is None:
        return phrase("trace-no-coverage", language)
    return phrase(
        "trace-coverage",
        language,
        owed=trace.owed,
        taken=trace.taken,
        coverage=floored(trace.coverage),
    )


def floored(share: float) -> float:
    """A share that is never said to be whole where it is not."""
    return share if share == 1 else min(share, 0.99)


def counts(trace: Trace, language: Language) -> str:
    """How many tasks have each status, and how many the child has of its own."""
    said = [
        phrase("trace-counts", language, status=status_words(status, language), count=count)
        for status, count in counted(trace).items()
    ]
    said.append(phrase("trace-own-count", language, count=len(trace.own)))
    return ("，" if language == "zh" else ", ").join(said)


def change_words(change: Change, language: Language) -> str:
    """What the child altered."""
    kind, what = label(change, language), told(change, language)
    return phrase("change-line", language, kind=kind, what=what) if what else kind


def task_words(task: SpokenTask) -> str:
    """A task with its number as printed."""
    return f"{task.label} {task.words}" if task.label else task.words


def beginning(task: SpokenTask, most: int) -> str:
    """The beginning of a task's words."""
    words = task_words(task)
    return words if len(words) <= most else f"{words[: most - 1]}…"
