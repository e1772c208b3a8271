"""What the plan of an input is called: the parts of its path go in, a free name comes out."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING

from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# What some file system cannot have in a name: control characters, what Windows keeps for itself,
# half a surrogate pair.
_REFUSED = lazy(r'[\x00-\x1f\x7f<>:"|?*\\\ud800-\udfff]')
# Names that are devices on Windows, whatever they end with.
_DEVICES = lazy(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
# ext4, NTFS and others take 255 bytes or units; endings and a mark must still fit.
_LONGEST = 200


def output_name(parts: Sequence[str], mark: str, taken: Callable[[str], bool]) -> str:
    """The relative path, with slashes, of the plan of an input whose path has these `parts`.

    The path is kept where it can be. Where a part has to be altered, or the name `taken` by
    another input, as much of `mark` (hexadecimal digits) as is needed is put behind it.
    """
    kept = [_portable(part) for part in parts if part not in ("", ".", "..")] or ["_"]
    name, changed = "/".join(kept), kept != [part for part in parts if part not in ("", ".", "..")]
    if not changed and not taken(name):
        return name
    for length in (8, 16, len(mark)):
        marked = f"{name}~{mark[:length]}"
        if not taken(marked):
            return marked
    return f"{name}~{mark}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def folded(name: str) -> str:
    """`name` as file systems see it that tell neither cases nor forms of a character apart."""
    return unicodedata.normalize("NFC", name).casefold()


def _portable(part: str) -> str:
    """`part` as a name that every file system takes."""
    plain = _REFUSED.sub("_", part)
    if plain.endswith((".", " ")):
        plain = plain[:-1] + "_"
    if _DEVICES.match(plain):
        plain = f"_{plain}"
    data = plain.encode()
    return plain if len(data) <= _LONGEST else data[:_LONGEST].decode(errors="ignore")
