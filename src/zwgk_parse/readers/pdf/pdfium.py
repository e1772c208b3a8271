"""A PDF read by pdfium, page by page: raw calls, since the library's own wrappers cost twice that.

In go bytes and a password, out come Pages. Only characters and paths are asked for: scripts,
embedded files and links are never touched.
"""

from __future__ import annotations

import ctypes
import re
import sys
from array import array
from collections import Counter
from math import atan2, pi
from typing import TYPE_CHECKING, Any

import pypdfium2_raw as pdfium

from zwgk_parse.errors import DamagedFileError, EncryptedFileError, LimitExceededError
from zwgk_parse.readers.pdf.calls import Boxes
from zwgk_parse.readers.pdf.library import LOCK, start
from zwgk_parse.readers.pdf.page import Page
from zwgk_parse.readers.pdf.plumber import locked, user_units
from zwgk_parse.readers.pdf.shapes import Shapes
from zwgk_parse.readers.pdf.views import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.readers.options import Limits

_ENCRYPTED = (4, 5)  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY
# What stands for a character that the font does not name.
UNKNOWN = "\ufffd"
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_LONE = re.compile("[\ud800-\udfff]")
_SAMPLED = 9
# How much larger than most a slanted character's box is; how far from a quarter turn it stands.
_LARGER = 1.25
_UPRIGHT = 0.06
_UNIT = b"/UserUnit"
_KEPT_PAGES = 128
_BOXES = Boxes()


class PdfFile:
    """An open PDF. Raises EncryptedFileError or DamagedFileError when it cannot be opened."""

    def __init__(self, data: bytes, name: str, password: str | None, limits: Limits) -> None:
        self.name, self.limits = name, limits
        self._data = data  # pdfium reads from it as long as the file is open
        self._secret = password.encode() if password is not None else None
        with LOCK:
            start()
            self._document = self._opened()
            if not self._document:
                raise _refusal(name, pdfium.FPDF_GetLastError(), given=password is not None)
            self._units = user_units(data, password) if _UNIT in data else {}
            self.pages: int = pdfium.FPDF_GetPageCount(self._document)
        self._read_pages = 0

    def _opened(self) -> Any:
        return pdfium.FPDF_LoadMemDocument64(self._data, len(self._data), self._secret)

    def close(self) -> None:
        """Free what pdfium holds."""
        with LOCK:
            if self._document:
                pdfium.FPDF_CloseDocument(self._document)
                self._document = None

    def __iter__(self) -> Iterator[Page]:
        return (self.page(number) for number in range(1, self.pages + 1))

    def page(self, number: int) -> Page:
        """The page `number`, from 1. Raises DamagedFileError when pdfium cannot open it."""
        with LOCK:
            self._forget()
            handle = pdfium.FPDF_LoadPage(self._document, number - 1)
            if not handle:
                raise DamagedFileError(
                    self.name, f"page {number} cannot be opened", "export the PDF again"
                )
            try:
                return self._read(handle, number)
            finally:
                pdfium.FPDF_ClosePage(handle)

    def _too_many(self, number: int) -> LimitExceededError:
        reason = f"page {number} has more than {self.limits.objects:,} objects"
        return LimitExceededError(self.name, reason, "raise --max-objects if you trust it")

    def _forget(self) -> None:
        """Open the file anew after many pages: pdfium keeps what it has seen of each."""
        self._read_pages += 1
        if self._read_pages % _KEPT_PAGES == 0:
            pdfium.FPDF_CloseDocument(self._document)
            self._document = self._opened()

    def _read(self, handle: Any, number: int) -> Page:
        text, boxes, turns, slanted = _characters(handle, self.limits.objects)
        if len(boxes) > 4 * self.limits.objects:
            raise self._too_many(number)
        view = View.of(handle, self._units.get(number, 1.0))
        if turns is not None:
            view = view._replace(turns=turns)
        lefts, tops, rights, bottoms = view.columns(boxes)
        shown = _on_page(text, (lefts, tops, rights, bottoms), view.width, view.height)
        shapes = Shapes(view, self.limits.objects)
        if not shapes.take_page(handle):
            raise self._too_many(number)
        return Page(
            number,
            view.width,
            view.height,
            shown,
            lefts,
            tops,
            rights,
            bottoms,
            shapes.level,
            shapes.upright,
            shapes.dots,
            shapes.fills,
            shapes.pictures,
            slanted=slanted,
            outside=len("".join(text.split())) - len("".join(shown.split())),
        )


