"""Bytes → text: each encoding in its turn, and what was guessed or lost is said."""

import codecs

import pytest

from zwgk_parse.errors import UnsupportedFormatError
from zwgk_parse.readers.decoding import decode

TEXT = "2022年政务公开工作要点：县司法局（朱镕基、喆、堃）牵头，各镇人民政府配合。"


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (TEXT.encode(), []),
        (codecs.BOM_UTF8 + TEXT.encode(), []),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), ["ZW001"]),
        (codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), ["ZW001"]),
        (TEXT.encode("gb18030"), ["ZW001"]),
        ((TEXT * 40).encode()[:-1], ["ZW003"]),
        ((TEXT * 40).encode("gb18030")[:-1], ["ZW001", "ZW003"]),
    ],
)
def test_the_text_comes_out_and_guesses_are_said(data: bytes, codes: list[str]) -> None:
    text, said = decode(data, "a.txt")
    assert text.startswith(TEXT[:-1])
    assert [diagnostic.code for diagnostic in said] == codes


def test_big5_is_left_to_the_statistics() -> None:
    traditional = "政府資訊公開工作要點，請各機關遵照辦理，並於期限內完成。" * 20
    text, said = decode(traditional.encode("big5"), "a.txt")
    assert [diagnostic.code for diagnostic in said] == ["ZW001"]
    assert len(text) > 100


def test_what_no_encoding_fits_is_refused_in_one_line() -> None:
    with pytest.raises(UnsupportedFormatError, match=r"a\.txt: its text is in no encoding"):
        decode(bytes(range(128, 256)) * 40, "a.txt")
