"""Files broken in one way each: bytes and a random generator in, bytes out.

ANY breaks bytes of any kind; PDF knows of objects and streams, WORD of the parts of a zip file.
`broken` takes one that fits; the same generator gives the same bytes.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

_OBJECT = re.compile(rb"(?<=obj).*?(?=endobj)", re.DOTALL)
_REFERENCE = re.compile(rb"\b\d+(?= 0 R\b)")
_STREAM = re.compile(rb">>\s*stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_NUMBER = re.compile(rb"(?<=[ \[\"])-?\d+(?:\.\d+)?(?=[ \]\"/>\r\n])")
_TAG = re.compile(rb"<[^<>]*>")
_ODD_NUMBERS = (
    b"0", b"-1", b"65536", b"2147483647", b"4294967296", b"-2147483649",
    b"99999999999999999999", b"1e9", b"0.00000001", b"NaN",
)  # fmt: skip
_PLACES = 8
DATED = (2022, 1, 1, 0, 0, 0)
_MOST = 1 << 24


def flip(data: bytes, rng: Random) -> bytes:
    """A few bytes replaced by others."""
    made = bytearray(data)
    for _ in range(rng.randint(1, 40)):
        made[rng.randrange(len(made))] = rng.randrange(256)
    return bytes(made)


def truncate(data: bytes, rng: Random) -> bytes:
    """The end cut off."""
    return data[: rng.randint(1, len(data))]


def swap(data: bytes, rng: Random) -> bytes:
    """Two stretches exchanged."""
    a, b, c, d = sorted(rng.randint(0, len(data)) for _ in range(4))
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]


def cut(data: bytes, rng: Random) -> bytes:
    """A stretch cut out."""
    start = rng.randrange(len(data))
    return data[:start] + data[start + rng.randint(1, 2000) :]


def repeat(data: bytes, rng: Random) -> bytes:
    """A stretch repeated."""
    start = rng.randrange(len(data))
    end = start + rng.randint(1, 2000)
    return data[:end] + data[start:end] * rng.randint(1, 20) + data[end:]


def swap_objects(data: bytes, rng: Random) -> bytes:
    """The bodies of two objects of a PDF exchanged."""
    return _swapped(data, [match.span() for match in _OBJECT.finditer(data)], rng)


def swap_streams(data: bytes, rng: Random) -> bytes:
    """Two streams of a PDF exchanged: a font for a page, a picture for a character map."""
    return _swapped(data, [match.span(1) for match in _STREAM.finditer(data)], rng)


def point_elsewhere(data: bytes, rng: Random) -> bytes:
    """References of a PDF led to other objects; some lead to themselves or in a ring."""
    return _replaced(data, _REFERENCE, rng, lambda: b"%d" % rng.randint(0, 40))


def odd_numbers(data: bytes, rng: Random) -> bytes:
    """Numbers replaced by nothing, too many, or no number at all."""
    return _replaced(data, _NUMBER, rng, lambda: rng.choice(_ODD_NUMBERS))


def break_content(data: bytes, rng: Random) -> bytes:
    """What a stream of a PDF holds, broken and packed again; one that is not packed, as it is."""
    streams = [match.span(1) for match in _STREAM.finditer(data)]
    if not streams:
        return flip(data, rng)
    start, end = rng.choice(streams)
    inner = rng.choice([*ANY.values(), odd_numbers])
    try:
        plain = zlib.decompressobj().decompress(data[start:end], _MOST) or b" "
    except zlib.error:
        return data[:start] + inner(data[start:end] or b" ", rng) + data[end:]
    return data[:start] + zlib.compress(inner(plain, rng)) + data[end:]


def break_part(data: bytes, rng: Random) -> bytes:
    """The bytes of a part of a Word file, broken."""
    return _with_part(data, rng, rng.choice(list(ANY.values())))


def odd_part_numbers(data: bytes, rng: Random) -> bytes:
    """Odd numbers in a part: widths, spans, levels, ids."""
    return _with_part(data, rng, odd_numbers)


def break_tags(data: bytes, rng: Random) -> bytes:
    """Tags of a part exchanged, or left out: it stays XML now and then."""

    def mix(part: bytes, rng: Random) -> bytes:
        tags = [match.span() for match in _TAG.finditer(part)]
        return _swapped(part, tags, rng)

    return _with_part(data, rng, mix)


def nest_again(data: bytes, rng: Random) -> bytes:
    """A table, paragraph or run of a part put into another one."""

    def nest(part: bytes, rng: Random) -> bytes:
        name = rng.choice((b"w:tbl", b"w:tr", b"w:tc", b"w:p", b"w:r", b"w:tblPr", b"w:tcPr"))
        whole = re.compile(b"<" + name + rb"[ >].*?</" + name + b">", re.DOTALL)
        found = [match.span() for match in whole.finditer(part)]
        if not found:
            return flip(part, rng)
        (start, end), (at, _) = rng.choice(found), rng.choice(found)
        inside = part.find(b">", at) + 1
        return part[:inside] + part[start:end] * rng.randint(1, 3) + part[inside:]

    return _with_part(data, rng, nest)


def lose_part(data: bytes, rng: Random) -> bytes:
    """A part of a Word file left out, or put in another's place."""
    parts = _parts(data)
    if len(parts) < 2:
        return flip(data, rng)
    one, other = rng.sample(sorted(parts), 2)
    if rng.random() < 0.5:
        parts[one] = parts[other]
    else:
        del parts[one]
    return zipped(parts)


