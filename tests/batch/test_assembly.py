"""The plans of a run put together in one file, a plan a line."""

from __future__ import annotations

import sys
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING, Any, cast

import pytest
from click.testing import CliRunner

from tests.batch.made import batch, plan_file
from zwgk_parse.batch.reading import OutFolder
from zwgk_parse.batch.stores.store import LocalStore
from zwgk_parse.batch.tables.assembly import LINES, assembly, write_lines
from zwgk_parse.cli.group import zwgk
from zwgk_parse.errors import DamagedFileError, OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.batch.stores.store import Store

SAMPLES = Path(__file__).parents[2] / "samples"


def lines_in(out: Path) -> list[bytes]:
    """The lines that the batch into `out` has put together."""
    return (out / LINES).read_bytes().splitlines(keepends=True)


def test_a_plan_a_line_in_the_words_of_parse(tmp_path: Path) -> None:
    batch(tmp_path / "out", SAMPLES, form="jsonl")
    lines = lines_in(tmp_path / "out")
    paths = [entry.path for entry in OutFolder(tmp_path / "out").entries()]
    assert len(lines) == len(paths) == len(list(SAMPLES.iterdir()))
    for path, line in zip(paths, lines, strict=True):
        alone = CliRunner().invoke(zwgk, ["parse", "--format", "jsonl", path])
        assert alone.stdout_bytes == line


def test_inputs_without_a_plan_have_no_line_and_those_without_tasks_have(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    (tmp_path / "in" / "empty.txt").write_text("没有任务。", encoding="utf-8")
    batch(tmp_path / "out", tmp_path / "in", form="jsonl")
    (line,) = lines_in(tmp_path / "out")
    assert b'"tasks":[]' in line


def test_the_file_follows_its_inputs(tmp_path: Path) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    first, second = plan_file(source / "a.txt"), plan_file(source / "b.txt", "年报")
    (source / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    batch(out, source, form="jsonl")
    whole = lines_in(out)
    first.unlink()
    batch(out, source, form="jsonl")
    assert lines_in(out) == whole[1:]
    second.unlink()
    batch(out, source, form="jsonl")
    assert lines_in(out) == []


@pytest.mark.parametrize("change", ["gone", "torn"])
def test_a_plan_that_is_lost_is_told_and_made_again(change: str, tmp_path: Path) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    plan_file(source / "a.txt")
    plan_file(source / "b.txt", "年报")
    batch(out, source, form="jsonl")
    whole = lines_in(out)
    (_, entry) = OutFolder(out).entries()
    kept = out / str(entry.output)
    if change == "gone":
        kept.unlink()
    else:
        kept.write_bytes(kept.read_bytes()[:40])
    with pytest.raises(DamagedFileError, match="it holds no plan any more"):
        write_lines(LocalStore(out))
    # What stood there before still does.
    assert lines_in(out) == whole
    batch(out, source, form="jsonl")
    assert lines_in(out) == whole


def test_a_run_that_failed_when_it_put_plans_together_goes_on_from_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    plan_file(source / "a.txt")

    def full(self: LocalStore, name: str, lines: Iterator[bytes]) -> None:
        if name == LINES:
            raise OutputError(name, "No space left on device")
        replace(self, name, lines)

    replace = LocalStore.replace
    monkeypatch.setattr(LocalStore, "replace", full)
    with pytest.raises(OutputError):
        batch(out, source, form="jsonl")
    assert OutFolder(out).record().how == "failed"
    monkeypatch.undo()
    summary = batch(out, source, form="jsonl")
    # The entry is that of the run before: nothing was converted again.
    assert (summary.states, len(lines_in(out))) == ({"ok": 1}, 1)
    assert [entry.tries for entry in OutFolder(out).entries()] == [1]


class Slow:
    """A store that is no disk: it answers late, and counts how many it answers at once."""

    def __init__(self, store: LocalStore) -> None:
        self._store = store
        self._asked = self.most = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def read(self, name: str) -> bytes:
        self._asked += 1
        self.most = max(self.most, self._asked)
        # Those that are asked first answer last.
        sleep(0.02 if "1" in name else 0.01)
        self._asked -= 1
        return self._store.read(name)


def test_plans_in_an_object_store_are_fetched_many_at_once_and_keep_their_order(
    tmp_path: Path,
) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    for number in range(70):
        plan_file(source / f"{number}.txt", f"指南{number}")
    batch(out, source, form="jsonl")
    whole = lines_in(out)
    slow = Slow(LocalStore(out))
    write_lines(cast("Store", slow))
    assert lines_in(out) == whole
    assert len(whole) == 70
    assert 1 < slow.most <= 16
    (out / ".zwgk" / "plans" / "7.txt.json.gz").unlink()
    with pytest.raises(DamagedFileError, match="it holds no plan any more"):
        write_lines(cast("Store", slow))


def test_json_is_not_put_together() -> None:
    assert assembly("json") is None


def test_an_extra_that_is_missing_is_told_before_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    source = plan_file(tmp_path / "a.txt")
    arguments = ["batch", str(source), "-o", str(tmp_path / "out"), "--format", "parquet"]
    told = CliRunner().invoke(zwgk, arguments)
    assert told.exit_code == 3
    assert 'python -m pip install "zwgk-parse[parquet]"' in told.stderr
    assert len(told.stderr.splitlines()) == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.slow
def test_the_command_puts_plans_together(tmp_path: Path) -> None:
    source = plan_file(tmp_path / "a.txt")
    arguments = ["batch", str(source), "-o", str(tmp_path / "out"), "--format", "jsonl"]
    assert CliRunner().invoke(zwgk, arguments).exit_code == 0
    alone = CliRunner().invoke(zwgk, ["parse", "--format", "jsonl", str(source)])
    assert (tmp_path / "out" / LINES).read_bytes() == alone.stdout_bytes
