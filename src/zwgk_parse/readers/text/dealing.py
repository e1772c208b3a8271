"""Cells that stand one a line → the rows of a table, where numbers or their count show the rows.

In go lines without bars and the number of columns, out come rows; none where they cannot be told.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING

from zwgk_parse.document.numbering import read_label
from zwgk_parse.readers.text.lines import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

Group = list[Line]

_NUMBER = re.compile(r"\s*\d{1,3}\s*[.．、]?\s*")
_GOES_ON = ("，", "、", ",")


def is_number(line: Line) -> bool:
    """Whether a line is a number alone."""
    return _NUMBER.fullmatch(line.text) is not None


def by_number(cells: Sequence[Line], width: int) -> list[list[Group]]:
    """Rows that begin with a number on its own line, counting up from the first."""
    starts = [place for place, line in enumerate(cells) if is_number(line)]
    numbers = [int(re.sub(r"\D", "", cells[place].text)) for place in starts]
    if len(starts) < 2 or any(b - a != 1 for a, b in itertools.pairwise(numbers)):
        return []
    rows: list[list[Group]] = [[[line]] for line in cells[: starts[0]]]
    for place, begin in enumerate(starts):
        stop = starts[place + 1] if place + 1 < len(starts) else len(cells)
        row, rest = _fit(cells[begin:stop], width)
        if not row:
            return []
        rows.append(row)
        rows += [[[line]] for line in rest]
    return rows


def _fit(lines: Sequence[Line], width: int) -> tuple[list[Group], Sequence[Line]]:
    """A row of `width` or `width` + 1 cells, and the headings of the next section behind it."""
    kept = len(lines)
    while kept > width - 1 and _is_section(lines[kept - 1]):
        kept -= 1
    cells, wrapped = [[line] for line in lines[:kept]], _wrapped(lines[:kept])
    for count in (width, width + 1):
        for groups in (cells, wrapped):
            if len(groups) == count:
                return groups, lines[kept:]
    return [], ()


def _wrapped(lines: Sequence[Line]) -> list[Group]:
    """The cells that `lines` make if one goes on behind a comma."""
    groups: list[Group] = []
    for line in lines:
        if groups and groups[-1][-1].text.rstrip().endswith(_GOES_ON):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def by_label(cells: Sequence[Line], width: int) -> list[list[Group]]:
    """Rows whose requirement is numbered, below headings that stand for several rows."""
    labels = [read_label(line.text) for line in cells]
    styles = Counter(label.style for label in labels if label is not None)
    style, count = styles.most_common(1)[0] if styles else ("", 0)
    starts = [at for at, label in enumerate(labels) if label is not None and label.style == style]
    if count < 2 or starts[0] == 0:
        return []
    taken = min(b - a for a, b in itertools.pairwise([*starts, len(cells)]))
    above = width - taken
    rows, at = [], 0
    for start in starts:
        headings = cells[at:start]
        if len(headings) > above or (headings and not _is_section(headings[0])):
            return []
        missing: list[Group] = [[] for _ in range(above - len(headings))]
        rows.append([*missing, *([line] for line in [*headings, *cells[start : start + taken]])])
        at = start + taken
    return rows if at == len(cells) else []


def _is_section(line: Line) -> bool:
    label = read_label(line.text)
    return label is not None and label.style in ("han", "han-bracket", "chapter")


def by_count(cells: Sequence[Line], width: int) -> list[list[Group]]:
    """Rows of exactly `width` lines; only where the lines come out even and numbers stand alike."""
    if not cells or len(cells) % width:
        return []
    columns = {at % width for at, line in enumerate(cells) if is_number(line)}
    if len(columns) > 1:
        return []
    return [[[line] for line in cells[at : at + width]] for at in range(0, len(cells), width)]


def aligned(row: list[Group], rows: Sequence[list[Group]], widest: int) -> list[Group]:
    """`row` with the empty cells before its number that stand for a heading spanning rows."""
    before = Counter(
        next((at for at, group in enumerate(full) if _is_counted(group)), 0)
        for full in rows
        if len(full) == widest
    )
    missing = before.most_common(1)[0][0]
    if len(row) != widest - missing or not row or not _is_counted(row[0]):
        return row
    return [*([] for _ in range(missing)), *row]


def _is_counted(group: Group) -> bool:
    """Whether a cell is a number, or an item numbered 1."""
    label = read_label(group[0].text) if group else None
    arabic = label is not None and label.style in ("arabic", "arabic-bracket")
    return arabic or (bool(group) and is_number(group[0]))
