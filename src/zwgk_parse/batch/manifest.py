"""What a crawler knows of the files it fetched: a table (CSV) in, what it says of each file out.

A row's `path` is looked for in the folder the program was called in, in that of the manifest, and
in the sources; the first of these that has such a file is meant. What is in a column stays as it
was written there.
"""

from __future__ import annotations

import codecs
import csv
import os
from pathlib import Path
from typing import TYPE_CHECKING

from zwgk_parse.batch.inputs import URL
from zwgk_parse.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

PATH = "path"
_PIECE = 1 << 20
# Windows in China writes the second.
_ENCODINGS = ("utf-8-sig", "gb18030")


def manifest(path: Path, sources: Sequence[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Where each file of the manifest at `path` stands, and what it knows of it, row by row.

    A file that stands nowhere keeps the path of its row. Raises SettingsError for what is no such
    table, with the line.
    """
    places = _Places((Path.cwd(), path.absolute().parent), sources)
    try:
        with path.open(encoding=_encoding(path), newline="") as stream:
            yield from _rows(str(path), csv.reader(stream, strict=True), places)
    except OSError as error:
        raise SettingsError(str(path), error.strerror or str(error)) from error


def _encoding(path: Path) -> str:
    """The encoding that all of the file is in."""
    for encoding in _ENCODINGS:
        decoder = codecs.getincrementaldecoder(encoding)()
        try:
            with path.open("rb") as stream:
                while piece := stream.read(_PIECE):
                    decoder.decode(piece)
                decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            continue
        return encoding
    raise SettingsError(str(path), "it is a text in neither UTF-8 nor GB18030")


def _rows(
    name: str, table: Iterable[list[str]], places: _Places
) -> Iterator[tuple[str, dict[str, str]]]:
    rows = _read(name, table)
    head = [cell.strip() for cell in next(rows, (0, []))[1]]
    if PATH not in head:
        raise SettingsError(name, f'it has no column "{PATH}" in its first line')
    if len(set(head)) < len(head):
        raise SettingsError(name, "two of its columns have one name")
    for line, cells in rows:
        if not any(cells):
            continue
        if len(cells) > len(head):
            reason = f"line {line} has {len(cells)} cells, the first line {len(head)}"
            raise SettingsError(name, reason)
        known = {key: cell for key, cell in zip(head, cells, strict=False) if cell}
        written = known.pop(PATH, "").strip()
        if not written:
            raise SettingsError(name, f"line {line} has no path")
        yield places.find(written), known


def _read(name: str, table: Iterable[list[str]]) -> Iterator[tuple[int, list[str]]]:
    """The rows with the numbers of their lines."""
    try:
        for cells in table:
            yield getattr(table, "line_num", 0), cells
    except csv.Error as error:
        line = getattr(table, "line_num", 0)
        raise SettingsError(name, f"line {line} cannot be read ({error})") from error


class _Places:
    """The folders that the path of a row may begin in."""

    def __init__(self, folders: Iterable[Path], sources: Sequence[str]) -> None:
        local = [os.path.abspath(one) for one in sources if not URL.match(one)]  # noqa: PTH100
        self._folders = tuple(dict.fromkeys([*map(str, folders), *local]))
        self._addresses = [one.rstrip("/") for one in sources if URL.match(one)]

    def find(self, written: str) -> str:
        """Where the file stands that is written so, as `Input.whole` calls it."""
        if URL.match(written):
            return written
        file, mark, member = written.partition("!/")
        for folder in self._folders:
            place = os.path.abspath(os.path.join(folder, file))  # noqa: PTH100, PTH118
            if os.path.lexists(place):
                return place + mark + member
        if len(self._addresses) == 1:
            return f"{self._addresses[0]}/{written}"
        return written
