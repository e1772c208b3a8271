"""What a path on this machine stands for: files, folders and archives in, Inputs out.

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
_NO_NAMES = ("/", "//", ".", "..")


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
        whole = self.place if URL.match(self.place) else self.place.replace(os.sep, "/")
        return _text(whole if self.member is None else f"{whole}!/{self.member}")

    @property
    def whole(self) -> str:
        """Where it stands, in whichever folder the program was called: what a manifest means."""
        place = self.place if URL.match(self.place) else os.path.abspath(self.place)  # noqa: PTH100
        return _text(place if self.member is None else f"{place}!/{self.member}")

    @property
    def name(self) -> str:
        """The name of the file alone."""
        return PurePosixPath(self.member or self.place.replace(os.sep, "/")).name


class Choice(NamedTuple):
    """Which files of folders, archives and lists of objects are inputs.

    Patterns are those of a shell, against a file's name or, if they have a slash, against its path
    below the source. `without` are folders, files and addresses that are left alone: where the
    batch itself writes, and its manifest.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    def takes(self, parts: Sequence[str]) -> bool:
        """Whether the file at the path of these `parts` is an input."""
        if any(_is_hidden(part) for part in parts) or _matches(parts, self.exclude):
            return False
        return not self.include or _matches(parts, self.include)

    def enters(self, parts: Sequence[str]) -> bool:
        """Whether the folder at the path of these `parts` is searched."""
        return not _is_hidden(parts[-1]) and not _matches(parts, self.exclude)

    def may_be_ours(self, name: str) -> bool:
        """Whether something of this name may be among what is left alone."""
        return any(name == Path(one).name for one in self.without)


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


def _text(name: str) -> str:
    """`name` as a text that can be written; bytes that are no text are escaped."""
    try:
        data = name.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        # Half a surrogate pair, as Windows has them in names.
        data = name.encode("utf-8", "surrogatepass")
    return data.decode("utf-8", "backslashreplace")


def inputs_in(source: str, choice: Choice) -> Iterator[Input]:
    """The inputs that a path on this machine stands for: a file, an archive, or a folder."""
    if os.path.isdir(source):  # noqa: PTH112  Path's raises where one may not look
        yield from _searched(source, choice)
    else:
        parts = tuple(part for part in Path(source).parts if part not in (os.sep, ".", ".."))
        yield from _unpacked(Input(source, _without_drive(parts)), choice)


def _without_drive(parts: tuple[str, ...]) -> tuple[str, ...]:
    """`C:\\plans\\a.txt` keeps `plans/a.txt`."""
    return parts[1:] if parts and parts[0].endswith((":", ":\\")) else parts


def inputs_at(root: str, parts: tuple[str, ...], choice: Choice) -> Iterator[Input]:
    """The inputs that stand at the path of these `parts` below the folder `root`: one, or many."""
    ways = [parts[:length] for length in range(1, len(parts))]
    path = os.path.join(root, *parts)  # noqa: PTH118
    if not parts or not all(map(choice.enters, ways)) or _is_ours(path, choice.without):
        return
    if not os.path.isdir(path):  # noqa: PTH112
        if choice.takes(parts):
            yield from _unpacked(Input(path, parts), choice)
    elif choice.enters(parts) and not os.path.islink(path):  # noqa: PTH114
        yield from _searched(root, choice, parts)


def _is_ours(path: str, without: Iterable[str]) -> bool:
    real = os.path.realpath(path)
    return any(_is_in(real, os.path.realpath(one)) for one in without)


def _searched(root: str, choice: Choice, below: tuple[str, ...] = ()) -> Iterator[Input]:
    """The inputs in the folder `root`, by name, folders where their names stand.

    `below`: only those in that folder of it.
    """
    without = {place for path in choice.without if (place := _place(path)) is not None}
    tops = [os.path.realpath(root)]
    # No function that calls itself: folders may be nested deeper than calls.
    begun: list[tuple[str, tuple[str, ...], Iterator[str]]] = []
    entered: tuple[str, tuple[str, ...]] | None = (os.path.join(root, *below), below)  # noqa: PTH118
    while entered or begun:
        if entered:
            names = _names(entered[0])
            if isinstance(names, str):
                yield Input(*entered, trouble=names)
            else:
                begun.append((*entered, names))
            entered = None
            continue
        folder, parts, names = begun[-1]
        name = next(names, None)
        if name is None:
            begun.pop()
            continue
        path, inner = os.path.join(folder, name), (*parts, name)  # noqa: PTH118  faster
        if not os.path.isdir(path):  # noqa: PTH112
            if choice.takes(inner) and not (choice.may_be_ours(name) and _place(path) in without):
                yield from _unpacked(Input(path, inner), choice)
        elif choice.enters(inner) and _is_new(path, tops, without):
            entered = path, inner


def _names(folder: str) -> Iterator[str] | str:
    """The names in a folder, in order; or why they cannot be had."""
    try:
        with os.scandir(folder) as found:
            return iter(in_order(entry.name for entry in found))
    except OSError as error:
        return f"it cannot be read ({error.strerror or error})"


def _place(folder: str | Path) -> tuple[int, int] | None:
    """What a folder is known by, whichever path leads to it; None where none does."""
    try:
        facts = os.stat(folder)  # noqa: PTH116
    except OSError:
        return None
    return facts.st_dev, facts.st_ino


def _is_new(path: str, tops: list[str], without: set[tuple[int, int]]) -> bool:
    """Whether a folder is to be searched: it is not ours, and no link to what is searched anyway.

    `tops` are the folder that the search began in and those that links led to.
    """
    if without and _place(path) in without:
        return False
    if os.path.islink(path):  # noqa: PTH114
        real = os.path.realpath(path)
        if _is_in(tops[0], real) or any(_is_in(real, top) for top in tops):
            return False
        tops.append(real)
    return True


def _is_in(path: str, folder: str) -> bool:
    return f"{path}{os.sep}".startswith(f"{folder.rstrip(os.sep)}{os.sep}")


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
        # A name that would lead out of the archive is a name like any other: nothing is unpacked.
        inner = tuple(one for one in PurePosixPath(member).parts if one not in _NO_NAMES)
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
