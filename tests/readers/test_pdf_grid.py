"""Strokes → lines → grids: what is a line, and which places are one cell."""

from __future__ import annotations

import pytest

from zwgk_parse.readers.pdf.grid import GridCell, find_grids
from zwgk_parse.readers.pdf.page import Box, Page, Stroke
from zwgk_parse.readers.pdf.strokes import as_level, as_upright, merged, sort_box

XS, YS = (0.0, 50.0, 150.0, 200.0), (0.0, 20.0, 40.0, 60.0)


def page_of(level: list[Stroke], upright: list[Stroke], dots: list[Box] | None = None) -> Page:
    """A page with nothing but lines."""
    return Page(1, 595, 842, "", [], [], [], [], level, upright, dots or [], [])


def across(*missing: tuple[int, int]) -> list[Stroke]:
    """A level line for each stretch of the grid but the missing (row line, column)."""
    return [
        Stroke(y, XS[column], XS[column + 1])
        for row, y in enumerate(YS)
        for column in range(3)
        if (row, column) not in missing
    ]


def down(*missing: tuple[int, int]) -> list[Stroke]:
    """An upright line for each stretch of the grid but the missing (column line, row)."""
    return [
        Stroke(x, YS[row], YS[row + 1])
        for column, x in enumerate(XS)
        for row in range(3)
        if (column, row) not in missing
    ]


def spans(cells: tuple[GridCell, ...]) -> list[tuple[int, int, int, int]]:
    """Row, column, rows and columns of each cell that spans more than one place."""
    return [tuple(cell[:4]) for cell in cells if cell.rowspan * cell.colspan > 1]  # type: ignore[misc]


MERGED: dict[str, tuple[list[Stroke], list[Stroke], list[tuple[int, int, int, int]]]] = {
    "none": (across(), down(), []),
    "two columns": (across(), down((1, 1)), [(1, 0, 1, 2)]),
    "all columns": (across(), down((1, 1), (2, 1)), [(1, 0, 1, 3)]),
    "two rows": (across((2, 2)), down(), [(1, 2, 2, 1)]),
    "all rows": (across((1, 0), (2, 0)), down(), [(0, 0, 3, 1)]),
    "both ways": (across((2, 0), (2, 1)), down((1, 1), (1, 2)), [(1, 0, 2, 2)]),
    "two apart": (across((1, 0), (2, 2)), down(), [(0, 0, 2, 1), (1, 2, 2, 1)]),
}


@pytest.mark.parametrize(("level", "upright", "expected"), MERGED.values(), ids=MERGED)
def test_places_that_no_line_parts_are_one_cell(
    level: list[Stroke], upright: list[Stroke], expected: list[tuple[int, int, int, int]]
) -> None:
    (grid,), loose = find_grids(page_of(level, upright))
    assert (grid.xs, grid.ys) == (XS, YS)
    assert spans(grid.cells) == expected
    assert sum(cell.rowspan * cell.colspan for cell in grid.cells) == 9
    assert (loose, grid.unparted) == ([], ())


def test_cells_that_no_line_closes_are_cut() -> None:
    ((grid,), _) = find_grids(page_of(across((3, 0), (3, 1), (3, 2)), down()))
    assert grid.ys == YS
    assert {cell.column for cell in grid.cells if cell.cut} == {0, 1, 2}
    assert all(cell.row == 2 for cell in grid.cells if cell.cut)


def test_a_cell_that_goes_on_below_the_page_is_cut_alone() -> None:
    ((grid,), _) = find_grids(page_of(across((2, 2), (3, 2)), down()))
    assert [tuple(cell[:4]) for cell in grid.cells if cell.cut] == [(1, 2, 2, 1)]


def test_sides_are_taken_from_how_far_the_lines_reach() -> None:
    no_sides = [stroke for stroke in down() if stroke.at not in (XS[0], XS[-1])]
    ((grid,), _) = find_grids(page_of(across(), no_sides))
    assert (grid.xs, len(grid.cells)) == (XS, 9)


def test_a_table_within_a_cell_is_none_of_its_own() -> None:
    inner = [Stroke(y, 60, 140) for y in (24.0, 30.0, 36.0)]
    sides = [Stroke(x, 24, 36) for x in (60.0, 100.0, 140.0)]
    grids, _ = find_grids(page_of([*across(), *inner], [*down(), *sides]))
    assert [grid.xs for grid in grids] == [XS]


def test_lines_that_cross_none_are_loose() -> None:
    underline = Stroke(300, 10, 90)
    grids, loose = find_grids(page_of([*across(), underline], down()))
    assert (len(grids), loose) == (1, [underline])


def test_a_rectangle_is_no_table() -> None:
    grids, _ = find_grids(
        page_of([Stroke(0, 0, 90), Stroke(50, 0, 90)], [Stroke(0, 0, 50), Stroke(90, 0, 50)])
    )
    assert grids == []


def test_dots_are_lines_both_ways() -> None:
    level = [Box(x, y, x + 1, y + 1) for y in YS for x in range(0, 200, 3)]
    upright = [Box(x, y, x + 1, y + 1) for x in XS for y in range(0, 60, 3)]
    ((grid,), _) = find_grids(page_of([], [], [*level, *upright]))
    assert grid.xs == pytest.approx(XS, abs=2.5)
    assert grid.ys == pytest.approx(YS, abs=2.5)
    assert len(grid.cells) == 9


STROKES: dict[str, tuple[list[Stroke], list[Stroke]]] = {
    "apart": ([Stroke(0, 0, 9), Stroke(9, 0, 9)], [Stroke(0, 0, 9), Stroke(9, 0, 9)]),
    "double": ([Stroke(0, 0, 9), Stroke(2, 0, 9)], [Stroke(0, 0, 9)]),
    "end to end": ([Stroke(0, 0, 50), Stroke(0, 50, 90)], [Stroke(0, 0, 90)]),
    "a gap": ([Stroke(0, 0, 50), Stroke(0, 60, 90)], [Stroke(0, 0, 50), Stroke(0, 60, 90)]),
    "dashes": ([Stroke(0, at, at + 3) for at in range(0, 50, 5)], [Stroke(0, 0, 48)]),
    "a speck": ([Stroke(0, 0, 3)], []),
}


@pytest.mark.parametrize(("given", "expected"), STROKES.values(), ids=STROKES)
def test_strokes_that_belong_together_are_one(given: list[Stroke], expected: list[Stroke]) -> None:
    assert merged(given) == expected
    assert merged(reversed(given)) == expected


SHAPES: dict[str, tuple[Box, str]] = {
    "level": (Box(0, 0, 50, 0.5), "level"),
    "upright": (Box(0, 0, 0.5, 50), "upright"),
    "thick": (Box(0, 0, 50, 3.9), "level"),
    "dot": (Box(0, 0, 1, 1), "dots"),
    "painted": (Box(0, 0, 50, 20), "fills"),
    "without height": (Box(0, 7, 50, 7), "level"),
}


@pytest.mark.parametrize(("box", "kind"), SHAPES.values(), ids=SHAPES)
def test_shapes_are_sorted_by_their_form(box: Box, kind: str) -> None:
    level: list[Stroke] = []
    upright: list[Stroke] = []
    dots: list[Box] = []
    fills: list[Box] = []
    sort_box(box, level, upright, dots, fills)
    sorted_ = {"level": level, "upright": upright, "dots": dots, "fills": fills}
    assert [name for name, found in sorted_.items() if found] == [kind]


def test_dots_stand_in_lines() -> None:
    dots = [Box(0, 0, 1, 1)]
    assert as_level(dots) == as_upright(dots) == [Stroke(0.5, 0, 1)]
