"""What the walk over a page leaves: lines and grids in reading order, each with its element."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from zwgk_parse.readers.opening import opened

_SPACE = re.compile(r"\s+")
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")


@dataclass(slots=True, eq=False)
class Node:
    """An element: its tag, its parent, its place among siblings of the same tag (from 1).

    `furniture`: its tag or name says that it is navigation, a footer or the like.
    """

    tag: str
    parent: Node | None = None
    index: int = 1
    furniture: bool = False
    counts: dict[str, int] = field(default_factory=dict)

    def child(self, tag: str, *, furniture: bool = False) -> Node:
        """The next child element with this tag."""
        self.counts[tag] = index = self.counts.get(tag, 0) + 1
        return Node(tag, self, index, furniture)

    def chain(self) -> list[Node]:
        """The element itself, its parent, and so on up to the root."""
        nodes, node = [self], self.parent
        while node is not None:
            nodes.append(node)
            node = node.parent
        return nodes

    @property
    def path(self) -> str:
        """`/html/body/div[2]/p[3]`; an index only where siblings share the tag.

        Known once the walk has seen all siblings.
        """
        return "".join(f"/{node.step}" for node in reversed(self.chain()) if node.tag)

    @property
    def step(self) -> str:
        """The last step of its path."""
        alone = self.parent is None or self.parent.counts[self.tag] == 1
        return self.tag if alone else f"{self.tag}[{self.index}]"


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A paragraph's words. `linked` counts the characters that lead to other pages.

    `attached`: it holds a link to a document.
    """

    text: str
    node: Node
    level: int | None = None
    linked: int = 0
    attached: bool = False


@dataclass(slots=True, eq=False)
class Box:
    """A table cell as the markup has it."""

    node: Node
    rowspan: int = 1
    colspan: int = 1
    header: bool = False
    items: list[Item] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Grid:
    """A table as the markup has it: the cells that begin in each row.

    `sections` names, for each row, the thead, tbody or table that it stands in: no cell spans over
    the end of its section. `bordered` and `presentation`: what the markup says of its purpose.
    """

    node: Node
    rows: list[list[Box]] = field(default_factory=list)
    sections: list[Node] = field(default_factory=list)
    bordered: bool = False
    presentation: bool = False


Item = Line | Grid


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """What the page states of the document: one label and its value."""

    label: str
    value: str
    node: Node


@dataclass(frozen=True, slots=True, eq=False)
class Target:
    """A link to another file."""

    text: str
    href: str
    node: Node


def collapse(text: str) -> str:
    """`text` with every run of white space as one space, and none at either end."""
    return _SPACE.sub(" ", text).strip()


def weigh(text: str) -> int:
    """How many Chinese characters `text` holds."""
    return len(_HAN.findall(text))


def lines_of(items: list[Item]) -> list[Line]:
    """All lines in reading order, those inside grids too."""
    return list(opened(items, lambda item: isinstance(item, Grid)))
