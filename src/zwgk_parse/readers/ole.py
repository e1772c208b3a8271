"""Files of the old compound format (.doc, .wps, encrypted .docx): bytes in, an error out.

None of them is read. What stands in one is told by the names in its directory (MS-CFB, 2.6.1):
entries of 128 bytes, each with a name in UTF-16, the name's length and the entry's type.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from zwgk_parse.errors import EncryptedFileError, UnsupportedFormatError

if TYPE_CHECKING:
    from zwgk_parse.errors import ReadError

MAGIC = b"\xd0\xcf\x11\xe0"
_ENTRY = 128
_LENGTH, _TYPE = 64, 66
_CONVERT = (
    "open it in Word, WPS or LibreOffice and save it as .docx, "
    "or run: soffice --headless --convert-to docx FILE"
)
_DECRYPT = "open it with its password, take the password off and save it again"
_OTHERS = (
    ("Workbook", "old Excel", "copy the table to a Word document and save it as .docx"),
    ("Book", "old Excel", "copy the table to a Word document and save it as .docx"),
    (
        "PowerPoint Document",
        "old PowerPoint",
        "copy its text to a Word document and save it as .docx",
    ),
    ("__properties_version1.0", "Outlook", "save its attachment or its text"),
)


def refusal(data: bytes, name: str) -> ReadError:
    """What to raise for a file that begins with MAGIC."""
    if _holds(data, "EncryptedPackage"):
        return EncryptedFileError(name, "it is encrypted", _DECRYPT)
    for entry, kind, remedy in _OTHERS:
        if _holds(data, entry):
            return _refused(name, kind, remedy)
    if PurePath(name).suffix.lower() in (".wps", ".wpt"):
        return _refused(name, "WPS", _CONVERT)
    kind = "old Word (.doc)" if _holds(data, "WordDocument") else "old Word or WPS"
    return _refused(name, kind, _CONVERT)


def _refused(name: str, kind: str, remedy: str) -> UnsupportedFormatError:
    return UnsupportedFormatError(name, f"it is of the kind {kind}, which is not read yet", remedy)


def _holds(data: bytes, entry: str) -> bool:
    """Whether the directory has a stream or storage of this name."""
    words = entry.encode("utf-16-le")
    length = (len(words) + 2).to_bytes(2, "little")
    at = data.find(words)
    while at >= 0:
        rest = data[at + _LENGTH : at + _TYPE + 1]
        if at % _ENTRY == 0 and rest[:2] == length and rest[2:] in (b"\x01", b"\x02"):
            return True
        at = data.find(words, at + 2)
    return False
