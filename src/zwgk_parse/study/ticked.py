"""A sheet that was ticked in, the ticks of each row out.

Reads what `zwgk sample` writes and Excel, WPS or LibreOffice save again: CSV in UTF-8, UTF-16 or
GB 18030, parted by commas, semicolons or tabs, and workbooks. Columns are known by their heading
in either language, wherever they stand.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.errors import DamagedFileError, MissingExtraError, SheetError
from zwgk_parse.study.sheet import TICKS, heading
from zwgk_parse.study.spreadsheet import original

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zwgk_parse.messages.language import Language

_ENCODINGS = ("utf-8-sig", "gb18030")
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_DELIMITERS = "\t;,"
_RIGHT = frozenset(("1", "y", "yes", "true", "t", "是", "对", "正确", "✓", "✔", "√"))
_WRONG = frozenset(("0", "n", "no", "false", "f", "否", "错", "错误", "✗", "✘", "×"))
_LANGUAGES: tuple[Language, ...] = ("zh", "en")


class Ticked(NamedTuple):
    """A row of the sheet: the task's key, and the tick of each thing judged, None without."""

    key: str
    ticks: dict[str, bool | None]


def ticked(data: bytes, name: str) -> tuple[Ticked, ...]:
    """The rows of a sheet, the file `name`, in their order.

    Raises SheetError where a heading is missing, a tick is none or a task comes twice,
    DamagedFileError where the file cannot be read, MissingExtraError for a workbook without the
    extra `xlsx`.
    """
    rows = _workbook(data, name) if data.startswith(b"PK") else _csv(data, name)
    numbered = ((number, row) for number, row in enumerate(rows, 1) if any(map(str.strip, row)))
    _, head = next(numbered, (1, ()))
    places = {field: _place(head, field, name) for field in (*TICKS, "key")}
    found: dict[str, Ticked] = {}
    for number, row in numbered:
        one = _ticked(row, number, places, name)
        if one.key and one.key in found:
            raise SheetError(name, f"row {number}: the task of this row stands in another as well")
        found[one.key or f"row {number}"] = one
    return tuple(found.values())


def _ticked(row: Sequence[str], number: int, places: dict[str, int], name: str) -> Ticked:
    cells = {field: row[at].strip() if at < len(row) else "" for field, at in places.items()}
    ticks: dict[str, bool | None] = {}
    for field, judged in TICKS.items():
        tick = _tick(cells[field])
        if tick is None and cells[field]:
            shown = cells[field][:20]
            column = _letters(places[field])
            reason = f"row {number}, column {column}: “{shown}” is neither right nor wrong"
            raise SheetError(name, reason)
        ticks[judged] = tick
    return Ticked(cells["key"], ticks)


def _tick(words: str) -> bool | None:
    plain = unicodedata.normalize("NFKC", words).casefold()
    return True if plain in _RIGHT else False if plain in _WRONG else None


def _place(head: Sequence[str], field: str, name: str) -> int:
    """Where the column `field` stands, by its heading in either language."""
    wanted = [heading(field, language) for language in _LANGUAGES]
    cells = [cell.strip() for cell in head]
    for words in wanted:
        if words in cells:
            return cells.index(words)
    raise SheetError(name, f"no column is headed {wanted[0]} or {wanted[1]}")


def _letters(column: int) -> str:
    """What a spreadsheet calls the column (from 0): A, B, …, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _csv(data: bytes, name: str) -> Iterable[list[str]]:
    text = _decoded(data, name)
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    stream = io.StringIO(text.replace("\0", ""), newline="")
    try:
        rows = csv.reader(stream, delimiter=delimiter)
        return [[original(cell) for cell in row] for row in rows]
    except csv.Error as error:
        raise DamagedFileError(name, f"it is no CSV ({error})", "save it as CSV again") from error


def _decoded(data: bytes, name: str) -> str:
    encodings = ("utf-16",) if data.startswith(_WIDE) else _ENCODINGS
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    reason = "its text is in no encoding that could be recognised"
    raise DamagedFileError(name, reason, "save it as UTF-8")


def _workbook(data: bytes, name: str) -> Iterator[list[str]]:
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError as error:
        raise MissingExtraError("reading a workbook", extra="xlsx") from error
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except CalamineError as error:
        raise DamagedFileError(name, "it is no whole workbook", "save it again") from error
    for row in rows:
        yield [_words(cell) for cell in row]


def _words(cell: object) -> str:
    """What a cell shows: a number without its decimal point where it is whole."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
