"""Files that hold the same plan: the entries of a ledger in, the one that stands for them out."""

from __future__ import annotations

import sqlite3
from hashlib import sha256
from typing import TYPE_CHECKING

from zwgk_parse.batch.entry import WRITTEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zwgk_parse.batch.entry import Entry

_TABLE = """
PRAGMA cache_size = -2000; PRAGMA temp_store = FILE;
CREATE TABLE plans (key BLOB PRIMARY KEY, path TEXT) WITHOUT ROWID;
"""
_PUT = (
    "INSERT INTO plans VALUES (?, ?)"
    " ON CONFLICT (key) DO UPDATE SET path = min(path, excluded.path)"
)


class Distinct:
    """Which file stands for all those that hold the same plan.

    The same plan is one with the same id whose tasks say the same, whatever the format of the file
    and its punctuation; without a task, the same file (too little tells such plans apart). The
    first of their paths stands for all, so that it does not matter which was converted first.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        # An empty name: a database in a file of its own, which is gone with the connection.
        self._database = sqlite3.connect("", isolation_level=None)
        self._database.executescript(_TABLE)
        self._database.execute("BEGIN")
        rows = ((_key(entry), entry.path) for entry in entries if entry.holds in WRITTEN)
        self._database.executemany(_PUT, rows)

    def stands(self, entry: Entry) -> bool:
        """Whether `entry` is the one that stands for its plan.

        Of a plan that came while the batch was still writing, it is the first that is asked for.
        """
        key = _key(entry)
        self._database.execute("INSERT OR IGNORE INTO plans VALUES (?, ?)", (key, entry.path))
        row = self._database.execute("SELECT path FROM plans WHERE key = ?", (key,))
        return bool(row.fetchone() == (entry.path,))

    def close(self) -> None:
        """Nothing more is asked."""
        self._database.close()


def _key(entry: Entry) -> bytes:
    """What is the same of two entries whose plans are."""
    same = (entry.plan, entry.text) if entry.text else (entry.sha256 or entry.path,)
    return sha256(repr(same).encode("utf-8", "surrogatepass")).digest()
