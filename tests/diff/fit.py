"""The pairs that readers found go in, weights of the evidence come out: `python -m tests.diff.fit`.

Prints the weights fitted to all files, and beside them what a model fitted without a file gives.
"""

from __future__ import annotations

# Keeps weights small where the pairs say little.
_RIDGE = 0.5
_ROUNDS = 40

Row = tuple[tuple[float, ...], int]
