"""Patterns that are compiled when they are first applied."""

from __future__ import annotations

import re

import pytest

from zwgk_parse.patterns import lazy


def test_a_lazy_pattern_is_applied_as_any_other() -> None:
    pattern = lazy(r"(?P<n>\d+)月", re.ASCII)
    match = pattern.search("6月、12月", 1)
    assert match is not None
    assert match["n"] == "12"
    assert [found["n"] for found in pattern.finditer("6月、12月")] == ["6", "12"]
    assert pattern.sub("", "6月底") == "底"
    assert pattern.match("月") is None


def test_a_lazy_pattern_has_the_attributes_of_the_compiled_one() -> None:
    pattern = lazy(r"(?P<n>\d+)月")
    assert pattern.pattern == r"(?P<n>\d+)月"
    assert dict(pattern.groupindex) == {"n": 1}


def test_a_wrong_pattern_is_told_when_it_is_applied() -> None:
    with pytest.raises(re.error):
        lazy("(").search("text")
