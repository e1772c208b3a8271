"""The elements of a part → lines and grids in reading order, as they stand when all is accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.readers.docx import names, remarks
from zwgk_parse.readers.docx.flow import Box, Grid, Item, Line, lines_of
from zwgk_parse.readers.docx.names import VAL, W, flag
from zwgk_parse.readers.docx.properties import (
    ACROSS,
    BORDERS,
    CELL_DELETED,
    DOWN,
    GRID_SPAN,
    NO_NUMBER,
    UNSAID,
    cell_properties,
    opened,
    paragraph_properties,
    span,
)
from zwgk_parse.readers.docx.styles import is_drawn, level_of
from zwgk_parse.readers.docx.tables import merge
from zwgk_parse.readers.docx.words import Words
from zwgk_parse.readers.html.lines import paragraphs

if TYPE_CHECKING:
    from lxml.etree import _Element

    from zwgk_parse.readers.docx.properties import Properties
    from zwgk_parse.readers.docx.reading import Reading
    from zwgk_parse.readers.docx.styles import ParagraphStyle

_P, _TCPR = names.P, names.TCPR
_OUTSIDE = f"{W}altChunk"


class _Carried(NamedTuple):
    """The words of a paragraph whose mark is gone: the next paragraph of the flow goes on in it."""

    text: str = ""
    path: str = ""


_NOTHING = _Carried()


def walk(reading: Reading, container: _Element, path: str, *, in_cell: bool = False) -> list[Item]:
    """Everything that Word shows of what `container` holds; `path` is where it stands."""
    return _Flow(reading, path, in_cell=in_cell).walk(container)


def _is_blank(reading: Reading, cell: _Element) -> bool:
    """Whether a cell has its properties and an empty paragraph, and nothing else."""
    if len(cell) != 2 or len(cell[1]) or reading.styles.numbers_all:
        return False
    return cell[0].tag == _TCPR and cell[1].tag == _P


class _Flow:
    """The paragraphs and tables of one container: the body, a cell, a text box, a note."""

    def __init__(self, reading: Reading, path: str, *, in_cell: bool) -> None:
        self.reading = reading
        self.path = path
        self.in_cell = in_cell
        self.items: list[Item] = []
        self._carried = _NOTHING

    def walk(self, container: _Element) -> list[Item]:
        """The container's items."""
        lines = tables = 0
        outer = self.reading.path
        for tag, child in opened(container, self.reading):
            if tag == _P:
                lines += 1
                self._paragraph(child, f"{self.path}/p[{lines}]")
            elif tag == names.TBL:
                tables += 1
                self._end_carried()
                self.items.append(_grid(self.reading, child, f"{self.path}/tbl[{tables}]"))
            elif tag == _OUTSIDE:
                self.reading.remarks.note(remarks.OUTSIDE, self.path)
        self._end_carried()
        self.reading.path = outer
        return self.items

    def _end_carried(self) -> None:
        """Puts the words that no paragraph goes on with."""
        if self._carried is not _NOTHING:
            self._put(self._carried.text, "", self._carried.path, None, self.items)
            self._carried = _NOTHING

    def _paragraph(self, element: _Element, path: str) -> None:
        reading = self.reading
        reading.budget.spend()
        if not len(element) and self._carried is _NOTHING and not reading.styles.numbers_all:
            return
        reading.path = path
        first = next(iter(element), None)
        said = UNSAID if first is None or first.tag != names.PPR else paragraph_properties(first)
        style = reading.styles.paragraph(said.style)
        words = Words(reading, hidden=style.hidden)
        words.read(element)
        _end_instructions(reading)
        text, start = words.text, path
        if self._carried is not _NOTHING:
            text, start = self._carried.text + text, self._carried.path or path
            self._carried = _NOTHING
        gone = said.dropped or ((said.hidden or style.hidden) and not text.strip())
        label = "" if gone else self._label(said, style, path)
        if said.dropped or said.hidden:
            self._carried = _Carried(label + text, start if text else "")
        elif text or label:
            level = style.level if said.outline is None else level_of(said.outline)
            target = reading.contents if words.contents else self.items
            self._put(text, label, start, None if self.in_cell else level, target)
        if words.boxes:
            self._boxes(words, path)

    def _put(
        self, text: str, label: str, path: str, level: int | None, target: list[Item] | list[Line]
    ) -> None:
        found = paragraphs(text, in_cell=self.in_cell)
        if label:
            found[:1] = [label + found[0] if found else label.strip()]
        target.extend(Line(one, path, level) for one in found)

    def _label(self, said: Properties, style: ParagraphStyle, path: str) -> str:
        own = said.ref
        ref = style.number if own is NO_NUMBER else own.over(style.number)
        if ref.num in (None, "0"):
            return ""
        if own.num is None and own.level is None:
            linked = self.reading.numbering.level_of(ref, style.chain)
            ref = ref if linked is None else ref._replace(level=linked)
        counted = self.reading.numbering.next(ref)
        if counted is None:
            return ""
        if counted.unknown is not None:
            self.reading.remarks.number(counted.unknown, path)
        return counted.text

    def _boxes(self, words: Words, path: str) -> None:
        """Puts the text boxes of a paragraph behind it."""
        reading = self.reading
        for index, box in enumerate(words.boxes, 1):
            place = f"{path}/txbx[{index}]"
            if isinstance(box, str):
                self._put(box, "", place, None, self.items)
                continue
            open_fields, reading.fields = reading.fields, []
            self.items += walk(reading, box, place, in_cell=self.in_cell)
            reading.fields = open_fields


