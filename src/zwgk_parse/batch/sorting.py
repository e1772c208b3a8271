"""Names in, the same names in order out, however many there are."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# So many names are sorted in memory; more are sorted on disk.
_FEW = 50_000
# A folder that changes while it is read may tell a name twice.
_INSERT = "INSERT OR IGNORE INTO names VALUES (?)"


def in_order(names: Iterable[str]) -> Iterable[str]:
    """`names` by their bytes, each once; they are all taken at once."""
    rest = iter(names)
    first = list(islice(rest, _FEW))
    if len(first) < _FEW:
        return sorted(set(first), key=os.fsencode)
    # An empty name: a database in a file of its own, which is gone with the connection.
    database = sqlite3.connect("", isolation_level=None)
    database.execute("CREATE TABLE names (name BLOB PRIMARY KEY) WITHOUT ROWID")
    database.execute("BEGIN")
    for some in (first, rest):
        database.executemany(_INSERT, ((os.fsencode(one),) for one in some))
    return _read(database)


def _read(database: sqlite3.Connection) -> Iterator[str]:
    with closing(database):
        for (name,) in database.execute("SELECT name FROM names ORDER BY name"):
            yield os.fsdecode(name)
