"""The pairs that readers found go in, weights of the evidence come out: `python -m tests.diff.fit`.

Prints the weights fitted to all files, and beside them what a model fitted without a file gives.
"""

from __future__ import annotations

from math import exp, log
from typing import TYPE_CHECKING

from zwgk_parse.diff.evidence import Comparison, Evidence

from tests.diff.readers import FILES, Labelled

if TYPE_CHECKING:
    from collections.abc import Iterable

# Keeps weights small where the pairs say little.
_RIDGE = 0.5
_ROUNDS = 40

Row = tuple[tuple[float, ...], int]
