"""How texts take up a terminal: a text goes in, its columns or its lines come out."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# What must not begin a line.
CLOSING = "，。；：、）》”’！？〕】…"
# What must not end one.
OPENING = "“‘（《〔【"


def columns(text: str) -> int:
    """How many columns of a terminal `text` takes: two for a Chinese character."""
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def cut(text: str, width: int) -> str:
    """`text`, or as much of it as fits into `width` columns, with an ellipsis behind it."""
    if columns(text) <= width:
        return text
    while columns(text) > width - 1:
        text = text[:-1]
    return f"{text}…"


def widths_of(rows: Iterable[Sequence[str]]) -> list[int]:
    """The columns that the cells of `rows` take, one under the other; all rows have as many."""
    return [max(map(columns, cells)) for cells in zip(*rows, strict=True)]


def with_numbers(row: Sequence[str], widths: Sequence[int]) -> str:
    """A row in cells of these `widths`: the first to the left, the numbers to the right."""
    first, *numbers = row
    spaces = [" " * (width - columns(cell)) for cell, width in zip(row, widths, strict=True)]
    right = (space + cell for space, cell in zip(spaces[1:], numbers, strict=True))
    return "  ".join((first + spaces[0], *right))


def aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A line a row, its cells under those of the other rows; all rows have as many."""
    widths = widths_of(rows)
    for row in rows:
        cells = zip(row, widths, strict=True)
        yield "  ".join(text + " " * (width - columns(text)) for text, width in cells).rstrip()


def wrap(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` columns, closing punctuation kept with what it closes."""
    lines = [""]
    for piece in pieces(text):
        if columns(lines[-1] + piece) > width and lines[-1] and piece not in CLOSING:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return lines


def pieces(text: str) -> list[str]:
    """The shortest pieces that a line can end after: a Chinese character, a word, a space."""
    found: list[str] = []
    for character in text:
        joins = character.isascii() and character != " " and found and found[-1].isascii()
        if joins and found[-1] != " ":
            found[-1] += character
        else:
            found.append(character)
    return found
