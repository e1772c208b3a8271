"""What stands in an input: its bytes, or the error that says why they cannot be had."""

from __future__ import annotations

import hashlib
import os
import stat
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from zwgk_parse.batch.archives import member
from zwgk_parse.batch.inputs import URL
from zwgk_parse.errors import LimitExceededError, ReadError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.batch.inputs import Input

_AGAIN = "run again when it is complete"
_PIECE = 1 << 20


class Look(NamedTuple):
    """What a look at an input shows: what tells its content from any other, and its bytes.

    `key` is its SHA-256, or the stamp of the store that holds it; None where a look does not tell.
    """

    key: str | None
    size: int | None


def look(given: Input, most: int) -> Look:
    """A look at `given`; raises ReadError and its kin where there is nothing to be had.

    What is larger than `most` bytes is not read.
    """
    if given.stamp is not None or URL.match(given.place):
        return Look(given.stamp, None)
    if given.member is not None:
        data = content(given, most)
        return Look(hashlib.sha256(data).hexdigest(), len(data))
    size, digest = 0, hashlib.sha256()
    with _opened(given) as stream:
        while piece := stream.read(_PIECE):
            size += len(piece)
            if size > most or os.fstat(stream.fileno()).st_size > most:
                raise too_large(given, most)
            digest.update(piece)
    return Look(digest.hexdigest(), size)


def content(given: Input, most: int) -> bytes:
    """The bytes of `given`; raises ReadError and its kin where they cannot be had.

    A file that has more than `most` is refused, and one that changes while it is read.
    """
    if given.trouble is not None:
        raise ReadError(given.path, given.trouble, "check it, and run again")
    if URL.match(given.place):
        from zwgk_parse.batch.stores.remote import fetched

        data = fetched(given, most + 1)
    elif given.member is not None:
        data = member(given.place, given.member, most + 1, _stamp(given))
    else:
        data = _read(given, most + 1)
    if len(data) > most:
        raise too_large(given, most)
    return data


def too_large(given: Input, most: int) -> LimitExceededError:
    """What is raised for an input of more than `most` bytes."""
    reason = f"it has more than the {most:,} bytes that are read"
    return LimitExceededError(given.path, reason, "split it into smaller files")


def changed(given: Input) -> ReadError:
    """What is raised for a file that is not the same at the end as it was at the beginning."""
    return ReadError(given.path, "it changed while it was read", _AGAIN)


def _read(given: Input, most: int) -> bytes:
    with _opened(given) as stream:
        before = os.fstat(stream.fileno())
        data = stream.read(most)
        after = os.fstat(stream.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise changed(given)
    return data


@contextmanager
def _opened(given: Input) -> Iterator[BinaryIO]:
    """The file, if it has an end: what opens a pipe waits for whoever writes to it.

    Raises ReadError where it cannot be opened, or where the system fails while it is read.
    """
    if given.trouble is not None:
        raise ReadError(given.path, given.trouble, "check it, and run again")
    path = Path(given.place)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise ReadError(given.path, "it is a pipe or a device, not a file", "leave it out")
        with path.open("rb") as stream:
            yield stream
    except FileNotFoundError as error:
        raise ReadError(given.path, "there is no such file") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        remedy = "check its permissions" if isinstance(error, PermissionError) else "check it"
        raise ReadError(given.path, f"it cannot be read ({reason})", remedy) from error


def _stamp(given: Input) -> tuple[int, int] | None:
    """What tells whether an archive is still the same file."""
    try:
        facts = Path(given.place).stat()
    except OSError:
        return None
    return facts.st_size, facts.st_mtime_ns
