"""The kind of a file is told by its content, then by its suffix."""

import pytest

from zwgk_parse.errors import (
    DamagedFileError,
    LimitExceededError,
    ReadError,
    UnsupportedFormatError,
)
from zwgk_parse.readers import read
from zwgk_parse.readers.decoding import MAX_TEXT

PAGE = "<!DOCTYPE html><html><body><p>一、加强公开。</p></body></html>".encode()


@pytest.mark.parametrize(
    ("name", "data", "reader", "codes"),
    [
        ("a.txt", "一、加强公开。".encode(), "text", []),
        ("a.html", PAGE, "html", []),
        ("a.txt", PAGE, "html", ["ZW002"]),
        ("a.pdf", "一、加强公开。".encode(), "text", ["ZW002"]),
        ("-", PAGE, "html", []),
        ("draft 7", PAGE, "html", []),
        ("a.html", "<tbody><tr><td>一、加强公开。</td></tr></tbody>".encode(), "html", []),
        ("a.md", "| 任务 | 责任单位 |\n|--|--|\n| <p>1. 公开</p> | 县府办 |".encode(), "text", []),
        ("a.html", b"\xff\xfe" + PAGE.decode().encode("utf-16-le"), "html", ["ZW001"]),
    ],
)
def test_kind(name: str, data: bytes, reader: str, codes: list[str]) -> None:
    result = read(data, name)
    assert result.value.reader == reader
    assert [diagnostic.code for diagnostic in result.diagnostics] == codes


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"", ReadError, "empty"),
        (b" \r\n\t", ReadError, "empty"),
        (b"%PDF-1.7 ...", DamagedFileError, "no PDF"),
        (b"PK\x03\x04 ...", DamagedFileError, "zip"),
        (b"\xd0\xcf\x11\xe0 ...", UnsupportedFormatError, "old Word"),
        (b"\x89PNG ...", UnsupportedFormatError, "picture"),
        (b"\x00\x01\x02\x03" * 99, UnsupportedFormatError, "binary"),
        (b"x" * (MAX_TEXT + 1), LimitExceededError, "more than"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(
    data: bytes, error: type[ReadError], words: str
) -> None:
    with pytest.raises(error, match=words) as caught:
        read(data, "a.txt")
    assert str(caught.value).startswith("a.txt: ")
    assert "\n" not in str(caught.value)
