"""The bytes of a .docx → its parts and how they refer to one another; nothing outside is fetched.

Parts are unpacked when they are asked for, and counted against the limits while they are: what the
archive says of their sizes is not believed.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import IO, TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from zwgk_parse.errors import DamagedFileError, EncryptedFileError, LimitExceededError
from zwgk_parse.readers.docx import kinds
from zwgk_parse.readers.docx.markup import parse

if TYPE_CHECKING:
    from lxml.etree import _Element

    from zwgk_parse.readers.docx.budget import Budget

_AGAIN = "fetch it again"
_ENTRY = b"PK\x01\x02"
_MAX_ENTRIES = 20_000
_CHUNK = 1 << 20
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError,
    ValueError, KeyError, IndexError, OverflowError, MemoryError,
)  # fmt: skip


class Relation(NamedTuple):
    """One part's reference to another (or, `external`, to an address): `kind` is its last word."""

    kind: str
    target: str
    external: bool


class Package:
    """The parts of a file by their names, which do not tell capitals from small letters."""

    def __init__(self, archive: zipfile.ZipFile, budget: Budget) -> None:
        self.budget = budget
        self._archive = archive
        self._entries = {_plain(info.filename): info for info in archive.infolist()}

    @property
    def names(self) -> frozenset[str]:
        """The names of all parts, in small letters."""
        return frozenset(self._entries)

    def read(self, part: str) -> bytes | None:
        """The bytes of a part, or None where there is none."""
        entry = self._entries.get(_plain(part))
        if entry is None:
            return None
        if entry.flag_bits & 1:
            raise EncryptedFileError(
                self.budget.name, "it is encrypted", "take the password off, then save it again"
            )
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise self._damaged(part)
        try:
            with self._archive.open(entry) as stream:
                return self._unpacked(stream)
        except _BROKEN as error:
            raise self._damaged(part) from error

    def _unpacked(self, stream: IO[bytes]) -> bytes:
        chunks = []
        while chunk := stream.read(_CHUNK):
            self.budget.unpack(len(chunk))
            chunks.append(chunk)
        self.budget.look()
        return b"".join(chunks)

    def _damaged(self, part: str) -> DamagedFileError:
        return DamagedFileError(self.budget.name, f"{part} in it cannot be unpacked", _AGAIN)

    def parse(self, part: str) -> _Element | None:
        """The root element of a part, or None where there is none."""
        data = self.read(part)
        return None if data is None else parse(data, part, self.budget)

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part refers to, by id; "" asks for the file itself."""
        folder, base = posixpath.split(part)
        root = self.parse(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, Relation] = {}
        for element in () if root is None else root.iter(_RELATION):
            target = element.get("Target") or ""
            external = element.get("TargetMode") == "External"
            if not external:
                target = _resolved(folder, target)
            kind = (element.get("Type") or "").rpartition("/")[2]
            found[element.get("Id") or ""] = Relation(kind, target, external)
        return found


class Main(NamedTuple):
    """The part that holds the document: its name, its root element, what it refers to."""

    part: str
    root: _Element
    relations: dict[str, Relation]

    def first(self, kind: str) -> str | None:
        """The name of the part of that kind which the document refers to."""
        found = (one for one in self.relations.values() if one.kind == kind and not one.external)
        return next((one.target for one in found), None)


def open_package(data: bytes, budget: Budget) -> tuple[Package, Main]:
    """The parts of a file, and the main one.

    Raises DamagedFileError, EncryptedFileError, LimitExceededError, and UnsupportedFormatError
    for a packed file that is not Word's.
    """
    if data.count(_ENTRY) > _MAX_ENTRIES:
        raise LimitExceededError(
            budget.name,
            f"it has more than {_MAX_ENTRIES:,} parts",
            "save it again with Word or WPS",
        )
    try:
        package = Package(zipfile.ZipFile(io.BytesIO(data)), budget)
    except _BROKEN as error:
        raise DamagedFileError(budget.name, "it is not a whole zip file", _AGAIN) from error
    part = _main_part(package)
    root = package.parse(part)
    if root is None or not kinds.is_word(root.tag):
        raise kinds.refusal(package.names, package.read("mimetype"), budget.name)
    return package, Main(part, root, package.relations(part))


def _main_part(package: Package) -> str:
    stated = package.relations("").values()
    named = (one.target for one in stated if one.kind == "officeDocument" and not one.external)
    return next(named, "word/document.xml")


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _resolved(folder: str, target: str) -> str:
    """The name of the part that `target` means, seen from a part in `folder`."""
    target = unquote(target.replace("\\", "/").partition("#")[0])
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
