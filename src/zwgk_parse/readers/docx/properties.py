"""What the properties of paragraphs and cells say, and what stands around them in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.readers.docx import names
from zwgk_parse.readers.docx.names import VAL, W, flag, number
from zwgk_parse.readers.docx.styles import NumberRef, is_drawn, number_ref

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from zwgk_parse.readers.docx.reading import Reading

CELL_DELETED = f"{W}cellDel"
GRID_SPAN, DOWN, ACROSS = f"{W}gridSpan", f"{W}vMerge", f"{W}hMerge"
BORDERS = f"{W}tcBorders"
_WIDEST = 2000
_OPENED = frozenset(
    {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}smartTag", names.INSERTED, names.MOVED_TO}
)
_AROUND = _OPENED | {names.ALTERNATE, names.DELETED, names.MOVED_FROM}
NO_NUMBER = NumberRef()


class Properties(NamedTuple):
    """What a w:pPr says. `dropped`: its paragraph mark is deleted, the next one goes on in it."""

    style: str | None = None
    ref: NumberRef = NO_NUMBER
    outline: int | None = None
    dropped: bool = False
    hidden: bool = False


UNSAID = Properties()


def opened(container: _Element, reading: Reading) -> Iterator[tuple[str, _Element]]:
    """The elements in `container` with their tags; content controls and the like are opened."""
    for element in container:
        tag = element.tag
        if tag not in _AROUND:
            yield tag, element
        elif tag == names.ALTERNATE:
            branch = names.chosen(element)
            yield from () if branch is None else opened(branch, reading)
        elif tag in _OPENED:
            yield from opened(element, reading)
        elif len(element):
            reading.remarks.changed(reading.path, kept=False)


_P_STYLE = names.STYLES[names.PPR]
_SAID = frozenset({_P_STYLE, names.NUMPR, names.OUTLINE, names.RPR})


def paragraph_properties(properties: _Element) -> Properties:
    """What a w:pPr says."""
    style, ref, outline = None, NO_NUMBER, None
    dropped = hidden = False
    for child in properties:
        tag = child.tag
        if tag not in _SAID:
            continue
        if tag == _P_STYLE:
            style = child.get(VAL)
        elif tag == names.NUMPR:
            ref = number_ref(child)
        elif tag == names.OUTLINE:
            outline = number(child.get(VAL))
        elif tag == names.RPR:
            for mark in child:
                dropped = dropped or mark.tag in (names.DELETED, names.MOVED_FROM)
                hidden = hidden or (mark.tag == names.VANISH and flag(mark))
    return Properties(style, ref, outline, dropped, hidden)


def cell_properties(properties: _Element) -> dict[str, int]:
    """What a w:tcPr says, as numbers: columns; 1 for a cell that goes on another, or for lines."""
    said: dict[str, int] = {}
    for child in properties:
        tag = child.tag
        if tag == GRID_SPAN:
            said[tag] = span(child)
        elif tag in (DOWN, ACROSS):
            said[tag] = int(child.get(VAL) != "restart")
        elif tag == BORDERS:
            said[tag] = int(is_drawn(child))
        elif tag == CELL_DELETED:
            said[tag] = 1
    return said


def span(element: _Element) -> int:
    """How many columns of the grid a property says; what makes no sense is cut."""
    return min(max(number(element.get(VAL)) or 0, 0), _WIDEST)
