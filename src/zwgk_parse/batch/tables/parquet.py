"""The plans of a finished run in, Parquet tables out, with the codebook that explains them.

A table is written piece by piece, a row group each, so that memory does not grow with the number
of plans; it comes to its place once it is whole. The same plans give the same bytes.
"""

from __future__ import annotations

import os
import re
import tempfile
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zwgk_parse.batch.convert import stored_plan
from zwgk_parse.batch.stores.store import OWN, LocalStore
from zwgk_parse.batch.tables.codebook import columns, names, page, sheet
from zwgk_parse.batch.tables.rows import rows_of
from zwgk_parse.batch.tables.texts import texts
from zwgk_parse.errors import MissingExtraError, OutputError
from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.batch.stores.store import Store
    from zwgk_parse.batch.tables.rows import Row

TABLES = "tables"
# A row group has at least so many rows, but for the last of a table.
_ROWS = 8_192
_CHUNK = 1 << 20
_LARGEST = 2**63
_NUMBER = lazy(r"\[errno (\d+)\]", re.IGNORECASE)
# The byte order mark has spreadsheet programs read the Chinese.
_MARK = b"\xef\xbb\xbf"


def require_pyarrow() -> None:
    """Raise MissingExtraError unless what writes Parquet is installed."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError as error:
        raise MissingExtraError("--format parquet", extra="parquet") from error


def write_tables(store: Store) -> None:
    """Write `tables/plans.parquet` and its kin, rows in ledger order, and the codebook."""
    with ExitStack() as stack:
        folder = _scratch(store, stack)
        tables = {name: stack.enter_context(_begun(folder, name)) for name in names()}
        for entry, text in texts(store):
            plan = stored_plan(text, str(entry.output))
            for name, rows in rows_of(entry, plan):
                tables[name].add(rows)
        for name, table in tables.items():
            table.finish()
            store.replace(f"{TABLES}/{name}.parquet", table.chunks())
            table.path.unlink()
    store.write(f"{TABLES}/codebook.md", f"# Codebook 字段说明\n\n{page(('en', 'zh'))}".encode())
    store.write(f"{TABLES}/codebook.csv", _MARK + sheet().encode())


class _Table:
    """A table that is being written to `path`."""

    def __init__(self, name: str, path: Path) -> None:
        from pyarrow import parquet

        self.path = path
        self._schema = schema(name)
        self._rows: list[Row] = []
        with _told(path):
            self._writer = parquet.ParquetWriter(path, self._schema, compression="zstd")

    def add(self, rows: list[Row]) -> None:
        """Put `rows` behind the others."""
        self._rows += rows
        if len(self._rows) >= _ROWS:
            self._flush()

    def finish(self) -> None:
        """All rows are in: write what is left of them, and the end of the file."""
        self._flush()
        with _told(self.path):
            self._writer.close()

    def close(self) -> None:
        """Let go of the file, whole or not."""
        with suppress(OSError):
            self._writer.close()

    def chunks(self) -> Iterator[bytes]:
        """The bytes of the file."""
        with self.path.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                yield chunk

    def _flush(self) -> None:
        from pyarrow import RecordBatch

        if not self._rows:
            return
        try:
            batch = RecordBatch.from_pylist(self._rows, self._schema)
        except (ValueError, OverflowError):
            # There is no faster way to find what does not fit, and it is rare.
            plain = [{name: _plain(value) for name, value in row.items()} for row in self._rows]
            batch = RecordBatch.from_pylist(plain, self._schema)
        self._rows = []
        with _told(self.path):
            self._writer.write_batch(batch)


def schema(name: str) -> Any:
    """The columns of the table `name`, each with its meaning, as Arrow has them."""
    import pyarrow as pa

    types = {
        "text": pa.string(),
        "texts": pa.list_(pa.string()),
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
        "dates": pa.list_(pa.date32()),
    }
    return pa.schema(
        pa.field(
            one.name, types[one.type], nullable=not one.key, metadata={"en": one.en, "zh": one.zh}
        )
        for one in columns(name)
    )


@contextmanager
def _begun(folder: Path, name: str) -> Iterator[_Table]:
    """A table that is gone at the end, if it was not put at its place."""
    path = folder / f"{os.getpid()}-{name}.part"
    try:
        table = _Table(name, path)
        try:
            yield table
        finally:
            table.close()
    finally:
        path.unlink(missing_ok=True)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """A stretch in which the file at `path` is written."""
    try:
        yield
    except OSError as error:
        # Arrow has the number of the system's error in its words alone.
        number = _NUMBER.search(str(error))
        reason = os.strerror(int(number[1])) if number else error.strerror or str(error)
        raise OutputError(str(path), reason) from error


def _scratch(store: Store, stack: ExitStack) -> Path:
    """Where tables are until they are whole: beside the output, where that is a disk."""
    if not isinstance(store, LocalStore):
        return Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="zwgk-")))
    folder = store.root / OWN / "begun"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _plain(value: Any) -> Any:
    """A value that a table can hold: half a surrogate pair is escaped; no number is too large."""
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode()
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, int) and not -_LARGEST <= value < _LARGEST:
        return None
    return value
