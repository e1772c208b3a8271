"""Lines of a terminal: pieces of text that each have a style, wrapped by the columns they take."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from zwgk_parse.messages.widths import CLOSING, OPENING, columns, pieces

if TYPE_CHECKING:
    from collections.abc import Iterable

Style = Literal["plain", "title", "heading", "kind", "old", "new", "faint"]


class Segment(NamedTuple):
    """A stretch of a line in one style."""

    text: str
    style: Style = "plain"


Line = tuple[Segment, ...]


def text_of(line: Line) -> str:
    """The characters of a line, without white space at its end."""
    return "".join(segment.text for segment in line).rstrip()


def width_of(line: Line) -> int:
    """How many columns of a terminal a line takes."""
    return sum(columns(segment.text) for segment in line)


def wrapped(line: Line, width: int | None, indent: int = 0) -> list[Line]:
    """`line` in lines of at most `width` columns, the further ones indented; None: as it is.

    Punctuation stays with what it opens or closes; a word that is longer than a line is cut.
    """
    if width is None:
        return [line]
    rows: list[list[Segment]] = [[]]
    room = width
    for unit in _units(line, max(width - indent, 4)):
        taken = width_of(unit)
        if taken > room and rows[-1]:
            rows.append([Segment(" " * indent)] if indent else [])
            room = width - indent
        begins = len(rows) > 1 and len(rows[-1]) == bool(indent)
        if begins and unit[0].text == " ":
            continue
        rows[-1] += unit
        room -= taken
    return [_joined(row) for row in rows]


def beside(left: Line, right: Line, width: int, indent: int) -> list[Line]:
    """Two columns of a terminal: `left` and `right` wrapped, a bar between them."""
    column = (width - indent - 3) // 2
    lefts = wrapped(left, column) if left else []
    rights = wrapped(right, column) if right else []
    lines: list[Line] = []
    for number in range(max(len(lefts), len(rights))):
        before: Line = lefts[number] if number < len(lefts) else ()
        after: Line = rights[number] if number < len(rights) else ()
        gap = " " * max(column - width_of(before), 0)
        lines.append(
            (Segment(" " * indent), *before, Segment(gap), Segment(" │ ", "faint"), *after)
        )
    return lines


def _units(line: Line, most: int) -> list[Line]:
    """What is not to be parted: a piece and the punctuation after it, `most` columns at most."""
    units: list[Line] = []
    for segment in line:
        for piece in (part for whole in pieces(segment.text) for part in _cut(whole, most)):
            unit = (Segment(piece, segment.style),)
            if units and _belongs(units[-1], piece) and width_of(units[-1] + unit) <= most:
                units[-1] += unit
            else:
                units.append(unit)
    return units


def _belongs(unit: Line, piece: str) -> bool:
    """Whether no line may end between `unit` and `piece`."""
    closes = piece in CLOSING and unit[0].text != " "
    return closes or (unit[-1].text in OPENING and piece != " ")


def _cut(piece: str, most: int) -> list[str]:
    if columns(piece) <= most:
        return [piece]
    return [piece[start : start + most] for start in range(0, len(piece), most)]


def _joined(row: Iterable[Segment]) -> Line:
    """Neighbours of one style as one segment."""
    joined: list[Segment] = []
    for segment in row:
        if joined and joined[-1].style == segment.style:
            joined[-1] = Segment(joined[-1].text + segment.text, segment.style)
        else:
            joined.append(segment)
    return tuple(joined)
