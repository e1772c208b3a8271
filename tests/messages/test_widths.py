"""Columns of a terminal: two for a Chinese character, none for what joins the one before."""

from __future__ import annotations

import pytest

from zwgk_parse.messages.widths import columns, wrap


@pytest.mark.parametrize(
    ("text", "taken"), [("", 0), ("a1", 2), ("县。", 4), ("e\u0301", 1), ("ｱ１", 3), ("\u200b", 0)]
)
def test_columns(text: str, taken: int) -> None:
    assert columns(text) == taken


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("一二三四五六", 6, ["一二三", "四五六"]),
        ("一二三，四", 6, ["一二三，", "四"]),
        ("写到 FILE 里", 8, ["写到", "FILE 里"]),
        ("", 8, [""]),
    ],
)
def test_chinese_is_wrapped_by_columns(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines
