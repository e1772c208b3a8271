"""The Parquet tables of a run, read back by Arrow and by DuckDB."""

from __future__ import annotations

import csv
import datetime as dt
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import pyarrow.parquet as pq
import pytest

from tests.batch.made import batch, plan_file
from zwgk_parse.batch.convert import stored_text
from zwgk_parse.batch.entry import Entry
from zwgk_parse.batch.reading import OutFolder
from zwgk_parse.batch.record import LEDGER
from zwgk_parse.batch.stores.store import LocalStore
from zwgk_parse.batch.tables import parquet
from zwgk_parse.batch.tables.codebook import columns, names
from zwgk_parse.batch.tables.parquet import write_tables
from zwgk_parse.batch.tables.rows import rows_of
from zwgk_parse.errors import OutputError
from zwgk_parse.plan.model import (
    After,
    Attachment,
    Citation,
    Column,
    Deadline,
    Disclosure,
    DocumentNumber,
    Owner,
    Person,
    Plan,
    Region,
    Reporting,
    Section,
    SourceFile,
    Target,
    Task,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLES = Path(__file__).parents[2] / "samples"
SOURCE = SourceFile(name="a.txt", media_type="text/plain", sha256="0" * 64, reader="text")
PER_TASK = ("owners", "deadlines", "targets", "people", "columns")


def read(out: Path, name: str) -> list[dict[str, Any]]:
    """The rows of the table `name`."""
    rows: list[dict[str, Any]] = pq.read_table(out / "tables" / f"{name}.parquet").to_pylist()
    return rows


def written(out: Path, *plans: Plan, **known: Any) -> Path:
    """Tables of `plans` as if inputs `0`, `1` … had given them; `known` of their entries."""
    store = LocalStore(out)
    lines = []
    for number, plan in enumerate(plans):
        store.write(f"plans/{number}.json", stored_text(plan, "json"))
        entry = Entry(path=f"{number}", state="ok", output=f"plans/{number}.json", **known)
        lines.append(entry.line())
    store.replace(LEDGER, iter(lines))
    write_tables(store)
    return out


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("samples") / "out"
    batch(out, SAMPLES, form="parquet")
    return out


def test_every_table_has_a_row_for_each_thing_in_the_plans(samples: Path) -> None:
    plans = [plan for _, plan in OutFolder(samples).plans()]
    tasks = [task for plan in plans for task in plan.tasks]
    expected = {"plans": len(plans), "tasks": len(tasks)}
    expected |= {name: sum(len(getattr(task, name)) for task in tasks) for name in PER_TASK}
    for name in ("sections", "citations", "reporting", "attachments", "diagnostics"):
        expected[name] = sum(len(getattr(plan, name)) for plan in plans)
    assert {name: len(read(samples, name)) for name in names()} == expected
    assert expected["owners"] > expected["tasks"] > 100


def test_tables_join_in_another_program(samples: Path) -> None:
    with duckdb.connect() as database:
        for name in names():
            file = samples / "tables" / f"{name}.parquet"
            database.execute(f"CREATE VIEW {name} AS FROM read_parquet('{file}')")
        for name in PER_TASK:
            query = (
                f"SELECT count(*), (SELECT count(*) FROM {name})"  # noqa: S608
                f" FROM {name} JOIN tasks USING (path, plan_id, task_id)"
                " JOIN plans USING (path, plan_id)"
            )
            joined, every = database.execute(query).fetchone() or (0, 0)
            assert joined == every
        doubled = "SELECT count(*) - count(DISTINCT (path, task_id)) FROM tasks"
        assert database.execute(doubled).fetchone() == (0,)
        # What a researcher would ask: who leads most.
        query = (
            "SELECT canonical, count(*) FROM owners JOIN plans USING (path, plan_id)"
            " WHERE role = 'lead' AND year = 2022 GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1"
        )
        counts: dict[str, int] = {}
        for _, plan in OutFolder(samples).plans():
            for owner in (owner for task in plan.tasks for owner in task.owners):
                if plan.year == 2022 and owner.role == "lead":
                    counts[owner.canonical] = counts.get(owner.canonical, 0) + 1
        first = min(counts.items(), key=lambda one: (-one[1], one[0]))
        assert database.execute(query).fetchone() == first
        types = dict(
            database.execute("SELECT column_name, column_type FROM (DESCRIBE tasks)").fetchall()
        )
        assert types["due"] == "DATE"
        assert types["headings"] == "VARCHAR[]"


DAY = dt.date(2022, 6, 30)
NUMBER = DocumentNumber(raw="国办发〔2018〕117号", code="国办发", year=2018, number=117)
META = {"url": "https://a.example/1", "retrieved_on": "2023-01-02T10:00:00+08:00", "x": "y"}
DEADLINE = Deadline(
    kind="relative",
    raw="印发后20个工作日内",
    due_alternatives=(DAY,),
    after=After(event="印发", duration="P20D", working_days=True),
    origin="bracket",
)
TASK = Task(
    id="t1",
    number=1,
    label="1.",
    section="s1.1",
    text="公开预算。",
    owners=(Owner(name="县财政局", raw="财政局", canonical="县财政局", role="lead"),),
    owners_raw="财政局",
    deadlines=(DEADLINE,),
    due=DAY,
    targets=(Target(raw="达到100%", measure="公开率", comparator="=", value=100, unit="%"),),
    people=(Person(name="张三", role="leader", phone="123"),),
    columns=(Column(heading="备注", text="无"),),
    inherited=("owners",),
)
PLAN = Plan(
    id="国办发-2018-117",
    document_number=NUMBER,
    region=Region(name="阳西县", code="441721", level="county"),
    disclosure=Disclosure(raw="主动公开", value="proactive"),
    issued_on=DAY,
    addressees=("各镇", "各部门"),
    sections=(
        Section(id="s1", level=1, label="一、", title="总则"),
        Section(id="s1.1", parent="s1", level=2, title="预算"),
    ),
    tasks=(TASK,),
    citations=(Citation(title=None, document_number=NUMBER, task="t1"),),
    reporting=(Reporting(deadline=Deadline(kind="date", raw="6月底前", due=DAY), what="总结"),),
    attachments=(Attachment(label="附件1", title="清单", state="missing"),),
    sources=(SOURCE,),
)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("full")
    return written(out, PLAN, meta=META, size=9, earlier="ok-with-findings")


def test_what_is_known_of_an_input_and_its_plan(full: Path) -> None:
    (row,) = read(full, "plans")
    assert row["state"] == "ok-with-findings"
    assert row["url"] == META["url"]
    assert row["retrieved_on"] == dt.date(2023, 1, 2)
    assert row["retrieved_on_raw"] == META["retrieved_on"]
    assert row["manifest_region"] is None
    assert '"x": "y"' in row["manifest"]
    assert (row["document_number_raw"], row["document_number_number"]) == (NUMBER.raw, 117)
    assert (row["region"], row["region_code"], row["region_level"]) == (
        "阳西县",
        "441721",
        "county",
    )
    assert (row["disclosure_raw"], row["disclosure"]) == ("主动公开", "proactive")
    assert (row["issued_on"], row["printed_on"], row["infos"]) == (DAY, None, None)
    assert (row["addressees"], row["copied_to"]) == (["各镇", "各部门"], [])
    assert (row["size"], row["file"], row["tasks"], row["sections"]) == (9, "a.txt", 1, 2)


def test_the_values_are_those_of_the_task(full: Path) -> None:
    (row,) = read(full, "tasks")
    assert row["headings"] == ["一、总则", "预算"]
    assert (row["owners"], row["owners_raw"], row["due"]) == (1, "财政局", DAY)
    assert (row["inherited"], row["page"]) == (["owners"], None)
    keys = {"path": "0", "plan_id": PLAN.id, "task_id": "t1", "nth": 1}
    (row,) = read(full, "deadlines")
    assert row == keys | {
        "raw": "印发后20个工作日内",
        "kind": "relative",
        "due": None,
        "start": None,
        "due_alternatives": [DAY],
        "rrule": None,
        "times": None,
        "after_event": "印发",
        "after_duration": "P20D",
        "after_working_days": True,
        "origin": "bracket",
        "year_inferred": False,
    }
    assert read(full, "people") == [keys | {"name": "张三", "role": "leader", "phone": "123"}]
    assert read(full, "columns") == [keys | {"heading": "备注", "text": "无"}]
    (row,) = read(full, "targets")
    assert (row["value"], row["comparator"], row["measure"]) == (100.0, "=", "公开率")
    (row,) = read(full, "citations")
    assert (row["task_id"], row["title"], row["document_number_year"]) == ("t1", None, 2018)
    (row,) = read(full, "reporting")
    assert (row["what"], row["recipient"], row["due"], row["nth"]) == ("总结", None, DAY, 1)
    (row,) = read(full, "attachments")
    assert (row["label"], row["state"], row["href"]) == ("附件1", "missing", None)
    assert [row["parent"] for row in read(full, "sections")] == [None, "s1"]


def test_a_plan_without_anything(tmp_path: Path) -> None:
    out = written(tmp_path, Plan(id="x", sources=(SOURCE,)))
    assert [len(read(out, name)) for name in names()] == [1, *[0] * (len(names()) - 1)]
    (row,) = read(out, "plans")
    assert row["manifest"] is row["title"] is row["text_key"] is None


def test_no_plan_at_all(tmp_path: Path) -> None:
    write_tables(LocalStore(tmp_path))
    for name in names():
        table = pq.read_table(tmp_path / "tables" / f"{name}.parquet")
        assert table.num_rows == 0
        assert table.schema.names == [column.name for column in columns(name)]


def test_what_no_column_can_hold(tmp_path: Path) -> None:
    huge = Target(raw="10的30次方个", measure=None, comparator="=", value=10**30, unit="个")
    task = Task(id="t1", number=2**63, label="９", text="半个\ud800字", targets=(huge,))
    odd = SOURCE.model_copy(update={"name": "bad\udcff.txt"})
    out = written(tmp_path, Plan(id="x", addressees=("\udcff",), tasks=(task,), sources=(odd,)))
    (row,) = read(out, "plans")
    assert (row["file"], row["addressees"]) == ("bad\\udcff.txt", ["\\udcff"])
    (row,) = read(out, "tasks")
    assert (row["number"], row["label"], row["text"]) == (None, "９", "半个\\ud800字")
    assert read(out, "targets")[0]["value"] == 1e30


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_file_name_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    odd = os.fsdecode(os.fsencode(tmp_path / "in") + b"/bad\xff.txt")
    plan_file(tmp_path / "plain.txt").rename(odd)
    batch(tmp_path / "out", tmp_path / "in", form="parquet")
    (row,) = read(tmp_path / "out", "plans")
    assert row["path"].endswith("/in/bad\\xff.txt")
    assert {task["path"] for task in read(tmp_path / "out", "tasks")} == {row["path"]}


def files(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (out / "tables").iterdir()}


def test_the_same_plans_give_the_same_bytes(samples: Path, tmp_path: Path) -> None:
    # Converted anew elsewhere, and not converted anew: states and times of the run make no odds.
    batch(tmp_path / "out", SAMPLES, form="parquet")
    batch(tmp_path / "out", SAMPLES, form="parquet")
    assert files(tmp_path / "out") == files(samples)
    assert len(files(samples)) == len(names()) + 2


def test_rows_are_written_by_the_group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    most = 0

    def counting(self: parquet._Table, rows: list[dict[str, Any]]) -> None:
        nonlocal most
        add(self, rows)
        most = max(most, len(self._rows))

    add = parquet._Table.add
    monkeypatch.setattr(parquet._Table, "add", counting)
    monkeypatch.setattr(parquet, "_ROWS", 10)
    tasks = tuple(Task(id=f"t{number}", text="公开。") for number in range(4))
    out = written(tmp_path, *(Plan(id=f"{n}", tasks=tasks, sources=(SOURCE,)) for n in range(9)))
    table = pq.ParquetFile(out / "tables" / "tasks.parquet")
    assert [table.metadata.row_group(n).num_rows for n in range(table.num_row_groups)] == [
        12,
        12,
        12,
    ]
    assert [row["path"] for row in read(out, "tasks")] == [
        str(n) for n in range(9) for _ in range(4)
    ]
    assert most < 10


@pytest.mark.parametrize("step", ["__init__", "write_batch", "close"])
def test_a_table_that_cannot_be_written_leaves_the_old_ones(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = written(tmp_path, Plan(id="x", sources=(SOURCE,)))
    before = files(out)
    real = getattr(pq.ParquetWriter, step)

    def full(self: Any, *given: Any, **named: Any) -> None:
        # So Arrow words what the system tells it; what it has begun is there.
        real(self, *given, **named)
        raise OSError("Error writing bytes to file. Detail: [errno 28] No space left on device")

    monkeypatch.setattr(pq.ParquetWriter, step, full)
    told = re.escape("plans.part: cannot be written: No space left on device; choose")
    with pytest.raises(OutputError, match=told):
        written(tmp_path, Plan(id="y", sources=(SOURCE,)))
    monkeypatch.undo()
    assert files(out) == before
    assert list((out / ".zwgk" / "begun").iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="needs a device that is always full")
def test_a_disk_that_is_full_is_told_in_the_words_of_the_system(tmp_path: Path) -> None:
    (tmp_path / ".zwgk" / "begun").mkdir(parents=True)
    begun = tmp_path / ".zwgk" / "begun" / f"{os.getpid()}-plans.part"
    begun.symlink_to("/dev/full")
    with pytest.raises(OutputError, match=r"plans\.part: cannot be written: No space left on dev"):
        written(tmp_path, Plan(id="x", sources=(SOURCE,)))
    assert not os.path.lexists(begun)


def test_columns_are_explained_where_they_are(samples: Path) -> None:
    for name in names():
        schema = pq.read_schema(samples / "tables" / f"{name}.parquet")
        assert schema.names == [column.name for column in columns(name)]
        for column in columns(name):
            told = schema.field(column.name).metadata
            assert (told[b"en"].decode(), told[b"zh"].decode()) == (column.en, column.zh)
    with (samples / "tables" / "codebook.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = [(row["table"], row["column"], row["zh"]) for row in csv.DictReader(stream)]
    assert rows == [(name, one.name, one.zh) for name in names() for one in columns(name)]
    page = (samples / "tables" / "codebook.md").read_text(encoding="utf-8")
    assert all(one.en in page and one.zh in page for name in names() for one in columns(name))


def test_rows_have_the_columns_of_the_codebook(samples: Path) -> None:
    def found() -> Iterator[tuple[str, dict[str, Any]]]:
        for entry, plan in OutFolder(samples).plans():
            for name, rows in rows_of(entry, plan):
                yield from ((name, row) for row in rows)

    for name, row in found():
        assert list(row) == [column.name for column in columns(name)]
