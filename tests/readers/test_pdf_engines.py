"""pdfium and pdfplumber give the same page: the same words and lines at the same places."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from tests.readers import pdf_changes as changes
from tests.readers import pdf_files as files
from zwgk_parse.errors import DamagedFileError, EncryptedFileError, LimitExceededError
from zwgk_parse.readers.options import DEFAULTS, Limits
from zwgk_parse.readers.pdf.page import Box
from zwgk_parse.readers.pdf.pdfium import PdfFile
from zwgk_parse.readers.pdf.plumber import PlumberFile, grid_of
from zwgk_parse.readers.pdf.strokes import merged

if TYPE_CHECKING:
    from collections.abc import Callable

    from zwgk_parse.readers.pdf.page import Page

PAGES: dict[str, Callable[[], bytes]] = {
    "ruled": files.ruled,
    "merged": files.merged,
    "hairlines": partial(files.merged, files.hairline),
    "form": files.in_form,
    "shifted": changes.shifted,
    "cropped": changes.cropped,
    "rotated 90": partial(changes.rotated, 90),
    "rotated 180": partial(changes.rotated, 180),
    "rotated 270": partial(changes.rotated, 270),
}
# pdfium's boxes are as high as the font says, pdfplumber's as its size; lines of half a point.
_NEAR = 2.0
Engine = type[PdfFile] | type[PlumberFile]


def page_of(engine: Engine, data: bytes, limits: Limits = DEFAULTS.limits) -> Page:
    """The first page by one of the engines."""
    file = engine(data, "made.pdf", None, limits)
    try:
        return file.page(1)
    finally:
        file.close()


def shown(page: Page) -> list[tuple[str, float, float]]:
    """The characters that lie on the page, with their middles, from top to bottom."""
    every = zip(page.text, page.lefts, page.tops, page.rights, page.bottoms, strict=True)
    middles = [(c, (left + r) / 2, (t + b) / 2) for c, left, t, r, b in every if not c.isspace()]
    return sorted((c, x, y) for c, x, y in middles if 0 < x < page.width and 0 < y < page.height)


@pytest.mark.parametrize("make", PAGES.values(), ids=PAGES)
def test_both_engines_see_the_same_page(make: Callable[[], bytes]) -> None:
    one, other = page_of(PdfFile, make()), page_of(PlumberFile, make())
    assert (one.width, one.height) == (other.width, other.height)
    left, right = shown(one), shown(other)
    assert [c for c, _, _ in left] == [c for c, _, _ in right]
    for (_, x, y), (_, other_x, other_y) in zip(left, right, strict=True):
        assert [x, y] == pytest.approx([other_x, other_y], abs=_NEAR)
    for mine, theirs in ((one.level, other.level), (one.upright, other.upright)):
        for line, same in zip(merged(mine), merged(theirs), strict=True):
            assert line == pytest.approx(same, abs=_NEAR)


def test_a_picture_covers_the_page_for_both() -> None:
    data = files.picture_only()
    assert page_of(PdfFile, data).pictures == pytest.approx(1.0, abs=0.01)
    assert page_of(PlumberFile, data).pictures == pytest.approx(1.0, abs=0.01)


@pytest.mark.parametrize("engine", [PdfFile, PlumberFile])
def test_a_page_with_too_many_objects_is_refused(engine: Engine) -> None:
    with pytest.raises(LimitExceededError, match="more than 5 objects"):
        page_of(engine, files.ruled(), Limits(objects=5))


@pytest.mark.parametrize("engine", [PdfFile, PlumberFile])
@pytest.mark.parametrize("given", [None, "falsch"])
def test_a_password_is_asked_for(engine: Engine, given: str | None) -> None:
    with pytest.raises(EncryptedFileError):
        engine(changes.encrypted("geheim"), "made.pdf", given, Limits())


@pytest.mark.parametrize("engine", [PdfFile, PlumberFile])
def test_bytes_that_are_no_pdf_are_refused(engine: Engine) -> None:
    with pytest.raises(DamagedFileError):
        engine(b"%PDF-1.7\nnothing follows", "made.pdf", None, Limits())


@pytest.mark.parametrize("number", [2, 1000])
def test_a_page_that_pdfplumber_does_not_find(number: int) -> None:
    file = PlumberFile(files.ruled(), "made.pdf", None, Limits())
    with pytest.raises(DamagedFileError, match=f"page {number}"):
        file.page(number)
    assert file.grids(number) == []
    file.close()


@pytest.mark.parametrize("make", [files.merged, changes.cropped, partial(changes.rotated, 90)])
def test_pdfplumbers_own_grid_lies_where_its_lines_do(make: Callable[[], bytes]) -> None:
    data = make()
    file = PlumberFile(data, "made.pdf", None, Limits())
    (grid,) = file.grids(1)
    lines = merged(file.page(1).level)
    file.close()
    assert grid.ys == pytest.approx(sorted({line.at for line in lines}), abs=1)


GRIDS: dict[str, tuple[list[Box], list[tuple[int, int, int, int]] | None]] = {
    "two": ([Box(0, 0, 9, 9), Box(9, 0, 20, 9)], [(0, 0, 1, 1), (0, 1, 1, 1)]),
    "one": ([Box(0, 0, 9, 9)], None),
    "wide": (
        [Box(0, 0, 20, 9), Box(0, 9, 9, 20), Box(9, 9, 20, 20)],
        [(0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1)],
    ),
    "high": (
        [Box(0, 0, 9, 20), Box(9, 0, 20, 9), Box(9, 9, 20, 20)],
        [(0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1)],
    ),
    "one lacks": ([Box(0, 0, 9, 9), Box(9, 0, 20, 9), Box(0, 9, 9, 20)], None),
    "nearly level": (
        [Box(0, 0, 9, 9), Box(9.5, 0.4, 20, 9.2)],
        [(0, 0, 1, 1), (0, 1, 1, 1)],
    ),
}


@pytest.mark.parametrize(("boxes", "cells"), GRIDS.values(), ids=GRIDS)
def test_boxes_make_a_grid(boxes: list[Box], cells: list[tuple[int, int, int, int]] | None) -> None:
    grid = grid_of(boxes)
    assert (grid and [tuple(cell[:4]) for cell in grid.cells]) == cells
