"""Where the rows of a table without lines end, told by the white space in its columns.

The column with the most words has a cell in every row: where more white space parts two of its
lines than parts the lines of a cell, a row ends. A column whose words go on there is a merged cell.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.document.numbering import read_label
from zwgk_parse.readers.pdf.bands import column_of
from zwgk_parse.readers.pdf.page import Stroke

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zwgk_parse.readers.pdf.bands import Band, Gutter
    from zwgk_parse.readers.pdf.page import Page

# Of a line's height: how much more white space parts two rows than two lines of one cell.
_MORE = 0.25
_HIGHEST = 24.0
# Points above a row's first line where the row begins.
_ABOVE = 4.0
# The share of lines that are not full that shows that each line is a row.
_SHORT = 0.6
_EDGE = 1.0
_HEAD = 12
# One gap of so many is less than the lines of a cell have by accident only.
_FEW = 10
_ENDS = frozenset("。；！？;")


class Words(NamedTuple):
    """A line of a column: where it stands, the words it begins with, its last character."""

    top: float
    bottom: float
    right: float
    head: str
    tail: str


def row_ends(
    page: Page, bands: Sequence[Band], gutters: Sequence[Gutter], sides: Sequence[float]
) -> list[Stroke]:
    """The level lines that part the rows; `sides` are the places of the upright lines."""
    columns = _columns(page, bands, gutters)
    longest = max(columns, key=lambda lines: sum(line.bottom - line.top for line in lines))
    gaps = [below.top - above.bottom for above, below in pairwise(longest)]
    strokes: list[Stroke] = []
    if any(lines and lines[0].bottom < longest[0].top for lines in columns):
        # The rest of a row that the page before ends with, in a shorter column.
        strokes.append(Stroke(longest[0].top - _ABOVE / 2, sides[0], sides[-1]))
    if not gaps:
        return strokes
    least = sorted(gaps)[len(gaps) // _FEW]
    ends = [at for at, gap in enumerate(gaps) if gap > least + _more(longest[at])]
    told = bool(ends)
    for at in ends or _without_gaps(columns, longest):
        place = longest[at + 1].top - min(gaps[at], 2 * _ABOVE) / 2
        parted = [not (told and _goes_on(lines, place, least)) for lines in columns]
        strokes += _strokes(place, parted, sides)
    return strokes


def _without_gaps(columns: Sequence[Sequence[Words]], longest: Sequence[Words]) -> list[int]:
    """Behind which lines of the longest column a row ends, where all white space is alike.

    Before numbers, of whatever column; else each line is a row if hardly any is full, or if all
    end as sentences do.
    """
    for lines in columns:
        tops = [line.top for line in lines if _is_number(line.head)]
        if len(tops) > 1 and 2 * len(tops) > len(lines):
            after = [sum(line.top < top - _EDGE for line in longest) for top in tops]
            return sorted({at - 1 for at in after if 0 < at < len(longest)})
    if _is_row_each(longest) or all(line.tail in _ENDS for line in longest):
        return list(range(len(longest) - 1))
    return []


def _is_number(head: str) -> bool:
    return head.strip().isdecimal() or read_label(head) is not None


def _columns(page: Page, bands: Sequence[Band], gutters: Sequence[Gutter]) -> list[list[Words]]:
    """The lines of each column from top to bottom."""
    columns: list[list[Words]] = [[] for _ in range(len(gutters) + 1)]
    runs = sorted((run for band in bands for run in band.runs), key=lambda run: run.top)
    for run in runs:
        lines = columns[column_of(run, gutters)]
        head = page.text[run.start : min(run.end, run.start + _HEAD)]
        if lines and run.top < (lines[-1].top + lines[-1].bottom) / 2:
            last = lines[-1]
            lines[-1] = last._replace(
                bottom=max(last.bottom, run.bottom), right=max(last.right, run.right)
            )
        else:
            lines.append(Words(run.top, run.bottom, run.right, head, page.text[run.end - 1]))
    return columns


def _is_row_each(lines: Sequence[Words]) -> bool:
    """Whether hardly any line is full, so that each is a row of its own."""
    reach = max(line.right for line in lines)
    short = sum(reach - line.right > 2 * (line.bottom - line.top) for line in lines)
    return short >= _SHORT * len(lines)


def _more(line: Words) -> float:
    return _MORE * min(line.bottom - line.top, _HIGHEST)


def _goes_on(lines: Sequence[Words], place: float, least: float) -> bool:
    """Whether a column's words go on over a row's end, as those of a merged cell."""
    if any(line.top < place - _EDGE and line.bottom > place + _EDGE for line in lines):
        return True
    above = [line for line in lines if line.bottom <= place + _EDGE]
    below = [line for line in lines if line.top >= place - _EDGE]
    if not above or not below:
        return False
    return below[0].top - above[-1].bottom <= least + _more(above[-1])


def _strokes(place: float, parted: Sequence[bool], sides: Sequence[float]) -> Iterator[Stroke]:
    """The line at `place` over the columns that it parts."""
    start: float | None = None
    for column, is_parted in enumerate((*parted, False)):
        if is_parted and start is None:
            start = sides[column]
        elif not is_parted and start is not None:
            yield Stroke(place, start, sides[column])
            start = None
