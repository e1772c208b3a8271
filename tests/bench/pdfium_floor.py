"""The floor under any reader over pdfium: all it can say of a file, asked for as fast as may be.

In goes a file, out come counts: of characters, each with its box, and of the segments of paths.
Calls go to the C library itself, with the same buffers again and again.
"""

from __future__ import annotations

from ctypes import byref, c_double, c_float, c_ushort
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium


class _Buffers:
    """What the calls write into."""

    def __init__(self) -> None:
        self.box = c_double(), c_double(), c_double(), c_double()
        self.box_refs = tuple(map(byref, self.box))
        self.point = c_float(), c_float()
        self.point_refs = tuple(map(byref, self.point))
        self.matrix = pdfium.FS_MATRIX()


def extract_all(data: bytes) -> tuple[int, int]:
    """The number of characters and of path segments in the file."""
    characters = segments = 0
    buffers = _Buffers()
    with pypdfium2.PdfDocument(data) as file:
        for number in range(len(file)):
            page = pdfium.FPDF_LoadPage(file.raw, number)
            characters += len(page_characters(page, buffers))
            segments += len(page_segments(page, buffers))
            pdfium.FPDF_ClosePage(page)
    return characters, segments


def page_characters(page: Any, buffers: _Buffers) -> list[tuple[str, float, float, float, float]]:
    """Each character of the page and its box: left, right, bottom, top."""
    text = pdfium.FPDFText_LoadPage(page)
    count = pdfium.FPDFText_CountChars(text)
    written = (c_ushort * (count + 1))()
    pdfium.FPDFText_GetText(text, 0, count, written)
    left, right, bottom, top = buffers.box
    refs = buffers.box_refs
    box_of = pdfium.FPDFText_GetCharBox
    found = []
    for at in range(count):
        box_of(text, at, *refs)
        found.append((chr(written[at]), left.value, right.value, bottom.value, top.value))
    pdfium.FPDFText_ClosePage(text)
    return found


def page_segments(page: Any, buffers: _Buffers) -> list[tuple[int, float, float]]:
    """The segments of all paths on the page, also inside forms, in the measures of each path."""
    found: list[tuple[int, float, float]] = []
    count, one = pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject
    waiting = [one(page, at) for at in range(count(page))]
    while waiting:
        thing = waiting.pop()
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            found += _segments(thing, buffers)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            inside = range(pdfium.FPDFFormObj_CountObjects(thing))
            waiting += [pdfium.FPDFFormObj_GetObject(thing, at) for at in inside]
    return found


def _segments(path: Any, buffers: _Buffers) -> list[tuple[int, float, float]]:
    pdfium.FPDFPageObj_GetMatrix(path, buffers.matrix)
    x, y = buffers.point
    found = []
    for at in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, at)
        pdfium.FPDFPathSegment_GetPoint(segment, *buffers.point_refs)
        found.append((pdfium.FPDFPathSegment_GetType(segment), x.value, y.value))
    return found
