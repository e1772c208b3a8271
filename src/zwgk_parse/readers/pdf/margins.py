"""Between what the words of a table's columns are set, as far as the lines themselves show it."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from zwgk_parse.readers.pdf.wrap import Measure, character_width, end_of

if TYPE_CHECKING:
    from zwgk_parse.readers.pdf.grid import GridCell, PageGrid
    from zwgk_parse.readers.pdf.lines import Line

_PADDING = 5.4  # 0.19 cm, what Word leaves beside a cell's words
_SEPARATORS = "、，；。"
# How many broken lines show where a column is broken, and which share of them must.
_SHOWN = 4
_MOST = 0.75

Column = tuple[int, int]


class Margins:
    """Tells the measure of each column, and remembers what earlier pages showed of it."""

    def __init__(self) -> None:
        self._reached: dict[Column, float] = {}

    def of(self, grid: PageGrid, lines: dict[GridCell, list[Line]]) -> dict[Column, Measure]:
        """The measures by column and how many columns a cell spans."""
        columns: dict[Column, list[list[Line]]] = defaultdict(list)
        for cell, found in lines.items():
            columns[cell.column, cell.colspan].append(found)
        if grid.implied:
            return {column: self._implied(column, cells) for column, cells in columns.items()}
        padding = _PADDING
        for (column, _), cells in columns.items():
            left = min(line.left for line in chain(*cells))
            padding = max(0.0, min(padding, left - grid.xs[column]))
        return {
            (column, wide): self._measure(cells, grid.xs[column], grid.xs[column + wide], padding)
            for (column, wide), cells in columns.items()
        }

    def _implied(self, column: Column, cells: list[list[Line]]) -> Measure:
        """The measure of a column without upright lines: as far as its words reach."""
        left = min(line.left for line in chain(*cells))
        reach = max(end_of(line) for line in chain(*cells))
        reach = self._reached[column] = max(reach, self._reached.get(column, reach))
        return Measure(left, reach)

    def _measure(
        self, cells: list[list[Line]], left: float, right: float, padding: float
    ) -> Measure:
        """A column's measure: as far as its lines reach where they show it, else less the padding.

        They show it if nearly all lines that others follow end at one place, in running text.
        """
        column = (round(left), round(right))
        left = min([left + padding, *(line.left for line in chain(*cells))])
        reach = max(end_of(line) for line in chain(*cells))
        inner = [line for found in cells for line in found[:-1]]
        size = character_width(cells[0][0])
        full = sum(reach - end_of(line) < size for line in inner)
        parted = sum(any(sign in line.text for sign in _SEPARATORS) for line in inner)
        if len(inner) >= _SHOWN and full >= _MOST * len(inner) and parted * 4 >= len(inner):
            self._reached[column] = reach
        if column in self._reached:
            return Measure(left, max(self._reached[column], reach))
        return Measure(left, max(right - padding, reach))
