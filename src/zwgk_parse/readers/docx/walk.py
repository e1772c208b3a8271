"""The elements of a part → lines and grids in reading order, as they stand when all is accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.readers.docx import names, remarks
from zwgk_parse.readers.docx.flow import Box, Grid, Item, Line, lines_of
from zwgk_parse.readers.docx.names import VAL, W, flag, number
from zwgk_parse.readers.docx.styles import NumberRef, is_drawn, level_of, number_ref
from zwgk_parse.readers.docx.tables import merge
from zwgk_parse.readers.docx.words import Words
from zwgk_parse.readers.html.lines import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from zwgk_parse.readers.docx.reading import Reading
    from zwgk_parse.readers.docx.styles import ParagraphStyle

_OUTSIDE = f"{W}altChunk"
_CELL_DELETED = f"{W}cellDel"
_GRID_SPAN, _DOWN, _ACROSS = f"{W}gridSpan", f"{W}vMerge", f"{W}hMerge"
_BORDERS = f"{W}tcBorders"
# Tables in tables beyond which nobody looks; the parser bounds the depth of elements as well.
_WIDEST = 2000


_NO_NUMBER = NumberRef()


class _Properties(NamedTuple):
    """What a w:pPr says. `dropped`: its paragraph mark is deleted, the next one goes on in it."""

    style: str | None = None
    ref: NumberRef = _NO_NUMBER
    outline: int | None = None
    dropped: bool = False
    hidden: bool = False


_NONE = _Properties()


class _Carried(NamedTuple):
    """The words of a paragraph whose mark is gone: the next paragraph of the flow goes on in it."""

    text: str = ""
    path: str = ""


_NOTHING = _Carried()


def walk(reading: Reading, container: _Element, path: str, *, in_cell: bool = False) -> list[Item]:
    """Everything that Word shows of what `container` holds; `path` is where it stands."""
    return _Flow(reading, path, in_cell=in_cell).walk(container)


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
        counts = {names.P: 0, names.TBL: 0}
        outer = self.reading.path
        for child in opened(container, self.reading):
            tag = child.tag
            if tag in counts:
                counts[tag] += 1
            if tag == names.P:
                self._paragraph(child, f"{self.path}/p[{counts[tag]}]")
            elif tag == names.TBL:
                self.items.append(_grid(self.reading, child, f"{self.path}/tbl[{counts[tag]}]"))
            elif tag == _OUTSIDE:
                self.reading.remarks.note(remarks.OUTSIDE, self.path)
        if self._carried.text:
            self._put(self._carried.text, "", self._carried.path, None, self.items)
        self.reading.path = outer
        return self.items

    def _paragraph(self, element: _Element, path: str) -> None:
        reading = self.reading
        reading.budget.spend()
        reading.path = path
        first = next(iter(element), None)
        said = _NONE if first is None or first.tag != names.PPR else _properties(first)
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

    def _label(self, said: _Properties, style: ParagraphStyle, path: str) -> str:
        own = said.ref
        ref = style.number if own is _NO_NUMBER else own.over(style.number)
        if ref.num in (None, "0"):
            return ""
        if own.num is None and own.level is None:
            # A level that belongs to the style goes before the one that the style names.
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


def opened(container: _Element, reading: Reading) -> Iterator[_Element]:
    """The elements in `container`; content controls, insertions and the like are opened."""
    for element in container:
        tag = element.tag
        if tag not in _AROUND:
            yield element
        elif tag == names.ALTERNATE:
            branch = names.chosen(element)
            yield from () if branch is None else opened(branch, reading)
        elif tag in _OPENED:
            yield from opened(element, reading)
        elif len(element):
            reading.remarks.changed(reading.path, kept=False)


_OPENED = frozenset(
    {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}smartTag", names.INSERTED, names.MOVED_TO}
)
_AROUND = _OPENED | {names.ALTERNATE, names.DELETED, names.MOVED_FROM}


def _end_instructions(reading: Reading) -> None:
    """Closes the fields that have shown nothing by the end of a paragraph: their end is missing.

    Else one broken field would hide all that follows.
    """
    while reading.fields and not reading.fields[-1].shown:
        reading.fields.pop()


def _properties(properties: _Element) -> _Properties:
    style, ref, outline = None, _NO_NUMBER, None
    dropped = hidden = False
    for child in properties:
        tag = child.tag
        if tag == names.STYLES[names.PPR]:
            style = child.get(VAL)
        elif tag == names.NUMPR:
            ref = number_ref(child)
        elif tag == names.OUTLINE:
            outline = number(child.get(VAL))
        elif tag == names.RPR:
            for mark in child:
                dropped = dropped or mark.tag in (names.DELETED, names.MOVED_FROM)
                hidden = hidden or (mark.tag == names.VANISH and flag(mark))
    return _Properties(style, ref, outline, dropped, hidden)


def _grid(reading: Reading, table: _Element, path: str) -> Grid:
    grid = Grid(path)
    rows = headers = 0
    for child in opened(table, reading):
        if child.tag == names.TBLPR:
            grid.bordered = _is_bordered(reading, child)
        elif child.tag == names.TR:
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
        for child in opened(row, self.reading):
            if child.tag == names.TRPR:
                self._properties(child)
                if self.deleted:
                    return
            elif child.tag == names.TC:
                self._cell(child)

    def _properties(self, properties: _Element) -> None:
        for child in properties:
            if child.tag == f"{W}gridBefore":
                self._column += _span(child)
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
        said = _cell_properties(first) if first is not None and first.tag == names.TCPR else {}
        if _CELL_DELETED in said:
            self.reading.remarks.changed(box.path, kept=False)
            return
        box.colspan = max(1, said.get(_GRID_SPAN, 1))
        box.merged = said.get(_DOWN, 0) == 1
        self.bordered = self.bordered or said.get(_BORDERS, 0) == 1
        box.items = walk(self.reading, cell, box.path, in_cell=True)
        self._column += box.colspan
        if said.get(_ACROSS) and self.boxes:
            self.boxes[-1].colspan += box.colspan
            self.boxes[-1].items += box.items
        else:
            self.boxes.append(box)


def _cell_properties(properties: _Element) -> dict[str, int]:
    """What a w:tcPr says, as numbers: columns; 1 for a cell that goes on another, or for lines."""
    said: dict[str, int] = {}
    for child in properties:
        tag = child.tag
        if tag == _GRID_SPAN:
            said[tag] = _span(child)
        elif tag in (_DOWN, _ACROSS):
            said[tag] = int(child.get(VAL) != "restart")
        elif tag == _BORDERS:
            said[tag] = int(is_drawn(child))
        elif tag == _CELL_DELETED:
            said[tag] = 1
    return said


def _span(element: _Element) -> int:
    """How many columns of the grid a property says; what makes no sense is cut."""
    return min(max(number(element.get(VAL)) or 0, 0), _WIDEST)
