"""A tree's strokes: each branch shows whether another one follows it."""

from __future__ import annotations

import pytest

from zwgk_parse.exporters.traces.tree import _strokes


@pytest.mark.parametrize(
    ("depths", "wanted"),
    [
        ([0], [""]),
        ([0, 1, 1], ["", "├── ", "└── "]),
        ([0, 1, 2, 1], ["", "├── ", "│   └── ", "└── "]),
        ([0, 1, 2, 2, 0, 1], ["", "└── ", "    ├── ", "    └── ", "", "└── "]),
    ],
)
def test_strokes(depths: list[int], wanted: list[str]) -> None:
    assert [lead for lead, _ in _strokes(depths)] == wanted
