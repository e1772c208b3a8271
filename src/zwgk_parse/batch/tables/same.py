"""The ledger of a finished run in, the plans that several inputs have out: `same-plans.jsonl`.

Two inputs have the same plan if the plans have one id, or if the words of their tasks are the same.
An id counts only where it is made of enough to tell plans apart (`is_telling`): all that print no
title and have no task share one id.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from zwgk_parse.batch.convert import stored_plan
from zwgk_parse.batch.entry import WRITTEN, Stated
from zwgk_parse.batch.ledger import entries_of
from zwgk_parse.batch.record import LEDGER
from zwgk_parse.errors import DamagedFileError, OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.batch.stores.store import Store
    from zwgk_parse.plan.model import Plan

SAME = "same-plans.jsonl"
_TABLES = """
PRAGMA cache_size = -2000;
CREATE TABLE found (number INTEGER PRIMARY KEY, plan TEXT, text TEXT, path TEXT, output TEXT,
  tasks INTEGER);
CREATE TABLE telling (plan TEXT PRIMARY KEY) WITHOUT ROWID;
"""
_INDEXES = """
CREATE INDEX by_plan ON found (plan, text, number);
CREATE INDEX by_text ON found (text, plan, number);
"""
_SHARED_IDS = """
SELECT plan FROM found GROUP BY plan HAVING count(*) > 1 ORDER BY min(number)
"""
# Where all inputs with a text have one id that tells, they are linked by it already.
_SHARED_TEXTS = """
SELECT text FROM found WHERE text IS NOT NULL GROUP BY text HAVING count(*) > 1
  AND (count(DISTINCT plan) > 1 OR min(plan) NOT IN (SELECT plan FROM telling))
  ORDER BY min(number)
"""
_GROUPS = """
SELECT plan, text, max(tasks) FROM found WHERE {0} = ? GROUP BY plan, text ORDER BY min(number)
"""
_TEXTS = "SELECT count(DISTINCT text), count(*) - count(text) FROM found WHERE {0} = ?"
_OUTPUTS = "SELECT output FROM found WHERE {0} = ? AND output IS NOT NULL ORDER BY number"
_PATHS = "SELECT path FROM found WHERE plan = ? AND text IS ? ORDER BY number"


class Version(Stated):
    """The inputs whose plans have one id and the same words; `text` is null without tasks."""

    plan: str = Field(description="The plan's id.")
    text: str | None = Field(
        description="The fingerprint of the words of its tasks, null where it has none."
    )
    tasks: int = Field(description="How many tasks it has.")
    inputs: tuple[str, ...] = Field(description="The inputs, as the ledger calls them.")


class SamePlans(Stated):
    """One line: a plan that several inputs have, by its id or by the words of its tasks."""

    by: Literal["id", "text"] = Field(
        description="What links the inputs: the plan's id, or the words of the tasks where ids"
        " differ or do not tell plans apart."
    )
    title: str | None = Field(description="The title of the first of them.")
    same_text: bool | None = Field(
        description="Whether the words of the tasks are the same in all inputs; null where none"
        " has tasks."
    )
    versions: tuple[Version, ...] = Field(
        description="The inputs grouped by the plan's id and the words of its tasks."
    )


def write_same(store: Store) -> int:
    """Write `same-plans.jsonl` for a ledger that was put in order; gives how many lines it has."""
    try:
        # A file without a name is on disk as soon as it grows, and gone once it is closed.
        with closing(sqlite3.connect("", isolation_level=None)) as database:
            return _written(database, store)
    except sqlite3.Error as error:
        raise OutputError(SAME, str(error)) from error


def _written(database: sqlite3.Connection, store: Store) -> int:
    database.executescript(_TABLES)
    database.execute("BEGIN")
    database.executemany(
        "INSERT INTO found (plan, text, path, output, tasks) VALUES (?, ?, ?, ?, ?)",
        (
            (entry.plan, entry.text, entry.path, entry.output, entry.tasks)
            for entry in entries_of(store.lines(LEDGER))
            if entry.holds in WRITTEN
        ),
    )
    database.execute("COMMIT")
    database.executescript(_INDEXES)
    links = _Links(database, store)
    store.replace(SAME, links.lines())
    return links.count


class _Links:
    """What links the inputs of a database; a line comes in pieces, however many inputs it has."""

    def __init__(self, database: sqlite3.Connection, store: Store) -> None:
        self._database, self._store = database, store
        self.count = 0

    def lines(self) -> Iterator[bytes]:
        """The lines in pieces: first what ids link, then what words do."""
        from zwgk_parse.normalizers.facts import is_telling

        for (plan,) in self._database.execute(_SHARED_IDS):
            example = self._plan("plan", plan)
            if example is not None and is_telling(example):
                self._database.execute("INSERT INTO telling VALUES (?)", (plan,))
                yield from self._line("plan", plan, example)
        for (text,) in self._database.execute(_SHARED_TEXTS):
            yield from self._line("text", text, self._plan("text", text))

    def _line(self, field: str, value: str, example: Plan | None) -> Iterator[bytes]:
        self.count += 1
        head = {
            "by": "id" if field == "plan" else field,
            "title": example and example.title,
            "same_text": self._is_same(field, value),
        }
        yield _json(head)[:-1] + b',"versions":['
        groups = self._database.execute(_GROUPS.format(field), (value,))
        for nth, (plan, text, tasks) in enumerate(groups):
            version = {"plan": plan, "text": text, "tasks": tasks}
            yield (b"," if nth else b"") + _json(version)[:-1] + b',"inputs":['
            paths = self._database.execute(_PATHS, (plan, text))
            for order, (path,) in enumerate(paths):
                yield (b"," if order else b"") + _json(path)
            yield b"]}"
        yield b"]}\n"

    def _is_same(self, field: str, value: str) -> bool | None:
        texts, without = self._database.execute(_TEXTS.format(field), (value,)).fetchone()
        return texts == 1 and not without if texts else None

    def _plan(self, field: str, value: str) -> Plan | None:
        """The first plan that can be read, of those with that id or those words."""
        for (output,) in self._database.execute(_OUTPUTS.format(field), (value,)):
            with suppress(FileNotFoundError, DamagedFileError):
                return stored_plan(self._store.read(output), output)
        return None


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
