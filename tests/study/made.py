"""Plans and ledger entries made for tests, and a folder that holds them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, NamedTuple

from zwgk_parse.batch.entry import Entry
from zwgk_parse.messages import remark
from zwgk_parse.plan.model import Deadline, Owner, Plan, Region, SourceFile, Task
from zwgk_parse.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


class Folder(NamedTuple):
    """What a batch left, in memory."""

    holds: tuple[tuple[Entry, Plan | None], ...]

    def entries(self) -> Iterator[Entry]:
        """All entries."""
        return (entry for entry, _ in self.holds)

    def plans(self) -> Iterator[tuple[Entry, Plan]]:
        """Those that have a plan, with it."""
        return ((entry, plan) for entry, plan in self.holds if plan is not None)


def owner(name: str, system: str | None = None, **more: Any) -> Owner:
    """An owner of that full name."""
    return Owner(name=name, raw=name, canonical=name, system=system, **more)


def due(day: str) -> Deadline:
    """A deadline on a day."""
    return Deadline(kind="date", raw=day, due=dt.date.fromisoformat(day))


def task(number: int, text: str = "公开", **more: Any) -> Task:
    """A task; where nothing is said, it stands in the line of its number."""
    spans = more.pop("provenance", (Span(line=number, end_line=number),))
    return Task(id=f"t{number}", label=f"{number}.", text=text, provenance=spans, **more)


def plan(name: str, *tasks: Task, digest: str | None = None, **more: Any) -> Plan:
    """The plan of a file."""
    source = SourceFile(
        name=name, media_type="text/plain", sha256=digest or f"sha-{name}", reader="text"
    )
    return Plan(id=more.pop("id", f"id-{name}"), tasks=tasks, sources=(source,), **more)


def entry(path: str, of: Plan | None, **more: Any) -> Entry:
    """What the ledger says of a file."""
    if of is None:
        return Entry(path=path, state=more.pop("state", "unreadable"), **more)
    state = more.pop("state", "ok" if of.tasks else "no-tasks")
    text = "|".join(one.text for one in of.tasks) or None
    known = {"plan": of.id, "text": text, "tasks": len(of.tasks), "sha256": of.sources[0].sha256}
    return Entry(path=path, state=state, **(known | more))


def folder(**files: Plan | None) -> Folder:
    """A folder of these files."""
    return Folder(tuple((entry(path, one), one) for path, one in files.items()))


def guan() -> Plan:
    """Three tasks, one of them with two owners, one without any."""
    return plan(
        "guan",
        task(1, "一", owners=(owner("县财政局", "finance"), owner("县审计局", "audit"))),
        task(2, "二", owners=(owner("县财政局", "finance"), owner("县财政局", "finance"))),
        task(3, "三", deadlines=(due("2022-06-30"), due("2022-06-01"), due("2022-12-31"))),
        year=2022,
        region=Region(name="冠县", code="371525", level="county"),
        doc_type="division",
        diagnostics=(remark("ZW301", reasons="x"), remark("ZW301", reasons="y")),
    )


def yang() -> Plan:
    """One task of another place, year and kind."""
    return plan(
        "yang",
        task(1, "四", owners=(owner("县财政局", "finance"),)),
        year=2021,
        region=Region(name="阳西县", code="441721", level="county"),
        doc_type="key_points",
    )
