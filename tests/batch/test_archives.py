"""Zip archives as folders, whoever made them and however they are broken."""

from __future__ import annotations

import random
import struct
import warnings
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from tests.batch.running import PLAN, batch, plans
from zwgk_parse.batch.content import content, look
from zwgk_parse.batch.inputs import Choice, Input
from zwgk_parse.batch.sources import inputs_of
from zwgk_parse.errors import (
    DamagedFileError,
    EncryptedFileError,
    LimitExceededError,
    ReadError,
    UnsupportedFormatError,
    ZwgkError,
)

if TYPE_CHECKING:
    from pathlib import Path

MOST = 100_000


def packed(path: Path, *members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Write an archive at `path`; a name that comes again is written again."""
    with zipfile.ZipFile(path, "w", method) as archive, warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Duplicate name")
        for name, data in members:
            info = zipfile.ZipInfo(name)
            info.compress_type = method
            archive.writestr(info, data)
    return path.read_bytes()


def found(path: Path, **choice: object) -> list[Input]:
    """What an archive stands for."""
    return list(inputs_of([str(path)], Choice(**choice)))  # type: ignore[arg-type]


def names(path: Path, **choice: object) -> list[str | None]:
    """The members that are inputs."""
    return [one.member for one in found(path, **choice)]


def test_members_are_inputs_in_order(tmp_path: Path) -> None:
    path = tmp_path / "通知.zip"
    packed(path, ("b.txt", b"1"), ("a/附件 1.txt", b"22"), (".hidden", b""), ("__MACOSX/a", b""))
    with zipfile.ZipFile(path, "a") as archive:
        archive.mkdir("empty")
        archive.writestr("backslash\\", b"")
        archive.writestr("in\\here.txt", b"3")
    assert names(path) == ["a/附件 1.txt", "b.txt", "in/here.txt"]
    first = found(path)[0]
    assert first.path == f"{path.as_posix()}!/a/附件 1.txt"
    assert first.parts[-3:] == ("通知.zip", "a", "附件 1.txt")
    assert content(first, MOST) == b"22"
    assert look(first, MOST).size == 2
    assert names(path, include=("*.txt",), exclude=("a",)) == ["b.txt", "in/here.txt"]
    assert names(path, include=("*.pdf",)) == []


def test_names_in_the_encoding_of_windows_in_china(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("XXXX1.txt", b"plan")
        archive.writestr("YYYY2.txt", b"other")
    data = path.read_bytes().replace(b"XXXX", "附件".encode("gb18030"))
    path.write_bytes(data.replace(b"YYYY", "é\u0301".encode()))
    assert names(path) == ["é\u03012.txt", "附件1.txt"]
    assert [content(one, MOST) for one in found(path)] == [b"other", b"plan"]


def test_a_name_that_comes_again_is_another_input(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    packed(path, ("a.txt", b"1"), ("a.txt", b"2"), ("a.txt#2", b"3"), ("a.txt", b"4"))
    assert {str(one.member): content(one, MOST) for one in found(path)} == {
        "a.txt": b"1",
        "a.txt#2": b"2",
        "a.txt#2#2": b"3",
        "a.txt#3": b"4",
    }


def test_a_name_that_leads_out_of_the_archive_stays_in(tmp_path: Path) -> None:
    for name in ("../x.txt", "/etc/x.txt", "a/../../x.txt", "C:\\x.txt"):
        folder = tmp_path / str(abs(hash(name)))
        folder.mkdir()
        packed(folder / "a.zip", (name, PLAN.format(name="甲").encode()))
        ran = batch(folder / "out", folder / "a.zip")
        assert ran.summary.holds == {"ok": 1}
        (plan,) = plans(folder / "out")
        assert plan.startswith("plans/")
        assert ".." not in plan
        assert sorted(path.name for path in folder.iterdir()) == ["a.zip", "out"]


def test_an_archive_without_files_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    packed(path)
    (one,) = found(path)
    assert one.trouble == "no file in the archive"
    with pytest.raises(ReadError, match="no file in the archive"):
        look(one, MOST)
    assert found(path, include=("*.txt",)) == []


def test_what_is_no_archive_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(packed(path, ("a.txt", b"1" * 1000))[:-30])
    (one,) = found(path)
    assert one.trouble == "it is not a whole zip archive"


def test_an_archive_in_an_archive_is_one_file(tmp_path: Path) -> None:
    inner = packed(tmp_path / "inner", ("a.txt", b"1"))
    packed(tmp_path / "a.zip", ("inner.zip", inner), ("b.txt", PLAN.encode()))
    ran = batch(tmp_path / "out", tmp_path / "a.zip")
    assert [entry.state for entry in ran.entries.values()] == ["ok", "unsupported"]


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_member_that_is_damaged_costs_itself(tmp_path: Path, method: int) -> None:
    path = tmp_path / "a.zip"
    noise = random.Random(1).randbytes(3000)  # noqa: S311
    data = bytearray(packed(path, ("bad.txt", noise), ("good.txt", b"good"), method=method))
    for at in (40, 60, 61, 62, 1000):
        data[at] ^= 0xFF
    path.write_bytes(data)
    bad, good = found(path)
    with pytest.raises(DamagedFileError, match=r"bad\.txt: it is damaged in the archive"):
        look(bad, MOST)
    assert content(good, MOST) == b"good"


def test_a_member_that_is_encrypted_or_packed_in_an_unknown_way(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    data = bytearray(packed(path, ("a.txt", b"1"), ("b.txt", b"2")))
    entries = [at for at in range(len(data)) if data[at : at + 4] == b"PK\x01\x02"]
    struct.pack_into("<H", data, entries[0] + 8, 1)
    struct.pack_into("<H", data, entries[1] + 10, 97)
    path.write_bytes(data)
    secret, odd = found(path)
    with pytest.raises(EncryptedFileError):
        look(secret, MOST)
    with pytest.raises(UnsupportedFormatError):
        content(odd, MOST)


def test_a_bomb_is_unpacked_up_to_the_limit_only(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    packed(path, ("a.txt", b"0" * (50 * MOST)))
    with pytest.raises(LimitExceededError):
        look(found(path)[0], MOST)


def test_an_archive_that_is_another_one_meanwhile(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    packed(path, ("a.txt", b"1"), ("b.txt", b"1"))
    one, other = found(path)
    assert content(one, MOST) == b"1"
    packed(path, ("a.txt", b"222"))
    assert content(one, MOST) == b"222"
    with pytest.raises(DamagedFileError, match="not in the archive"):
        content(other, MOST)
    path.unlink()
    with pytest.raises(ReadError, match="No such file"):
        content(one, MOST)


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_broken_archive_is_read_or_refused(tmp_path: Path, method: int) -> None:
    path = tmp_path / "a.zip"
    whole = packed(path, ("a.txt", b"1" * 90), ("附件.txt", bytes(range(200))), method=method)
    chance = random.Random(7)  # noqa: S311
    for _ in range(400):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 2, 8))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path.write_bytes(data[: chance.choice((len(data), chance.randrange(len(data))))])
        try:
            for one in found(path):
                content(one, MOST)
        except ZwgkError:
            pass


def test_broken_archives_are_archives(tmp_path: Path) -> None:
    """What the test above breaks is whole before."""
    packed(tmp_path / "a.zip", ("a.txt", b"1"))
    assert zipfile.ZipFile(BytesIO((tmp_path / "a.zip").read_bytes())).testzip() is None
