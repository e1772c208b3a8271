"""The ledger of a batch: one line an input, added as it ends; read back after any kind of end."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple, Protocol

from pydantic import ValidationError

from zwgk_parse.batch.entry import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


_ENTRIES = """
PRAGMA cache_size = -2000;
CREATE TABLE entries (number INTEGER PRIMARY KEY, path TEXT UNIQUE, entry BLOB);
"""
_PUT = (
    "INSERT INTO entries (path, entry) VALUES (?, ?)"
    " ON CONFLICT (path) DO UPDATE SET entry = excluded.entry"
)


class Line(NamedTuple):
    """A line of a ledger file (`number` from 1): its entry, or None where it is damaged.

    `torn`: the line has no end, as the last one of a process that was killed.
    """

    number: int
    entry: Entry | None
    torn: bool = False


class Lines(Protocol):
    """Something that a ledger can be written to, a whole line at a time."""

    def add(self, line: bytes) -> None:
        """Put `line` behind the others; once this returns, no end of this process undoes it."""

    def close(self) -> None:
        """No more lines come."""


def lines_of(lines: Iterable[bytes]) -> Iterator[Line]:
    """What stands in a ledger; a line that is damaged does not keep the others from being read."""
    for number, line in enumerate(lines, 1):
        if line.isspace():
            continue
        try:
            entry = Entry.model_validate_json(line)
        except ValidationError:
            yield Line(number, None, torn=not line.endswith(b"\n"))
        else:
            yield Line(number, entry)


def entries_of(lines: Iterable[bytes]) -> Iterator[Entry]:
    """The entries of a ledger in their order, without what is damaged."""
    return (line.entry for line in lines_of(lines) if line.entry is not None)


def last_of(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Of each input the entry that is said last, in the order of the first; on disk, not held."""
    # A file without a name is on disk as soon as it grows, and gone once it is closed.
    with closing(sqlite3.connect("", isolation_level=None)) as database:
        database.executescript(_ENTRIES)
        database.execute("BEGIN")
        database.executemany(_PUT, ((entry.path, entry.line()) for entry in entries))
        for (line,) in database.execute("SELECT entry FROM entries ORDER BY number"):
            yield Entry.model_validate_json(line)
