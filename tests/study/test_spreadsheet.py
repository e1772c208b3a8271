"""Cells that no spreadsheet takes for a formula, and that come back as they were."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zwgk_parse.exporters.characters import xml_text
from zwgk_parse.study.spreadsheet import MARK, csv_text, harmless, original


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+86", "'+86"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("＝1", "'＝1"),
        ("'=1", "''=1"),
        ("'公开'", "'公开'"),
        ("公开=1", "公开=1"),
        ("", ""),
    ],
)
def test_what_begins_a_formula(text: str, cell: str) -> None:
    assert harmless(text) == cell
    assert original(cell) == text


@settings(deadline=None)
@given(st.text(st.sampled_from("'=+-@\t\r＝a公"), max_size=8))
def test_all_text_comes_back(text: str) -> None:
    cell = harmless(text)
    assert original(cell) == text
    assert cell[:1] not in tuple("=+-@\t\r＝＋－＠")


@settings(deadline=None)
@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), min_size=1, max_size=5))
def test_csv_comes_back(rows: list[list[str]]) -> None:
    text = csv_text(rows)
    assert text.startswith(MARK)
    read = csv.reader(io.StringIO(text.removeprefix(MARK), newline=""))
    assert [[original(cell) for cell in row] for row in read] == [
        [xml_text(cell) for cell in row] for row in rows
    ]
