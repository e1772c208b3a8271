"""The bytes of an input, and what is said where they cannot be had."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from zwgk_parse.batch.content import content, look
from zwgk_parse.batch.inputs import Choice, Input
from zwgk_parse.batch.sources import inputs_of
from zwgk_parse.errors import LimitExceededError, ReadError

LINUX = pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="files of Linux")


def given(path: Path | str) -> Input:
    """The input at a path."""
    return Input(str(path), ("a.txt",))


def test_what_tells_a_content_from_another(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"plan" * 500_000)
    assert look(given(path), 2_000_000) == (
        hashlib.sha256(b"plan" * 500_000).hexdigest(),
        2_000_000,
    )
    assert content(given(path), 2_000_000) == b"plan" * 500_000
    for reading in (look, content):
        with pytest.raises(LimitExceededError, match="1,999,999 bytes"):
            reading(given(path), 1_999_999)


@pytest.mark.parametrize("reading", [look, content])
def test_what_is_not_there(tmp_path: Path, reading: object) -> None:
    for path in (tmp_path / "none.txt", "bad\0name", tmp_path, tmp_path / ("x" * 300)):
        with pytest.raises(ReadError):
            reading(given(path), 10)  # type: ignore[operator]


@LINUX
@pytest.mark.parametrize("reading", [look, content])
def test_what_has_no_end_is_not_waited_for(tmp_path: Path, reading: object) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", "/dev/zero", "/dev/null"):
        with pytest.raises(ReadError, match="a pipe or a device"):
            reading(given(path), 10)  # type: ignore[operator]


@LINUX
@pytest.mark.parametrize("reading", [look, content])
def test_what_fails_while_it_is_read(reading: object) -> None:
    # A file as any other, whose first bytes the system does not give.
    with pytest.raises(ReadError, match=r"cannot be read \(Input/output error\)"):
        reading(given("/proc/self/mem"), 10)  # type: ignore[operator]


def test_a_file_that_grows_while_it_is_looked_at(tmp_path: Path, monkeypatch: object) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"1" * 10)
    (one,) = inputs_of([str(path)], Choice())
    with path.open("ab") as stream:
        stream.write(b"1" * (3 << 20))
        stream.flush()
        with pytest.raises(LimitExceededError):
            look(one, 1000)


def test_a_file_that_changes_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"1" * 10)
    real, calls = os.fstat, []

    def fstat(descriptor: int) -> os.stat_result:
        calls.append(descriptor)
        if len(calls) == 2:
            path.write_bytes(b"2" * 11)
        return real(descriptor)

    monkeypatch.setattr("zwgk_parse.batch.content.os.fstat", fstat)
    with pytest.raises(ReadError, match="it changed while it was read"):
        content(given(path), 100)
