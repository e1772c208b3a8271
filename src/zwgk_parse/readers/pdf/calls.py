"""The calls to pdfium that are made for every character and every shape, as cheap as they get.

The library's own bindings make an object of each pointer and let other threads in around each call,
which takes longer than the calls themselves. Here a pointer is a number, `argument` makes what a
call without declared arguments takes of it, and the interpreter is not left.
"""

from __future__ import annotations

from array import array
from ctypes import PYFUNCTYPE, byref, c_float, c_int, c_void_p, cast
from itertools import repeat
from typing import Any

import pypdfium2_raw as pdfium

# Boxes of so many characters are asked for before the buffer for them grows.
_CHARACTERS = 4096

argument = c_void_p.from_param


def address(handle: Any) -> int:
    """The address that a handle of pdfium points to."""
    return cast(handle, c_void_p).value or 0


def as_object(place: int) -> Any:
    """The page object at an address, as the library's own bindings take it."""
    return cast(place, pdfium.FPDF_PAGEOBJECT)


def _quick(function: Any, result: Any, *arguments: Any) -> Any:
    return PYFUNCTYPE(result, *arguments)(address(function))


page_object = _quick(pdfium.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
form_object = _quick(pdfium.FPDFFormObj_GetObject, c_void_p, c_void_p, c_int)
object_type = _quick(pdfium.FPDFPageObj_GetType, c_int, c_void_p)
count_segments = _quick(pdfium.FPDFPath_CountSegments, c_int, c_void_p)
# Called with what `argument` and byref make.
object_bounds = _quick(pdfium.FPDFPageObj_GetBounds, None)
draw_mode = _quick(pdfium.FPDFPath_GetDrawMode, None)
_loose_box = _quick(pdfium.FPDFText_GetLooseCharBox, None)


class Boxes:
    """A buffer for the boxes of a page's characters, used again and again."""

    def __init__(self) -> None:
        self._grow(_CHARACTERS)

    def _grow(self, count: int) -> None:
        self._floats = (c_float * (4 * count))()
        self._places = [byref(self._floats, 16 * at) for at in range(count)]

    def read(self, text_page: Any, count: int) -> array[float]:
        """Four numbers for each of a page's first `count` characters: left, top, right, bottom.

        They are the file's own, y upwards.
        """
        if count > len(self._places):
            self._grow(count)
        used = memoryview(self._floats).cast("B")[: 16 * count]
        # What pdfium knows no box for has one without any size.
        used[:] = bytes(16 * count)
        page = argument(address(text_page))
        for _ in map(_loose_box, repeat(page), range(count), self._places):
            pass
        boxes = array("f")
        boxes.frombytes(used)
        return boxes
