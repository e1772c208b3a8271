"""What the sources of a batch stand for: files, folders, archives and addresses in, Inputs out.

They come in a fixed order and are not held in memory. Hidden files and folders are left out, and
the lock files of office programs; a link to a folder is followed where it leads out of the folder
that is searched. What cannot be looked into is an input as well, so that its trouble is told.
"""

from __future__ import annotations

import os
import stat
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.batch.archives import members, names_archive
from zwgk_parse.batch.sorting import in_order
from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

URL = lazy(r"[A-Za-z][A-Za-z0-9+.-]*://")
_HIDDEN = (".", "~$")
# What mail programs and macOS put into archives beside the files.
_OTHERS = ("__MACOSX",)


class Input(NamedTuple):
    """One file to convert.

    `place` is a path on this machine or an address; `member` a file in the archive that stands
    there, None where it is no archive; `parts` those of the path that its plan is to keep.
    `trouble` says why it cannot be looked into, where that shows already. `stamp` tells one content
    of an object from another, as the store that holds it does.
    """

    place: str
    parts: tuple[str, ...]
    member: str | None = None
    trouble: str | None = None
    stamp: str | None = None

    @property
    def path(self) -> str:
        """The input as people and the ledger call it: `notices/2022.zip!/附件1.docx`."""
        whole = self.place if self.member is None else f"{self.place}!/{self.member}"
        whole = whole if URL.match(whole) else whole.replace(os.sep, "/")
        return whole.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")

    @property
    def name(self) -> str:
        """The name of the file alone."""
        return PurePosixPath(self.member or self.place.replace(os.sep, "/")).name


class Choice(NamedTuple):
    """Which files of folders, archives and lists of objects are inputs.

    Patterns are those of a shell, against a file's name or, if they have a slash, against its path
    below the source. `without` are folders and addresses that are not searched: where the batch
    itself writes.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    without: tuple[Path | str, ...] = ()

    def takes(self, parts: Sequence[str]) -> bool:
        """Whether the file at the path of these `parts` is an input."""
        if any(_is_hidden(part) for part in parts) or _matches(parts, self.exclude):
            return False
        return not self.include or _matches(parts, self.include)

    def enters(self, parts: Sequence[str]) -> bool:
        """Whether the folder at the path of these `parts` is searched."""
        return not _is_hidden(parts[-1]) and not _matches(parts, self.exclude)


def _is_hidden(name: str) -> bool:
    return name.startswith(_HIDDEN) or name in _OTHERS


def _matches(parts: Sequence[str], patterns: Iterable[str]) -> bool:
    path = "/".join(parts)
    for pattern in patterns:
        plain = pattern.rstrip("/").removeprefix("./")
        if "/" in plain:
            ways = ("/".join(parts[:length]) for length in range(1, len(parts) + 1))
            if any(fnmatchcase(way, plain) for way in (path, *ways)):
                return True
        elif any(fnmatchcase(part, plain) for part in parts):
            return True
    return False


def inputs_of(sources: Iterable[str], choice: Choice) -> Iterator[Input]:
    """The inputs that `sources` stand for; one that two of them stand for comes twice."""
    for source in sources:
        if URL.match(source):
            from zwgk_parse.batch.remote import objects

            yield from objects(source, choice)
        elif Path(source).is_dir():
            yield from _searched(source, choice)
        else:
            parts = tuple(part for part in Path(source).parts if part not in (os.sep, ".", ".."))
            yield from _unpacked(Input(source, _without_drive(parts)), choice)


def _without_drive(parts: tuple[str, ...]) -> tuple[str, ...]:
    """`C:\\plans\\a.txt` keeps `plans/a.txt`."""
    return parts[1:] if parts and parts[0].endswith((":", ":\\")) else parts


def _searched(root: str, choice: Choice) -> Iterator[Input]:
    """The inputs in the folder `root`, by name, folders where their names stand."""
    top = os.path.realpath(root)
    without = {os.path.realpath(path) for path in choice.without}
    seen = {top}
    waiting: list[Iterator[Input]] = []

    def search(folder: str, parts: tuple[str, ...]) -> Iterator[Input]:
        try:
            with os.scandir(folder) as found:
                names = in_order(entry.name for entry in found)
        except OSError as error:
            yield Input(folder, parts, trouble=error.strerror or str(error))
            return
        for name in names:
            path, below = os.path.join(folder, name), (*parts, name)  # noqa: PTH118  faster
            if not os.path.isdir(path):  # noqa: PTH112
                if choice.takes(below):
                    yield from _unpacked(Input(path, below), choice)
            elif choice.enters(below) and _is_new(path, top, seen, without):
                waiting.append(search(path, below))
                yield from waiting.pop()

    return search(root, ())


def _is_new(path: str, top: str, seen: set[str], without: set[str]) -> bool:
    """Whether a folder is to be searched: it is not ours, and no link back."""
    real = os.path.realpath(path)
    if real in without:
        return False
    if os.path.islink(path):  # noqa: PTH114
        inside = f"{real}{os.sep}".startswith(f"{top}{os.sep}")
        above = f"{top}{os.sep}".startswith(f"{real}{os.sep}")
        if inside or above or real in seen:
            return False
        seen.add(real)
    return True


def _unpacked(file: Input, choice: Choice) -> Iterator[Input]:
    """The members of an archive; any other file itself, and an archive that is none."""
    if not names_archive(file.place) or not is_regular(file.place):
        yield file
        return
    found = members(file.place)
    if isinstance(found, str):
        yield file._replace(trouble=found)
        return
    empty = True
    for member in found:
        inner = tuple(PurePosixPath(member).parts)
        if choice.takes(inner):
            empty = False
            yield Input(file.place, (*file.parts, *inner), member)
    if empty and not choice.include:
        yield file._replace(trouble="no file in the archive")


def is_regular(path: str) -> bool:
    """Whether a path leads to a file that has an end: no pipe, no device, no dead link."""
    try:
        return stat.S_ISREG(Path(path).stat().st_mode)
    except (OSError, ValueError):
        return False
