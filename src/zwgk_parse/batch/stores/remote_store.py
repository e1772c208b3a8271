"""A place in an object store as an output folder.

An object is there at once and whole, or not at all, which is what plans need. Nothing can be added
to one, so that the ledger of a run that goes on is in pieces, each put anew as it grows.
"""

from __future__ import annotations

import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from zwgk_parse.batch.stores.remote import PAGE, asked, is_s3, pages, place, reason_of
from zwgk_parse.batch.stores.store import OWN
from zwgk_parse.errors import OutputError, ReadError, StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zwgk_parse.batch.stores.remote import Place

# So often what was added to the ledger is put into the store: so much a killed run may have to do
# again.
SECONDS = 3.0
# A piece of the ledger has about so many bytes.
_PIECE = 4 << 20
_READ = 1 << 20
# Where plans are; there may be a million of them.
_PLANS = ("plans/", f"{OWN}/plans/")
# Behind all paths.
_END = "\U0010ffff"


class Page(NamedTuple):
    """The bytes of all objects whose paths are behind `first`, up to `last`."""

    first: str
    last: str
    sizes: dict[str, int]


class RemoteStore:
    """All below an address; nothing needs to be made before it is written to."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self._page = Page("", "", {})

    def write(self, name: str, data: bytes) -> None:
        """See `Store`."""
        here = self._at(name)
        with self._written(name):
            here.files.pipe_file(here.path, data)

    def read(self, name: str) -> bytes:
        """See `Store`."""
        here = self._at(name)
        with self._read():
            return bytes(here.files.cat_file(here.path))

    def size(self, name: str) -> int | None:
        """See `Store`."""
        here = self._at(name)
        if is_s3(here) and name.startswith(_PLANS):
            return self._listed_size(here.path)
        with suppress(FileNotFoundError), self._read():
            info = here.files.info(here.path)
            return int(info["size"] or 0) if info["type"] == "file" else None
        return None

    def lines(self, name: str) -> Iterator[bytes]:
        """See `Store`: those that were put there at once, and those that were added."""
        yield from self._lines(self._at(name))
        for piece in self._pieces(name):
            yield from self._lines(piece)

    def appended(self, name: str) -> Pieces:
        """See `Store`."""
        # Another run that writes here at the same time has other pieces.
        stem = f"{_added(name)}/{len(self._pieces(name)):06}-{uuid4().hex[:8]}"
        return Pieces(lambda number, data: self.write(f"{stem}-{number:06}.jsonl", data))

    def replace(self, name: str, lines: Iterator[bytes]) -> None:
        """See `Store`."""
        here = self._at(name)
        with tempfile.TemporaryDirectory(prefix="zwgk-") as folder:
            whole = Path(folder) / "whole"
            try:
                with whole.open("wb") as stream:
                    stream.writelines(lines)
            except OSError as error:
                raise OutputError(str(whole), error.strerror or str(error)) from error
            with self._written(name):
                here.files.put_file(str(whole), here.path)
        for piece in self._pieces(name):
            self._remove(piece)

    def remove(self, name: str) -> None:
        """See `Store`."""
        self._remove(self._at(name))

    def names(self) -> list[str]:
        """See `Store`."""
        here = self._at("")
        return sorted(path.rpartition("/")[2] for path in self._listed(here) if path != here.path)

    def _at(self, name: str) -> Place:
        return place(f"{self.url}/{name}" if name else self.url)

    def _listed_size(self, path: str) -> int | None:
        """The bytes at `path`, out of a list of those around it: plans are asked for in order."""
        if not self._page.first < path <= self._page.last:
            # Behind what comes shortly before it.
            first = path[:-1]
            with self._read():
                found = next(pages(self._at(""), first), [])
            # What is behind the last of a short page is not there either.
            last = found[-1].path if len(found) == PAGE else _END
            self._page = Page(first, last, {one.path: one.size for one in found})
        return self._page.sizes.get(path)

    def _pieces(self, name: str) -> list[Place]:
        """Where the lines are that were added to `name`, in order."""
        here = self._at(_added(name))
        return [here._replace(path=path) for path in sorted(self._listed(here))]

    def _listed(self, here: Place) -> list[str]:
        with suppress(FileNotFoundError), self._read():
            return [str(path).rstrip("/") for path in here.files.ls(here.path, detail=False)]
        return []

    def _lines(self, here: Place) -> Iterator[bytes]:
        with (
            suppress(FileNotFoundError),
            self._read(),
            here.files.open(here.path, "rb", block_size=_READ) as stream,
        ):
            yield from stream

    def _remove(self, here: Place) -> None:
        with self._written(here.path), suppress(FileNotFoundError):
            here.files.rm_file(here.path)

    @contextmanager
    def _written(self, name: str) -> Iterator[None]:
        """A stretch in which something is written; what goes wrong is an OutputError."""
        try:
            with asked(self.url):
                yield
        except StoreError as error:
            raise OutputError(f"{self.url}/{name}", str(error.data["reason"])) from error
        except OSError as error:
            raise OutputError(f"{self.url}/{name}", reason_of(error)) from error

    @contextmanager
    def _read(self) -> Iterator[None]:
        """A stretch in which something is read; what is not there is a FileNotFoundError."""
        try:
            with asked(self.url):
                yield
        except PermissionError as error:
            raise ReadError(self.url, reason_of(error), "check your permissions") from error


def _added(name: str) -> str:
    """The folder of what is added to `name`."""
    return f"{OWN}/added/{name}"


class Pieces:
    """Lines that are put into a store every few seconds, by `put` and in pieces of some size.

    What was added last is not there yet when the process is killed.
    """

    def __init__(self, put: Callable[[int, bytes], None], seconds: float = SECONDS) -> None:
        self._put, self._seconds = put, seconds
        # The piece that is growing: its number, its lines, how many of them are in the store.
        self._number = self._kept = 0
        self._lines: list[bytes] = []
        self._lock = Lock()
        self._failed: OutputError | StoreError | None = None
        self._ended = Event()
        self._thread = Thread(target=self._keep, name="zwgk-ledger", daemon=True)
        self._thread.start()

    def add(self, line: bytes) -> None:
        """See `Lines`, but for a process that is killed: it may lose what was added last."""
        if self._failed is not None:
            raise self._failed
        with self._lock:
            self._lines.append(line)

    def close(self) -> None:
        """See `Lines`; all that was added is there when this returns."""
        if not self._ended.is_set():
            self._ended.set()
            self._thread.join()
            self._flush()

    def _keep(self) -> None:
        while not self._ended.wait(self._seconds):
            try:
                self._flush()
            except (OutputError, StoreError) as error:
                self._failed = error
                return

    def _flush(self) -> None:
        """Put the piece that is growing, and begin the next where it is large.

        What could not be put is kept, and put with the next.
        """
        with self._lock:
            if len(self._lines) == self._kept:
                return
            lines = self._lines.copy()
        data = b"".join(lines)
        self._put(self._number, data)
        with self._lock:
            self._kept = len(lines)
            if len(data) > _PIECE:
                del self._lines[: self._kept]
                self._number, self._kept = self._number + 1, 0
