"""Files read again: where they are the same, and what is said where they are not."""

from __future__ import annotations

import zipfile
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from tests.study.made import entry, plan, task
from zwgk_parse.study.sampling import Drawn
from zwgk_parse.study.sources import with_passages

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "甲县2022年工作要点\n1. 做好公开。\n2. 做好解读。\n".encode()


def _drawn(path: str, line: int, data: bytes = TEXT) -> Drawn:
    one = task(line)
    digest = sha256(data).hexdigest()
    return Drawn(entry(path, plan("a", one, digest=digest)), digest, one, f"{digest}:{one.id}")


def _texts(*drawn: Drawn) -> list[str | None]:
    return [one.printed.text if one.printed else one.reason for one in with_passages(drawn)]


def test_passages_come_in_the_order_of_the_tasks(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_bytes(TEXT)
    a, b = str(tmp_path / "a.txt"), str(tmp_path / "b.txt")
    found = _texts(_drawn(b, 3), _drawn(a, 2), _drawn(b, 2))
    assert found == ["2. 做好解读。", "1. 做好公开。", "1. 做好公开。"]


@pytest.mark.parametrize("name", ["通知.zip", "通知.ZIP"])
def test_a_member_of_an_archive(name: str, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / name, "w") as archive:
        archive.writestr("附件/一.txt", TEXT)
    assert _texts(_drawn(f"{tmp_path}/{name}!/附件/一.txt", 2)) == ["1. 做好公开。"]


@pytest.mark.parametrize(
    ("now", "reason"), [(None, "gone"), (TEXT + b"\n", "changed"), (TEXT, "elsewhere")]
)
def test_why_there_is_no_passage(now: bytes | None, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    if now is not None:
        path.write_bytes(now)
    assert _texts(_drawn(str(path), 9)) == [reason]


def test_a_file_that_cannot_be_read_again(tmp_path: Path) -> None:
    data = b"\x89PNG\r\n"
    path = tmp_path / "a.png"
    path.write_bytes(data)
    assert _texts(_drawn(str(path), 1, data)) == ["unread"]