ANY: dict[str, Callable[[bytes, Random], bytes]] = {
    "flip": flip, "truncate": truncate, "swap": swap, "cut": cut, "repeat": repeat,
}  # fmt: skip
PDF: dict[str, Callable[[bytes, Random], bytes]] = {
    "swap-objects": swap_objects, "swap-streams": swap_streams,
    "point-elsewhere": point_elsewhere, "odd-numbers": odd_numbers,
    "break-content": break_content, "break-content-2": break_content,
}  # fmt: skip
WORD: dict[str, Callable[[bytes, Random], bytes]] = {
    "break-part": break_part, "odd-part-numbers": odd_part_numbers, "break-tags": break_tags,
    "nest-again": nest_again, "lose-part": lose_part,
}  # fmt: skip


def broken(data: bytes, rng: Random) -> tuple[str, bytes]:
    """`data` broken in one of the ways for its kind, and the name of that way."""
    ways = dict(ANY)
    if b"%PDF-" in data[:1024]:
        ways |= PDF
    elif data.startswith(b"PK"):
        ways |= WORD
    name = rng.choice(sorted(ways))
    return name, ways[name](data, rng)


def zipped(parts: dict[str, bytes]) -> bytes:
    """A zip file of `parts`, the same bytes every time."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, DATED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return target.getvalue()


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _with_part(data: bytes, rng: Random, change: Callable[[bytes, Random], bytes]) -> bytes:
    """A Word file with `change` made to one part: in half of all cases the document itself."""
    parts = {name: content for name, content in _parts(data).items() if content}
    main = "word/document.xml"
    name = main if main in parts and rng.random() < 0.5 else rng.choice(sorted(parts))
    parts[name] = change(parts[name], rng)
    return zipped(parts)


def _swapped(data: bytes, spans: list[tuple[int, int]], rng: Random) -> bytes:
    if len(spans) < 2:
        return flip(data, rng)
    (a, b), (c, d) = sorted(rng.sample(spans, 2))
    return data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]


def _replaced(
    data: bytes, pattern: re.Pattern[bytes], rng: Random, value: Callable[[], bytes]
) -> bytes:
    """With a few of the places that `pattern` finds replaced by what `value` gives."""
    found = [match.span() for match in pattern.finditer(data)]
    chosen = sorted(rng.sample(found, min(len(found), rng.randint(1, _PLACES))), reverse=True)
    for start, end in chosen:
        data = data[:start] + value() + data[end:]
    return data
