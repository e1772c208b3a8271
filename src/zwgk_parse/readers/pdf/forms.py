"""How much the forms of a PDF draw when each is put where it is shown, before they are drawn.

A form XObject (ISO 32000-1, 8.10) may show others, and these again: ten forms that show the next
one ten times each draw thousands of millions of lines. In go the file's bytes, out come counts;
nothing is drawn for them. Objects that are packed in streams are looked at as well. What cannot be
seen: forms packed by anything but deflate, and those of a file that is encrypted.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = rb"/([^\s/<>\[\](){}%]+)"
_OBJECT = re.compile(rb"(?<!\d)(\d{1,10})\s{1,9}\d{1,5}\s{1,9}obj\b")
_END = re.compile(rb"\bstream\r?\n|\bendobj\b")
_FORM = re.compile(rb"/Subtype\s*/Form\b")
_PACK = re.compile(rb"/Type\s*/ObjStm\b")
# Streams that draw nothing.
_OTHER = re.compile(rb"/(?:Image|XRef|Metadata|EmbeddedFile|Length1|Type1C|CIDFontType0C)\b")
_FILTER = re.compile(rb"/Filter\b")
_PACKED = re.compile(rb"/(?:FlateDecode|Fl)\b")
_FIRST = re.compile(rb"/First\s+(\d{1,9})\b")
_SHOWN = re.compile(_NAME + rb"(?:\s|%[^\r\n]{0,80}[\r\n]){1,9}Do\b")
_DRAWN = re.compile(rb"(?<![^\s\])>])(?:[SsFfBb]\*?|T[jJ]|Do|sh|EI)(?![^\s/\[(<%])")
_OCTET = re.compile(rb"#([0-9A-Fa-f]{2})")
_RESOURCES = re.compile(rb"/Resources\s+(\d{1,10})\s+\d{1,5}\s+R\b")
_XOBJECTS = re.compile(rb"/XObject\s*(?:<<([^<>]*)>>|\s(\d{1,10})\s+\d{1,5}\s+R\b)")
_NAMED = re.compile(_NAME + rb"\s+(\d{1,10})\s+\d{1,5}\s+R\b")
# As deep as pdfium follows forms.
_DEEPEST = 40


class Drawn(NamedTuple):
    """What the worst stream of a file draws: forms, and painted objects within these."""

    forms: int = 0
    objects: int = 0


class _Stream(NamedTuple):
    """A stream that may show forms: its dictionary and what it holds, unpacked."""

    head: bytes
    plain: bytes


class _Edges(NamedTuple):
    """How often a stream shows which forms; those whose number is not told, by their names."""

    forms: Counter[int]
    names: Counter[bytes]


def most_drawn(data: bytes, enough: int, most: int) -> Drawn:
    """What the worst stream of a file draws, counted up to `enough` forms at least.

    No stream is unpacked beyond `most` bytes. A name that a stream's own resources do not tell
    stands for the largest form of that name anywhere in the file.
    """
    if not _FORM.search(data):
        return Drawn()
    bodies, streams = _read(data, most)
    forms = {number for number, stream in streams.items() if _FORM.search(stream.head)}
    anywhere: dict[bytes, set[int]] = defaultdict(set)
    for body in bodies.values():
        for name, target in _names(body, bodies):
            anywhere[name] |= {target} & forms
    edges = {at: _edges(at, stream, bodies, forms) for at, stream in streams.items()}
    edges = {at: found for at, found in edges.items() if found.forms or found.names}
    own = {at: 1 + len(_DRAWN.findall(streams[at].plain)) for at in forms}
    return Drawn(
        _largest(edges, dict.fromkeys(forms, 1), anywhere, enough),
        _largest(edges, own, anywhere, enough),
    )


def _read(data: bytes, most: int) -> tuple[dict[int, bytes], dict[int, _Stream]]:
    """The objects of a file by number, those of streams by their dictionaries, and the streams."""
    bodies: dict[int, bytes] = {}
    streams: dict[int, _Stream] = {}
    at = 0
    while begun := _OBJECT.search(data, at):
        number = int(begun[1])
        end = _END.search(data, begun.end())
        at = end.end() if end else len(data)
        body = bodies[number] = data[begun.end() : end.start() if end else at]
        if end is None or end[0] == b"endobj" or _OTHER.search(body):
            continue
        stream = _Stream(body, _plain(data, at, body, most))
        if _PACK.search(body):
            bodies |= _unpacked(stream)
        else:
            streams[number] = stream
        at = max(at, data.find(b"endstream", at))
    return bodies, streams


def _plain(data: bytes, start: int, head: bytes, most: int) -> bytes:
    """What the stream that begins at `start` holds; nothing where it cannot be unpacked."""
    end = data.find(b"endstream", start)
    plain = data[start : end if end >= 0 else len(data)]
    if not _FILTER.search(head):
        return plain
    for _ in _PACKED.findall(head):
        try:
            plain = zlib.decompressobj().decompress(plain, most)
        except zlib.error:
            return b""
    return plain if _PACKED.search(head) else b""


def _unpacked(stream: _Stream) -> dict[int, bytes]:
    """The objects that are packed in a stream: pairs of number and offset, then the objects."""
    first = _FIRST.search(stream.head)
    if first is None:
        return {}
    begin = int(first[1])
    words = stream.plain[:begin].split()
    if not all(map(bytes.isdigit, words)):
        return {}
    pairs = zip(words[::2], words[1::2], strict=False)
    places = sorted((begin + int(place), int(number)) for number, place in pairs)
    ends = [place for place, _ in places[1:]] + [len(stream.plain)]
    return {
        number: stream.plain[place:end] for (place, number), end in zip(places, ends, strict=True)
    }


def _names(body: bytes, bodies: dict[int, bytes]) -> Iterator[tuple[bytes, int]]:
    """The names in the XObject dictionaries of an object, each with the object that it names."""
    for match in _XOBJECTS.finditer(body):
        listed = match[1] if match[2] is None else bodies.get(int(match[2]), b"")
        for named in _NAMED.finditer(listed):
            yield _octets(named[1]), int(named[2])


def _octets(name: bytes) -> bytes:
    """A name with #58 as X."""
    return _OCTET.sub(lambda match: bytes.fromhex(match[1].decode()), name)


