"""A plan drawn on a terminal; a pipe gets the same columns without colours, a line a task."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.table import Table
from rich.text import Text

from zwgk_parse.cli.streams import printable
from zwgk_parse.exporters.task_words import day_words, owner_words
from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zwgk_parse.exporters.changes.segments import Line
    from zwgk_parse.messages.language import Language
    from zwgk_parse.plan.model import Plan

# Owners come last: they are the longest, and nothing need line up after them.
COLUMNS = ("number", "section", "text", "due", "owners")
# How many columns of a terminal a section and a text are cut down to where lines must not wrap.
_SHORT = {"section": 24, "text": 48}


def plan_table(plan: Plan, language: Language) -> None:
    """Print the plan's title and a row for each of its tasks."""
    count = phrase("tasks", language, count=len(plan.tasks))
    title = " · ".join(part for part in (plan.title, plan.issuer, count) if part)
    heads = [phrase(column, language) for column in COLUMNS]
    rows = _rows(plan, language)
    if sys.stdout.isatty():
        _draw(title, heads, rows)
    else:
        _print_plain(title, heads, rows)


def lines(texts: Iterable[str]) -> None:
    """Print `texts`, a line each."""
    for text in texts:
        sys.stdout.write(printable(text) + "\n")


# How rich draws the styles that lines of changes come in.
_STYLES = {
    "title": "bold",
    "heading": "bold cyan",
    "kind": "yellow",
    "old": "red",
    "new": "green",
    "faint": "dim",
}


def styled(texts: Iterable[Line]) -> None:
    """Print lines that are wrapped already, in colours where the terminal has them."""
    console = Console(file=sys.stdout, highlight=False, emoji=False, markup=False)
    for line in texts:
        parts = ((one.text, _STYLES.get(one.style, "")) for one in line)
        console.print(Text.assemble(*parts), soft_wrap=True)


def _rows(plan: Plan, language: Language) -> list[list[str]]:
    titles = {section.id: section.title for section in plan.sections}
    return [
        [
            task.label or task.id,
            titles.get(task.section or "", ""),
            task.text,
            day_words(task),
            owner_words(task, language),
        ]
        for task in plan.tasks
    ]


def _draw(title: str, heads: list[str], rows: list[list[str]]) -> None:
    console = Console(file=sys.stdout, highlight=False, emoji=False, markup=False)
    table = Table(title=Text(printable(title)), title_justify="left", expand=True)
    for column, head in zip(COLUMNS, heads, strict=True):
        if column == "text":
            table.add_column(head, ratio=3, no_wrap=True, overflow="ellipsis")
        elif column in {"section", "owners"}:
            table.add_column(head, ratio=2, overflow="fold")
        else:
            table.add_column(head, overflow="fold", max_width=12)
    for row in rows:
        table.add_row(*(Text(_one_line(cell)) for cell in row))
    console.print(table)


def _print_plain(title: str, heads: list[str], rows: list[list[str]]) -> None:
    cut = [
        [_shortened(_one_line(cell), column) for cell, column in zip(row, COLUMNS, strict=True)]
        for row in [heads, *rows]
    ]
    widths = [max(cell_len(row[position]) for row in cut) for position in range(len(COLUMNS))]
    lines([title, ""])
    for row in cut:
        padded = (set_cell_size(cell, width) for cell, width in zip(row, widths, strict=True))
        lines(["  ".join(padded).rstrip()])


def _one_line(text: str) -> str:
    return printable(" ".join(text.split("\n")))


def _shortened(text: str, column: str) -> str:
    width = _SHORT.get(column)
    if width is None or cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…"
