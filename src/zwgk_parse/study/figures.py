"""How many of what: the tables that counting fills, and all else shows.

A Table has a row for each value of one kind of thing. What is counted is its `unit`; `beside`
names what else is told of each value.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

KindName = Literal["year", "region", "owner", "system", "month", "finding", "doc-type", "state"]
Unit = Literal["tasks", "plans", "findings", "files"]


class Kind(NamedTuple):
    """One way to count: the values of `name`, in `unit`s.

    `ordered`: told by value, not by count. `several`: a task may count for several values.
    """

    name: KindName
    unit: Unit
    beside: Unit
    ordered: bool = False
    several: bool = False


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("year", "tasks", "plans", ordered=True),
        Kind("region", "tasks", "plans"),
        Kind("owner", "tasks", "plans", several=True),
        Kind("system", "tasks", "plans", several=True),
        Kind("month", "tasks", "plans", ordered=True, several=True),
        Kind("finding", "findings", "plans"),
        Kind("doc-type", "plans", "tasks"),
        Kind("state", "files", "tasks"),
    )
}


class Row(NamedTuple):
    """A value, what it is called, and how often it occurs; `value` is None where there is none."""

    value: str | None
    name: str | None
    number: int
    beside: int


class Table(NamedTuple):
    """The rows of a kind; `total` units there are, `distinct` values, `rows` of them told.

    A row without a value, if there is one, is the last.
    """

    kind: Kind
    total: int
    distinct: int
    rows: tuple[Row, ...]

    @property
    def left_out(self) -> int:
        """How many values are not told."""
        return self.distinct - sum(row.value is not None for row in self.rows)

    def share(self, row: Row) -> float:
        """What part of all units the row has, from 0 to 1."""
        return row.number / self.total if self.total else 0.0


class Figures(NamedTuple):
    """What was counted: the tables, and how many files, plans, tasks and findings there are.

    `same`: plans that were left out, because another file holds the same; None where each file
    was counted.
    """

    tables: tuple[Table, ...]
    files: int
    plans: int
    tasks: int
    findings: int
    same: int | None
