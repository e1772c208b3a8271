"""What the walk over a document leaves: lines and grids in reading order, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from zwgk_parse.readers.opening import opened


class Line(NamedTuple):
    """A paragraph's words, its element path, its heading level."""

    text: str
    path: str
    level: int | None = None


@dataclass(slots=True, eq=False)
class Box:
    """A table cell; `column` counts from 0 in the table's grid. `merged`: it goes on the one above.

    `path` is where it stands.
    """

    path: str
    column: int
    colspan: int = 1
    rowspan: int = 1
    header: bool = False
    merged: bool = False
    items: list[Item] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Grid:
    """A table as the file has it: the cells of each row. `bordered`: it has drawn lines."""

    path: str
    rows: list[list[Box]] = field(default_factory=list)
    bordered: bool = False


Item = Line | Grid


class Target(NamedTuple):
    """A link to another file."""

    text: str
    href: str
    path: str


def lines_of(items: list[Item]) -> list[Line]:
    """All lines in reading order, those inside grids too."""
    if len(items) == 1 and isinstance(items[0], Line):
        return [items[0]]
    return list(opened(items, lambda item: isinstance(item, Grid)))
