"""A sample as a sheet to tick: drawn tasks with their passages in, rows of words out.

A sheet has a head in the reader's language and a row for each task. The columns of `TICKS` are
empty: who judges writes 1 or 0 into them. `key` tells which task it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.exporters.task_words import deadline_words, owner_words
from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zwgk_parse.messages.language import Language
    from zwgk_parse.plan.model import Deadline, Task
    from zwgk_parse.source import Span
    from zwgk_parse.study.sources import Found

FIELDS = (
    *("number", "file", "place", "before", "printed", "after"),
    *("task", "owners", "deadlines", "due"),
    *("text-right", "owners-right", "deadlines-right", "note", "key"),
)
# A cell of Excel holds 32,767 characters at most.
_MOST = 32_000
# The columns to tick, and what of a task each is about.
TICKS = {"text-right": "text", "owners-right": "owners", "deadlines-right": "deadlines"}


class Sheet(NamedTuple):
    """What a sheet shows: its head, its rows, and the language of both."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    language: Language

    def column(self, field: str, row: tuple[str, ...]) -> str:
        """What stands in `row` under `field`."""
        return row[FIELDS.index(field)]


def heading(field: str, language: Language) -> str:
    """What the column `field` is headed."""
    return phrase(f"sheet-{field}", language)


def sheet(found: Iterable[Found], language: Language) -> Sheet:
    """The sheet of these tasks."""
    head = tuple(heading(field, language) for field in FIELDS)
    rows = tuple(_row(number, one, language) for number, one in enumerate(found, 1))
    return Sheet(head, rows, language)


def _row(number: int, one: Found, language: Language) -> tuple[str, ...]:
    task, passage = one.drawn.task, one.printed
    if passage is None:
        text, before, after = phrase(f"sheet-{one.reason}", language), "", ""
    else:
        text, before, after = passage
    cells = (
        *(str(number), one.drawn.entry.path, place(task.provenance, language)),
        *(before, text, after, _task_words(task), owner_words(task, language)),
        *(_deadlines(task, language), task.due.isoformat() if task.due else ""),
        *("", "", "", "", one.drawn.key),
    )
    return tuple(cell if len(cell) < _MOST else f"{cell[:_MOST]}…" for cell in cells)


def _task_words(task: Task) -> str:
    return f"{task.label} {task.text}" if task.label else task.text


def _deadlines(task: Task, language: Language) -> str:
    """Each deadline as printed, and how it was read; as printed alone where it was not."""
    lines = (f"{one.raw} → {_reading(one, language)}" for one in task.deadlines)
    return "\n".join(lines) or deadline_words(task)


def _reading(deadline: Deadline, language: Language) -> str:
    """How a deadline was read, in short: 2022-12-31; FREQ=MONTHLY; P3M after …; ongoing."""
    after = deadline.after
    days = " – ".join(day.isoformat() for day in (deadline.start, deadline.due) if day)
    either = " / ".join(day.isoformat() for day in deadline.due_alternatives)
    parts = [
        days or either,
        deadline.rrule or "",
        f"{after.duration} {after.event or ''}".strip() if after else "",
        phrase("sheet-working-days", language) if after and after.working_days else "",
        f"× {deadline.times}" if deadline.times else "",
    ]
    said = " ".join(part for part in parts if part)
    return said or phrase(f"sheet-kind-{deadline.kind}", language)


def place(spans: tuple[Span, ...], language: Language) -> str:
    """Where a task is printed: its pages or lines, its row in a table, else its element."""
    told = dict.fromkeys(_places(spans, language))
    return ("，" if language == "zh" else ", ").join(told)


def _places(spans: tuple[Span, ...], language: Language) -> Iterator[str]:
    pages = [span.page for span in spans if span.page is not None]
    lines = [line for span in spans for line in (span.line, span.end_line) if line is not None]
    if pages:
        yield _range("page", pages, language)
    if lines:
        yield _range("line", lines, language)
    for span in spans:
        if span.cell is not None:
            where = {"table": span.cell.table, "row": span.cell.row}
            yield phrase("sheet-row", language, **where)
        elif span.path is not None:
            yield span.path


def _range(unit: str, numbers: list[int], language: Language) -> str:
    """Pages or lines from the first to the last."""
    first, last = min(numbers), max(numbers)
    key = f"sheet-{unit}" if first == last else f"sheet-{unit}s"
    return phrase(key, language, first=first, last=last)
