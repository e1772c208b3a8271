"""How a page is shown: from the file's own coordinates to points from the page's top left.

A file counts y upwards from anywhere (ISO 32000-1, 14.11.2), may turn the page when it is shown
(/Rotate), show only part of it (/CropBox) and count in units of its own (/UserUnit). Some writers
leave the page upright and turn the text instead: such a page is turned as well.
"""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2_raw as pdfium

from zwgk_parse.readers.pdf.page import Box

if TYPE_CHECKING:
    from array import array


class View(NamedTuple):
    """The part of the file's plane that is shown, turned clockwise by `turns` quarters."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0
    unit: float = 1.0

    @staticmethod
    def of(handle: Any, unit: float = 1.0) -> View:
        """The view of an open page that counts in units of `unit` points."""
        shown = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(handle, shown)
        turns = max(0, pdfium.FPDFPage_GetRotation(handle)) % 4
        return View(shown.left, shown.bottom, shown.right, shown.top, turns, unit)

    @property
    def width(self) -> float:
        """How wide the page is as shown, in points."""
        plain = self.turns % 2 == 0
        return self.unit * (self.right - self.left if plain else self.top - self.bottom)

    @property
    def height(self) -> float:
        """How high the page is as shown, in points."""
        plain = self.turns % 2 == 0
        return self.unit * (self.top - self.bottom if plain else self.right - self.left)

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle of the file as it is shown."""
        unit = self.unit
        if self.turns == 0:
            sides = (left - self.left, self.top - top, right - self.left, self.top - bottom)
        elif self.turns == 1:
            sides = (bottom - self.bottom, left - self.left, top - self.bottom, right - self.left)
        elif self.turns == 2:
            sides = (self.right - right, bottom - self.bottom, self.right - left, top - self.bottom)
        else:
            sides = (self.top - top, self.right - right, self.top - bottom, self.right - left)
        return Box(*(side * unit for side in sides)) if unit != 1.0 else Box(*sides)

    def columns(
        self, boxes: array[float]
    ) -> tuple[list[float], list[float], list[float], list[float]]:
        """The lefts, tops, rights and bottoms of boxes that stand one after another.

        Each box is four numbers of the file: left, top, right, bottom.
        """
        lefts, tops = boxes[0::4].tolist(), boxes[1::4].tolist()
        rights, bottoms = boxes[2::4].tolist(), boxes[3::4].tolist()
        if self.turns == 0 and self.unit == 1.0:
            return (
                _from(self.left, lefts),
                _down(self.top, tops),
                _from(self.left, rights),
                _down(self.top, bottoms),
            )
        shown = [
            self.box(left, bottom, right, top)
            for left, bottom, right, top in zip(lefts, bottoms, rights, tops, strict=True)
        ]
        return (
            [box.left for box in shown],
            [box.top for box in shown],
            [box.right for box in shown],
            [box.bottom for box in shown],
        )


def _from(origin: float, values: list[float]) -> list[float]:
    return [value - origin for value in values] if origin else values


def _down(origin: float, values: list[float]) -> list[float]:
    return [origin - value for value in values]


def matrix_of(handle: Any) -> tuple[float, float, float, float, float, float]:
    """The matrix of a page object."""
    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(handle, ctypes.byref(found))
    return found.a, found.b, found.c, found.d, found.e, found.f
