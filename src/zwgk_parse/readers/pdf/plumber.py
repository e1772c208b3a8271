"""A PDF read by pdfplumber: the second opinion, where pdfium's characters or lines will not do.

In go bytes and a password, out come the same Pages that pdfium gives, and the grids that
pdfplumber itself finds. It takes about ten times as long.
"""

from __future__ import annotations

import gc
import io
import logging
from typing import TYPE_CHECKING, Any

from zwgk_parse.errors import DamagedFileError, EncryptedFileError, LimitExceededError
from zwgk_parse.readers.pdf.grid import GridCell, PageGrid
from zwgk_parse.readers.pdf.library import start
from zwgk_parse.readers.pdf.page import Box, Page, Stroke
from zwgk_parse.readers.pdf.strokes import THIN, outline, sort_box

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zwgk_parse.readers.options import Limits

_UNKNOWN = "\ufffd"
_NEAR = 3.0
_CYCLES = 16


class PlumberFile:
    """An open PDF. Raises EncryptedFileError or DamagedFileError when it cannot be opened."""

    def __init__(self, data: bytes, name: str, password: str | None, limits: Limits) -> None:
        start()
        import pdfplumber
        from pdfplumber.utils.exceptions import PdfminerException

        _hush()
        self.name, self.limits = name, limits
        try:
            self._file = pdfplumber.open(io.BytesIO(data), password=password or "")
            self.pages = len(self._file.pages)
        except PdfminerException as error:
            if any(type(cause).__name__ == "PDFPasswordIncorrect" for cause in error.args):
                raise locked(name, given=password is not None) from error
            raise self._damaged() from error
        except Exception as error:
            raise self._damaged() from error

    def _damaged(self) -> DamagedFileError:
        return DamagedFileError(
            self.name, "it is no PDF that can be opened", "export the PDF again"
        )

    def close(self) -> None:
        """Free what is open."""
        self._file.close()

    def page(self, number: int) -> Page:
        """The page `number`, from 1. Raises DamagedFileError when it cannot be read."""
        if number % _CYCLES == 0:
            gc.collect()  # its pages and their objects hold one another
        page = self._page(number)
        try:
            return _scaled(self._read(page, number), _unit_of(page))
        except (LimitExceededError, MemoryError):
            raise
        except Exception as error:
            raise DamagedFileError(
                self.name, f"page {number} cannot be opened", "export the PDF again"
            ) from error
        finally:
            page.close()

    def grids(self, number: int) -> list[PageGrid]:
        """The tables that pdfplumber finds on a page by its lines."""
        try:
            page = self._page(number)
        except DamagedFileError:
            return []
        left, top, _, _ = _shown(page)
        try:
            found = [table.cells for table in page.find_tables()]
        except Exception:  # noqa: BLE001 - then there is no second opinion
            return []
        finally:
            page.close()
        boxes = [
            [Box(a - left, b - top, c - left, d - top) for a, b, c, d in cells] for cells in found
        ]
        return [grid for cells in boxes if (grid := grid_of(cells)) is not None]

    def _page(self, number: int) -> Any:
        """pdfplumber's own page. It finds fewer than pdfium does where the page tree is damaged."""
        if number > self.pages:
            raise DamagedFileError(
                self.name, f"page {number} cannot be opened", "export the PDF again"
            )
        return self._file.pages[number - 1]

    def _read(self, page: Any, number: int) -> Page:
        chars = page.chars
        if len(chars) + len(page.rects) + len(page.lines) > self.limits.objects:
            reason = f"page {number} has more than {self.limits.objects:,} objects"
            raise LimitExceededError(self.name, reason, "raise --max-objects if you trust it")
        left, top, right, bottom = _shown(page)
        shapes = _shapes(page, left, top)
        shown = [(_character(char["text"]), char) for char in chars]
        pictures = sum(image["width"] * image["height"] for image in page.images)
        width, height = right - left, bottom - top
        return Page(
            number,
            width,
            height,
            "".join(character for character, _ in shown),
            [char["x0"] - left for _, char in shown],
            [char["top"] - top for _, char in shown],
            [char["x1"] - left for _, char in shown],
            [char["bottom"] - top for _, char in shown],
            *shapes,
            float(pictures / (width * height or 1)),
        )


