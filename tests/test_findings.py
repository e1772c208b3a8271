"""What a Failure says of its file, and where a Place is."""

from __future__ import annotations

import pytest

from zwgk_parse.findings import Failure, Place


@pytest.mark.parametrize(
    ("file", "sentence", "line", "reason"),
    [
        (
            "a.pdf",
            "a.pdf: the file is empty; fetch it again",
            None,
            "the file is empty; fetch it again",
        ),
        ("in/a.pdf", "in/a.pdf：这是文件夹", None, "这是文件夹"),
        ("in/a.pdf", "a.pdf：文件是空的", None, "文件是空的"),
        ("in/a.jsonl", "a.jsonl:12: line 12 is not UTF-8", 12, "line 12 is not UTF-8"),
        ("in/a.jsonl", "in/a.jsonl:2：不是方案：/x：要求", 2, "不是方案：/x：要求"),
        # Of another file, as an attachment: its name stays.
        ("a.pdf", "b.pdf: it is encrypted", None, "b.pdf: it is encrypted"),
        ("a.pdf", "a.pdf.docx: it is encrypted", None, "a.pdf.docx: it is encrypted"),
        ("a.pdf", "3: not a line", None, "3: not a line"),
        ("", "no name", None, "no name"),
    ],
)
def test_a_failure_says_which_line_and_why(
    file: str, sentence: str, line: int | None, reason: str
) -> None:
    failure = Failure(file, sentence)
    assert (failure.line, failure.reason) == (line, reason)


def test_only_what_has_no_line_in_the_file_is_in_an_attachment() -> None:
    assert Place("a.txt", page=3, document="b.pdf").attached == "b.pdf"
    assert Place("plan.json", page=3, line=7, document="b.pdf").attached is None
    assert Place("a.pdf", page=3).attached is None
