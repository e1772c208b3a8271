"""Bytes → Document. READERS lists the kinds of file; a kind is told by content, then by suffix."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple, Protocol

from zwgk_parse.collector import paused
from zwgk_parse.diagnostics import Result
from zwgk_parse.errors import LimitExceededError, ReadError, UnsupportedFormatError
from zwgk_parse.messages import remark
from zwgk_parse.readers import ole
from zwgk_parse.readers.options import DEFAULTS
from zwgk_parse.source import Span

if TYPE_CHECKING:
    from zwgk_parse.diagnostics import Diagnostic
    from zwgk_parse.document.model import Document
    from zwgk_parse.readers.options import Options


class Read(Protocol):
    """What a reader's `read` takes and gives."""

    def __call__(self, data: bytes, name: str, options: Options) -> Result[Document]: ...


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


HTML_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")
READERS = (
    Reader("pdf", (".pdf",), "zwgk_parse.readers.pdf"),
    Reader("docx", (".docx", ".docm", ".dotx", ".dotm"), "zwgk_parse.readers.docx"),
    Reader("html", HTML_SUFFIXES, "zwgk_parse.readers.html"),
    Reader("text", (".txt", ".md", ".markdown", ".text", ".tsv", ""), "zwgk_parse.readers.text"),
)
# How files begin that no reader takes yet, and what to do with them.
_FOREIGN = (
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
# A PDF may begin behind other bytes (ISO 32000-1, implementation note 13).
_PDF_HEAD = 1024


def read(data: bytes, name: str, options: Options = DEFAULTS) -> Result[Document]:
    """The document in `data`, whatever its name says; ZW002 when a suffix misleads.

    Raises ReadError when the bytes are empty, LimitExceededError above the
    limits in `options` and UnsupportedFormatError when no reader takes them.
    """
    if len(data) > options.limits.bytes:
        raise LimitExceededError(
            name,
            f"it has more than the {options.limits.bytes:,} bytes that are read",
            "split it into smaller files",
        )
    if not data or data.isspace():
        raise ReadError(name, "the file is empty", "fetch it again")
    reader = _reader_for(data, name)
    with paused():
        result = reader.read(data, name, options)
    return Result(result.value, (*_misled(reader, name), *result.diagnostics))


def _reader_for(data: bytes, name: str) -> Reader:
    if data.startswith(ole.MAGIC):
        raise ole.refusal(data, name)
    for magic, kind, remedy in _FOREIGN:
        if data.startswith(magic):
            raise UnsupportedFormatError(
                name, f"it is of the kind {kind}, which is not read yet", remedy
            )
    by_name = {reader.name: reader for reader in READERS}
    head = data[:_SNIFFED]
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return by_name["docx"]
    if b"%PDF-" in head[:_PDF_HEAD]:
        return by_name["pdf"]
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
    html_suffix = PurePath(name).suffix.lower() in HTML_SUFFIXES
    return tags > (0 if html_suffix else 40)


def _misled(reader: Reader, name: str) -> tuple[Diagnostic, ...]:
    suffix = PurePath(name).suffix.lower()
    # A name without an ending promises nothing.
    if not suffix or suffix in reader.suffixes:
        return ()
    return (remark("ZW002", (Span(),), suffix=suffix, kind=reader.name),)
