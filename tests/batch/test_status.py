"""How far a batch is: of each kind of folder that a batch may leave, or be at work in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.batch.running import Direct, Heard, Killed, batch, ledger, write
from zwgk_parse.batch.entry import Entry
from zwgk_parse.batch.inputs import Choice
from zwgk_parse.batch.ledger import last_of
from zwgk_parse.batch.record import is_locked, locked
from zwgk_parse.batch.session import Spec, run_batch
from zwgk_parse.batch.status import status
from zwgk_parse.batch.stores.store import LocalStore
from zwgk_parse.batch.work import Work
from zwgk_parse.errors import NoInputError, OutputError

if TYPE_CHECKING:
    from pathlib import Path

    from zwgk_parse.batch.status import Status
    from zwgk_parse.batch.stores.store import Store


def _status(out: Path, *, held: bool | None = False) -> Status | None:
    return status(LocalStore(out), "out", locked=held, see=lambda _: None)


def _recorded(out: Path, **changed: object) -> None:
    path = out / ".zwgk" / "run.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | changed), encoding="utf-8")


def test_no_batch(tmp_path: Path) -> None:
    assert _status(tmp_path / "none") is None
    assert _status(tmp_path) is None
    listing = _status(tmp_path, held=True)
    assert listing is not None
    assert (listing.how, listing.inputs, listing.is_well) == ("listing", None, True)
    (tmp_path / "mine.txt").write_text("x", encoding="utf-8")
    with pytest.raises(OutputError, match="no batch wrote it"):
        _status(tmp_path)


def test_a_finished_one(tmp_path: Path) -> None:
    write(tmp_path / "in", "a.txt", "b.txt")
    (tmp_path / "in" / "empty.txt").write_bytes(b"x")
    summary = batch(tmp_path / "out", tmp_path / "in").summary
    found = _status(tmp_path / "out")
    assert found is not None
    assert (found.how, found.inputs, found.done) == ("finished", 3, 3)
    assert found.summary.states == summary.states == {"ok": 2, "no-tasks": 1}
    assert found.summary.tasks == summary.tasks
    assert (found.summary.complete, found.remaining, found.is_well) == (True, None, False)
    # Another process is at it again, and has not found all its files.
    again = _status(tmp_path / "out", held=True)
    assert again is not None
    assert again.how == "listing"


def test_one_that_runs_and_one_that_was_killed(tmp_path: Path) -> None:
    write(tmp_path / "in", *(f"{number}.txt" for number in range(6)))
    with pytest.raises(Killed):
        batch(tmp_path / "out", tmp_path / "in", killed_after=2)
    # A run of this hour, which four seconds ago began.
    with (tmp_path / "out" / "ledger.jsonl").open("ab") as stream:
        stream.write(b'{"path": "torn')
    running, killed = _status(tmp_path / "out", held=True), _status(tmp_path / "out")
    assert running is not None
    assert killed is not None
    assert (running.how, running.inputs, running.done) == ("running", 6, 2)
    assert (running.damaged, running.is_well, running.is_under_way) == (0, True, True)
    assert (killed.how, killed.is_well, killed.remaining) == ("killed", False, None)
    _recorded(
        tmp_path / "out", begun="2020-01-01T00:00:00+08:00", ended="2020-01-01T00:00:04+08:00"
    )
    slow = _status(tmp_path / "out", held=True)
    assert slow is not None
    assert (slow.rate, slow.remaining) == (0.5, 8.0)
    # What the run found done is no work of it.
    _recorded(tmp_path / "out", taken=1)
    resumed = _status(tmp_path / "out", held=True)
    assert resumed is not None
    assert (resumed.rate, resumed.remaining) == (0.25, 16.0)
    # Where nobody can know whether a process is at it, its word is taken.
    unknown = _status(tmp_path / "out", held=None)
    assert unknown is not None
    assert unknown.how == "running"


def test_damaged_lines_are_counted_and_times_that_are_none_are_no_rate(tmp_path: Path) -> None:
    write(tmp_path / "in", "a.txt")
    batch(tmp_path / "out", tmp_path / "in")
    path = tmp_path / "out" / "ledger.jsonl"
    path.write_bytes(b"rubbish\n\n" + path.read_bytes())
    _recorded(tmp_path / "out", begun="yesterday")
    found = _status(tmp_path / "out")
    assert found is not None
    assert (found.damaged, found.done, found.rate) == (1, 1, None)


def test_the_last_word_of_an_input_counts() -> None:
    first, last = Entry(path="a", state="unreadable"), Entry(path="a", state="ok")
    other = Entry(path="b", state="ok")
    assert list(last_of([first, other, last])) == [last, other]
    assert list(last_of([])) == []


def test_whether_somebody_writes_is_seen_without_a_trace(tmp_path: Path) -> None:
    assert not is_locked(tmp_path)
    assert list(tmp_path.iterdir()) == []
    lock = locked(tmp_path)
    assert is_locked(tmp_path)
    with pytest.raises(OutputError, match="another batch is writing to it"):
        locked(tmp_path)
    lock.release()
    assert not is_locked(tmp_path)


def test_a_batch_over_nothing_leaves_what_was_written(tmp_path: Path) -> None:
    write(tmp_path / "in", "a.txt")
    before = batch(tmp_path / "out", tmp_path / "in").entries
    (tmp_path / "in" / "a.txt").unlink()
    with pytest.raises(NoInputError, match="stays as it is"):
        batch(tmp_path / "out", tmp_path / "in")
    assert ledger(tmp_path / "out") == before
    found = _status(tmp_path / "out")
    assert found is not None
    assert found.how == "finished"


def test_an_interrupt_while_plans_are_put_together(tmp_path: Path) -> None:
    write(tmp_path / "in", "a.txt", "b.txt")
    store, names, heard = LocalStore(tmp_path / "out"), (str(tmp_path / "in"),), Heard()
    work = Work(store, format="jsonl")

    def interrupted(_: Store) -> None:
        raise KeyboardInterrupt

    spec = Spec(names, Choice(), work, "out", names, assemble=interrupted)
    with pytest.raises(KeyboardInterrupt):
        run_batch(spec, Direct, heard)
    broken = _status(tmp_path / "out")
    assert broken is not None
    assert (broken.how, broken.done, broken.is_well) == ("interrupted", 2, False)
    # The same call has nothing to convert, and puts them together.
    put: list[int] = []
    spec = spec._replace(
        assemble=lambda store: put.append(sum(1 for _ in store.lines("ledger.jsonl")))
    )
    again = Direct(work)
    summary = run_batch(spec, lambda _: again, heard)
    assert (again.seen, put, summary.states) == ([], [2], {"ok": 2})
    assert heard.resumed == 2
