"""One input converted: its plan as `zwgk parse` writes it, or the state its error leaves it in."""

from __future__ import annotations

import gzip
import io
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.corpus import files
from tests.readers import pdf_changes, pdf_files
from zwgk_parse.batch.convert import convert, reason_of, renamed, state_of, stored_plan, stored_text
from zwgk_parse.batch.inputs import Input
from zwgk_parse.batch.stores.store import LocalStore
from zwgk_parse.batch.work import Job, Work
from zwgk_parse.errors import (
    DamagedFileError,
    EncryptedFileError,
    LimitExceededError,
    MemoryLimitError,
    MissingExtraError,
    NoTextLayerError,
    PlanFileError,
    ReadError,
    TimeLimitError,
    UnsupportedFormatError,
    ZwgkError,
)
from zwgk_parse.exporters import exporter
from zwgk_parse.opening import Fetched
from zwgk_parse.pipeline import parse
from zwgk_parse.readers.options import DEFAULTS

if TYPE_CHECKING:
    from zwgk_parse.batch.entry import State
    from zwgk_parse.batch.work import Format, Outcome

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*"))
GOLDEN = sorted((Path(__file__).parents[1] / "golden").glob("*/*/input.*"))
CORPUS = files("renditions/*.html", "renditions/*.docx", "renditions/*.pdf", "docs/*", "edge/*")
REAL = SAMPLES + GOLDEN + CORPUS


@cache
def parsed(path: Path, name: str) -> bytes | str:
    """What `zwgk parse` writes for a file that has a name; or the kind of error."""
    try:
        plan = parse(Fetched(path.read_bytes(), name)).value
    except ZwgkError as error:
        return type(error).__name__
    stream = io.StringIO()
    exporter("json").write((plan,), stream)
    return stream.getvalue().encode()


def converted(folder: Path, path: Path, *, output: str = "a.json", **work: object) -> Outcome:
    """What comes of a file."""
    given = Work(LocalStore(folder), **work)  # type: ignore[arg-type]
    return convert(Job(Input(str(path), (path.name,)), output), given)


@pytest.mark.slow
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.parent.name + "-" + path.name)
def test_a_copy_under_another_name_is_as_if_it_was_read(path: Path) -> None:
    if path.is_dir():
        pytest.skip("a folder")
    own = parsed(path, path.name)
    for name in (
        f"附件 1{path.suffix}",
        f"another.name{path.suffix.upper()}",
        f"a\nb{path.suffix}",
    ):
        other = parsed(path, name)
        if isinstance(own, str):
            assert other == own
        else:
            assert stored_text(renamed(stored_plan(own, "a.json"), name), "json") == other


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
@pytest.mark.parametrize("format_", ["json", "jsonl"])
def test_the_plan_is_that_of_parse(tmp_path: Path, sample: Path, format_: Format) -> None:
    outcome = converted(tmp_path, sample, format=format_)
    stored = (tmp_path / "a.json").read_bytes()
    text = stored if format_ == "json" else gzip.decompress(stored)
    whole = parsed(sample, sample.name)
    assert isinstance(whole, bytes)
    assert text == stored_text(stored_plan(whole, "a.json"), format_)
    assert format_ == "jsonl" or text == whole
    plan = stored_plan(stored, "a.json")
    assert (outcome.tasks, outcome.plan, outcome.pages) == (len(plan.tasks), plan.id, None)
    assert outcome.size == sample.stat().st_size
    assert outcome.output_size == len(stored)
    assert outcome.findings is not None
    severities = [str(diagnostic.severity) for diagnostic in plan.diagnostics]
    assert dict(outcome.findings) == {
        kind: severities.count(kind) for kind in ("info", "warning", "error")
    }
    grave = {"warning", "error"} & set(severities)
    assert outcome.state == ("ok-with-findings" if grave else "ok")
    assert outcome.seconds > 0
    assert outcome.peak_memory is None or outcome.peak_memory > 1_000_000


