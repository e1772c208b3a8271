"""The plans of a run put together in one file, a plan a line."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.batch.made import batch, plan_file
from zwgk_parse.batch.assembly import LINES, assembly
from zwgk_parse.batch.reading import OutFolder
from zwgk_parse.batch.store import LocalStore
from zwgk_parse.cli.group import zwgk
from zwgk_parse.errors import DamagedFileError

SAMPLES = Path(__file__).parents[2] / "samples"


def put_together(out: Path) -> bytes:
    """The plans that were converted into `out`, put together."""
    write = assembly("jsonl")
    assert write is not None
    write(LocalStore(out))
    return (out / LINES).read_bytes()


def test_a_plan_a_line_in_the_words_of_parse(tmp_path: Path) -> None:
    batch(tmp_path / "out", SAMPLES, form="jsonl")
    lines = put_together(tmp_path / "out").splitlines(keepends=True)
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
    (line,) = put_together(tmp_path / "out").splitlines()
    assert b'"tasks":[]' in line


def test_the_file_follows_its_inputs(tmp_path: Path) -> None:
    first, second = (
        plan_file(tmp_path / "in" / "a.txt"),
        plan_file(tmp_path / "in" / "b.txt", "年报"),
    )
    batch(tmp_path / "out", tmp_path / "in", form="jsonl")
    whole = put_together(tmp_path / "out")
    first.unlink()
    batch(tmp_path / "out", tmp_path / "in", form="jsonl")
    assert put_together(tmp_path / "out") == whole.splitlines(keepends=True)[1]
    second.unlink()
    batch(tmp_path / "out", tmp_path / "in", form="jsonl")
    assert put_together(tmp_path / "out") == b""


@pytest.mark.parametrize("change", ["gone", "torn"])
def test_a_plan_that_is_lost_is_told_and_made_again(change: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    plan_file(tmp_path / "in" / "a.txt")
    plan_file(tmp_path / "in" / "b.txt", "年报")
    batch(out, tmp_path / "in", form="jsonl")
    whole = put_together(out)
    (_, entry) = OutFolder(out).entries()
    kept = out / str(entry.output)
    if change == "gone":
        kept.unlink()
    else:
        kept.write_bytes(kept.read_bytes()[:40])
    with pytest.raises(DamagedFileError, match="it holds no plan any more"):
        put_together(out)
    # What stood there before still does.
    assert (out / LINES).read_bytes() == whole
    batch(out, tmp_path / "in", form="jsonl")
    assert put_together(out) == whole


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
