"""Which files a path stands for: files and folders go in, files come out, in a fixed order."""

from __future__ import annotations

import os
from enum import Enum
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.readers import READERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

STDIN = "-"
# What files are called that hold stored plans; documents are called what the readers say.
STORED_SUFFIXES = (".json", ".jsonl", ".ndjson")
# Documents that an office keeps plans in and that no reader takes: to pass over one in silence
# would let it go unchecked.
UNREAD_SUFFIXES = frozenset(
    (
        ".doc",
        ".dot",
        ".wps",
        ".wpt",
        ".rtf",
        ".ofd",
        ".odt",
        ".xls",
        ".xlsx",
        ".xlsm",
        ".et",
        ".ods",
    )
) | {".mht", ".mhtml", ".ceb", ".gw", ".gd", ".sep"}


class Input(NamedTuple):
    """A file to read: its path as it was given, with slashes; `searched` if a folder led to it.

    `trouble` is the system's word on a folder that cannot be listed.
    """

    file: str
    searched: bool = False
    trouble: str | None = None


def files_in(paths: Iterable[str], left_out: Callable[[str], bool]) -> Iterator[Input]:
    """The files that `paths` stand for, each once: themselves, and all in folders, by name.

    Of a folder neither hidden files and folders come, nor those that are `left_out`; links to
    folders are not followed. A link that leads nowhere is a file that cannot be read.
    """
    seen: set[str] = set()
    for path in paths:
        searched = path != STDIN and Path(path).is_dir()
        found = _searched(path, left_out) if searched else (Input(path),)
        for one in found:
            file = one.file if one.file == STDIN else Path(one.file).as_posix()
            if file not in seen:
                seen.add(file)
                yield one._replace(file=file)


def _searched(folder: str, left_out: Callable[[str], bool]) -> Iterator[Input]:
    troubles: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=troubles.append):
        folders[:] = sorted(
            name
            for name in folders
            if _is_wanted(os.path.join(place, name), left_out)  # noqa: PTH118
        )
        for name in sorted(names):
            file = os.path.join(place, name)  # noqa: PTH118  a Path takes ten times as long
            if _is_wanted(file, left_out):
                yield Input(file, searched=True)
    for trouble in troubles:
        yield Input(str(trouble.filename), searched=True, trouble=trouble.strerror)


def _is_wanted(path: str, left_out: Callable[[str], bool]) -> bool:
    return not Path(path).name.startswith((".", "~$")) and not left_out(path)


class FileKind(Enum):
    """What a file found in a folder is by its name; of what it is then, its content decides."""

    DOCUMENT = "may hold a plan"
    UNREAD = "a document of a kind that no reader takes"
    OTHER = "no document"


def named_like(file: str) -> FileKind:
    """Whether a file is named like a plan or a document, and not like a picture.

    A pipe or a device is none, whatever its name.
    """
    suffix = PurePath(file).suffix.lower()
    if Path(file).exists() and not Path(file).is_file():
        return FileKind.OTHER
    if suffix in UNREAD_SUFFIXES:
        return FileKind.UNREAD
    if suffix in STORED_SUFFIXES or any(suffix in reader.suffixes for reader in READERS):
        return FileKind.DOCUMENT
    return FileKind.OTHER
