"""Two short lists and how well each two of their entries fit go in, the pairs come out.

The same pairs come out when the lists change places.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")


def paired(
    old: Sequence[T], new: Sequence[T], fit: Callable[[T, T], float]
) -> tuple[list[tuple[T, T]], list[T], list[T]]:
    """The pairs, best fit first, then the entries of each list that are in none.

    What fits with 0 is no pair; of what fits as well, entries at the same place are one.
    """
    if not old or not new:
        return [], [*old], [*new]
    fits = [
        (fit(here, there), i, j)
        for (i, here), (j, there) in product(enumerate(old), enumerate(new))
    ]
    left, right = set(range(len(old))), set(range(len(new)))
    pairs = []
    for score, i, j in sorted(fits, key=lambda one: (-one[0], abs(one[1] - one[2]), *_both(one))):
        if score > 0 and i in left and j in right:
            pairs.append((i, j))
            left.remove(i)
            right.remove(j)
    pairs.sort()
    return (
        [(old[i], new[j]) for i, j in pairs],
        [old[i] for i in sorted(left)],
        [new[j] for j in sorted(right)],
    )


def _both(one: tuple[float, int, int]) -> tuple[int, int]:
    return min(one[1:]), max(one[1:])


@lru_cache(maxsize=2048)
def _twos(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 2] for at in range(len(text) - 1)) or frozenset({text})


def likeness(old: str, new: str) -> float:
    """How alike two short texts are, from 0 to 1, by the pairs of characters in them."""
    if old == new:
        return 1.0
    first, second = _twos(old), _twos(new)
    return 2 * len(first & second) / (len(first) + len(second))
