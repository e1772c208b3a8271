"""Cells that a spreadsheet shows as they are: rows of text in, CSV for Excel out, and back.

Excel takes a cell that begins with `=`, `+`, `-` or `@` for a formula, whoever wrote it (OWASP, CSV
injection). Such a cell gets an apostrophe before it; reading takes it away again.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from zwgk_parse.exporters.characters import xml_text
from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# By its byte order mark Excel knows UTF-8.
MARK = "\ufeff"
# Also their full-width forms, which Excel for Chinese takes alike.
_FORMULA = lazy("'*[=+\\-@\t\r＝＋－＠]")
_ESCAPED = lazy("'+[=+\\-@\t\r＝＋－＠]")


def harmless(text: str) -> str:
    """`text` as a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def original(cell: str) -> str:
    """The text that `harmless` made `cell` of."""
    return cell[1:] if _ESCAPED.match(cell) else cell


def csv_rows(rows: Iterable[Iterable[str]]) -> Iterator[list[str]]:
    """Rows as CSV is to have them; characters that a spreadsheet has no form for are replaced."""
    return ([harmless(xml_text(cell)) for cell in row] for row in rows)


def csv_text(rows: Iterable[Iterable[str]]) -> str:
    """Rows as CSV (RFC 4180) that Excel opens as UTF-8."""
    stream = io.StringIO(newline="")
    stream.write(MARK)
    csv.writer(stream, lineterminator="\r\n").writerows(csv_rows(rows))
    return stream.getvalue()