def _shown(page: Any) -> tuple[float, float, float, float]:
    """The part of a page that is shown, in pdfplumber's coordinates, which its MediaBox begins."""
    whole, cut = page.mediabox, page.cropbox
    left, top = max(whole[0], cut[0]), max(whole[1], cut[1])
    right, bottom = min(whole[2], cut[2]), min(whole[3], cut[3])
    if left < right and top < bottom:
        return float(left), float(top), float(right), float(bottom)
    return float(whole[0]), float(whole[1]), float(whole[2]), float(whole[3])


def _character(text: str) -> str:
    """One character for what pdfminer gives: `(cid:12)` stands for one that has no name."""
    if len(text) == 1:
        return text
    return _UNKNOWN if text.startswith("(cid:") or not text else text[0]


def _shapes(
    page: Any, left: float, top: float
) -> tuple[list[Stroke], list[Stroke], list[Box], list[Box]]:
    level: list[Stroke] = []
    upright: list[Stroke] = []
    dots: list[Box] = []
    fills: list[Box] = []
    for shape in (*page.rects, *page.lines, *page.curves):
        box = Box(shape["x0"] - left, shape["top"] - top, shape["x1"] - left, shape["bottom"] - top)
        large = box.width > THIN and box.height > THIN
        if large and shape["object_type"] == "rect" and shape.get("stroke"):
            outline(box, level, upright)
        elif not large or shape["object_type"] == "rect":
            sort_box(box, level, upright, dots, fills)
    return level, upright, dots, fills


def grid_of(cells: Sequence[Box]) -> PageGrid | None:
    """The grid whose cells have the given boxes; None for fewer than two, or where some lack."""
    if len(cells) < 2:
        return None
    xs = _places(x for cell in cells for x in (cell.left, cell.right))
    ys = _places(y for cell in cells for y in (cell.top, cell.bottom))
    found = []
    for cell in cells:
        column, row = _index(xs, cell.left), _index(ys, cell.top)
        wide, high = _index(xs, cell.right) - column, _index(ys, cell.bottom) - row
        if wide > 0 and high > 0:
            found.append(GridCell(row, column, high, wide))
    covered = sum(cell.rowspan * cell.colspan for cell in found)
    if covered != (len(xs) - 1) * (len(ys) - 1):
        return None
    return PageGrid(tuple(xs), tuple(ys), tuple(sorted(found)))


def _places(values: Iterable[float]) -> list[float]:
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _NEAR:
            places.append(value)
    return places


def _index(places: Sequence[float], value: float) -> int:
    return min(range(len(places)), key=lambda at: abs(places[at] - value))


def user_units(data: bytes, password: str | None) -> dict[int, float]:
    """The points that a unit of each page (from 1) stands for, where a page says so.

    ISO 32000-1, 14.11.2 (/UserUnit); pdfium leaves it out of account.
    """
    start()
    import pdfplumber

    _hush()
    try:
        with pdfplumber.open(io.BytesIO(data), password=password or "") as file:
            return {page.page_number: _unit_of(page) for page in file.pages}
    except Exception:  # noqa: BLE001 - as above: then the pages count in points
        return {}


def _unit_of(page: Any) -> float:
    unit = page.page_obj.attrs.get("UserUnit")
    return float(unit) if isinstance(unit, int | float) and unit > 0 else 1.0


def _scaled(page: Page, unit: float) -> Page:
    """A page that counts in units, in points."""
    if unit == 1.0:
        return page
    level, upright = (
        [Stroke(*(unit * at for at in s)) for s in x] for x in (page.level, page.upright)
    )
    boxes = (page.dots, page.fills)
    dots, fills = ([Box(*(unit * at for at in one)) for one in many] for many in boxes)
    return page._replace(
        width=page.width * unit,
        height=page.height * unit,
        lefts=[unit * at for at in page.lefts],
        tops=[unit * at for at in page.tops],
        rights=[unit * at for at in page.rights],
        bottoms=[unit * at for at in page.bottoms],
        level=level,
        upright=upright,
        dots=dots,
        fills=fills,
    )


def _hush() -> None:
    """Keep quiet what the libraries report of each font and each key: it concerns nobody here."""
    for library in ("pdfminer", "pdfplumber"):
        logging.getLogger(library).setLevel(logging.ERROR)


def locked(name: str, *, given: bool) -> EncryptedFileError:
    """What is wrong with an encrypted file that was opened with a password or without one."""
    if given:
        return EncryptedFileError(name, "the password does not open it", "try another password")
    return EncryptedFileError(name, "it is encrypted", "give its password with --password")
