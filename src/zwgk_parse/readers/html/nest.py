"""Where the walk puts lines: the page's flow, or the innermost open table cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.readers.html import elements
from zwgk_parse.readers.html.flow import Box, Grid

if TYPE_CHECKING:
    from lxml.etree import _Element

    from zwgk_parse.readers.html.flow import Item, Line, Node


class Nest:
    """The tables and cells that are open, and the flow of the page around them."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self._open: list[Grid | Box] = []

    @property
    def in_cell(self) -> bool:
        """Whether the next line stands in a table cell."""
        return bool(self._open) and isinstance(self._open[-1], Box)

    def add(self, lines: list[Line]) -> None:
        """Puts lines where they stand; a browser, too, moves words between cells out of a table."""
        self._flow().extend(lines)

    def start(self, element: _Element, node: Node, *, thead: bool) -> int:
        """Opens what a table element opens; says how many `end` calls close it.

        Rows or cells outside of any table, as in a fragment of a page, make a table of their own.
        """
        if node.tag == "table":
            self._open.append(_table(element, node))
            return 1
        parent = node.parent or node
        opened = 0
        if not self._open or self.in_cell:
            self._open.append(self._resumed(parent))
            opened = 1
        grid = self._open[-1]
        if not isinstance(grid, Grid) or node.tag in elements.SECTIONS:
            return opened
        if node.tag == "tr" or (parent.tag != "tr" and grid.sections[-1:] != [parent]):
            grid.rows.append([])
            grid.sections.append(parent)
        if node.tag not in elements.CELLS or not grid.rows:
            return opened
        down, right = elements.spans(element)
        box = Box(node, down, right, thead or elements.is_header_cell(node.tag, element))
        grid.rows[-1].append(box)
        self._open.append(box)
        return opened + 1

    def end(self) -> None:
        """Closes the innermost cell or table."""
        closed = self._open.pop()
        if isinstance(closed, Grid):
            self._flow().append(closed)

    def _flow(self) -> list[Item]:
        cells = (part.items for part in reversed(self._open) if isinstance(part, Box))
        return next(cells, self.items)

    def _resumed(self, parent: Node) -> Grid:
        """The table that the last rows under `parent` began, or a new one."""
        flow = self._flow()
        if flow and isinstance(flow[-1], Grid) and flow[-1].node is parent:
            return flow.pop()  # type: ignore[return-value]
        return Grid(parent)


def _table(element: _Element, node: Node) -> Grid:
    return Grid(
        node,
        bordered=elements.is_bordered(element),
        presentation=element.get("role") in ("presentation", "none"),
    )
