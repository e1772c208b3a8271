"""Plans that nobody would write go into tables all the same: no value makes the writing fail."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zwgk_parse.batch.convert import stored_text
from zwgk_parse.batch.entry import Entry
from zwgk_parse.batch.record import LEDGER
from zwgk_parse.batch.stores.store import LocalStore
from zwgk_parse.batch.tables.parquet import write_tables
from zwgk_parse.plan.model import Citation, Deadline, DocumentNumber, Plan, SourceFile, Target, Task

if TYPE_CHECKING:
    import datetime as dt

# Halves of surrogate pairs are among them.
WORDS = st.text(st.characters(exclude_categories=()), max_size=6)
MAYBE = st.none() | WORDS
NUMBERS = st.none() | st.integers()
DAYS = st.none() | st.dates()
DEADLINES = st.builds(
    Deadline,
    kind=st.just("date"),
    raw=WORDS,
    due=DAYS,
    due_alternatives=st.lists(st.dates(), max_size=2).map(tuple),
    times=NUMBERS,
    provenance=st.just(()),
    after=st.none(),
)
TARGETS = st.builds(
    Target,
    raw=WORDS,
    measure=MAYBE,
    comparator=st.just("="),
    value=st.integers() | st.floats(allow_nan=False, allow_infinity=False),
    unit=WORDS,
    provenance=st.just(()),
)
TASKS = st.builds(
    Task,
    id=WORDS,
    number=NUMBERS,
    label=MAYBE,
    section=MAYBE,
    text=WORDS,
    deadlines=st.lists(DEADLINES, max_size=2).map(tuple),
    due=DAYS,
    targets=st.lists(TARGETS, max_size=2).map(tuple),
    owners=st.just(()),
    people=st.just(()),
    columns=st.just(()),
    inherited=st.lists(WORDS, max_size=2).map(tuple),
    provenance=st.just(()),
)
DOCUMENT_NUMBERS = st.builds(DocumentNumber, raw=WORDS, code=MAYBE, year=NUMBERS, number=NUMBERS)
CITATIONS = st.builds(
    Citation, title=MAYBE, document_number=st.none() | DOCUMENT_NUMBERS, task=MAYBE
)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """A plan whose values are what their types allow, and nothing more."""
    source = SourceFile(name=draw(WORDS), media_type="text/plain", sha256="0" * 64, reader="text")
    known: dict[str, Any] = {
        "id": draw(WORDS),
        "title": draw(MAYBE),
        "year": draw(NUMBERS),
        "issued_on": draw(DAYS),
        "document_number": draw(st.none() | DOCUMENT_NUMBERS),
        "addressees": tuple(draw(st.lists(WORDS, max_size=2))),
        "citations": tuple(draw(st.lists(CITATIONS, max_size=2))),
        "tasks": tuple(draw(st.lists(TASKS, max_size=3))),
    }
    return Plan(sources=(source,), **known)


@pytest.mark.slow
@given(st.lists(plans(), max_size=3))
@settings(max_examples=40, deadline=None)
def test_any_plans_become_tables(found: list[Plan]) -> None:
    with TemporaryDirectory() as folder:
        store = LocalStore(Path(folder))
        lines = []
        for nth, plan in enumerate(found):
            store.write(f"plans/{nth}.json", stored_text(plan, "json"))
            lines.append(Entry(path=f"{nth}", state="ok", output=f"plans/{nth}.json").line())
        store.replace(LEDGER, iter(lines))
        write_tables(store)
        tables = store.root / "tables"
        tasks = [task for plan in found for task in plan.tasks]
        rows = pq.read_table(tables / "tasks.parquet").to_pylist()
        assert [row["due"] for row in rows] == [task.due for task in tasks]
        assert [row["number"] for row in rows] == [_kept(task.number) for task in tasks]
        rows = pq.read_table(tables / "deadlines.parquet").to_pylist()
        days: list[list[dt.date]] = [row["due_alternatives"] for row in rows]
        assert days == [list(one.due_alternatives) for task in tasks for one in task.deadlines]
        rows = pq.read_table(tables / "targets.parquet").to_pylist()
        assert [row["value"] for row in rows] == [
            float(one.value) for task in tasks for one in task.targets
        ]


def _kept(number: int | None) -> int | None:
    return number if number is not None and -(2**63) <= number < 2**63 else None
