"""Which files a path stands for."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from zwgk_parse.validation.inputs import FileKind, Input, files_in, named_like

if TYPE_CHECKING:
    from pathlib import Path


def _names(paths: list[Path], *left_out: str) -> list[str]:
    found = files_in(map(str, paths), lambda path: any(one in path for one in left_out))
    return [one.file.rpartition("/")[2] for one in found]


def test_a_folder_stands_for_all_in_it_by_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a.json", "c/d.pdf", "c/工作 要点.docx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert _names([tmp_path]) == ["a.json", "b.txt", "d.pdf", "工作 要点.docx"]
    assert all(one.searched for one in files_in([str(tmp_path)], lambda _: False))


def test_hidden_files_lock_files_and_those_left_out_are_not_read(tmp_path: Path) -> None:
    for name in (".git/x.txt", ".a.txt", "~$plan.docx", "old/b.txt", "plan.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert _names([tmp_path], "old") == ["plan.txt"]


def test_a_file_is_read_once_and_standard_input_is_no_file(tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    file.touch()
    assert _names([file, tmp_path, file]) == ["plan.txt"]
    assert list(files_in(["-"], lambda _: False)) == [Input("-")]
    # What is named is read, whatever its name; whether it exists is the reader's to say.
    assert _names([tmp_path / ".hidden"]) == [".hidden"]


def test_pipes_are_not_opened_and_links_to_folders_not_followed(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "plan.txt").touch()
    # A link that leads nowhere is for the reader to complain of.
    assert _names([tmp_path]) == ["gone.txt", "pipe.txt", "plan.txt"]
    assert named_like(str(tmp_path / "pipe.txt")) is FileKind.OTHER
    assert named_like(str(tmp_path / "gone.txt")) is FileKind.DOCUMENT


def test_a_folder_that_cannot_be_listed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "locked").mkdir()
    scan = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    (found,) = files_in([str(tmp_path)], lambda _: False)
    assert found == Input((tmp_path / "locked").as_posix(), True, "Permission denied")


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("a.PDF", FileKind.DOCUMENT),
        ("a.docx", FileKind.DOCUMENT),
        ("附件1", FileKind.DOCUMENT),
        ("a.jsonl", FileKind.DOCUMENT),
        ("a.shtml", FileKind.DOCUMENT),
        ("a.doc", FileKind.UNREAD),
        ("a.WPS", FileKind.UNREAD),
        ("a.ofd", FileKind.UNREAD),
        ("a.xlsx", FileKind.UNREAD),
        ("zwgk.toml", FileKind.OTHER),
        ("a.png", FileKind.OTHER),
        ("a.txt.bak", FileKind.OTHER),
    ],
)
def test_names_of_plans(name: str, wanted: FileKind) -> None:
    assert named_like(name) is wanted
