"""Runs of lines with pipes or tabs → tables; a lone line between tab rows is a row of one cell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zwgk_parse.document.model import Cell, Row, Table
from zwgk_parse.document.numbering import read_label
from zwgk_parse.readers.text.lines import Line, words
from zwgk_parse.source import CellPlace, Span
from zwgk_parse.vocabulary.headings import is_header

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zwgk_parse.document.passage import Passage

_PIPE = re.compile(r"(?<!\\)\|")
_SEPARATOR_CELL = re.compile(r"\s*:?-+:?\s*")
_BREAK = re.compile(r"<\s*/?\s*(?:p|br|div|li)\b[^>]{0,200}>", re.IGNORECASE)
_SPANNING = 60
_ENDED = "。；;！!？?"


def read_table(lines: Sequence[Line], start: int, number: int) -> tuple[Table, int] | None:
    """The table that begins at lines[start], and the index after it; None where none begins."""
    if lines[start].form == "pipes":
        return _read_pipes(lines, start, number)
    if lines[start].form == "tabs":
        return _read_tabs(lines, start, number)
    return None


def table_row(number: int, row: int, cells: Sequence[tuple[str, Line]]) -> Row:
    """The row of a table, `row` from 1, its cells as printed."""
    return Row(
        tuple(
            Cell(
                _paragraphs(text, line, CellPlace(table=number, row=row, column=column)), column - 1
            )
            for column, (text, line) in enumerate(cells, start=1)
        )
    )


def _paragraphs(text: str, line: Line, place: CellPlace) -> tuple[Passage, ...]:
    span = Span(line=line.number, end_line=line.number, cell=place)
    pieces = (words(piece, span) for piece in _BREAK.split(text))
    return tuple(piece for piece in pieces if piece)


def _split_pipes(text: str) -> list[str]:
    cells = _PIPE.split(text.strip())
    if not cells[0].strip():
        cells = cells[1:]
    if len(cells) > 1 and not cells[-1].strip() and text.rstrip().endswith("|"):
        cells = cells[:-1]
    return cells


def _is_separator(cells: Sequence[str]) -> bool:
    return all(_SEPARATOR_CELL.fullmatch(cell) for cell in cells)


def _read_pipes(lines: Sequence[Line], start: int, number: int) -> tuple[Table, int] | None:
    rows: list[list[tuple[str, Line]]] = []
    separators, at = 0, start
    while at < len(lines) and lines[at].form == "pipes":
        cells = _split_pipes(lines[at].text)
        if _is_separator(cells):
            separators += 1
        else:
            rows.append([(cell, lines[at]) for cell in cells])
        at += 1
    outer = lines[start].text.lstrip().startswith("|")
    if not rows:
        return None
    if not separators and not outer and (len(rows) < 2 or len({len(row) for row in rows}) > 2):
        return None
    return _table(rows, number), at


def _read_tabs(lines: Sequence[Line], start: int, number: int) -> tuple[Table, int] | None:
    rows: list[list[tuple[str, Line]]] = []
    at = start
    while at < len(lines):
        line = lines[at]
        if line.form == "tabs" or (rows and line.form == "words" and "\t" in line.text):
            rows.append([(cell, line) for cell in line.text.strip(" ").split("\t")])
        elif rows and _spans_row(lines, at):
            rows.append([(line.text, line)])
        else:
            break
        at += 1
    if len(rows) < 2 and not is_header([cell for cell, _ in rows[0]]):
        return None
    return _table(rows, number), at


def _spans_row(lines: Sequence[Line], at: int) -> bool:
    """Whether a line between tab rows is a row of one cell: a short heading, more rows after it."""
    line = lines[at]
    if (
        line.form != "words"
        or len(line.text) > _SPANNING
        or line.text.rstrip().endswith(tuple(_ENDED))
    ):
        return False
    if read_label(line.text) is None:
        return False
    after = next((later for later in lines[at + 1 :] if later.form != "words"), None)
    return after is not None and after.form == "tabs" and after.text.strip() != ""


def _table(rows: Sequence[Sequence[tuple[str, Line]]], number: int) -> Table:
    width = max(len(row) for row in rows)
    made = (table_row(number, place, row) for place, row in enumerate(rows, start=1))
    return Table(tuple(made), width)