def _refusal(name: str, code: int, *, given: bool) -> DamagedFileError | EncryptedFileError:
    if code in _ENCRYPTED:
        return locked(name, given=given)
    return DamagedFileError(name, "it is no PDF that can be opened", "export the PDF again")


def _characters(handle: Any, most: int) -> tuple[str, array[float], int | None, int]:
    """The page's text, four numbers for each character, and the turns that set it upright.

    The numbers are left, top, right, bottom with y upwards. Last comes how many characters were
    left out since they stand at an angle.
    """
    page = pdfium.FPDFText_LoadPage(handle)
    if not page:
        return "", array("f"), None, 0
    try:
        # One more than allowed is enough to be refused.
        count = min(max(0, pdfium.FPDFText_CountChars(page)), most + 1)
        text = _text(page, count)
        boxes = _BOXES.read(page, count)
        turns = _turns(page, text)
        slanted = _slanted(page, text, boxes)
        return _blanked(text, slanted), boxes, turns, len(slanted)
    finally:
        pdfium.FPDFText_ClosePage(page)


def _on_page(text: str, sides: tuple[list[float], ...], width: float, height: float) -> str:
    """`text` with spaces for the characters that lie outside of the page as it is shown."""
    lefts, tops, rights, bottoms = sides
    across = not text or (min(lefts) >= 0 and max(rights) <= width)
    if across and (not text or (min(tops) >= 0 and max(bottoms) <= height)):
        return text
    return "".join(
        character
        if character in "\r\n"
        or (0 <= lefts[at] + rights[at] <= 2 * width and 0 <= tops[at] + bottoms[at] <= 2 * height)
        else " "
        for at, character in enumerate(text)
    )


def _text(page: Any, count: int) -> str:
    """The page's text, one character for each of pdfium's."""
    units = (ctypes.c_ushort * (count + 1))()
    pdfium.FPDFText_GetText(page, 0, count, units)
    text = bytes(units)[: 2 * count].decode("utf-16-le", errors="replace")
    if len(text) == count and "\0" not in text:
        return text
    # Characters beyond the first plane, or without Unicode, put the two counts out of step.
    codes = (pdfium.FPDFText_GetUnicode(page, at) for at in range(count))
    return _paired("".join(map(_character, codes)))


def _character(code: int) -> str:
    return chr(code) if 0 < code <= sys.maxunicode else UNKNOWN


def _paired(text: str) -> str:
    """`text` with each pair of surrogates as one character and a zero-width space."""
    paired = _PAIR.sub(
        lambda m: m[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le") + "\u200b", text
    )
    return _LONE.sub(UNKNOWN, paired)


def _turns(page: Any, text: str) -> int | None:
    """The quarters to turn the file's plane clockwise, so that most of its text stands upright."""
    some = range(0, len(text), max(1, len(text) // (3 * _SAMPLED)))
    shown = [at for at in some if not text[at].isspace()]
    shown = shown or [at for at, character in enumerate(text) if not character.isspace()]
    sample = shown[:: max(1, len(shown) // _SAMPLED)][:_SAMPLED]
    angles = [pdfium.FPDFText_GetCharAngle(page, at) for at in sample]
    quarters = Counter(-round(angle / (pi / 2)) % 4 for angle in angles if angle >= 0)
    turns, count = quarters.most_common(1)[0] if quarters else (0, 0)
    return turns if count * 2 > len(sample) else None


def _slanted(page: Any, text: str, boxes: array[float]) -> frozenset[int]:
    """The characters that stand at an angle, as those of a watermark or around a stamp.

    Their boxes are larger than most: only those are asked for their angle.
    """
    heights = [top - bottom for top, bottom in zip(boxes[1::4], boxes[3::4], strict=True)]
    if not heights:
        return frozenset()
    large = _LARGER * sorted(heights)[len(heights) // 2]
    asked = (at for at, height in enumerate(heights) if height > large and text[at] > " ")
    return frozenset(at for at in asked if _is_slanted(page, at))


def _is_slanted(page: Any, at: int) -> bool:
    """Whether a character's line rises or falls; oblique letters on a level line do not."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(page, at, matrix):
        return False
    quarters = atan2(matrix.b, matrix.a) / (pi / 2)
    return abs(quarters - round(quarters)) > _UPRIGHT


def _blanked(text: str, left_out: frozenset[int]) -> str:
    if not left_out:
        return text
    return "".join(" " if at in left_out else character for at, character in enumerate(text))