def _end_instructions(reading: Reading) -> None:
    """Closes the fields that have shown nothing by the end of a paragraph: their end is missing.

    Else one broken field would hide all that follows.
    """
    while reading.fields and not reading.fields[-1].shown:
        reading.fields.pop()


def _grid(reading: Reading, table: _Element, path: str) -> Grid:
    grid = Grid(path)
    rows = headers = 0
    for tag, child in opened(table, reading):
        if tag == names.TBLPR:
            grid.bordered = _is_bordered(reading, child)
        elif tag == names.TR:
            rows += 1
            reading.budget.spend(len(child))
            row = _Row(reading, f"{path}/tr[{rows}]")
            row.walk(child)
            if row.deleted:
                reading.remarks.changed(row.path, kept=False)
                continue
            # Only rows at the head repeat on each page.
            headers += row.header and headers == len(grid.rows)
            for box in row.boxes:
                box.header = headers > len(grid.rows)
            grid.rows.append(row.boxes)
            grid.bordered = grid.bordered or row.bordered
    for box in merge(grid):
        lost = sum(len(line.text) for line in lines_of(box.items))
        if lost:
            reading.remarks.note(remarks.HIDDEN, box.path, lost)
    return grid


def _is_bordered(reading: Reading, properties: _Element) -> bool:
    for child in properties:
        if child.tag == names.STYLES[names.TBLPR] and reading.styles.is_bordered(child.get(VAL)):
            return True
        if child.tag == f"{W}tblBorders" and is_drawn(child):
            return True
    return False


class _Row:
    """One row: its cells, each in its column of the grid."""

    def __init__(self, reading: Reading, path: str) -> None:
        self.reading = reading
        self.path = path
        self.boxes: list[Box] = []
        self.header = self.deleted = self.bordered = False
        self._column = 0
        self._cells = 0

    def walk(self, row: _Element) -> None:
        """Reads the row's properties and cells."""
        for tag, child in opened(row, self.reading):
            if tag == names.TRPR:
                self._properties(child)
                if self.deleted:
                    return
            elif tag == names.TC:
                self._cell(child)

    def _properties(self, properties: _Element) -> None:
        for child in properties:
            if child.tag == f"{W}gridBefore":
                self._column += span(child)
            elif child.tag == f"{W}tblHeader":
                self.header = flag(child)
            elif child.tag == names.DELETED:
                self.deleted = True
            elif child.tag == names.INSERTED:
                self.reading.remarks.changed(self.path, kept=True)

    def _cell(self, cell: _Element) -> None:
        self._cells += 1
        box = Box(f"{self.path}/tc[{self._cells}]", self._column)
        first = next(iter(cell), None)
        said = cell_properties(first) if first is not None and first.tag == _TCPR else {}
        if CELL_DELETED in said:
            self.reading.remarks.changed(box.path, kept=False)
            return
        box.colspan = max(1, said.get(GRID_SPAN, 1))
        box.merged = said.get(DOWN, 0) == 1
        self.bordered = self.bordered or said.get(BORDERS, 0) == 1
        if not _is_blank(self.reading, cell):
            box.items = walk(self.reading, cell, box.path, in_cell=True)
        self._column += box.colspan
        if said.get(ACROSS) and self.boxes:
            self.boxes[-1].colspan += box.colspan
            self.boxes[-1].items += box.items
        else:
            self.boxes.append(box)
