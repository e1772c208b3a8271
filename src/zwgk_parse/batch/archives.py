"""Zip archives as folders: the names of their members, and what stands in one."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from zwgk_parse.errors import (
    DamagedFileError,
    EncryptedFileError,
    ReadError,
    UnsupportedFormatError,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

# What zipfile and the libraries below it raise for files that are not what they should be.
_BROKEN = (
    *(zipfile.BadZipFile, EOFError, ValueError, NotImplementedError, OSError, RuntimeError),
    *(zlib.error, lzma.LZMAError, struct.error, ArithmeticError, LookupError, MemoryError),
)
_UTF8 = 0x800
_ENCRYPTED = 0x1
# Programs that do not say which encoding names are in: Windows in China writes this one.
_HOME = "gb18030"


def names_archive(path: str) -> bool:
    """Whether a path names a zip archive, by its ending."""
    return path.lower().endswith(".zip")


def members(path: str) -> Sequence[str] | str:
    """The names of the files in the archive at `path`, in order; or why there are none."""
    try:
        with zipfile.ZipFile(path) as archive:
            return sorted(_named(archive))
    except _BROKEN as error:
        told = isinstance(error, OSError) and error.strerror
        return f"it cannot be read ({told})" if told else "it is not a whole zip archive"


def member(path: str, name: str, most: int, stamp: object = None) -> bytes:
    """What stands in the member `name` of the archive at `path`, at most `most` bytes.

    `stamp` tells one state of the file from another: an archive stays open while it is the same.
    Raises EncryptedFileError, DamagedFileError, and UnsupportedFormatError for a way of packing
    that is not known.
    """
    shown = f"{path}!/{name}"
    try:
        archive, known = _opened(path, stamp)
        info = known[name]
    except OSError as error:
        reason = f"it cannot be read ({error.strerror or error})"
        raise ReadError(shown, reason, "check it, and run again") from error
    except _BROKEN as error:
        raise DamagedFileError(shown, "it is not in the archive", "fetch it again") from error
    if info.flag_bits & _ENCRYPTED:
        raise EncryptedFileError(shown, "the archive is encrypted", "unpack it with the password")
    try:
        with archive.open(info) as stream:
            return stream.read(most)
    except NotImplementedError as error:
        raise UnsupportedFormatError(
            shown, "it is packed in a way that is not known", "unpack the archive first"
        ) from error
    except _BROKEN as error:
        raise DamagedFileError(shown, "it is damaged in the archive", "fetch it again") from error


@lru_cache(maxsize=1)
def _opened(path: str, stamp: object) -> tuple[zipfile.ZipFile, dict[str, zipfile.ZipInfo]]:  # noqa: ARG001
    archive = zipfile.ZipFile(Path(path))
    return archive, _named(archive)


def _named(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """The files of an archive by their names; a name that comes again gets a number behind it."""
    found: dict[str, zipfile.ZipInfo] = {}
    for info in archive.infolist():
        name = plain = _name(info)
        again = 2
        while name in found:
            name, again = f"{plain}#{again}", again + 1
        if not plain.endswith("/"):
            found[name] = info
    return found


def _name(info: zipfile.ZipInfo) -> str:
    """The name of a member, in its own encoding where the archive does not say which that is."""
    name = info.filename
    if not info.flag_bits & _UTF8:
        data = name.encode("cp437", "replace")
        for encoding in ("ascii", "utf-8", _HOME):
            try:
                name = data.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    return name.replace("\\", "/")
