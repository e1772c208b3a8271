"""What a run knows of its inputs, on disk: a million of them do not sit in memory.

The file is made anew for each run, out of the sources and the ledger; nothing is lost with it.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.batch.entry import Entry
from zwgk_parse.batch.inputs import Input
from zwgk_parse.batch.names import folded
from zwgk_parse.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

_TABLES = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -2000;
PRAGMA temp_store = FILE;
CREATE TABLE inputs (number INTEGER PRIMARY KEY, path TEXT UNIQUE, input TEXT);
CREATE TABLE earlier (path TEXT PRIMARY KEY, entry BLOB, current INTEGER) WITHOUT ROWID;
CREATE TABLE contents (key TEXT PRIMARY KEY, path TEXT, entry BLOB) WITHOUT ROWID;
CREATE TABLE names (name TEXT PRIMARY KEY, path TEXT) WITHOUT ROWID;
CREATE TABLE notes (path TEXT PRIMARY KEY, note TEXT, used INTEGER DEFAULT 0) WITHOUT ROWID;
"""
_PIECE = 1000


class Known(NamedTuple):
    """The entry of an input in a ledger; `current`: of the run that goes on, not one before."""

    entry: Entry
    current: bool


class Index:
    """The inputs of a run, what ledgers say of them, contents and names that are taken."""

    def __init__(self, path: Path) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)
        except OSError as error:
            raise OutputError(str(path), error.strerror or str(error)) from error
        self._path = path
        self._has_notes = False
        # One thread at a time works with it, not always the same.
        self._database = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._database.executescript(_TABLES)
        self._database.execute("BEGIN")

    def close(self) -> None:
        """Take the file away."""
        self._database.close()
        # The next run takes it away, if this one cannot.
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    def add(self, inputs: Iterable[Input]) -> int:
        """Keep `inputs`, each once, in their order; gives how many there are now."""
        self._database.executemany(
            "INSERT OR IGNORE INTO inputs (path, input) VALUES (?, ?)",
            ((one.path, _packed(one)) for one in inputs),
        )
        (count,) = self._database.execute("SELECT count(*) FROM inputs").fetchone()
        return int(count)

    def inputs(self) -> Iterator[Input]:
        """The inputs in their order; entries may be put in meanwhile."""
        last = 0
        while True:
            rows = self._database.execute(
                "SELECT number, input FROM inputs WHERE number > ? ORDER BY number LIMIT ?",
                (last, _PIECE),
            ).fetchall()
            if not rows:
                return
            for _, packed in rows:
                yield _unpacked(packed)
            last = rows[-1][0]

    def remember(self, entries: Iterable[Entry], *, current: bool) -> None:
        """Keep what a ledger says; a later entry of an input goes before one that is there."""
        for entry in entries:
            self._database.execute(
                "INSERT OR REPLACE INTO earlier VALUES (?, ?, ?)",
                (entry.path, entry.line(), current),
            )
            if entry.output is not None:
                self.is_taken(entry.output, entry.path)

    def known(self, path: str) -> Known | None:
        """What a ledger says of an input."""
        row = self._database.execute(
            "SELECT entry, current FROM earlier WHERE path = ?", (path,)
        ).fetchone()
        return Known(Entry.model_validate_json(row[0]), bool(row[1])) if row else None

    def gone(self) -> int:
        """How many inputs ledgers know of that are none any more."""
        (count,) = self._database.execute(
            "SELECT count(*) FROM earlier WHERE path NOT IN (SELECT path FROM inputs)"
        ).fetchone()
        return int(count)

    def final(self, entries: Iterable[Entry]) -> Iterator[bytes]:
        """The lines of the inputs, each once and as it is said last, in the order of the first."""
        self._database.execute("DELETE FROM earlier")
        self._database.executemany(
            "INSERT INTO earlier VALUES (?, ?, 1)"
            " ON CONFLICT (path) DO UPDATE SET entry = excluded.entry",
            ((entry.path, entry.line()) for entry in entries),
        )
        rows = self._database.execute(
            "SELECT entry FROM inputs JOIN earlier USING (path) ORDER BY number"
        )
        return (line for (line,) in rows)

    def take_back(self, path: str, still: Collection[str] = ()) -> list[str]:
        """Let `path`, and what is in it, be no input any more, but for those that `still` are.

        Gives those that were. What a ledger says of them is kept.
        """
        rows = self._database.execute(
            "SELECT path FROM inputs"
            " WHERE path = ? OR path > ? AND path < ? OR path > ? AND path < ?",
            (path, f"{path}/", f"{path}0", f"{path}!/", f"{path}!0"),
        )
        taken = [one for (one,) in rows if one not in still]
        self._database.executemany("DELETE FROM inputs WHERE path = ?", ((one,) for one in taken))
        return taken

    def first_with(self, key: str, path: str) -> str:
        """The input that has the content `key`: `path` itself, where it is the first."""
        self._database.execute("INSERT OR IGNORE INTO contents VALUES (?, ?, NULL)", (key, path))
        row = self._database.execute("SELECT path FROM contents WHERE key = ?", (key,)).fetchone()
        return str(row[0])

    def settle(self, key: str, entry: Entry) -> None:
        """Keep what became of the content `key`, for its copies."""
        self._database.execute(
            "INSERT OR REPLACE INTO contents VALUES (?, ?, ?)", (key, entry.path, entry.line())
        )

    def lead(self, key: str, path: str) -> None:
        """Let `path` be the first input that has the content `key`."""
        self._database.execute("UPDATE contents SET path = ? WHERE key = ?", (path, key))

    def forget(self, key: str) -> None:
        """Let the next input that has the content `key` be the first."""
        self._database.execute("DELETE FROM contents WHERE key = ?", (key,))

    def settled(self, key: str) -> Entry | None:
        """What became of the content `key`; None as long as that is not known."""
        row = self._database.execute("SELECT entry FROM contents WHERE key = ?", (key,)).fetchone()
        return Entry.model_validate_json(row[0]) if row and row[0] is not None else None

    def unsettle(self, path: str) -> None:
        """The input no longer has the content it had, which others may be copies of."""
        self._database.execute("CREATE INDEX IF NOT EXISTS holders ON contents (path)")
        self._database.execute("DELETE FROM contents WHERE path = ?", (path,))

    def is_taken(self, name: str, path: str) -> bool:
        """Whether another input than `path` has the name; if not, it is that input's now."""
        self._database.execute("INSERT OR IGNORE INTO names VALUES (?, ?)", (folded(name), path))
        row = self._database.execute(
            "SELECT path FROM names WHERE name = ?", (folded(name),)
        ).fetchone()
        return bool(row[0] != path)

    def note(self, notes: Iterable[tuple[str, dict[str, str]]]) -> str | None:
        """Keep what a manifest knows of inputs, by where they stand; gives what comes twice."""
        for whole, note in notes:
            done = self._database.execute(
                "INSERT OR IGNORE INTO notes (path, note) VALUES (?, ?)", (whole, json.dumps(note))
            )
            if not done.rowcount:
                return whole
            self._has_notes = True
        return None

    def noted(self, given: Input) -> dict[str, str] | None:
        """What the manifest knows of an input."""
        if not self._has_notes:
            return None
        # What is known of an archive is known of all that is in it.
        for whole in dict.fromkeys((given.whole, given._replace(member=None).whole)):
            row = self._database.execute("SELECT note FROM notes WHERE path = ?", (whole,))
            for (text,) in row.fetchall():
                self._database.execute("UPDATE notes SET used = 1 WHERE path = ?", (whole,))
                note: dict[str, str] = json.loads(text)
                return note
        return None

    def unused(self) -> tuple[int, str | None]:
        """How many rows of the manifest no input has taken, and the path of the first."""
        row = self._database.execute("SELECT count(*), min(path) FROM notes WHERE used = 0")
        count, first = row.fetchone()
        return int(count), first


def _packed(one: Input) -> str:
    """An input as a text that holds any path."""
    return json.dumps(one)


def _unpacked(text: str) -> Input:
    place, parts, *others = json.loads(text)
    return Input(place, tuple(parts), *others)
