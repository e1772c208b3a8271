"""Standard streams: safe to print to, and quiet when there is nobody."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from zwgk_parse.cli import streams
from zwgk_parse.cli.remarks import place
from zwgk_parse.source import Span

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("工作要点\t。", "工作要点\t。"),
        ("\x1b[31m", "\\x1b[31m"),
        ("a\u202eb\x9b", "a\\u202eb\\x9b"),
    ],
)
def test_printable(text: str, printed: str) -> None:
    assert streams.printable(text) == printed


def test_a_closed_stream_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    streams.use_utf8()
    with sys.stdout as stream:
        stream.write("工作")


def test_what_is_written_after_the_reader_left_goes_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out"
    with target.open("w", encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stdout", stream)
        streams.discard_output()
        stream.write("late")
    assert target.read_bytes() == b""


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (None, "a.txt"),
        (Span(line=3), "a.txt, line 3"),
        (Span(page=2), "a.txt, page 2"),
        (Span(path="/html/p[1]"), "a.txt"),
        (Span(path="/body/p[12]"), "a.txt, paragraph 12"),
        (Span(source=7, line=3), "-, line 3"),
    ],
)
def test_a_place_in_words(span: Span | None, words: str) -> None:
    assert place((span,) if span else (), ("a.txt",), "en") == words
