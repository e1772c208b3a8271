"""Where a batch writes: whole files or none, whatever happens."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from zwgk_parse.batch.stores.store import LocalStore
from zwgk_parse.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator


def files(root: Path) -> list[str]:
    """All files below a folder."""
    return [path.relative_to(root).as_posix() for path in sorted(root.rglob("*")) if path.is_file()]


def test_what_is_written_is_there(tmp_path: Path) -> None:
    store = LocalStore(tmp_path / "out")
    assert store.names() == []
    assert store.size("a/b.json") is None
    assert list(store.lines("a/b.json")) == []
    with pytest.raises(FileNotFoundError):
        store.read("a/b.json")
    store.write("a/b.json", b"1\n2")
    assert store.read("a/b.json") == b"1\n2"
    assert store.size("a/b.json") == 3
    assert list(store.lines("a/b.json")) == [b"1\n", b"2"]
    assert store.names() == [".zwgk", "a"]
    # Below a file nothing stands.
    assert store.size("a/b.json/c") is None
    store.replace("a/b.json", iter((b"3\n", b"4\n")))
    assert store.read("a/b.json") == b"3\n4\n"
    store.remove("a/b.json")
    store.remove("a/b.json")
    assert files(store.root) == []


def test_a_file_that_does_not_come_to_its_end_is_not_seen(tmp_path: Path) -> None:
    store = LocalStore(tmp_path)
    store.write("a.json", b"old")

    def lines() -> Iterator[bytes]:
        yield b"new"
        assert store.read("a.json") == b"old"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.replace("a.json", lines())
    assert files(tmp_path) == ["a.json"]
    assert store.read("a.json") == b"old"


def test_what_a_killed_process_began_is_swept(tmp_path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path\n"
        "from zwgk_parse.batch.stores.store import LocalStore\n"
        "def lines():\n    yield b'half'\n    os.kill(os.getpid(), 9)\n"
        "LocalStore(Path(sys.argv[1])).replace('a.json', lines())"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False)
    (left,) = files(tmp_path)
    assert left.startswith(".zwgk/begun/")
    LocalStore(tmp_path).sweep()
    assert files(tmp_path) == []


def test_lines_are_added(tmp_path: Path) -> None:
    store = LocalStore(tmp_path / "out")
    for line in (b"1\n", b"2\n"):
        lines = store.appended("ledger.jsonl")
        lines.add(line)
        lines.close()
    assert store.read("ledger.jsonl") == b"1\n2\n"


def test_a_line_that_finds_no_room_leaves_no_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = LocalStore(tmp_path).appended("ledger.jsonl")
    lines.add(b"whole\n")

    class Full:
        """A stream on a disk that has room for three bytes."""

        def write(self, line: bytes) -> int:
            with (tmp_path / "ledger.jsonl").open("ab") as stream:
                return stream.write(line[:3])

    lines.close()
    monkeypatch.setattr(lines, "_stream", Full())
    with pytest.raises(OutputError, match="No space left on device"):
        lines.add(b"another\n")
    assert (tmp_path / "ledger.jsonl").read_bytes() == b"whole\n"


def test_a_disk_that_is_full_shows_when_a_file_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.open

    class Full:
        """A stream that keeps what it is given until it is closed."""

        def __init__(self, path: Path, mode: str) -> None:
            self.real: Any = opened(path, mode)

        def writelines(self, lines: Iterator[bytes]) -> None:
            self.real.writelines(lines)

        def close(self) -> None:
            self.real.close()
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    (tmp_path / ".zwgk" / "begun").mkdir(parents=True)

    def full(path: Path, mode: str) -> Full:
        # A class would not be given the path that it is called on.
        return Full(path, mode)

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(OutputError, match="No space left on device"):
        LocalStore(tmp_path).write("a.json", b"1")
    assert files(tmp_path) == []


def test_what_the_system_refuses_is_told_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    store = LocalStore(tmp_path / "file")
    for refused in (
        lambda: store.write("a", b""),
        store.names,
        lambda: store.appended("a"),
        lambda: store.read("a"),
        lambda: store.remove("a"),
        lambda: list(store.lines("a")),
    ):
        with pytest.raises(OutputError, match=r"file.*(Not a directory|File exists)"):
            refused()
    with pytest.raises(OutputError, match="Is a directory"):
        LocalStore(tmp_path.parent).remove(tmp_path.name)
