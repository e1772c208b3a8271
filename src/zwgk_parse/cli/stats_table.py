"""Figures as tables: on a terminal with bars, for a pipe in plain columns."""

from __future__ import annotations

import sys
from itertools import chain
from typing import TYPE_CHECKING

from zwgk_parse.cli.streams import printable
from zwgk_parse.messages.texts import phrase
from zwgk_parse.messages.widths import cut, widths_of, with_numbers, wrap
from zwgk_parse.study.labels import (
    counted_label,
    kind_label,
    left_out_label,
    several_label,
    unit_label,
    value_label,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.messages.language import Language
    from zwgk_parse.study.figures import Figures, Table

_WIDTH = 80
_BETWEEN = 2
# Columns of a terminal: the longest label, the widest bar.
_LABEL, _BAR = 36, 40
_Cells = tuple[str, str, str, str]


def plain(figures: Figures, language: Language) -> str:
    """The tables as text, a line a value."""
    lines = wrap(counted_label(figures, language), _WIDTH)
    cells = _cells_of(figures, language)
    # The same in all tables: a page of them can be read down.
    widths = widths_of(chain(*cells))
    for table, rows in zip(figures.tables, cells, strict=True):
        lines += ["", *(with_numbers(row, widths) for row in rows)]
        lines += filter(None, [left_out_label(table, language)])
    lines += _several(figures, language, _WIDTH)
    return "".join(f"{line}\n" for line in lines)


def draw(figures: Figures, language: Language) -> None:
    """Print the tables on a terminal, with bars where there is room for them."""
    from rich.console import Console
    from rich.text import Text

    console = Console(file=sys.stdout, highlight=False, emoji=False, markup=False)
    cells = _cells_of(figures, language)
    # The same in all tables: a page of them can be read down.
    widths = widths_of(chain(*cells))
    room = min(_BAR, console.width - sum(widths) - _BETWEEN * len(widths))
    for line in wrap(counted_label(figures, language), console.width):
        console.print(line)
    for table, (head, *rows) in zip(figures.tables, cells, strict=True):
        console.print()
        console.print(Text(with_numbers(head, widths), style="bold"), soft_wrap=True)
        for row, one, bar in zip(table.rows, rows, _bars(table, room), strict=True):
            style = "dim" if row.value is None else ""
            drawn = (f"{' ' * _BETWEEN}{bar}", style or "cyan")
            console.print(Text.assemble((with_numbers(one, widths), style), drawn), soft_wrap=True)
        if table.left_out:
            console.print(Text(left_out_label(table, language), style="dim"))
    for line in _several(figures, language, console.width):
        console.print(Text(line, style="dim"))


def _bars(table: Table, room: int) -> list[str]:
    """A bar for each row, none where there is no room for one."""
    most = max((row.number for row in table.rows), default=0) or 1
    return ["█" * round(max(room, 0) * row.number / most) if room > 4 else "" for row in table.rows]


def _several(figures: Figures, language: Language, width: int) -> list[str]:
    """What is to be said of kinds that count a task several times."""
    said = several_label(figures, language)
    return ["", *wrap(said, width)] if said else []


def _cells_of(figures: Figures, language: Language) -> list[list[_Cells]]:
    """The head and the rows of each table."""
    return [[_head(table, language), *_cells(table, language)] for table in figures.tables]


def _head(table: Table, language: Language) -> _Cells:
    kind = table.kind
    return (
        kind_label(table, language),
        unit_label(kind.unit, language),
        phrase(f"stats-share-{kind.unit}", language),
        unit_label(kind.beside, language),
    )


def _cells(table: Table, language: Language) -> Iterator[_Cells]:
    for row in table.rows:
        label = printable(value_label(row, table, language).replace("\n", " "))
        yield (cut(label, _LABEL), f"{row.number:,}", f"{table.share(row):.1%}", f"{row.beside:,}")
