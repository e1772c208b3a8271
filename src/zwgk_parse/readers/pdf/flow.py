"""Pages → the document's blocks: lines joined to paragraphs, over page ends as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.document.model import Paragraph
from zwgk_parse.patterns import lazy
from zwgk_parse.readers.pdf.columns import with_columns
from zwgk_parse.readers.pdf.content import PageTable, without_running
from zwgk_parse.readers.pdf.headers import header_of, part_header
from zwgk_parse.readers.pdf.lines import Line
from zwgk_parse.readers.pdf.margins import Margins
from zwgk_parse.readers.pdf.tables import build
from zwgk_parse.readers.pdf.wrap import Measure, character_width, end_of, goes_on, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zwgk_parse.diagnostics import Diagnostic
    from zwgk_parse.document.model import Block, Table
    from zwgk_parse.readers.pdf.content import Content

_FULL = 3  # lines that end at one place make a margin
# A bracket of owners or deadlines ends its paragraph, however full its line.
_FIELD_END = lazy(r"[（(][^（()）]{0,8}(?:单位|部门|科室|时限|时间)[:：][^。]{1,200}[）)]$")
_SIDE = 4.0  # characters: further in, a line stands at the right


class Flow:
    """Takes page after page and gives the blocks that are complete.

    `furniture` and `said` (remarks on pages) grow with them.
    """

    def __init__(self) -> None:
        self.furniture: list[Line] = []
        self.said: list[Diagnostic] = []
        self._measures: dict[int, Measure] = {}
        self._measure = Measure(0.0, 0.0)
        self._open: list[Line] = []
        self._tables = 0
        self._columns: tuple[float, ...] = ()
        self._page = 0
        self._margins = Margins()
        self._header: dict[tuple[int, int], str] = {}

    def blocks(self, pages: Iterable[Content]) -> Iterator[Block]:
        """The blocks of all pages in order."""
        before: Content | None = None
        page: Content | None = None
        for after in pages:
            if page is not None:
                yield from self._take(without_running(page, before, after))
            before, page = page, after
        if page is not None:
            yield from self._take(without_running(page, before))
        yield from self._close()

    def _take(self, page: Content) -> Iterator[Block]:
        self.furniture += page.furniture
        self.said += page.said
        self._measure = self._measured(page)
        for item in page.items:
            if isinstance(item, PageTable):
                goes_on = page.number == self._page + 1 and not self._open
                yield from self._close()
                yield self._table(item, page.number, goes_on=goes_on)
                continue
            if self._open and not self._goes_on(item):
                yield from self._close()
            self._open.append(item)

    def _table(self, table: PageTable, page: int, *, goes_on: bool) -> Table:
        """The next table of the document; `goes_on`: it may be that of the page before."""
        self._tables += 1
        if goes_on:
            table = with_columns(table, self._columns)
        table = part_header(table, self._header)
        self._header, self._columns, self._page = header_of(table), table.grid.xs, page
        return build(table.grid, table.lines, (self._tables, page), self._margins)

    def _goes_on(self, line: Line) -> bool:
        """Whether a line goes on with the open paragraph."""
        before = self._open[-1]
        first = len(self._open) == 1
        size = character_width(before)
        if abs(line.height - before.height) > 0.3 * before.height:
            return False
        if first and before.left - self._measure.left > _SIDE * size:
            return False
        over_page = line.glyphs.page != before.glyphs.page
        if not over_page and line.top - before.bottom > 1.6 * before.height:
            return False
        if over_page and _FIELD_END.search(joined(self._open[-3:]).text):
            return False
        return goes_on(before, line, self._measure, first=first)

    def _close(self) -> Iterator[Block]:
        """The open paragraph, which is complete."""
        if self._open:
            text = joined(self._open)
            self._open = []
            if text:
                yield Paragraph(text)

    def _measured(self, page: Content) -> Measure:
        """Between what the page's lines are set; what pages of its width had where it has few."""
        lines = [item for item in page.items if isinstance(item, Line)]
        known = self._measures.get(round(page.width))
        if not lines:
            return known or self._measure
        right = max(end_of(line) for line in lines)
        left = min(line.left for line in lines)
        size = character_width(lines[len(lines) // 2])
        full = sum(right - end_of(line) < 1.5 * size for line in lines)
        if full >= _FULL or known is None:
            edges = [item.grid.box for item in page.items if isinstance(item, PageTable)]
            if full < _FULL:
                right = max(right, page.width - left, *(box.right for box in edges), 0.0)
                left = min(left, page.width - right)
            measure = Measure(left, right)
            if full >= _FULL:
                self._measures[round(page.width)] = measure
            return measure
        return Measure(min(left, known.left), max(right, known.right))
