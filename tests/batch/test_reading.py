"""What a batch has written is read back, whatever its format and however it ended."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from tests.batch.made import batch, plan_file
from zwgk_parse.batch.reading import OutFolder
from zwgk_parse.batch.record import LEDGER, read_record, write_record
from zwgk_parse.batch.stores.store import LocalStore
from zwgk_parse.batch.work import FORMATS
from zwgk_parse.errors import ReadError
from zwgk_parse.pipeline import parse

if TYPE_CHECKING:
    from pathlib import Path

    from zwgk_parse.batch.entry import Entry
    from zwgk_parse.batch.work import Format


@pytest.fixture
def notices(tmp_path: Path) -> Path:
    plan_file(tmp_path / "in" / "a.txt")
    plan_file(tmp_path / "in" / "b.txt", "政策解读")
    (tmp_path / "in" / "empty.txt").write_text("没有任务。", encoding="utf-8")
    (tmp_path / "in" / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    return tmp_path / "in"


def running(out: Path) -> None:
    """Let the folder look as if its run had not ended."""
    store = LocalStore(out)
    record = read_record(store, str(out))
    assert record is not None
    write_record(store, record.model_copy(update={"how": "running"}))


@pytest.mark.parametrize("form", FORMATS)
def test_plans_are_those_of_parse_in_every_format(
    form: Format, notices: Path, tmp_path: Path
) -> None:
    batch(tmp_path / "out", notices, form=form)
    folder = OutFolder(tmp_path / "out")
    assert folder.record().format == form
    assert [(entry.path.rpartition("/")[2], entry.state) for entry in folder.entries()] == [
        ("a.txt", "ok"),
        ("b.txt", "ok"),
        ("broken.pdf", "unreadable"),
        ("empty.txt", "no-tasks"),
    ]
    found = {entry.path: plan for entry, plan in folder.plans()}
    expected = [notices / name for name in ("a.txt", "b.txt", "empty.txt")]
    assert found == {path.as_posix(): parse(path).value for path in expected}


def test_the_last_line_of_an_input_holds_as_long_as_the_run_goes_on(
    notices: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    batch(out, notices)
    ledger = out / LEDGER
    first, second, *rest = ledger.read_bytes().splitlines(keepends=True)
    again = first.replace(b'"state":"ok"', b'"state":"timed-out"')
    ledger.write_bytes(b"".join((first, b"{no entry}\n", second, *rest, again, second[:40])))
    running(out)
    damaged: list[int] = []
    states = [entry.state for entry in OutFolder(out, damaged=damaged.append).entries()]
    # The torn last line is what a killed process leaves, and no damage.
    assert (states, damaged) == (["timed-out", "ok", "unreadable", "no-tasks"], [2])


def test_plans_that_are_gone_or_damaged_are_told(notices: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    batch(out, notices, form="jsonl")
    entries = {entry.path.rpartition("/")[2]: entry for entry in OutFolder(out).entries()}
    gone, torn, other = (str(entries[name].output) for name in ("a.txt", "b.txt", "empty.txt"))
    (out / gone).unlink()
    (out / torn).write_bytes((out / torn).read_bytes()[:-20])
    (out / other).write_bytes(b'{"id": 1}')
    missing: list[Entry] = []
    assert list(OutFolder(out, missing=missing.append).plans()) == []
    assert [entry.output for entry in missing] == [gone, torn, other]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_file_name_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    odd = os.fsencode(tmp_path / "in") + b"/bad\xff.txt"
    plain = plan_file(tmp_path / "plain.txt")
    plain.rename(os.fsdecode(odd))
    batch(tmp_path / "out", tmp_path / "in")
    ((entry, plan),) = OutFolder(tmp_path / "out").plans()
    assert entry.path.endswith("/bad\\xff.txt")
    assert plan.sources[0].name == "bad\udcff.txt"


def test_a_folder_that_no_batch_wrote_to(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="there is no output of a batch"):
        OutFolder(tmp_path / "none").record()
    (tmp_path / "letter.txt").touch()
    with pytest.raises(ReadError, match=r"letter\.txt.*no batch wrote it"):
        list(OutFolder(tmp_path).entries())
    (tmp_path / ".zwgk").mkdir()
    (tmp_path / ".zwgk" / "run.json").write_text("torn", encoding="utf-8")
    with pytest.raises(ReadError, match=r"run\.json in it is damaged"):
        OutFolder(str(tmp_path)).record()
