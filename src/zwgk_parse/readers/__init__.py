"""Bytes → Document. READERS lists the kinds of file; a kind is told by content, then by suffix."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple, Protocol

from zwgk_parse.diagnostics import Result
from zwgk_parse.errors import LimitExceededError, ReadError, UnsupportedFormatError
from zwgk_parse.messages import remark
from zwgk_parse.source import Span

if TYPE_CHECKING:
    from zwgk_parse.diagnostics import Diagnostic
    from zwgk_parse.document.model import Document

MAX_BYTES = 16 * 1024 * 1024


class Read(Protocol):
    """What a reader's `read` takes and gives."""

    def __call__(self, data: bytes, name: str, *, base_url: str | None) -> Result[Document]: ...


class Reader(NamedTuple):
    """A kind of file: its name, its suffixes, and the module whose `read` reads it."""

    name: str
    suffixes: tuple[str, ...]
    module: str

    @property
    def read(self) -> Read:
        """The reader's function; its libraries are imported now."""
        found: Read = import_module(self.module).read
        return found


READERS = (
    Reader("html", (".html", ".htm", ".xhtml", ".shtml"), "zwgk_parse.readers.html"),
    Reader("text", (".txt", ".md", ".markdown", ".text", ".tsv", ""), "zwgk_parse.readers.text"),
)
# How files begin that no reader takes yet, and what to do with them.
_FOREIGN = (
    (b"%PDF-", "PDF", "save its text with `pdftotext -layout` or a PDF viewer"),
    (b"PK\x03\x04", "Word, WPS or zip", "save it as a web page or as plain text"),
    (b"\xd0\xcf\x11\xe0", "old Word or WPS", "save it as a web page or as plain text"),
    (b"MIME-Version:", "MHTML", "save it as a plain web page"),
    (b"{\\rtf", "RTF", "save it as plain text"),
    (b"\x89PNG", "picture", "run it through an OCR program first"),
    (b"\xff\xd8\xff", "picture", "run it through an OCR program first"),
    (b"II*\x00", "picture", "run it through an OCR program first"),
    (b"MM\x00*", "picture", "run it through an OCR program first"),
    (b"GIF8", "picture", "run it through an OCR program first"),
    (b"\x1f\x8b", "gzip", "unpack it first"),
    (b"Rar!", "RAR", "unpack it first"),
    (b"7z\xbc\xaf", "7-Zip", "unpack it first"),
)
_MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|table|tbody|tr|td|div|p|span|meta|article|section|h[1-6])"
    rb"[\s>/]",
    re.IGNORECASE,
)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_SNIFFED = 4096


def read(data: bytes, name: str, *, base_url: str | None = None) -> Result[Document]:
    """The document in `data`, whatever its name says; ZW002 when the suffix misleads.

    Raises ReadError when the bytes are empty, LimitExceededError above MAX_BYTES and
    UnsupportedFormatError when no reader takes them.
    """
    if len(data) > MAX_BYTES:
        raise LimitExceededError(
            name,
            f"it has more than the {MAX_BYTES:,} bytes that are read",
            "split it into smaller files",
        )
    if not data.strip():
        raise ReadError(name, "the file is empty", "fetch it again")
    reader = _reader_for(data, name)
    result = reader.read(data, name, base_url=base_url)
    return Result(result.value, (*_misled(reader, name), *result.diagnostics))


def _reader_for(data: bytes, name: str) -> Reader:
    for magic, kind, remedy in _FOREIGN:
        if data.startswith(magic):
            raise UnsupportedFormatError(
                name, f"it is a {kind} file, which is not read yet", remedy
            )
    by_name = {reader.name: reader for reader in READERS}
    head = data[:_SNIFFED]
    if head.startswith(_WIDE_MARKS):
        wide = head[: len(head) // 2 * 2].decode("utf-16", errors="ignore").encode()
        return by_name["html" if _is_markup(wide, name) else "text"]
    if _is_binary(head):
        raise UnsupportedFormatError(
            name, "its content is binary and of no known kind", "check that it is the right file"
        )
    return by_name["html" if _is_markup(head, name) else "text"]


def _is_binary(head: bytes) -> bool:
    return b"\x00" in head or sum(byte < 9 or 13 < byte < 27 for byte in head) > len(head) // 50


def _is_markup(head: bytes, name: str) -> bool:
    """Whether the bytes are HTML: they begin with markup, or are full of it, whatever the name.

    A few tags inside a text (`<p>` in a Markdown table) do not make a page.
    """
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:1] == b"<" and (_MARKUP.match(start) or start[:4] in (b"<!--", b"<?xm")):
        return True
    tags = len(_MARKUP.findall(head))
    html_suffix = PurePath(name).suffix.lower() in READERS[0].suffixes
    return tags > (0 if html_suffix else 40)


def _misled(reader: Reader, name: str) -> tuple[Diagnostic, ...]:
    suffix = PurePath(name).suffix.lower()
    if name == "-" or suffix in reader.suffixes:
        return ()
    return (remark("ZW002", (Span(),), suffix=suffix, kind=reader.name),)
