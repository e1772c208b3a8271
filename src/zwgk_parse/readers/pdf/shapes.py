"""The painted shapes of a page, those within forms among them, sorted into lines and rectangles."""

from __future__ import annotations

import ctypes
from itertools import pairwise, repeat
from typing import TYPE_CHECKING, Any

import pypdfium2_raw as pdfium

from zwgk_parse.readers.pdf.calls import (
    address,
    argument,
    as_object,
    count_segments,
    draw_mode,
    form_object,
    object_bounds,
    object_type,
    page_object,
)
from zwgk_parse.readers.pdf.strokes import THIN, outline, sort_box
from zwgk_parse.readers.pdf.views import matrix_of

if TYPE_CHECKING:
    from zwgk_parse.readers.pdf.page import Box, Stroke
    from zwgk_parse.readers.pdf.views import View

_TEXT, _PATH, _IMAGE, _FORM = 1, 2, 3, 5
_RECTANGLE = 6  # segments of a line or a rectangle, at most
_DEEPEST = 12
_Matrix = tuple[float, float, float, float, float, float]
_PLAIN: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Shapes:
    """Collects what is painted on a page; `pictures` is the share of it that pictures cover."""

    def __init__(self, view: View, most: int) -> None:
        self.view, self.left_over = view, most
        self.level: list[Stroke] = []
        self.upright: list[Stroke] = []
        self.dots: list[Box] = []
        self.fills: list[Box] = []
        self.pictures = 0.0
        self._sides = (ctypes.c_float * 4)()
        self._side_pointers = tuple(ctypes.byref(self._sides, 4 * at) for at in range(4))
        self._mode, self._stroke = ctypes.c_int(), ctypes.c_int()
        self._mode_pointers = ctypes.byref(self._mode), ctypes.byref(self._stroke)

    def take_page(self, page: Any) -> bool:
        """Take every shape of an open page; False if there are more objects than allowed."""
        count = pdfium.FPDFPage_CountObjects(page)
        self.left_over -= max(0, count)
        if self.left_over < 0:
            return False
        shapes = list(map(page_object, repeat(address(page)), range(count)))
        return all(
            self._take(shape, what, _PLAIN, 0)
            for shape, what in zip(shapes, map(object_type, shapes), strict=True)
            if what != _TEXT
        )

    def _take(self, shape: int, what: int, matrix: _Matrix, depth: int) -> bool:
        if what == _PATH:
            self._take_path(shape, matrix)
        elif what == _FORM:
            return self._take_form(shape, matrix, depth)
        elif what == _IMAGE:
            box = self._bounds(shape, matrix)
            page = self.view.width * self.view.height
            self.pictures += box.width * box.height / page if page > 0 else 0.0
        return True

    def _take_form(self, form: int, matrix: _Matrix, depth: int) -> bool:
        count = pdfium.FPDFFormObj_CountObjects(as_object(form))
        self.left_over -= max(0, count)
        if self.left_over < 0 or depth > _DEEPEST:
            return False
        inner = _product(matrix_of(as_object(form)), matrix)
        for number in range(max(0, count)):
            shape = form_object(form, number)
            if not self._take(shape, object_type(shape), inner, depth + 1):
                return False
        return True

    def _take_path(self, path: int, matrix: _Matrix) -> None:
        draw_mode(argument(path), *self._mode_pointers)
        filled, stroked = self._mode.value != 0, self._stroke.value != 0
        if not (filled or stroked):
            return
        segments = count_segments(path)
        box = self._bounds(path, matrix)
        if segments <= _RECTANGLE or (box.width <= THIN or box.height <= THIN):
            self._take_box(box, segments, stroked=stroked)
            return
        self.left_over -= segments
        if self.left_over > 0:
            self._take_figures(
                path, segments, _product(matrix_of(as_object(path)), matrix), stroked=stroked
            )

    def _take_box(self, box: Box, segments: int, *, stroked: bool) -> None:
        """A line or a rectangle, by its bounds; a slanting line is none of a table."""
        if box.width > THIN and box.height > THIN:
            if segments < 4:
                return
            if stroked:
                outline(box, self.level, self.upright)
                return
        sort_box(box, self.level, self.upright, self.dots, self.fills)

    def _take_figures(self, path: int, segments: int, matrix: _Matrix, *, stroked: bool) -> None:
        """The figures that one path is made of: a whole grid may be drawn as one."""
        figure: list[tuple[float, float]] = []
        x, y = ctypes.c_float(), ctypes.c_float()
        handle = as_object(path)
        for number in range(segments):
            segment = pdfium.FPDFPath_GetPathSegment(handle, number)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            point = _apply(matrix, x.value, y.value)
            if kind == pdfium.FPDF_SEGMENT_MOVETO and figure:
                self._take_figure(figure, stroked=stroked)
                figure = []
            figure.append(point)
            if pdfium.FPDFPathSegment_GetClose(segment):
                figure.append(figure[0])
        self._take_figure(figure, stroked=stroked)

    def _take_figure(self, figure: list[tuple[float, float]], *, stroked: bool) -> None:
        xs, ys = [x for x, _ in figure], [y for _, y in figure]
        box = self.view.box(min(xs), min(ys), max(xs), max(ys))
        thin = box.width <= THIN or box.height <= THIN
        if thin or not stroked:
            sort_box(box, self.level, self.upright, self.dots, self.fills)
            return
        for (x0, y0), (x1, y1) in pairwise(figure):
            side = self.view.box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
            if side.width <= THIN or side.height <= THIN:
                sort_box(side, self.level, self.upright, self.dots, self.fills)

    def _bounds(self, shape: int, matrix: _Matrix) -> Box:
        object_bounds(argument(shape), *self._side_pointers)
        left, bottom, right, top = self._sides
        if matrix is not _PLAIN:
            corners = [_apply(matrix, x, y) for x in (left, right) for y in (bottom, top)]
            xs, ys = [x for x, _ in corners], [y for _, y in corners]
            left, bottom, right, top = min(xs), min(ys), max(xs), max(ys)
        return self.view.box(left, bottom, right, top)


def _apply(matrix: _Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _product(first: _Matrix, then: _Matrix) -> _Matrix:
    """The matrix that does `first` and `then`."""
    a, b, c, d, e, f = first
    at = _apply(then, e, f)
    across = (then[0] * a + then[2] * b, then[1] * a + then[3] * b)
    down = (then[0] * c + then[2] * d, then[1] * c + then[3] * d)
    return (*across, *down, *at)
