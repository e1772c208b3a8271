"""A PDF's bytes → what stands on each of its pages, by the library that reads it best.

pdfium reads every page; pdfplumber is asked where the characters are rubbish or a table's lines
make no grid. A page that neither can read is given without its words, and said.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from zwgk_parse.errors import DamagedFileError, LimitExceededError, TimeLimitError
from zwgk_parse.messages import remark
from zwgk_parse.readers.pdf.bands import Columns, Gutter
from zwgk_parse.readers.pdf.content import Content, PageTable, content_of
from zwgk_parse.readers.pdf.sanity import check
from zwgk_parse.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.diagnostics import Diagnostic
    from zwgk_parse.readers.options import Options
    from zwgk_parse.readers.pdf.grid import PageGrid
    from zwgk_parse.readers.pdf.page import Page
    from zwgk_parse.readers.pdf.pdfium import PdfFile
    from zwgk_parse.readers.pdf.plumber import PlumberFile

# A page without words of which pictures cover so much is a scan.
_PICTURED = 0.3
# Larger than a stamp or an emblem.
_LARGE = 0.2


class Reading:
    """An open PDF, read page by page; `close` it when done."""

    def __init__(self, data: bytes, name: str, options: Options) -> None:
        self.name, self.options = name, options
        self._data = data
        self._first: PdfFile | PlumberFile
        self._second: PlumberFile | None = None
        self._columns: Columns | None = None
        if options.pdf_engine == "pdfplumber":
            self._first = self._second = self._open_second()
        else:
            from zwgk_parse.readers.pdf.pdfium import PdfFile

            self._first = PdfFile(data, name, options.password, options.limits)
        self.pages = self._first.pages
        if self.pages > options.limits.pages:
            self.close()
            limit = options.limits.pages
            reason = f"it has {self.pages:,} pages, more than the {limit:,} that are read"
            raise LimitExceededError(name, reason, "raise --max-pages or split it")

    def close(self) -> None:
        """Free what is open."""
        self._first.close()
        if self._second is not None and self._second is not self._first:
            self._second.close()

    def __iter__(self) -> Iterator[Content]:
        for number in range(1, self.pages + 1):
            begun = monotonic()
            content = self._content(number)
            if monotonic() - begun > self.options.limits.seconds:
                reason = f"page {number} takes more than {self.options.limits.seconds:g} seconds"
                raise TimeLimitError(self.name, reason, "raise --max-seconds if you trust it")
            yield content

    def _content(self, number: int) -> Content:
        page = self._first.page(number)
        said: list[Diagnostic] = []
        if check(page.text).rubbish:
            other = self._other_characters(number)
            if other is None:
                return _left_out(page, remark("ZW012", _place(page)))
            said.append(remark("ZW013", _place(page), reason="its characters"))
            page = other
        content = content_of(page, known=self._columns)
        if not content.items and page.pictures > _PICTURED:
            return content._replace(said=(*said, remark("ZW011", _place(page))))
        if content.irregular:
            content, remark_on_grid = self._other_grid(content, page)
            said.append(remark_on_grid)
        self._columns = _last_columns(content)
        return content._replace(said=(*said, *_remarks(content, page)))

    def _other_characters(self, number: int) -> Page | None:
        """The page by pdfplumber, if its characters make sense."""
        if self.options.pdf_engine != "auto":
            return None
        other = self._page_of_second(number)
        return other if other is not None and not check(other.text).rubbish else None

    def _other_grid(self, content: Content, page: Page) -> tuple[Content, Diagnostic]:
        """The page with pdfplumber's grid, if it is regular and loses nothing."""
        grids = self._grids_of_second(page.number) if self.options.pdf_engine == "auto" else []
        if grids and sum(grid.box.height for grid in grids) >= 0.98 * _height(content):
            return content_of(page, grids), remark("ZW013", _place(page), reason="its lines")
        return content, remark("ZW014", _place(page))

    def _open_second(self) -> PlumberFile:
        from zwgk_parse.readers.pdf.plumber import PlumberFile

        return PlumberFile(self._data, self.name, self.options.password, self.options.limits)

    def _page_of_second(self, number: int) -> Page | None:
        try:
            self._second = self._second or self._open_second()
            return self._second.page(number)
        except DamagedFileError:
            return None

    def _grids_of_second(self, number: int) -> list[PageGrid]:
        try:
            self._second = self._second or self._open_second()
        except DamagedFileError:
            return []
        return self._second.grids(number)


def _height(content: Content) -> float:
    return sum(item.grid.box.height for item in content.items if isinstance(item, PageTable))


def _remarks(content: Content, page: Page) -> Iterator[Diagnostic]:
    """What a page holds that was not read, or not surely."""
    if page.pictures >= _LARGE:
        yield remark("ZW015", _place(page), share=round(100 * min(page.pictures, 1.0)))
    if any(isinstance(item, PageTable) and not item.grid.sure for item in content.items):
        yield remark("ZW016", _place(page))
    if page.outside:
        yield remark("ZW017", _place(page), count=page.outside)
    if page.slanted:
        yield remark("ZW018", _place(page), count=page.slanted)


def _last_columns(content: Content) -> Columns | None:
    """The columns of the table that a page ends with, if they are told by white space.

    A table that is ruled on one page is ruled on the next.
    """
    last = content.items[-1] if content.items else None
    if not isinstance(last, PageTable) or not last.grid.implied:
        return None
    grid = last.grid
    gutters = tuple(Gutter(*pair) for pair in grid.gutters)
    return Columns(grid.xs[0], gutters, grid.xs[-1], ruled=grid.sure and not grid.guessed)


def _left_out(page: Page, said: Diagnostic) -> Content:
    """The page without words, and why."""
    return Content(page.number, page.width, page.height, (), (), (said,))


def _place(page: Page) -> tuple[Span, ...]:
    return (Span(page=page.number),)