def test_the_same_text_in_two_files_has_one_fingerprint(tmp_path: Path) -> None:
    sample = SAMPLES[1]
    other = tmp_path / "b.txt"
    other.write_bytes(sample.read_bytes().replace(b"\n", b"\r\n"))
    one, two = converted(tmp_path, sample), converted(tmp_path, other)
    assert one.text == two.text is not None
    assert one.sha256 != two.sha256


def test_links_are_completed_with_the_address_of_the_page(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<h1>2024年工作要点</h1><p>附件：<a href='a.docx'>分工表</a></p>", encoding="utf-8"
    )
    work = Work(LocalStore(tmp_path))
    given = Input(str(path), ("a.html",))
    convert(Job(given, "a.json", base_url="https://example.gov.cn/x/"), work)
    assert b"https://example.gov.cn/x/a.docx" in (tmp_path / "a.json").read_bytes()


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (partial(EncryptedFileError, "a", "b"), "encrypted"),
        (partial(NoTextLayerError, "a", "b"), "no-text-layer"),
        (partial(UnsupportedFormatError, "a", "b"), "unsupported"),
        (partial(DamagedFileError, "a", "b"), "unreadable"),
        (partial(LimitExceededError, "a", "b"), "unreadable"),
        (partial(TimeLimitError, "a", "b"), "timed-out"),
        (partial(MemoryLimitError, "a", "b"), "out-of-memory"),
        (partial(PlanFileError, "a", "b"), "unreadable"),
        (partial(ReadError, "a", "b"), "unreadable"),
        (partial(MissingExtraError, "a", "b"), "unreadable"),
    ],
)
def test_the_state_of_each_error(error: partial[ZwgkError], state: State) -> None:
    assert state_of(error()) == state
    assert reason_of(error()).startswith("a needs" if error.func is MissingExtraError else "b; ")


FILES: dict[str, tuple[bytes, State]] = {
    "encrypted.pdf": (pdf_changes.encrypted("geheim"), "encrypted"),
    "pictures.pdf": (pdf_files.picture_only(), "no-text-layer"),
    "picture.png": (b"\x89PNG\r\n\x1a\n" + bytes(40), "unsupported"),
    "cut.pdf": (b"%PDF-1.7\n", "unreadable"),
    "empty.txt": (b"", "unreadable"),
    "words.txt": ("会议通知".encode(), "no-tasks"),
}


@pytest.mark.parametrize("name", FILES)
def test_the_state_of_real_files(tmp_path: Path, name: str) -> None:
    data, state = FILES[name]
    (tmp_path / name).write_bytes(data)
    outcome = converted(tmp_path / "out", tmp_path / name)
    assert outcome.state == state, outcome.reason
    assert outcome.sha256 is not None
    assert outcome.size == len(data)
    assert (outcome.reason is None) == (state == "no-tasks")
    assert (tmp_path / "out" / "a.json").exists() == (state == "no-tasks")


def test_a_limit_of_a_reader_is_a_state(tmp_path: Path) -> None:
    tight = DEFAULTS._replace(limits=DEFAULTS.limits._replace(bytes=10))
    outcome = converted(tmp_path, SAMPLES[1], options=tight)
    assert outcome.state == "unreadable"
    assert outcome.reason is not None
    assert outcome.reason.startswith("it has more than the 10 bytes that are read; ")


def test_what_cannot_be_written_ends_the_batch(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    outcome = converted(tmp_path / "out", SAMPLES[1])
    assert outcome.failure is not None
    assert outcome.failure[0].endswith("a.json")


def test_memory_that_is_refused_is_a_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("zwgk_parse.pipeline.parse", refused)
    outcome = converted(tmp_path, SAMPLES[1])
    assert outcome.state == "out-of-memory"
    assert outcome.reason is not None
    assert "raise --memory" in outcome.reason