def _edges(number: int, stream: _Stream, bodies: dict[int, bytes], forms: set[int]) -> _Edges:
    """What a stream shows. pdfium does not follow a form that shows itself."""
    shown = Counter(map(_octets, _SHOWN.findall(stream.plain)))
    found = _Edges(Counter(), Counter())
    if not shown:
        return found
    elsewhere = _RESOURCES.search(stream.head)
    resources = bodies.get(int(elsewhere[1]), b"") if elsewhere else stream.head
    own = dict(_names(resources, bodies))
    for name, count in shown.items():
        target = own.get(name)
        if target is None:
            found.names[name] = count
        elif target in forms and target != number:
            found.forms[target] += count
    return found


def _largest(
    edges: dict[int, _Edges],
    own: dict[int, int],
    anywhere: dict[bytes, set[int]],
    enough: int,
) -> int:
    """The largest sum of what a stream draws with all that it shows, `own` being what each adds.

    Forms that show each other in a ring are followed as deep as pdfium goes.
    """
    totals = own
    for _ in range(_DEEPEST):
        names = {
            name: max((totals[target] for target in targets), default=0)
            for name, targets in anywhere.items()
        }
        sums = own | {
            at: own.get(at, 0) + _sum(found, totals, names) for at, found in edges.items()
        }
        if sums == totals or max(sums.values(), default=0) > enough * enough:
            return max(sums.values(), default=0)
        totals = sums
    return max(totals.values(), default=0)


def _sum(edges: _Edges, totals: dict[int, int], names: dict[bytes, int]) -> int:
    told = sum(count * totals.get(target, 0) for target, count in edges.forms.items())
    return told + sum(count * names.get(name, 0) for name, count in edges.names.items())
