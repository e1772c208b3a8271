"""A sheet as a file that people tick in: CSV, a workbook of Excel, or a page."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Any

from zwgk_parse.errors import MissingExtraError
from zwgk_parse.exporters.characters import xml_text
from zwgk_parse.messages.texts import phrase
from zwgk_parse.study.sheet import FIELDS, TICKS
from zwgk_parse.study.sheet_page import as_html
from zwgk_parse.study.spreadsheet import csv_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from zwgk_parse.messages.language import Language
    from zwgk_parse.study.sheet import Sheet

# How wide the columns are, in characters.
_WIDTHS = {
    "number": 6,
    "file": 18,
    "place": 12,
    "before": 18,
    "printed": 60,
    "after": 18,
    "task": 45,
    "owners": 26,
    "deadlines": 22,
    "due": 11,
    "note": 24,
    "key": 12,
}
_TICK_WIDTH = 8
_CONTEXT = ("before", "after")
# Any day does, as long as it is the same: so the same sheet gives the same bytes.
_MADE = dt.datetime(2000, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)


def as_csv(sheet: Sheet) -> bytes:
    """The sheet as CSV that Excel opens."""
    return csv_text([sheet.head, *sheet.rows]).encode()


def as_xlsx(sheet: Sheet) -> bytes:
    """The sheet as a workbook whose ticks are chosen from a list; the same sheet, the same bytes.

    Raises MissingExtraError without the extra `xlsx`.
    """
    try:
        import xlsxwriter
    except ImportError as error:
        raise MissingExtraError("a workbook", extra="xlsx") from error
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.set_properties({"created": _MADE})
    page = book.add_worksheet(phrase("sheet-name", sheet.language))
    _write(book, page, sheet)
    _lay_out(page, sheet)
    book.close()
    return stream.getvalue()


def _write(book: Any, page: Any, sheet: Sheet) -> None:
    head = book.add_format(
        {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DCE6EF", "border": 1}
    )
    usual = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#C9CED6"}
    plain = book.add_format(usual)
    faint = book.add_format({**usual, "font_color": "#7A828C"})
    tick = book.add_format({**usual, "align": "center", "bg_color": "#FFF9E3"})
    for column, words in enumerate(sheet.head):
        page.write_string(0, column, words, head)
    for number, row in enumerate(sheet.rows, 1):
        for column, (field, words) in enumerate(zip(FIELDS, row, strict=True)):
            form = tick if field in TICKS else faint if field in _CONTEXT else plain
            if words:
                page.write_string(number, column, xml_text(words), form)
            else:
                page.write_blank(number, column, None, form)


def _lay_out(page: Any, sheet: Sheet) -> None:
    page.freeze_panes(1, 1)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    for column, field in enumerate(FIELDS):
        options = {"hidden": field == "key"}
        page.set_column(column, column, _WIDTHS.get(field, _TICK_WIDTH), None, options)
        if field in TICKS and sheet.rows:
            page.data_validation(1, column, len(sheet.rows), column, _choice(sheet.language))


def _choice(language: Language) -> dict[str, Any]:
    """The list that a tick is chosen from."""
    return {
        "validate": "list",
        "source": ["1", "0"],
        "input_title": phrase("sheet-tick", language),
        "input_message": phrase("sheet-tick-how", language),
        "error_title": phrase("sheet-tick", language),
        "error_message": phrase("sheet-tick-how", language),
        # Other words for yes and no are read as well.
        "error_type": "warning",
    }


# What a sheet is written with, by the name of the format.
SHEETS: dict[str, Callable[[Sheet], bytes]] = {
    "csv": as_csv,
    "xlsx": as_xlsx,
    "html": as_html,
}
