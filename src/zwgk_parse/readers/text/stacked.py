"""Tables whose cells stand one a line, with or without a lone `|` between them → Table.

The header is known by its headings. Three ways of writing are told apart:
- a chain of lines joined by bars is a row; a line that no bar parts from the one before it is the
  next paragraph of the same cell;
- a bar (or a line of tabs) stands behind every cell, at row ends as well;
- there are no bars.
In the last two the cells are dealt out to the columns, which only works where numbers on lines of
their own or the count of the cells show where rows begin. Else the cells are kept one a row.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from zwgk_parse.document.model import Cell, Row, Table
from zwgk_parse.document.numbering import read_label
from zwgk_parse.readers.text.dealing import aligned, by_count, by_label, by_number, is_number
from zwgk_parse.readers.text.fitting import Mode, by_content, fits
from zwgk_parse.readers.text.lines import Line, words
from zwgk_parse.source import CellPlace, Span
from zwgk_parse.vocabulary.headings import field_of_heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zwgk_parse.readers.text.dealing import Group

_END = re.compile(
    r"\s*(?:附件\s*[\d一二三四五六七八九十]*\s*[:：]?\s*\S{0,40}|抄送\s*[:：].*|.{2,30}印发|#.*"
    r"|公开方式\s*[:：].*|主题词\s*[:：].*|[（(](?:此件|共印).*[）)])\s*"
)
_FILLERS = ("blank", "page-number", "rule")
_SHORT = 6


def read_stacked(lines: Sequence[Line], start: int, number: int) -> tuple[Table, int] | None:
    """The table whose first heading is lines[start], and the index after it; None where none is."""
    header, at, barred = _header(lines, start)
    if len(header) < 2 or sum(_is_known(line) for line in header) < 2:
        return None
    stated = any(field_of_heading(line.text) in ("owners", "deadline") for line in header)
    if not barred:
        headed = _is_headed(lines, start)
        rows, end = _dealt_rows(lines, at, header, headed=headed) if stated else ([], at)
    elif _next_form(lines, at) == "bar":
        rows, end = _closed_rows(lines, at, header)
    else:
        rows, end = _chained_rows(lines, at, header)
    if not rows:
        return None
    if len(header) > 1 and all(len(row) == 1 for row in rows):
        return _undealt([*header, *(line for (cell,) in rows for line in cell)], number), end
    widest = max(len(row) for row in rows)
    rows = [aligned(row, rows, widest) for row in rows]
    chained = barred and _next_form(lines, at) != "bar"
    spread = widest == len(header) + 1
    made = [_header_row(header, number, _wide(header, rows, widest) if spread else None)]
    made += [
        _row(cells, number, place, widest, chained=chained)
        for place, cells in enumerate(rows, start=2)
    ]
    return Table(tuple(made), max(widest, len(header))), end


def _undealt(lines: Sequence[Line], number: int) -> Table:
    """A table whose cells could not be dealt out to its columns: one cell a row."""
    rows = (_row([[line]], number, place, 1) for place, line in enumerate(lines, start=1))
    return Table(tuple(rows), 1, dealt=False)


def _next_form(lines: Sequence[Line], at: int) -> str:
    return next((line.form for line in lines[at:] if line.form not in _FILLERS), "blank")


def _is_headed(lines: Sequence[Line], start: int) -> bool:
    before = next((line for line in reversed(lines[:start]) if line.form not in _FILLERS), None)
    return before is not None and _is_known(before)


def _is_known(line: Line) -> bool:
    return line.form == "words" and field_of_heading(line.text) is not None


def _header(lines: Sequence[Line], start: int) -> tuple[list[Line], int, bool]:
    """The heading lines from `start`, the index after them, and whether bars part them."""
    header: list[Line] = []
    bars, at, after = 0, start, start
    while at < len(lines):
        line = lines[at]
        if line.form == "bar":
            bars += 1
        elif line.form == "words" and (_is_known(line) or _between_bars(lines, at)):
            header.append(line)
            after = at + 1
        elif line.form not in _FILLERS:
            break
        at += 1
    return header, after, bars > 0 and bars >= len(header) - 1


def _between_bars(lines: Sequence[Line], at: int) -> bool:
    """Whether a short line that we do not know as a heading stands in a chain of headings."""
    text = lines[at].text.strip()
    if not 0 < at < len(lines) - 1 or len(text) > _SHORT or read_label(text) is not None:
        return False
    return lines[at - 1].form == "bar" == lines[at + 1].form and not text.isdecimal()


def _chained_rows(
    lines: Sequence[Line], start: int, header: Sequence[Line]
) -> tuple[list[list[Group]], int]:
    """Rows whose cells bars join; what the cells hold tells which are left out of a row."""
    rows, end = _barred_rows(lines, start, len(header))
    headings = [line.text for line in header]
    inside = [line for line in lines[start:end] if line.form in ("words", "bar")]
    dealt = by_content(inside, headings, "chain")
    if dealt or fits(rows, headings):
        return dealt or rows, end
    return [[[line]] for line in inside if line.form == "words"], end


def _barred_rows(lines: Sequence[Line], start: int, width: int) -> tuple[list[list[Group]], int]:
    """Rows of cells; a cell is its lines. A row has `width` cells, or one more (a number)."""
    rows: list[list[Group]] = []
    pending_bar, at, end = False, start, start
    while at < len(lines):
        line = lines[at]
        if line.form == "bar":
            pending_bar = True
        elif line.form == "words":
            if _closes(lines, at, pending_bar=pending_bar):
                break
            _place(rows, line, width, pending_bar=pending_bar)
            pending_bar, end = False, at + 1
        elif line.form not in _FILLERS:
            break
        at += 1
    return rows, max(end, at if pending_bar else end)


def _place(rows: list[list[Group]], line: Line, width: int, *, pending_bar: bool) -> None:
    if pending_bar and rows:
        rows[-1].append([line])
    elif rows and 1 < len(rows[-1]) < width:
        rows[-1][-1].append(line)
    else:
        rows.append([[line]])


def _closes(lines: Sequence[Line], at: int, *, pending_bar: bool) -> bool:
    """Whether the table ends before a line: a closing line, and no bar before or after it."""
    if pending_bar:
        return False
    after = next((line for line in lines[at + 1 : at + 3] if line.form != "blank"), None)
    barred = after is not None and after.form == "bar"
    return not barred and _END.fullmatch(lines[at].text) is not None


def _dealt_rows(
    lines: Sequence[Line], start: int, header: Sequence[Line], *, headed: bool
) -> tuple[list[list[Group]], int]:
    """Rows dealt out from lines without bars; one cell a row where they cannot be told.

    `headed`: a heading stands above the header as well, so it may not be all of the header.
    """
    cells, end = _lines_of(lines, start)
    width, headings = len(header), [line.text for line in header]
    inside = [line for line in lines[start:end] if line.form in ("words", "blank")]
    modes: tuple[Mode, ...] = ("blank", "plain") if len(inside) > len(cells) else ("plain",)
    for mode in modes:
        rows = by_content(inside, headings, mode)
        if rows:
            return rows, end
    for deal in (by_number, by_label) if headed else (by_number, by_label, by_count):
        rows = deal(cells, width)
        if rows and fits(rows, headings):
            return rows, end
    return ([] if headed else [[[line]] for line in cells]), end


def _closed_rows(
    lines: Sequence[Line], start: int, header: Sequence[Line]
) -> tuple[list[list[Group]], int]:
    """Rows of cells that a bar closes each; one cell a row where their beginnings are unknown."""
    inside, end = _lines_of(lines, start, bars=True)
    headings = [line.text for line in header]
    rows = by_content(inside, headings, "closed")
    if rows:
        return rows, end
    groups: list[Group] = [[]]
    for line in inside:
        if line.form == "bar":
            groups.append([])
        else:
            groups[-1].append(line)
    cells = [group for group in groups if group]
    singles = [group[0] for group in cells if len(group) == 1]
    if len(singles) == len(cells):
        rows = by_number(singles, len(header)) or by_count(singles, len(header))
        if rows and fits(rows, headings):
            return rows, end
    return [[cell] for cell in cells], end


def _lines_of(lines: Sequence[Line], start: int, *, bars: bool = False) -> tuple[list[Line], int]:
    """The lines from `start` to the end of the table, and the index after them."""
    inside: list[Line] = []
    at = end = start
    while at < len(lines):
        line = lines[at]
        if line.form == "words" and (_END.fullmatch(line.text) or line.level is not None):
            break
        if line.form == "words" or (bars and line.form == "bar"):
            inside.append(line)
            end = at + 1
        elif line.form not in _FILLERS:
            break
        at += 1
    return inside, end


def _wide(header: Sequence[Line], rows: Sequence[Sequence[Group]], widest: int) -> int:
    """Which heading stands over two cells: that over bare numbers, else the first of a text."""
    counts = Counter(
        at
        for row in rows
        if len(row) == widest
        for at, group in enumerate(row[: len(header)])
        if group and is_number(group[0])
    )
    texts = [at for at, line in enumerate(header) if field_of_heading(line.text) == "text"]
    numbered = [at for at, _ in counts.most_common() if at in texts]
    return next(iter([*numbered, *texts]), 0)


def _header_row(header: Sequence[Line], table: int, wide: int | None) -> Row:
    """The header; where rows have a cell more, the heading `wide` stands over two cells."""
    cells, column = [], 0
    for at, line in enumerate(header):
        span = 2 if at == wide else 1
        cells.append(_cell([line], table, 1, column, span))
        column += span
    return Row(tuple(cells))


def _row(
    groups: Sequence[Group], table: int, row: int, width: int, *, chained: bool = False
) -> Row:
    """A row; where bars chain cells, one that opens its row with several items is doubtful."""
    whole = width if len(groups) == 1 else 1
    first = next((at for at, group in enumerate(groups) if group), 0)
    opens = chained and first > 0 and len(groups[first]) > 1
    cells = [_cell(group, table, row, column, whole) for column, group in enumerate(groups)]
    if opens:
        cells[first] = cells[first]._replace(doubtful=True)
    return Row(tuple(cells))


def _cell(group: Group, table: int, row: int, column: int, colspan: int) -> Cell:
    place = CellPlace(table=table, row=row, column=column + 1)
    paragraphs = (
        words(line.text, Span(line=line.number, end_line=line.number, cell=place)) for line in group
    )
    return Cell(tuple(p for p in paragraphs if p), column, colspan=colspan)
