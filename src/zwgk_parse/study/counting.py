"""A folder of plans in, Figures out: each plan is looked at once and let go.

A task counts once for each different owner, system of an owner, and month that something of it is
due in; so the counts of these kinds add up to more than there are tasks.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING, Protocol

from zwgk_parse.batch.entry import STATES
from zwgk_parse.study.distinct import Distinct
from zwgk_parse.study.figures import KINDS, Figures, Row, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from zwgk_parse.batch.entry import Entry
    from zwgk_parse.plan.model import Plan, Task
    from zwgk_parse.study.figures import Kind, Unit

# So many different values are counted in memory; then they are put on disk.
_MANY = 50_000
_TABLE = """
PRAGMA cache_size = -2000; PRAGMA temp_store = FILE;
CREATE TABLE counts (
    kind TEXT, value TEXT, name TEXT, count INTEGER, beside INTEGER, PRIMARY KEY (kind, value)
) WITHOUT ROWID;
"""
_PUT = (
    "INSERT INTO counts VALUES (?, ?, ?, ?, ?) ON CONFLICT (kind, value) DO UPDATE SET"
    " name = min(name, excluded.name), count = count + excluded.count,"
    " beside = beside + excluded.beside"
)
_MOST = "SELECT value, name, count, beside FROM counts WHERE kind = ? AND value <> ''"

# A value, its name, how often it occurs, and how often what is told beside it.
Found = tuple[str, str, int, int]


class Folder(Protocol):
    """What is counted: entries of a ledger, and those that have a plan with it."""

    def entries(self) -> Iterator[Entry]: ...

    def plans(self) -> Iterator[tuple[Entry, Plan]]: ...


def count(
    folder: Folder, kinds: Sequence[Kind], *, top: int | None = None, all_files: bool = False
) -> Figures:
    """How often every value of `kinds` occurs in the folder; of each the `top` most frequent.

    A plan that several files hold is counted once, unless `all_files`.
    """
    with closing(_Counts()) as counts:
        for entry in folder.entries():
            counts.totals["files"] += 1
            if KINDS["state"] in kinds:
                counts.add("state", [(entry.holds, entry.holds, 1, entry.tasks or 0)])
        same = 0
        for plan in _plans(folder, all_files=all_files):
            if plan is None:
                same += 1
            else:
                _count(plan, kinds, counts)
        tables = tuple(counts.table(kind, top) for kind in kinds)
        units = counts.totals
        return Figures(
            tables,
            units["files"],
            units["plans"],
            units["tasks"],
            units["findings"],
            None if all_files else same,
        )


def _plans(folder: Folder, *, all_files: bool) -> Iterator[Plan | None]:
    """The plans to count; None for each that is the same as another."""
    if all_files:
        yield from (plan for _, plan in folder.plans())
        return
    with closing(Distinct(folder.entries())) as distinct:
        for entry, plan in folder.plans():
            yield plan if distinct.stands(entry) else None


def _count(plan: Plan, kinds: Sequence[Kind], counts: _Counts) -> None:
    counts.totals["plans"] += 1
    counts.totals["tasks"] += len(plan.tasks)
    counts.totals["findings"] += len(plan.diagnostics)
    for kind in kinds:
        if kind.name in _FOUND:
            counts.add(kind.name, _FOUND[kind.name](plan))


class _Counts:
    """Counts that may be of millions of different values."""

    def __init__(self) -> None:
        self.totals: Counter[Unit] = Counter()
        self._held: dict[tuple[str, str], tuple[str, int, int]] = {}
        self._database = sqlite3.connect("", isolation_level=None)
        self._database.executescript(_TABLE)
        self._database.execute("BEGIN")

    def add(self, kind: str, found: Iterable[Found]) -> None:
        """Count what was found of a kind in one more plan."""
        for value, name, number, beside in found:
            before = self._held.get((kind, value), (name, 0, 0))
            least = min(before[0], name)
            self._held[kind, value] = (least, before[1] + number, before[2] + beside)
        if len(self._held) > _MANY:
            self._put()

    def table(self, kind: Kind, top: int | None) -> Table:
        """The rows of a kind, the most frequent first, or in the order of their values."""
        self._put()
        query = f"{_MOST} ORDER BY count DESC, value LIMIT ?"
        rows = [Row(*row) for row in self._database.execute(query, (kind.name, top or -1))]
        if kind.ordered:
            rows.sort(key=lambda row: row.value or "")
        elif kind.name == "state":
            rows.sort(key=lambda row: [*STATES].index(row.value))  # type: ignore[arg-type]
        none = self._database.execute(
            "SELECT NULL, NULL, count, beside FROM counts WHERE kind = ? AND value = ''",
            (kind.name,),
        )
        rows += [Row(*row) for row in none if row[2]]
        many = "SELECT count(*) FROM counts WHERE kind = ? AND value <> ''"
        (distinct,) = self._database.execute(many, (kind.name,)).fetchone()
        return Table(kind, self.totals[kind.unit], distinct, tuple(rows))

    def close(self) -> None:
        """Nothing more is counted."""
        self._database.close()

    def _put(self) -> None:
        rows = ((*key, *counted) for key, counted in self._held.items())
        self._database.executemany(_PUT, rows)
        self._held.clear()


def _whole(value: str | None, name: str | None, plan: Plan) -> list[Found]:
    """What is the same for all tasks of a plan."""
    return [(value or "", name or "", len(plan.tasks), 1)]


def _year(plan: Plan) -> list[Found]:
    year = None if plan.year is None else str(plan.year)
    return _whole(year, year, plan)


def _region(plan: Plan) -> list[Found]:
    region = plan.region
    if region is None:
        return _whole(None, None, plan)
    return _whole(region.code or region.name, region.name, plan)


def _doc_type(plan: Plan) -> list[Found]:
    return [(plan.doc_type, plan.doc_type, 1, len(plan.tasks))]


def _findings(plan: Plan) -> list[Found]:
    names = {one.code: one.name for one in plan.diagnostics}
    found = Counter(one.code for one in plan.diagnostics)
    return [(code, names[code], number, 1) for code, number in found.items()]


def _by_task(values: Callable[[Task], set[str]]) -> Callable[[Plan], list[Found]]:
    """Counts each value once a task, and the tasks that have none."""

    def found(plan: Plan) -> list[Found]:
        counted = Counter(value for task in plan.tasks for value in values(task) or {""})
        return [(value, value, number, 1) for value, number in counted.items()]

    return found


def _owners(task: Task) -> set[str]:
    return {owner.canonical for owner in task.owners}


def _systems(task: Task) -> set[str]:
    return {owner.system for owner in task.owners if owner.system}


def _months(task: Task) -> set[str]:
    return {one.due.isoformat()[:7] for one in task.deadlines if one.due is not None}


_FOUND: dict[str, Callable[[Plan], list[Found]]] = {
    "year": _year,
    "region": _region,
    "owner": _by_task(_owners),
    "system": _by_task(_systems),
    "month": _by_task(_months),
    "finding": _findings,
    "doc-type": _doc_type,
}
