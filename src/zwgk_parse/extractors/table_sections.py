"""The section cells of a task table → the sections that are open beside its rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zwgk_parse.document.numbering import read_label
from zwgk_parse.document.passage import Passage
from zwgk_parse.extractors.draft import fold
from zwgk_parse.extractors.page_joins import is_unfinished
from zwgk_parse.extractors.table_rows import numbered_heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zwgk_parse.extractors.draft import Draft
    from zwgk_parse.extractors.grid import GridRow
    from zwgk_parse.extractors.layout import Layout

# A column, and how deep in it: `一、…` and `（一）…` may stand in one cell.
_Place = tuple[int, int]


@dataclass(slots=True)
class OpenSections:
    """The headings that hold for the row at hand, from the outermost inwards."""

    draft: Draft
    layout: Layout
    headings: dict[_Place, Passage] = field(default_factory=dict)

    def clear(self) -> None:
        """Close all of them, as below a heading over all columns."""
        self.headings.clear()

    def take(self, row: GridRow, skipped: Sequence[int] = ()) -> bool:
        """Open the sections that this row's cells name; whether any is another than before."""
        changed = False
        for column in self.layout.sections:
            if not row[column].own or column in skipped:
                continue
            levels = self._levels(row, column)
            depth = self._depth(column, levels[0])
            places = [(column, depth + step) for step in range(len(levels))]
            before = [self.headings.get(place, Passage()).text for place in places]
            if list(map(fold, before)) == [fold(level.text) for level in levels]:
                continue
            changed = True
            self.headings |= dict(zip(places, levels, strict=True))
            for inner in [place for place in self.headings if place > places[-1]]:
                del self.headings[inner]
        return changed

    def index(self, above: int | None, upto: int | None = None) -> int | None:
        """The innermost open section below the section `above`, or that of the column `upto`."""
        for place in sorted(self.headings):
            if upto is None or place[0] <= upto:
                above = self.draft.enter(self.headings[place], above)
        return above

    def lengthen(self, row: GridRow, above: int | None, *, entered: bool) -> list[int]:
        """The columns in which a heading goes on that a page end cut; `entered`: tasks have it."""
        columns = [column for column in self.layout.sections if self._goes_on(column, row)]
        for column in columns:
            index = self.index(above, column) if entered else None
            more, place = row[column].text, self._innermost(column)
            self.draft.pieces += [self.headings[place].text, more.text]
            if index is not None:
                self.draft.lengthen(index, more)
            self.headings[place] += more
        return columns

    def _innermost(self, column: int) -> _Place:
        return max((place for place in self.headings if place[0] == column), default=(column, 0))

    def _goes_on(self, column: int, row: GridRow) -> bool:
        """Whether a cell adds to the heading above it: it has no label where the others have."""
        before = self.headings.get(self._innermost(column))
        if not row[column].own or before is None or self.layout.styles[column] is None:
            return False
        return read_label(row[column].text.text) is None and is_unfinished(before.text)

    def _levels(self, row: GridRow, column: int) -> Sequence[Passage]:
        """The headings in a cell, outermost first: more than one if each is numbered in its way."""
        paragraphs = row[column].paragraphs
        labels = [read_label(paragraph.text) for paragraph in paragraphs]
        styles = {label.style for label in labels if label is not None}
        if 1 < len(paragraphs) == len(styles):
            return paragraphs
        if column - 1 != self.layout.counter or not row[column - 1].own:
            return [row[column].text]
        number = row[column - 1].text
        self.draft.pieces.append(number.text)
        return [numbered_heading(number, row[column].text)]

    def _depth(self, column: int, heading: Passage) -> int:
        """How deep in its column a heading stands: as deep as an open one numbered like it."""
        label = read_label(heading.text)
        for place in sorted(self.headings):
            other = read_label(self.headings[place].text) if place[0] == column else None
            if label is not None and other is not None and other.style == label.style:
                return place[1]
        return 0
