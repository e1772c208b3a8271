"""Rows whose cells slid to the left, put back under their headings by what the cells hold.

Plain text cannot show a merged cell, so some writers leave it out and the row's other cells move
up: `| | 9. … | 县府办牵头… | 持续推进 | |` under five headings. A row is only touched where a
task's number stands in a column above the tasks, or a deadline or owners under a wrong heading.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from zwgk_parse.document.numbering import read_label
from zwgk_parse.extractors.grid import Place
from zwgk_parse.vocabulary.deadlines import looks_like_deadline
from zwgk_parse.vocabulary.roles import looks_like_owners

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zwgk_parse.extractors.grid import GridRow
    from zwgk_parse.extractors.layout import Layout

_LONG = 15
_WIDEST = 12
_CLEARLY = 2.0


def realign(row: GridRow, layout: Layout) -> tuple[GridRow, str]:
    """The row with each cell under its heading, and what was moved (empty: nothing)."""
    filled = [column for column, place in enumerate(row) if place]
    width = len(row)
    if (
        len(filled) < 2
        or len(filled) == width
        or width > _WIDEST
        or _fits_well(row, filled, layout)
    ):
        return row, ""
    here = _fit(row, filled, filled, layout)
    best = max(
        combinations(range(width), len(filled)),
        key=lambda columns: (_fit(row, filled, columns, layout), -_shift(filled, columns)),
    )
    if _fit(row, filled, best, layout) < here + _CLEARLY:
        return row, ""
    places = [Place()] * width
    for old, new in zip(filled, best, strict=True):
        places[new] = row[old]
    moves = ", ".join(
        f"{old + 1}→{new + 1}" for old, new in zip(filled, best, strict=True) if old != new
    )
    return tuple(places), moves


def _shift(old: Sequence[int], new: Sequence[int]) -> int:
    return sum(abs(a - b) for a, b in zip(old, new, strict=True))


def _fits_well(row: GridRow, filled: Sequence[int], layout: Layout) -> bool:
    """Whether every cell is of its column's kind."""
    return all(_worth(row[column].text.text, column, layout) > 0 for column in filled)


def _fit(row: GridRow, old: Sequence[int], new: Sequence[int], layout: Layout) -> float:
    return sum(_worth(row[a].text.text, b, layout) for a, b in zip(old, new, strict=True))


def _worth(text: str, column: int, layout: Layout) -> float:
    """How well a cell suits a column: above 0 if it is of its kind, below if it speaks against."""
    label = read_label(text)
    style = layout.styles[column]
    if column in layout.deadlines:
        return 2.0 if looks_like_deadline(text) else -1.0
    if column in layout.owners:
        return 2.0 if looks_like_owners(text) else -1.0
    if column == layout.task or column in layout.texts:
        return _worth_text(text, label is not None and label.style == style)
    if column in layout.sections:
        if style is not None:
            return 2.0 if label is not None and label.style == style else -1.0
        return -1.0 if label is not None or looks_like_deadline(text) else 0.5
    return 0.1


def _worth_text(text: str, labelled: bool) -> float:
    if labelled:
        return 3.0
    if looks_like_deadline(text) or looks_like_owners(text):
        return -1.0
    return 1.0 if len(text) >= _LONG else 0.2
