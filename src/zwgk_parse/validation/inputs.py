"""Which files a path stands for: files and folders go in, files come out, in a fixed order."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.readers import READERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

STDIN = "-"
# What files are called that hold stored plans; documents are called what the readers say.
STORED_SUFFIXES = (".json", ".jsonl", ".ndjson")


class Input(NamedTuple):
    """A file to read: its path as it was given, with slashes; `searched` if a folder led to it."""

    file: str
    searched: bool = False


def files_in(paths: Iterable[str], left_out: Callable[[str], bool]) -> Iterator[Input]:
    """The files that `paths` stand for, each once: themselves, and all in folders, by name.

    Of a folder neither hidden files and folders come, nor those that are `left_out`, nor what is no
    ordinary file (a pipe, a device); links to folders are not followed.
    """
    seen: set[str] = set()
    for path in paths:
        searched = path != STDIN and Path(path).is_dir()
        found = _searched(path, left_out) if searched else (path,)
        for one in found:
            file = one if one == STDIN else Path(one).as_posix()
            if file not in seen:
                seen.add(file)
                yield Input(file, searched)


def _searched(folder: str, left_out: Callable[[str], bool]) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(
            name
            for name in folders
            if _is_wanted(os.path.join(place, name), left_out)  # noqa: PTH118
        )
        for name in sorted(names):
            file = os.path.join(place, name)  # noqa: PTH118  a Path takes ten times as long
            if _is_wanted(file, left_out) and Path(file).is_file():
                yield file


def _is_wanted(path: str, left_out: Callable[[str], bool]) -> bool:
    return not Path(path).name.startswith((".", "~$")) and not left_out(path)


def may_hold_a_plan(file: str) -> bool:
    """Whether a file found in a folder is named like a plan or a document, and not like a picture.

    Of what it is then, its content decides.
    """
    suffix = PurePath(file).suffix.lower()
    return suffix in STORED_SUFFIXES or any(suffix in reader.suffixes for reader in READERS)
