"""A path or a stream goes in, its bytes and the name of the file come out."""

from __future__ import annotations

import io
import re
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from zwgk_parse.errors import ReadError, UnsupportedFormatError
from zwgk_parse.patterns import lazy
from zwgk_parse.readers.options import DEFAULTS

if TYPE_CHECKING:
    from collections.abc import Iterator

Source = str | Path | BinaryIO
# A path that was a web address has one slash left.
_URL = lazy(r"(?:https?|ftp):/", re.IGNORECASE)


class Fetched(io.BytesIO):
    """The bytes of a file and its name: a Source that may be read more than once."""

    def __init__(self, data: bytes, name: str) -> None:
        super().__init__(data)
        self.name = name


def fetch(source: Source, *, most: int = DEFAULTS.limits.bytes) -> Fetched:
    """What stands in a file, up to one byte more than the `most` that are read of it."""
    return Fetched(*bytes_of(source, None, most + 1))


def bytes_of(
    source: Source, name: str | None, most: int = DEFAULTS.limits.bytes + 1
) -> tuple[bytes, str]:
    """The bytes of a path or stream, at most `most`, and the file's name."""
    with opened(source, name) as (stream, called):
        return stream.read(most), called


@contextmanager
def opened(source: Source, name: str | None) -> Iterator[tuple[BinaryIO, str]]:
    """A path or stream to read from, and the file's name."""
    if not isinstance(source, str | Path):
        yield source, name or Path(str(getattr(source, "name", "-"))).name
        return
    text = str(source)
    if _URL.match(text):
        raise UnsupportedFormatError(
            text, "it is a web address, and nothing is fetched", "download the page first"
        )
    path = Path(source)
    if path.is_dir():
        raise ReadError(text, "it is a folder", "name a file in it")
    try:
        stream = path.open("rb")
    except FileNotFoundError as error:
        raise ReadError(text, "there is no such file") from error
    except (OSError, ValueError) as error:
        raise _refused(text, error) from error
    try:
        with stream:
            yield stream, name or path.name
    except OSError as error:
        raise _refused(text, error) from error


def unreadable(file: str, reason: str) -> ReadError:
    """What is raised for a file or folder that the system does not let us read."""
    return ReadError(file, f"it cannot be read ({reason})", "check its permissions")


def _refused(text: str, error: Exception) -> ReadError:
    return unreadable(text, getattr(error, "strerror", None) or str(error))
