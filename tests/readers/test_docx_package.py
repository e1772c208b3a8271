"""The file around a Word document: what is refused and how, limits, damage of every kind."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from tests.wordfile import cell, pack, para, part, relations, row, run, table, word, word_parts
from zwgk_parse.errors import (
    DamagedFileError,
    EncryptedFileError,
    LimitExceededError,
    NoTextLayerError,
    ReadError,
    UnsupportedFormatError,
)
from zwgk_parse.readers import docx, read
from zwgk_parse.readers.options import DEFAULTS, Limits, Options

if TYPE_CHECKING:
    from collections.abc import Mapping

BODY = para("一、甲") + table(row("序号", "任务"), row("1", cell("公开", "乙")))
NUMBERED = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)


def limits(**changed: float) -> Options:
    return DEFAULTS._replace(limits=Limits(**changed))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("parts", "error", "words"),
    [
        ({"xl/workbook.xml": "<a/>"}, UnsupportedFormatError, "Excel"),
        ({"ppt/presentation.xml": "<a/>"}, UnsupportedFormatError, "PowerPoint"),
        ({"OFD.xml": "<a/>", "Doc_0/Document.xml": "<a/>"}, UnsupportedFormatError, "OFD"),
        (
            {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"},
            UnsupportedFormatError,
            "OpenDocument",
        ),
        ({"mimetype": "application/epub+zip"}, UnsupportedFormatError, "EPUB"),
        ({"plan.txt": "一、甲"}, UnsupportedFormatError, "kind zip,.*unpack"),
        ({}, UnsupportedFormatError, "zip"),
        ({"word/styles.xml": "<a/>"}, DamagedFileError, "no Word document"),
        ({"word/document.xml": "<a/>"}, DamagedFileError, "no Word document"),
        ({"word/document.xml": part("document", "")}, DamagedFileError, "no Word document"),
        ({"word/document.xml": "<a"}, DamagedFileError, "not well-formed"),
        ({"word/document.xml": b"\xff\xfe\x00"}, DamagedFileError, "not well-formed"),
        ({"word/document.xml": "<!DOCTYPE a><a/>"}, DamagedFileError, "document type"),
    ],
)  # fmt: skip
def test_packed_files_that_are_not_word(
    parts: Mapping[str, str | bytes], error: type[ReadError], words: str
) -> None:
    with pytest.raises(error, match=words) as caught:
        read(pack(parts), "plan.docx")
    assert "\n" not in str(caught.value)


def compound(*entries: str) -> bytes:
    """The head of a file of the old format with these streams in its directory."""
    directory = b""
    for name in ("Root Entry", *entries):
        words = name.encode("utf-16-le")
        entry = words.ljust(64, b"\0") + struct.pack("<HB", len(words) + 2, 2)
        directory += entry.ljust(128, b"\0")
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + directory


@pytest.mark.parametrize(
    ("name", "entries", "error", "words"),
    [
        ("a.docx", ["EncryptedPackage"], EncryptedFileError, "password"),
        ("a.doc", ["WordDocument", "1Table"], UnsupportedFormatError, "old Word.*convert-to docx"),
        ("a.wps", ["WordDocument"], UnsupportedFormatError, "kind WPS,.*convert-to docx"),
        ("a.doc", ["Workbook"], UnsupportedFormatError, "old Excel"),
        ("a.doc", ["PowerPoint Document"], UnsupportedFormatError, "old PowerPoint"),
        ("a.doc", ["Unknown"], UnsupportedFormatError, "old Word or WPS"),
    ],
)
def test_files_of_the_old_format(
    name: str, entries: list[str], error: type[ReadError], words: str
) -> None:
    with pytest.raises(error, match=words):
        read(compound(*entries), name)


def test_a_name_in_the_text_of_an_old_file_is_no_entry() -> None:
    data = compound("WordDocument") + "EncryptedPackage".encode("utf-16-le") * 3
    with pytest.raises(UnsupportedFormatError):
        read(data, "a.doc")


@pytest.mark.parametrize("suffix", [".docx", ".docm", ".dotx", ".dotm"])
def test_suffixes(suffix: str) -> None:
    result = read(word(BODY, extra={"word/vbaProject.bin": "Sub Auto"}), f"plan{suffix}")
    assert result.value.reader == "docx"
    assert result.diagnostics == ()


def test_a_suffix_that_misleads_is_said() -> None:
    assert [one.code for one in read(word(BODY), "plan.doc").diagnostics] == ["ZW002"]


def test_names_of_parts_are_read_as_word_reads_them() -> None:
    made = word_parts(BODY)
    made["Word\\Document.XML"] = made.pop("word/document.xml")
    assert docx.read(pack(made), "a.docx").value.blocks


def test_the_main_part_may_stand_anywhere() -> None:
    made = {
        "_rels/.rels": relations(("rId1", "officeDocument", "/somewhere/else.xml")),
        "somewhere/else.xml": part("document", f"<w:body>{BODY}</w:body>"),
    }
    assert docx.read(pack(made), "a.docx").value.blocks


def test_utf16_is_read() -> None:
    made = word_parts(BODY)
    main = str(made["word/document.xml"]).replace("UTF-8", "UTF-16").encode("utf-16")
    assert docx.read(pack(made | {"word/document.xml": main}), "a.docx").value.blocks


def test_pictures_alone_need_ocr() -> None:
    blip = '<w:r><w:drawing><a:blip r:embed="rId9"/></w:drawing></w:r>'
    with pytest.raises(NoTextLayerError, match="OCR"):
        docx.read(word(para(more=blip)), "a.docx")


def test_an_empty_document_is_one() -> None:
    assert docx.read(word(""), "a.docx").value.blocks == ()


# Limits


@pytest.mark.parametrize(
    ("body", "options", "words"),
    [
        (BODY, limits(unpacked=1000), "unpacks to more than 1,000 bytes"),
        (para("甲") * 50, limits(objects=40), "more than 40 paragraphs"),
        (table(row("一", "二") * 50), limits(objects=40), "more than 40 paragraphs"),
        (para("甲") * 600, limits(seconds=-1), "more than -1 seconds"),
        ("<w:p/>" * 50_000, limits(memory=1_000_000), "1,000,000 bytes of memory"),
        ("<w:sdt>" * 300 + "</w:sdt>" * 300, DEFAULTS, "nested too deeply"),
        (para(more=run("甲") * 600), limits(seconds=0.0), "more than 0 seconds"),
        (
            para(more='<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 102),
            DEFAULTS,
            "nested too deeply",
        ),
    ],
)
def test_limits(body: str, options: Options, words: str) -> None:
    with pytest.raises(LimitExceededError, match=words):
        docx.read(word(body), "a.docx", options)


def nested(depth: int) -> bytes:
    body = para("底")
    for _ in range(depth):
        body = table(row(cell(body, "旁"), "侧"))
    return word(body)


def test_tables_in_tables_as_deep_as_the_parser_goes() -> None:
    assert docx.read(nested(80), "a.docx").value.blocks
    with pytest.raises(LimitExceededError, match="too deeply"):
        docx.read(nested(90), "a.docx")


def test_a_zip_bomb_is_unpacked_no_further_than_the_limit() -> None:
    made = word_parts(BODY) | {"word/styles.xml": b" " * 50_000_000}
    with pytest.raises(LimitExceededError, match="unpacks"):
        docx.read(pack(made), "a.docx", limits(unpacked=1_000_000))


def test_what_the_archive_says_of_sizes_is_not_believed() -> None:
    """A size of 1 in the directory, and a stream that goes on behind it."""
    data = bytearray(word(BODY))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        size = archive.getinfo("word/document.xml").file_size
    data = bytearray(bytes(data).replace(struct.pack("<I", size), struct.pack("<I", 1)))
    with pytest.raises(DamagedFileError):
        docx.read(bytes(data), "a.docx")


def test_too_many_parts_are_refused() -> None:
    made = word_parts(BODY) | {f"a{index}": "" for index in range(20_001)}
    with pytest.raises(LimitExceededError, match="20,000 parts"):
        docx.read(pack(made), "a.docx")


ENTITIES = '<!DOCTYPE a [<!ENTITY a "甲甲甲甲甲甲甲甲"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml", "_rels/.rels"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_an_xml_bomb_is_not_lit(name: str, encoding: str) -> None:
    made = word_parts(para("&b;" if "document" in name else "甲"))
    head = f'<?xml version="1.0" encoding="{encoding}"?>{ENTITIES}'
    content = str(made[name]).partition("?>")[2]
    with pytest.raises(DamagedFileError, match="document type"):
        docx.read(pack(made | {name: (head + content).encode(encoding)}), "a.docx")


def test_an_encrypted_part_is_said() -> None:
    data = bytearray(word(BODY))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    with pytest.raises(EncryptedFileError, match="encrypted"):
        docx.read(bytes(data), "a.docx")


def test_nothing_outside_is_fetched() -> None:
    made = word(
        BODY,
        links=(
            ("rId7", "header", "file:///etc/passwd"),
            ("rId8", "attachedTemplate", "http://127.0.0.1:9/a.dotm"),
            ("rId9", "numbering", "http://127.0.0.1:9/numbering.xml"),
        ),
    )
    assert docx.read(made, "a.docx").diagnostics == ()


# Damage

RICH = word(
    BODY
    + para("甲", number=(1, 0), more=f"<w:ins>{run('乙')}</w:ins>")
    + para(more=f"<w:r><w:drawing><w:txbxContent>{para('框')}</w:txbxContent></w:drawing></w:r>")
    + '<w:sectPr><w:headerReference r:id="rId7"/></w:sectPr>',
    numbering=NUMBERED,
    extra={"word/header1.xml": part("hdr", para("页眉"))},
    links=(("rId7", "header", "header1.xml"),),
)


def attempt(data: bytes) -> None:
    """Reads, or refuses by name; all else is a bug."""
    with suppress(ReadError):
        read(data, "a.docx")


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.8, 0.95, 0.999])
def test_a_truncated_file_is_damaged(share: float) -> None:
    with pytest.raises(DamagedFileError, match="fetch it again"):
        read(RICH[: int(len(RICH) * share)], "a.docx")


@pytest.mark.parametrize("seed", range(60))
def test_bytes_that_were_changed(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    data = bytearray(RICH)
    for _ in range(chance.choice((1, 4, 32))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    attempt(bytes(data))


@pytest.mark.parametrize("seed", range(120))
def test_markup_that_was_changed(seed: int) -> None:
    """Parts whose XML is well-formed, or nearly, and makes no sense: elements moved and renamed."""
    chance = random.Random(seed)  # noqa: S311
    with zipfile.ZipFile(io.BytesIO(RICH)) as archive:
        made: dict[str, str | bytes] = {one: archive.read(one) for one in archive.namelist()}
    name = chance.choice(sorted(made))
    content = bytes(made[name])  # type: ignore[arg-type]
    words = b"w:p w:r w:t w:tbl w:tr w:tc w:pPr w:numId w:sdt w:vMerge w:txbxContent w:ins".split()
    words += [b"w:lvl", b"Target", b'"1"', b'"0"']
    for _ in range(chance.choice((1, 3))):
        old, new = chance.choice(words), chance.choice(words)
        content = content.replace(old, new, chance.choice((-1, 1)))
    attempt(pack(made | {name: content}))


def test_a_checksum_that_is_wrong() -> None:
    body = zlib.crc32(str(word_parts(BODY)["word/document.xml"]).encode())
    data = word(BODY).replace(struct.pack("<I", body), struct.pack("<I", body ^ 1))
    with pytest.raises(DamagedFileError):
        read(data, "a.docx")
