"""Ticks in, the share that is right and its interval out.

The interval is the score interval of Wilson (1927, Journal of the American Statistical Association
22, 209-212): it holds for shares near 1 and for small samples, where the usual one does not
(Brown, Cai and DasGupta 2001, Statistical Science 16, 101-133).
"""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LEVEL = 0.95
# What is judged of a task; `all` is judged where each of them is.
JUDGED = ("text", "owners", "deadlines")
ALL = "all"


class Score(NamedTuple):
    """How many of a column were judged right and wrong, and how many not at all."""

    column: str
    right: int
    wrong: int
    blank: int

    @property
    def share(self) -> float | None:
        """The share that is right, None where nothing was judged."""
        judged = self.right + self.wrong
        return self.right / judged if judged else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Between what the share lies in all tasks, with a confidence of 95 %."""
        judged = self.right + self.wrong
        return wilson(self.right, judged) if judged else None


def wilson(right: int, judged: int, level: float = LEVEL) -> tuple[float, float]:
    """The ends of Wilson's interval for `right` out of `judged` (at least one)."""
    z = NormalDist().inv_cdf((1 + level) / 2)
    share, spread = right / judged, z * z / judged
    middle = (share + spread / 2) / (1 + spread)
    half = z * sqrt(share * (1 - share) / judged + spread / (4 * judged)) / (1 + spread)
    # The ends are exact where all is right or wrong; rounding must not move them.
    low = 0.0 if right == 0 else max(0.0, middle - half)
    high = 1.0 if right == judged else min(1.0, middle + half)
    return low, high


def scores(rows: Iterable[Mapping[str, bool | None]]) -> tuple[Score, ...]:
    """The scores of each column that is judged, then of all at once."""
    counts = {column: [0, 0, 0] for column in (*JUDGED, ALL)}
    for row in rows:
        ticks = [row[column] for column in JUDGED]
        whole = None if None in ticks else all(ticks)
        for column, tick in zip(counts, (*ticks, whole), strict=True):
            counts[column][2 if tick is None else int(not tick)] += 1
    return tuple(Score(column, *found) for column, found in counts.items())
