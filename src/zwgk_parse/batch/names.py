"""What the plan of an input is called: the parts of its path go in, a free name comes out."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from itertools import count
from typing import TYPE_CHECKING

from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

# What some file system cannot have in a name: control characters, what Windows keeps for itself,
# half a surrogate pair.
_REFUSED = lazy(r'[\x00-\x1f\x7f<>:"|?*/\\\ud800-\udfff]')
# Names that are devices on Windows, whatever they end with.
_DEVICES = lazy(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
# A folder of such a name could stand where another input's plan is to be.
_LIKE_PLANS = (".json", ".json.gz")
# ext4, NTFS and others take 255 bytes or units; endings and a mark must still fit.
_LONGEST = 200
# An object store takes 1,024 bytes for all of a name, and so does macOS for a path.
_LONGEST_PATH = 700
_CUT = "~"


def output_name(parts: Sequence[str], mark: str, own: str, taken: Callable[[str], bool]) -> str:
    """The relative path, with slashes, of the plan of an input whose path has these `parts`.

    The path is kept where it can be. Where a part has to be altered, or the name is `taken` by
    another input, as much of `mark` (hexadecimal digits of its content) as is needed is put behind
    it, or digits of `own`, which no other input has.
    """
    given = [part for part in parts if part not in ("", ".", "..")]
    kept = _shortened([_portable(part) for part in given])
    for folder, part in enumerate(kept[:-1]):
        if folded(part).endswith(_LIKE_PLANS):
            kept[folder] = f"{part}_"
    name = "/".join(kept) or "_"
    if kept == given and kept and not taken(name):
        return name
    return next(marked for marked in _marked(name, mark, own) if not taken(marked))


def folded(name: str) -> str:
    """`name` as file systems see it that tell neither cases nor forms of a character apart."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _marked(name: str, mark: str, own: str) -> Iterator[str]:
    """Names to try, one after the other, without an end."""
    yield f"{name}~{mark[:8]}"
    yield f"{name}~{mark[:16]}"
    for number in count():
        yield f"{name}~{hashlib.sha256(f'{own}{number}'.encode()).hexdigest()[:16]}"


def _portable(part: str) -> str:
    """`part` as a name that every file system takes."""
    plain = _REFUSED.sub("_", part)
    if _DEVICES.match(plain):
        plain = f"_{plain}"
    data = plain.encode()
    if len(data) > _LONGEST:
        plain = data[:_LONGEST].decode(errors="ignore")
    return f"{plain[:-1]}_" if plain.endswith((".", " ")) else plain


def _shortened(parts: list[str]) -> list[str]:
    """`parts` without some in the middle, where there are too many."""
    room = _LONGEST_PATH - sum(len(part.encode()) + 1 for part in parts)
    if room >= 0:
        return parts
    last, first = parts[-1], list[str]()
    left = _LONGEST_PATH - len(last.encode()) - len(_CUT) - 2
    for part in parts:
        left -= len(part.encode()) + 1
        if left < 0:
            break
        first.append(part)
    return [*first, _CUT, last]
