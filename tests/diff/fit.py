"""Weights of the evidence, fitted to the pairs that readers found: `python -m tests.diff.fit`.

Prints the weights fitted to all files, as diff/evidence.py has them, then for each file the weights
fitted to the others and how well the matcher does with them on the file they have not seen.
"""

from __future__ import annotations

from math import exp, fsum
from operator import mul
from statistics import fmean, pstdev
from typing import TYPE_CHECKING, NamedTuple

from tests.diff.labelled import BAR, CONTROLS, figures, given, labelled
from zwgk_parse.diff import evidence
from zwgk_parse.diff.evidence import Comparison, Evidence
from zwgk_parse.diff.match import match

if TYPE_CHECKING:
    from collections.abc import Iterable

FILES = (*BAR, *CONTROLS)
# Keeps weights small where the pairs say little.
RIDGE = 1.0
ROUNDS = 15


class Row(NamedTuple):
    """What speaks for one pair, and whether it is one."""

    told: Evidence
    true: bool


class Fitted(NamedTuple):
    """Weights, and what the odds are without any evidence."""

    weights: Evidence
    base: float


def rows(name: str) -> list[Row]:
    """Every pair that the matcher looks at, but the doubtful ones."""
    of = labelled(name)
    comparison = Comparison(of.old, of.new)
    alike = comparison.alike(range(len(of.old.tasks)), range(len(of.new.tasks)))
    named = ((next(iter(of.ids([places]))), told) for places, told in comparison.evidence(alike))
    return [Row(told, ids in of.sure) for ids, told in named if ids not in of.doubtful]


def fitted(data: list[Row]) -> Fitted:
    """Logistic regression with a ridge, over evidence brought to one spread (Newton's method)."""
    columns = list(zip(*(row.told for row in data), strict=True))
    means, spreads = [fmean(each) for each in columns], [pstdev(each) for each in columns]
    told = [
        [
            *(
                (value - mean) / spread
                for value, mean, spread in zip(row.told, means, spreads, strict=True)
            ),
            1.0,
        ]
        for row in data
    ]
    true = [float(row.true) for row in data]
    weights = [0.0] * len(told[0])
    for _ in range(ROUNDS):
        weights = [
            one - step for one, step in zip(weights, _step(told, true, weights), strict=True)
        ]
    own = [weight / spread for weight, spread in zip(weights, spreads, strict=False)]
    return Fitted(Evidence(*own), weights[-1] - sumprod(own, means))


def _step(told: list[list[float]], true: list[float], weights: list[float]) -> list[float]:
    """How far the weights are from the best, as it looks from where they are."""
    size = len(weights)
    slope = [0.0] * size
    bend = [[0.0] * size for _ in range(size)]
    for row, is_true in zip(told, true, strict=True):
        likely = 1 / (1 + exp(-sumprod(row, weights)))
        for one in range(size):
            slope[one] += row[one] * (likely - is_true)
            for other in range(size):
                bend[one][other] += row[one] * row[other] * likely * (1 - likely)
    # The last is the base, which may be anything.
    for one in range(size - 1):
        slope[one] += RIDGE * weights[one]
        bend[one][one] += RIDGE
    return _solved(bend, slope)


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a system of linear equations whose matrix is positive definite."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for at, pivot in enumerate(rows):
        for row in rows:
            if row is not pivot:
                factor = row[at] / pivot[at]
                row[:] = [value - factor * other for value, other in zip(row, pivot, strict=True)]
    return [row[-1] / row[at] for at, row in enumerate(rows)]


def sumprod(one: Iterable[float], other: Iterable[float]) -> float:
    """The sum of products."""
    return fsum(map(mul, one, other))


def use(fit: Fitted) -> None:
    """Let the matcher use these weights."""
    evidence.WEIGHTS, evidence.BASE = fit.weights, fit.base


def main() -> None:
    """Fit to all, and to all but one in turn."""
    data = {name: rows(name) for name in FILES}
    fit = fitted([row for name in FILES for row in data[name]])
    print("all:", *(f"{name} {value:.2f}" for name, value in fit.weights._asdict().items()), end="")
    print(f", base {fit.base:.2f}")
    for name in FILES:
        use(fitted([row for other in FILES if other != name for row in data[other]]))
        of = labelled(name)
        print(f"without {name}: {figures(of, given(match(of.old, of.new)))}")


if __name__ == "__main__":
    main()
