"""Damaged files are repaired or refused; pages of rubbish are known by their characters."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.readers import pdf_changes as changes
from tests.readers import pdf_files as files
from zwgk_parse.errors import DamagedFileError, EncryptedFileError
from zwgk_parse.readers import read
from zwgk_parse.readers.options import DEFAULTS, Options
from zwgk_parse.readers.pdf.pdfium import PdfFile
from zwgk_parse.readers.pdf.repair import repaired
from zwgk_parse.readers.pdf.sanity import check

if TYPE_CHECKING:
    from collections.abc import Callable

NO_ROOT = files.ruled().replace(b"/Root", b"/Toor").replace(b"/Catalog", b"/Gatalog")


@pytest.mark.parametrize("make", [changes.damaged_xref, files.ruled])
def test_a_repaired_file_opens(make: Callable[[], bytes]) -> None:
    file = PdfFile(repaired(make(), "made.pdf", None), "made.pdf", None, DEFAULTS.limits)
    assert "县财政局" in file.page(1).text
    file.close()


def test_a_repaired_file_needs_no_password() -> None:
    whole = repaired(changes.encrypted("geheim"), "made.pdf", "geheim")
    assert b"/Type /Catalog" in whole or b"/Catalog" in whole


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"%PDF-1.7\n1 0 obj\n<<\nendobj", NO_ROOT])
def test_what_is_beyond_repair_is_refused(data: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(DamagedFileError, match="no PDF that can be opened"):
        repaired(data, "made.pdf", None)
    assert capfd.readouterr().err == ""


def test_a_repair_is_silent(capfd: pytest.CaptureFixture[str]) -> None:
    bad = changes.assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
            b"(no page)",
        ]
    )
    repaired(bad, "made.pdf", None)
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("given", [None, "falsch"])
def test_a_repair_needs_the_password(given: str | None) -> None:
    with pytest.raises(EncryptedFileError, match="--password" if given is None else "another"):
        repaired(changes.encrypted("geheim"), "made.pdf", given)


def test_without_the_extra_a_damaged_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pikepdf", None)
    with pytest.raises(DamagedFileError, match=r"zwgk-parse\[repair\]"):
        read(files.ruled()[:200], "made.pdf", DEFAULTS)


TEXTS: dict[str, tuple[str, bool]] = {
    "nothing": ("", False),
    "white space": (" \r\n　", False),
    "Chinese": ("各单位要及时公开财政预算决算信息，做好政策解读工作。\r\n", False),
    "English": ("The plan is published by 30 June 2022, in PDF (1.4 MB).", False),
    "figures": ("①②③ ㎡ ％ —— …… 〔2022〕5号 “”《》", False),
    "traditional": ("關於印發政務公開工作要點的通知", False),
    "a rare character": ("堃、喆、𠮷三位同志负责政务公开工作，按月报送信息情况", False),
    "a hyphen of pdfium": ("infor\x02\r\nmation is published here and there", False),
    "nameless glyphs": ("\x01\x02\x03\x04\x05\x06", True),
    "replacements": ("公开\ufffd\ufffd信息", True),
    "private use": ("\ue001\ue002公开信息", True),
    "unassigned": ("\u0378\u0379公开信息", True),
    "other scripts": ("कखगघ公开信息", True),
    "shifted": ("龘靐齉爩鱻麤灪蠿籱饢驫癵" * 6, True),
}


@pytest.mark.parametrize(("text", "rubbish"), TEXTS.values(), ids=TEXTS)
def test_rubbish_is_known_by_its_characters(text: str, *, rubbish: bool) -> None:
    assert check(text).rubbish is rubbish


def test_a_few_odd_characters_are_borne() -> None:
    text = "各单位要及时公开财政预算决算信息，做好政策解读工作。" * 2 + "\ue001"
    assert check(text).strange == pytest.approx(1 / 53)
    assert not check(text).rubbish


def test_pdfplumber_reads_where_pdfium_is_not_asked() -> None:
    plain = read(files.merged(), "made.pdf", Options(pdf_engine="pdfium")).value
    other = read(files.merged(), "made.pdf", Options(pdf_engine="pdfplumber")).value
    assert len(plain.blocks) == len(other.blocks) == 1
