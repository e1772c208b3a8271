"""Painted shapes → drawn lines, level and upright, with what belongs together merged.

A hairline may be a stroked path, a thin filled rectangle, a row of dashes or of dots, or one of
the two lines of a double border.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.readers.pdf.page import Box, Stroke

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Points. Borders are thinner than this, and longer than wide.
THIN = 4.0
_LONGER = 2.0
# Lines this near to each other are one: the two lines of a double border, corners that miss.
_NEAR = 3.0
# A gap within a line: between dashes or dots, which are as short as this.
_DASH = 9.0
_DASH_GAP = 7.0
_TOUCH = 1.5
_SHORTEST = 6.0


def sort_box(
    box: Box, level: list[Stroke], upright: list[Stroke], dots: list[Box], fills: list[Box]
) -> None:
    """Put a painted rectangle where it belongs by its shape."""
    width, height = box.right - box.left, box.bottom - box.top
    if height <= THIN and width >= _LONGER * height and width > THIN / 2:
        level.append(Stroke((box.top + box.bottom) / 2, box.left, box.right))
    elif width <= THIN and height >= _LONGER * width and height > THIN / 2:
        upright.append(Stroke((box.left + box.right) / 2, box.top, box.bottom))
    elif width <= THIN and height <= THIN:
        dots.append(box)
    else:
        fills.append(box)


def outline(box: Box, level: list[Stroke], upright: list[Stroke]) -> None:
    """Add the four sides of a stroked rectangle."""
    level += (
        Stroke(box.top, box.left, box.right),
        Stroke(box.bottom, box.left, box.right),
    )
    upright += (
        Stroke(box.left, box.top, box.bottom),
        Stroke(box.right, box.top, box.bottom),
    )


def merged(strokes: Iterable[Stroke], dots: Sequence[Stroke] = ()) -> list[Stroke]:
    """The lines that `strokes` and the dots in them make, from the first to the last."""
    found: list[Stroke] = []
    group: list[Stroke] = []
    for stroke in sorted([*strokes, *dots]):
        if group and stroke.at - group[0].at > _NEAR:
            found += _lines(group)
            group = []
        group.append(stroke)
    if group:
        found += _lines(group)
    return found


def _lines(group: list[Stroke]) -> list[Stroke]:
    """The lines of strokes that stand at about the same place, gaps of dashes closed."""
    group.sort(key=lambda stroke: stroke.start)
    found: list[Stroke] = []
    at, start, end = group[0]
    last = end - start
    for stroke in group[1:]:
        length = stroke.end - stroke.start
        gap = _DASH_GAP if max(length, last) <= _DASH else _TOUCH
        if stroke.start - end <= gap:
            end = max(end, stroke.end)
        else:
            found.append(Stroke(at, start, end))
            at, start, end = stroke
        last = length
    found.append(Stroke(at, start, end))
    return [stroke for stroke in found if stroke.end - stroke.start >= _SHORTEST]


def as_level(dots: Iterable[Box]) -> list[Stroke]:
    """Dots as pieces of level lines."""
    return [Stroke((dot.top + dot.bottom) / 2, dot.left, dot.right) for dot in dots]


def as_upright(dots: Iterable[Box]) -> list[Stroke]:
    """Dots as pieces of upright lines."""
    return [Stroke((dot.left + dot.right) / 2, dot.top, dot.bottom) for dot in dots]
