"""Where a batch writes: names and bytes go in; a name is there once all of its bytes are."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, BinaryIO, Protocol

from zwgk_parse.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from zwgk_parse.batch.ledger import Lines

# The folder of what is the program's own, below the output folder.
OWN = ".zwgk"
_BEGUN = f"{OWN}/begun"


class Store(Protocol):
    """An output folder: on this machine's disk, or in an object store.

    Names are relative and have slashes. What cannot be written raises OutputError.
    """

    def write(self, name: str, data: bytes) -> None:
        """Put `data` at `name`; nobody sees a part of it."""

    def read(self, name: str) -> bytes:
        """What stands at `name`; raises FileNotFoundError where nothing does."""

    def size(self, name: str) -> int | None:
        """The bytes at `name`, None where nothing stands there."""

    def lines(self, name: str) -> Iterator[bytes]:
        """The lines at `name`, none where nothing stands there."""

    def appended(self, name: str) -> Lines:
        """The file `name`, to which lines are added."""

    def replace(self, name: str, lines: Iterator[bytes]) -> None:
        """Put those lines at `name`, in place of what stands there; nobody sees a part of them."""

    def remove(self, name: str) -> None:
        """Take `name` away, where it is."""

    def names(self) -> list[str]:
        """What stands at the top of the folder; empty where there is none."""


class LocalStore:
    """A folder on this machine, made when it is first written to."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def write(self, name: str, data: bytes) -> None:
        """See `Store`."""
        self.replace(name, iter((data,)))

    def read(self, name: str) -> bytes:
        """See `Store`."""
        with _told(self.root / name, FileNotFoundError):
            return (self.root / name).read_bytes()

    def size(self, name: str) -> int | None:
        """See `Store`."""
        with _told(self.root / name), suppress(FileNotFoundError, NotADirectoryError):
            return (self.root / name).stat().st_size
        return None

    def lines(self, name: str) -> Iterator[bytes]:
        """See `Store`."""
        path = self.root / name
        with _told(path), suppress(FileNotFoundError), path.open("rb") as stream:
            yield from stream

    def appended(self, name: str) -> AppendedFile:
        """See `Store`."""
        return AppendedFile(self.root / name)

    def replace(self, name: str, lines: Iterator[bytes]) -> None:
        """See `Store`."""
        path = self.root / name
        with _told(path):
            with self.begun() as (part, stream):
                stream.writelines(lines)
            _put(part, path)

    def begun(self) -> _Begun:
        """A new file that is not yet at its place."""
        return _Begun(self.root / _BEGUN)

    def remove(self, name: str) -> None:
        """See `Store`."""
        with _told(self.root / name):
            (self.root / name).unlink(missing_ok=True)

    def names(self) -> list[str]:
        """See `Store`."""
        with _told(self.root), suppress(FileNotFoundError):
            return sorted(path.name for path in self.root.iterdir())
        return []

    def sweep(self) -> None:
        """Take away what a process that was killed has begun and not put at its place."""
        with _told(self.root / _BEGUN):
            for part in (self.root / _BEGUN).glob("*.part"):
                part.unlink(missing_ok=True)


@contextmanager
def _told(path: Path, *passing: type[OSError]) -> Iterator[None]:
    """A stretch that raises OutputError for `path` where the system fails, but for `passing`."""
    try:
        yield
    except passing:
        raise
    except OSError as error:
        raise OutputError(str(path), error.strerror or str(error)) from error


class _Begun:
    """A file below `folder` that is taken away again if its writing fails."""

    def __init__(self, folder: Path) -> None:
        self._part = folder / f"{os.getpid()}-{os.urandom(6).hex()}.part"

    def __enter__(self) -> tuple[Path, BinaryIO]:
        try:
            self._stream = self._part.open("xb")
        except FileNotFoundError:
            self._part.parent.mkdir(parents=True, exist_ok=True)
            self._stream = self._part.open("xb")
        return self._part, self._stream

    def __exit__(self, kind: object, *_: object) -> None:
        try:
            self._stream.close()
        except OSError:
            # What was written to a full disk may show only now.
            self._part.unlink(missing_ok=True)
            if kind is None:
                raise
        if kind is not None:
            self._part.unlink(missing_ok=True)


def _put(part: Path, path: Path) -> None:
    """Move the finished `part` to its place; its folder is made where there is none."""
    try:
        try:
            part.replace(path)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise


class AppendedFile:
    """A file that whole lines are added to, each by one call of the system."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with _told(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            self._stream = path.open("ab", buffering=0)

    def add(self, line: bytes) -> None:
        """Put `line` behind the others."""
        with _told(self._path):
            written = self._stream.write(line)
            if written != len(line):
                # A part of a line is worse than none.
                os.truncate(self._path, self._path.stat().st_size - (written or 0))
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def close(self) -> None:
        """No more lines come."""
        self._stream.close()
