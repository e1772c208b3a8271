"""Object stores as source and as output folder, against a server that speaks S3."""

from __future__ import annotations

import importlib
import json
import os
import sys
import time
from itertools import islice
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from tests.batch.running import Direct, Heard, Killed, batch, plans, program, same, write
from zwgk_parse.batch.content import content
from zwgk_parse.batch.inputs import Choice, Input
from zwgk_parse.batch.ledger import entries_of
from zwgk_parse.batch.session import Spec, run_batch
from zwgk_parse.batch.sources import inputs_of
from zwgk_parse.batch.stores import remote, remote_store
from zwgk_parse.batch.stores.named import store_at
from zwgk_parse.batch.stores.store import LocalStore
from zwgk_parse.batch.work import Work
from zwgk_parse.cli import main
from zwgk_parse.cli.group import zwgk
from zwgk_parse.errors import (
    LimitExceededError,
    MissingExtraError,
    OutputError,
    ReadError,
    StoreError,
    UnsupportedFormatError,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from click.testing import Result

    from zwgk_parse.batch.entry import Entry
    from zwgk_parse.batch.tally import Summary

pytest.importorskip("s3fs")
pytest.importorskip("moto")
BUCKET = "notices"
MOST = 1 << 20
NAMES = ("a.txt", "附件/附件1.txt", "b-c/d.txt", "b/😀 #?%25.txt", "z.bin")


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    """The address of a server that speaks S3, on this machine."""
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def s3(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A file system of that server with an empty bucket."""
    reached(monkeypatch, endpoint)
    files = remote.place(f"s3://{BUCKET}").files
    files.mkdir(BUCKET)
    yield files
    files.rm(BUCKET, recursive=True)
    forget()


def reached(monkeypatch: pytest.MonkeyPatch, endpoint: str) -> None:
    """Let the S3 that programs reach be the one at `endpoint`."""
    access = {"ACCESS_KEY_ID": "k", "SECRET_ACCESS_KEY": "s", "DEFAULT_REGION": "us-east-1"}
    for name, value in {**access, "ENDPOINT_URL": endpoint, "MAX_ATTEMPTS": "1"}.items():
        monkeypatch.setenv(f"AWS_{name}", value)
    forget()


def forget() -> None:
    """Let file systems be made anew: they keep the address that they have."""
    import s3fs

    remote._files.cache_clear()
    s3fs.S3FileSystem.clear_instance_cache()


def uploaded(s3: Any, folder: Path, place: str) -> None:
    """Put all files below `folder` to `place` in the bucket."""
    for path in folder.rglob("*"):
        if path.is_file():
            s3.put_file(str(path), f"{BUCKET}/{place}/{path.relative_to(folder).as_posix()}")


def run(out: str, *sources: str, most: int | None = None) -> tuple[Summary, Direct]:
    """Convert `sources` into `out` in this process; it is as good as killed after `most` jobs."""
    work = Work(store_at(out))
    engine = Direct(work, most)
    spec = Spec(sources, Choice(without=(out,)), work, out, sources)
    return run_batch(spec, lambda _: engine, Heard()), engine


def ledger(out: str) -> dict[str, Entry]:
    """The entries of a ledger, by the paths of their inputs below `in`."""
    found = list(entries_of(store_at(out).lines("ledger.jsonl")))
    return {entry.path.partition("/in/")[2]: entry for entry in found}


def facts(entry: Entry) -> dict[str, object]:
    """What an entry says, wherever its input and its plan are."""
    left_out = {"path", "output", "stamp", "copy_of"}
    return same(entry).model_dump(exclude=left_out)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of plans, with a copy, hidden files, and files that have none."""
    below = tmp_path / "in"
    write(below, *NAMES)
    (below / "copy.txt").write_bytes((below / "a.txt").read_bytes())
    (below / "z.bin").write_bytes(b"\x00\x01\x02")
    (below / "empty.txt").write_bytes(b"")
    write(below, ".hidden.txt", ".git/a.txt", "~$a.docx")
    return below


@pytest.mark.parametrize(
    ("source", "out"),
    [
        pytest.param(f"s3://{BUCKET}/in", f"s3://{BUCKET}/out", id="in and out"),
        pytest.param(f"s3://{BUCKET}/in/", "out", id="in"),
        pytest.param("in", f"s3://{BUCKET}/out/", id="out"),
    ],
)
def test_a_store_gives_what_a_folder_gives(
    s3: Any, folder: Path, source: str, out: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    uploaded(s3, folder, "in")
    local = batch(folder.parent / "local", folder)
    summary, _ = run(out, source)
    assert summary.complete
    assert set(summary.states) == {"ok", "ok-with-findings", "unsupported", "unreadable"}
    assert summary.states == local.summary.states
    here, there = ledger(str(folder.parent / "local")), ledger(out) if source != "in" else {}
    if source == "in":
        there = {
            entry.path.removeprefix("in/"): entry
            for entry in entries_of(store_at(out).lines("ledger.jsonl"))
        }
    assert {path: facts(entry) for path, entry in there.items()} == {
        path: facts(entry) for path, entry in here.items()
    }
    assert there["copy.txt"].copy_of or there["a.txt"].copy_of
    store, known = store_at(out), plans(folder.parent / "local")
    for path, entry in there.items():
        if entry.output is not None:
            assert store.read(entry.output) == known[str(here[path].output)], path
    assert json.loads(store.read("summary.json"))["inputs"] == 7
    assert json.loads(store.read(".zwgk/run.json"))["how"] == "finished"


@pytest.mark.slow
def test_the_command_takes_addresses(s3: Any, folder: Path) -> None:
    uploaded(s3, folder, "in")
    done = program(f"s3://{BUCKET}/in", "-o", f"s3://{BUCKET}/out", "--jobs", "2")
    assert done.returncode == 1, done.stderr
    assert json.loads(s3.cat_file(f"{BUCKET}/out/summary.json"))["inputs"] == 7
    assert {entry.state for entry in ledger(f"s3://{BUCKET}/out").values()} == {
        *("ok", "ok-with-findings", "unsupported", "unreadable")
    }
    assert sorted(s3.ls(f"{BUCKET}/out/.zwgk", detail=False)) == [f"{BUCKET}/out/.zwgk/run.json"]


def test_commands_that_read_a_batch_take_addresses(s3: Any, folder: Path) -> None:
    uploaded(s3, folder, "in")
    out = f"s3://{BUCKET}/out"
    run(out, f"s3://{BUCKET}/in")

    def told(*arguments: str) -> Result:
        return CliRunner().invoke(zwgk, arguments, env={"ZWGK_LANG": "en"})

    status = json.loads(told("batch-status", out, "-f", "json").stdout)
    assert (status["how"], status["done"]) == ("finished", 7)
    assert f"s3://{BUCKET}/in/a.txt" in told("batch-status", out, "-f", "csv").stdout
    states = json.loads(told("stats", out, "--by", "state", "-f", "json").stdout)
    assert sum(row["files"] for row in states["tables"]["state"]["rows"]) == 7
    sample = told("sample", out, "-n", "1")
    assert sample.exit_code == 0, sample.stderr
    # Read again from the store: what is printed stands beside the task.
    assert "no passage" not in sample.stderr
    for command in ("batch-status", "stats", "sample"):
        none = told(command, f"s3://{BUCKET}/none")
        assert (none.exit_code, none.stderr.count("\n")) == (3, 1), none.stderr
        assert f"s3://{BUCKET}/none: there is no" in none.stderr
        web = told(command, "https://www.example.gov.cn/out")
        assert web.exit_code == 3
        assert "it is a web address" in web.stderr
        assert "cannot be written" not in web.stderr


def test_what_has_not_changed_is_not_read(
    s3: Any, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    uploaded(s3, folder, "in")
    out = f"s3://{BUCKET}/out"
    first, _ = run(out, f"s3://{BUCKET}/in")
    s3.pipe_file(f"{BUCKET}/in/附件/附件1.txt", b"another")
    read = []

    def fetched(given: Input, _: int) -> bytes:
        read.append(given.path)
        return b"text"

    monkeypatch.setattr(remote, "fetched", fetched)
    summary, engine = run(out, f"s3://{BUCKET}/in")
    assert read == [f"s3://{BUCKET}/in/附件/附件1.txt"] == [job.given.path for job in engine.seen]
    assert summary.states == {"no-tasks": 1, "skipped-unchanged": 6}
    assert summary.holds["ok"] == first.holds["ok"] - 1


def test_a_plan_that_is_gone_is_made_again(s3: Any, folder: Path) -> None:
    uploaded(s3, folder, "in")
    out = f"s3://{BUCKET}/out"
    run(out, f"s3://{BUCKET}/in")
    s3.rm_file(f"{BUCKET}/out/plans/b-c/d.txt.json")
    _, engine = run(out, f"s3://{BUCKET}/in")
    assert [job.given.name for job in engine.seen] == ["d.txt"]
    assert store_at(out).size("plans/b-c/d.txt.json")


def test_a_run_that_was_killed_goes_on(
    s3: Any, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote_store, "SECONDS", 0.01)
    uploaded(s3, folder, "in")
    out, undisturbed = f"s3://{BUCKET}/out", f"s3://{BUCKET}/undisturbed"
    run(undisturbed, f"s3://{BUCKET}/in")
    with pytest.raises(Killed):
        run(out, f"s3://{BUCKET}/in", most=3)
    # As it is where nobody was there to write that the run ended.
    record = json.loads(s3.cat_file(f"{BUCKET}/out/.zwgk/run.json"))
    s3.pipe_file(f"{BUCKET}/out/.zwgk/run.json", json.dumps({**record, "how": "running"}).encode())
    done = len(ledger(out))
    assert done >= 3
    _, engine = run(out, f"s3://{BUCKET}/in")
    assert len(engine.seen) == 7 - done
    assert [facts(entry) for entry in ledger(out).values()] == [
        facts(entry) for entry in ledger(undisturbed).values()
    ]


def test_what_is_written_is_no_input(s3: Any, folder: Path) -> None:
    uploaded(s3, folder, "in")
    out = f"s3://{BUCKET}/in/out"
    run(out, f"s3://{BUCKET}/in")
    summary, _ = run(out, f"s3://{BUCKET}/in")
    assert summary.inputs == 7


def test_pages_of_a_list(s3: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "PAGE", 2)
    monkeypatch.setattr(remote_store, "PAGE", 2)
    names = ["a/1.txt", "a-b.txt", "a.txt", "a0.txt", "中/1.txt", "中/2.txt", "中.txt"]
    for name in names:
        s3.pipe_file(f"{BUCKET}/plans/{name}", name.encode())
    s3.pipe_file(f"{BUCKET}/plans/folder/", b"")
    s3.pipe_file(f"{BUCKET}/plans-too/x.txt", b"")
    found = [one.path for one in inputs_of([f"s3://{BUCKET}/plans"], Choice())]
    assert found == sorted((f"s3://{BUCKET}/plans/{name}" for name in names), key=str.encode)
    store = store_at(f"s3://{BUCKET}")
    asked = [*sorted(names), "nothing.txt", *names, "zz.txt"]
    sizes = [store.size(f"plans/{name}") for name in asked]
    assert sizes == [len(name.encode()) if name in names else None for name in asked]


def test_patterns_choose_among_objects(s3: Any, folder: Path) -> None:
    uploaded(s3, folder, "in")
    choice = Choice(include=("*.txt",), exclude=("b-c", "b/*"))
    found = [one.parts for one in inputs_of([f"s3://{BUCKET}/in"], choice)]
    assert found == [("a.txt",), ("copy.txt",), ("empty.txt",), ("附件", "附件1.txt")]


def test_one_object_by_its_address(s3: Any, folder: Path) -> None:
    uploaded(s3, folder, "in")
    (one,) = inputs_of([f"s3://{BUCKET}/in/附件/附件1.txt"], Choice())
    assert one.parts == ("in", "附件", "附件1.txt")
    assert content(one, MOST) == (folder / "附件/附件1.txt").read_bytes()


def test_stamps_are_the_same_where_contents_are_known_to_be(s3: Any) -> None:
    for name, data in (("a", b"1"), ("b", b"1"), ("c", b"2")):
        s3.pipe_file(f"{BUCKET}/in/{name}", data)
    for name in ("x", "y"):
        # In parts: what the store says of it then is no digest of the content.
        upload = s3.call_s3("create_multipart_upload", Bucket=BUCKET, Key=f"in/{name}")
        known = {"Bucket": BUCKET, "Key": f"in/{name}", "UploadId": upload["UploadId"]}
        part = s3.call_s3("upload_part", **known, PartNumber=1, Body=b"many")
        parts = {"Parts": [{"PartNumber": 1, "ETag": part["ETag"]}]}
        s3.call_s3("complete_multipart_upload", **known, MultipartUpload=parts)
    a, b, c, x, y = (str(one.stamp) for one in inputs_of([f"s3://{BUCKET}/in"], Choice()))
    assert a == b
    assert len({a, c, x, y}) == 4
    again = [one.stamp for one in inputs_of([f"s3://{BUCKET}/in"], Choice())]
    assert again == [a, b, c, x, y]
    *_, last = inputs_of([f"s3://{BUCKET}/in"], Choice())
    assert content(last, MOST) == b"many"


def test_objects_that_cannot_be_had(s3: Any) -> None:
    for name in ("gone.txt", "large.txt", "other.txt", "same-size.txt", "a.zip"):
        s3.pipe_file(f"{BUCKET}/in/{name}", b"1234")
    found = {one.name: one for one in inputs_of([f"s3://{BUCKET}/in"], Choice())}
    s3.rm_file(f"{BUCKET}/in/gone.txt")
    s3.pipe_file(f"{BUCKET}/in/other.txt", b"123")
    s3.pipe_file(f"{BUCKET}/in/same-size.txt", b"4321")
    with pytest.raises(ReadError, match=r"in/gone\.txt: there is no such object"):
        content(found["gone.txt"], MOST)
    for name in ("other.txt", "same-size.txt"):
        with pytest.raises(ReadError, match="changed after it was listed; run again"):
            content(found[name], MOST)
    with pytest.raises(LimitExceededError, match="more than the 3 bytes"):
        content(found["large.txt"], 3)
    assert content(found["large.txt"], 4) == b"1234"
    with pytest.raises(UnsupportedFormatError, match="archives in an object store"):
        content(found["a.zip"], MOST)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (f"s3://{BUCKET}/nothing", "there is no such object, and none below it"),
        (f"s3://{BUCKET}/nothing/", "there is no such object, and none below it"),
        ("s3://no-such-bucket/in", "The specified bucket does not exist"),
    ],
)
def test_a_source_that_is_not_there_is_an_input_without_a_plan(
    s3: Any, tmp_path: Path, source: str, reason: str
) -> None:
    summary, _ = run(str(tmp_path / "out"), source)
    assert summary.states == {"unreadable": 1}
    (entry,) = entries_of(LocalStore(tmp_path / "out").lines("ledger.jsonl"))
    assert reason in str(entry.reason)
    assert "\n" not in str(entry.reason)


@pytest.mark.slow
def test_a_bucket_that_is_not_there_cannot_be_written_to(s3: Any, tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    done = program(*(tmp_path / "a.txt", "-o", "s3://no-such-bucket/out", "--progress", "none"))
    assert done.returncode == 3
    *_, line = done.stderr.splitlines()
    assert "s3://no-such-bucket/out" in line
    assert "cannot be written: The specified bucket does not exist" in line


def test_a_refusal_is_told(s3: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    s3.pipe_file(f"{BUCKET}/in/a.txt", b"1")
    (one,) = inputs_of([f"s3://{BUCKET}/in"], Choice())

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError("Access Denied")

    monkeypatch.setattr(s3, "cat_file", refuse)
    monkeypatch.setattr(s3, "call_s3", refuse)
    monkeypatch.setattr(s3, "pipe_file", refuse)
    with pytest.raises(ReadError, match=r"does not give it \(Access Denied\); check your perm"):
        content(one, MOST)
    (source,) = inputs_of([f"s3://{BUCKET}/in"], Choice())
    assert source.trouble == "the store does not give it (Access Denied)"
    store = store_at(f"s3://{BUCKET}/out")
    with pytest.raises(OutputError, match=r"out/a\.json: cannot be written: Access Denied"):
        store.write("a.json", b"1")
    with pytest.raises(ReadError, match="Access Denied; check your permissions"):
        store.read("a.json")


def test_a_store_that_does_not_answer_ends_the_batch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import s3fs

    reached(monkeypatch, "http://127.0.0.1:9")
    monkeypatch.setattr(s3fs.S3FileSystem, "retries", 1)
    out = str(tmp_path / "out")
    with pytest.raises(StoreError, match="the store does not answer: Could not connect"):
        list(inputs_of(["s3://bucket/in"], Choice()))
    monkeypatch.setattr(
        "zwgk_parse.batch.session.inputs_of",
        lambda *_: iter([Input("s3://bucket/in/a.txt", ("a.txt",), stamp="0-1")]),
    )
    with pytest.raises(StoreError, match="the store does not answer: Could not connect"):
        run(out, "s3://bucket/in")
    # Nothing is said of what was not read: the next run reads it.
    assert not list(LocalStore(tmp_path / "out").lines("ledger.jsonl"))
    monkeypatch.setattr(sys, "argv", ["zwgk", "batch", "s3://b/in", "-o", "s3://b/out"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 3
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("Error: s3://b/out: the store does not answer: ")
    forget()


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("https://example.org/a.pdf", "nothing is fetched"),
        ("FTP://example.org/a.pdf", "nothing is fetched"),
        ("github://a:b@c/d.txt", "nothing is fetched"),
        ("odd://a", "no kind of address that can be used"),
        ("zip::https://example.org/a.zip", None),
        ("zip://a::https://example.org/a.zip", None),
    ],
)
def test_nothing_is_fetched_from_the_web(url: str, reason: str | None, tmp_path: Path) -> None:
    if reason is None:
        # A chain of addresses is the name of something that is not there.
        try:
            found = list(inputs_of([url], Choice()))
        except (ReadError, StoreError):
            return
        with pytest.raises(ReadError):
            content(found[0], MOST)
        return
    (one,) = inputs_of([url], Choice())
    assert reason in (one.trouble or "")
    with pytest.raises(ReadError, match=reason):
        content(one, MOST)
    with pytest.raises(UnsupportedFormatError, match=reason):
        remote.place(url)
    if "fetched" in reason:
        with pytest.raises(OutputError, match="it is a web address"):
            store_at(url)


def test_without_the_extra_its_name_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    forget()
    monkeypatch.setitem(sys.modules, "fsspec", None)
    with pytest.raises(MissingExtraError, match=r"pip install \"zwgk-parse\[s3\]\""):
        list(inputs_of(["s3://bucket/in"], Choice()))
    (other,) = inputs_of(["gs://bucket/in"], Choice())
    assert other.trouble == "what reads gs:// is not installed"
    forget()


def test_other_stores_are_gone_through_by_folder() -> None:
    files = importlib.import_module("fsspec").filesystem("memory")
    try:
        for name in ("in/b/2.txt", "in/a.txt", "in/b/1.txt", "in/b-c.txt", "in/.hidden/x.txt"):
            files.pipe_file(f"/{name}", name.encode())
        found = list(inputs_of(["memory://in"], Choice()))
        assert [one.parts for one in found] == [
            *(("a.txt",), ("b", "1.txt"), ("b", "2.txt"), ("b-c.txt",)),
        ]
        assert [content(one, MOST) for one in found][1] == b"in/b/1.txt"
        summary, _ = run("memory://out", "memory://in")
        assert summary.inputs == 4
        again, engine = run("memory://out", "memory://in")
        assert again.states == {"skipped-unchanged": 4}
        assert engine.seen == []
    finally:
        files.rm("/in", recursive=True)
        files.rm("/out", recursive=True)


def test_lines_are_put_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote_store, "_PIECE", 10)
    put: dict[int, bytes] = {}
    pieces = remote_store.Pieces(put.__setitem__, 0.01)
    for number in range(6):
        pieces.add(b"line %d\n" % number)
        until(lambda number=number: b"line %d\n" % number in b"".join(put.values()))
    pieces.add(b"last\n")
    pieces.close()
    pieces.close()
    assert b"".join(put[number] for number in sorted(put)).splitlines() == [
        *(b"line %d" % number for number in range(6)),
        b"last",
    ]
    assert len(put) > 2


def test_lines_that_cannot_be_put_end_the_batch() -> None:
    def refuse(number: int, data: bytes) -> None:
        raise OutputError("s3://bucket/ledger.jsonl", "Access Denied")

    pieces = remote_store.Pieces(refuse, 0.01)
    pieces.add(b"line\n")
    until(lambda: not pieces._thread.is_alive())
    with pytest.raises(OutputError, match="Access Denied"):
        pieces.add(b"line\n")


@pytest.mark.parametrize("recovers", [True, False])
def test_lines_that_could_not_be_put_are_put_at_the_end_or_end_the_batch(recovers: bool) -> None:
    put: dict[int, bytes] = {}
    answers = False

    def sometimes(number: int, data: bytes) -> None:
        if not answers:
            raise StoreError("s3://bucket", "no answer")
        put[number] = data

    pieces = remote_store.Pieces(sometimes, 0.01)
    pieces.add(b"last\n")
    until(lambda: not pieces._thread.is_alive())
    answers = recovers
    if recovers:
        pieces.close()
        assert put == {0: b"last\n"}
    else:
        with pytest.raises(StoreError):
            pieces.close()


def until(done: Any, seconds: float = 10.0) -> None:
    """Wait for something that happens in another thread."""
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end, "it does not happen"
        time.sleep(0.005)


def test_many_objects_do_not_sit_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """A list that has no end is gone through as well."""
    asked = []

    class Endless:
        """A store with more objects than anybody can count."""

        def info(self, path: str) -> dict[str, object]:
            """There is no such object."""
            raise FileNotFoundError(path)

        def call_s3(self, _: str, **given: object) -> dict[str, object]:
            """Another page."""
            asked.append(given)
            names = [f"in/{len(asked):09}-{number:03}.txt" for number in range(1000)]
            found = [{"Key": name, "Size": 1, "ETag": f'"{0:032}"'} for name in names]
            return {"Contents": found, "IsTruncated": True, "NextContinuationToken": "more"}

        @staticmethod
        def _strip_protocol(url: str) -> str:
            return url.removeprefix("s3://")

    monkeypatch.setattr(remote, "_files", lambda _: Endless())
    found = list(islice(inputs_of(["s3://bucket/in"], Choice()), 2500))
    assert len(asked) == 3
    assert found == sorted(found)
    assert os.path.basename(found[-1].place) == "000000003-499.txt"  # noqa: PTH119  an address
