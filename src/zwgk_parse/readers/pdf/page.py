"""What is on one page of a PDF, whichever library read it: characters and drawn lines, placed.

All coordinates are points from the top left of the visible page as a viewer shows it, x to the
right and y down; the page's rotation, crop box and user unit are taken into account.
"""

from __future__ import annotations

from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle; `top` is smaller than `bottom`."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top


class Stroke(NamedTuple):
    """A drawn line, level or upright: it stands at `at` and reaches from `start` to `end`."""

    at: float
    start: float
    end: float


class Page(NamedTuple):
    """One page. `text` has one character for each entry of `lefts`, `tops`, `rights`, `bottoms`.

    Line ends are "\\r" and "\\n". `level` and `upright` are the drawn lines, `dots` the specks that
    dotted lines are made of, `fills` painted rectangles; `pictures` is the share of the page that
    pictures cover, `outside` and `slanted` the numbers of characters left out
    since they lie outside of the page or stand at an angle.
    """

    number: int
    width: float
    height: float
    text: str
    lefts: list[float]
    tops: list[float]
    rights: list[float]
    bottoms: list[float]
    level: list[Stroke]
    upright: list[Stroke]
    dots: list[Box]
    fills: list[Box]
    pictures: float = 0.0
    outside: int = 0
    slanted: int = 0
