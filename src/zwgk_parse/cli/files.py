"""Where a command reads from and writes to; a file changes only when all of it is written."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, BinaryIO, TextIO

from zwgk_parse.errors import OutputError
from zwgk_parse.exporters import exporter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zwgk_parse.plan.model import Plan


def opened_source(source: str) -> Path | BinaryIO:
    """What the pipeline is to read: standard input for `-`, else the path."""
    return sys.stdin.buffer if source == "-" else Path(source)


def is_same_file(source: Path, output: Path | None) -> bool:
    """Whether writing `output` would destroy the file `source`."""
    if output is None or not output.is_file() or not source.is_file():
        return False
    return output.samefile(source)


def format_of(
    format_: str | None, output: Path | None, known: Sequence[str], otherwise: str
) -> str:
    """The format that is asked for, or that of the file's name if it is `known`."""
    if format_ is not None:
        return format_
    suffix = output.suffix.lower().removeprefix(".") if output else ""
    named = {"htm": "html"}.get(suffix, suffix)
    return named if named in known else otherwise


def write_plans(plans: Iterable[Plan], output: Path | None, format_: str | None) -> None:
    """Write `plans` to `output` (None or `-`: standard output) in the format asked for."""
    if output is None or str(output) == "-":
        exporter(format_).write(plans, sys.stdout)
        return
    with written(output) as stream:
        exporter(format_, output.suffix).write(plans, stream)


def write_bytes(data: bytes, output: Path) -> None:
    """Write `data` to `output` (`-`: standard output)."""
    if str(output) == "-":
        sys.stdout.buffer.write(data)
        return
    with _written(output, _BINARY) as stream:
        stream.write(data)


@contextmanager
def written(path: Path) -> Iterator[TextIO]:
    """A stream whose text is found at `path` once all of it is written, and not before.

    Raises OutputError and leaves an existing file as it is when that cannot be done.
    """
    with _written(path, _TEXT) as stream:
        yield stream


_BINARY: dict[str, str] = {"mode": "b"}
_TEXT = {"mode": "", "encoding": "utf-8", "newline": "\n"}


@contextmanager
def _written(path: Path, kind: dict[str, str]) -> Iterator[Any]:
    try:
        # A link goes on pointing where it points; a device or a pipe cannot be replaced.
        target = path.resolve()
        place = _opened(target, "w", kind) if _special(target) else _replacing(target, kind)
        with place as stream:
            yield stream
    except OSError as error:
        raise OutputError(str(path), error.strerror or str(error)) from error


def _special(path: Path) -> bool:
    return path.exists() and not path.is_file() and not path.is_dir()


def _opened(path: Path, mode: str, kind: dict[str, str]) -> IO[Any]:
    options: dict[str, Any] = kind | {"mode": mode + kind["mode"]}
    stream: IO[Any] = path.open(**options)
    return stream


@contextmanager
def _replacing(path: Path, kind: dict[str, str]) -> Iterator[IO[Any]]:
    """A new file in the same folder, so that putting it in place is one step."""
    if path.is_dir():
        raise IsADirectoryError(21, "Is a directory")
    part = path.with_name(f".zwgk-{os.urandom(6).hex()}.part")
    try:
        with _opened(part, "x", kind) as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            part.chmod(path.stat().st_mode & 0o7777)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
