"""What sources stand for: folders, links, archives, and what cannot be looked into."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.batch.running import write
from zwgk_parse.batch.content import look
from zwgk_parse.batch.inputs import Choice, Input
from zwgk_parse.batch.sorting import in_order
from zwgk_parse.batch.sources import inputs_of
from zwgk_parse.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Iterator

POSIX = pytest.mark.skipif(os.name == "nt", reason="names and links of POSIX")


def found(*sources: Path | str, **choice: object) -> list[Input]:
    """What the sources stand for."""
    return list(inputs_of(map(str, sources), Choice(**choice)))  # type: ignore[arg-type]


def below(folder: Path, **choice: object) -> list[str]:
    """The paths of what a folder stands for, below it."""
    inputs = found(folder, **choice)
    assert all(one.path == f"{folder.as_posix()}/{'/'.join(one.parts)}" for one in inputs)
    return ["/".join(one.parts) for one in inputs]


def test_a_folder_stands_for_the_files_in_it_in_order(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a/z.txt", "a/附件/1.txt", "c d.txt", "说明 ①.txt", "😀.txt", "B.txt")
    assert below(tmp_path) == [
        *("B.txt", "a/z.txt", "a/附件/1.txt", "b.txt", "c d.txt", "说明 ①.txt", "😀.txt")
    ]


def test_what_is_hidden_is_left_out_and_locks_of_office_programs(tmp_path: Path) -> None:
    write(tmp_path, ".git/a.txt", ".a.txt", "~$a.docx", "a.txt", "__MACOSX/a.txt", "b/.c/d.txt")
    assert below(tmp_path) == ["a.txt"]
    # A file that is named is meant.
    assert [one.name for one in found(tmp_path / ".a.txt")] == [".a.txt"]


def test_include_and_exclude(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "a.pdf", "2022/a.txt", "2022/旧/b.txt", "2023/b.txt", "2023/c.TXT")
    assert below(tmp_path, include=("*.txt",)) == [
        *("2022/a.txt", "2022/旧/b.txt", "2023/b.txt", "a.txt")
    ]
    assert below(tmp_path, exclude=("2022",)) == ["2023/b.txt", "2023/c.TXT", "a.pdf", "a.txt"]
    assert below(tmp_path, include=("2022/*",), exclude=("旧/",)) == ["2022/a.txt"]
    assert below(tmp_path, include=("./2023/*.txt",)) == ["2023/b.txt"]
    assert below(tmp_path, exclude=("2022/旧",), include=("b.*",)) == ["2023/b.txt"]


def test_where_the_batch_writes_is_not_searched(tmp_path: Path) -> None:
    write(tmp_path, "out/plans/a.json", "a.txt")
    assert below(tmp_path, without=(tmp_path / "out",)) == ["a.txt"]


def test_sources_that_are_files_keep_their_path(tmp_path: Path) -> None:
    write(tmp_path, "a/b.txt")
    (one,) = found(tmp_path / "a" / ".." / "a" / "b.txt")
    assert one.parts[-3:] == ("a", "a", "b.txt")
    (missing,) = found("no/such/file.txt")
    assert missing.parts == ("no", "such", "file.txt")
    assert found("bad\0name")[0].path == "bad\0name"


@POSIX
def test_links_out_are_followed_once_and_links_back_are_not(tmp_path: Path) -> None:
    write(tmp_path, "in/a/b.txt", "out/c.txt", "out/deep/d.txt")
    root = tmp_path / "in"
    (root / "a" / "back").symlink_to(root)
    (root / "a" / "above").symlink_to(tmp_path)
    (root / "a" / "self").symlink_to("self")
    (root / "file.txt").symlink_to(tmp_path / "out" / "c.txt")
    (root / "out1").symlink_to(tmp_path / "out")
    (root / "out2").symlink_to(tmp_path / "out")
    (root / "out3").symlink_to(tmp_path / "out" / "deep")
    (tmp_path / "out" / "loop").symlink_to(tmp_path / "out")
    (tmp_path / "out" / "into").symlink_to(tmp_path / "out" / "deep")
    # A link that goes in a circle is no folder: it is tried, and told as what cannot be read.
    assert below(root) == ["a/b.txt", "a/self", "file.txt", "out1/c.txt", "out1/deep/d.txt"]


@POSIX
def test_dead_links_pipes_and_devices_are_inputs(tmp_path: Path) -> None:
    (tmp_path / "dead.txt").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe.zip")
    (tmp_path / "zero").symlink_to("/dev/zero")
    assert below(tmp_path) == ["dead.txt", "pipe.zip", "zero"]


@POSIX
def test_names_with_newlines_and_of_bytes_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / "a\nb.txt").write_text("1")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xb8\xbd.txt")).write_text("2")
    odd, lines = found(tmp_path)[::-1]
    assert lines.path == f"{tmp_path.as_posix()}/a\nb.txt"
    assert odd.path == f"{tmp_path.as_posix()}/\\xb8\\xbd.txt"
    assert Path(odd.place).read_text() == "2"


@contextmanager
def nested(folder: Path, name: str, depth: int) -> Iterator[int]:
    """Folders in one another, as a descriptor of the innermost; they are taken away again."""
    here = os.open(folder, os.O_RDONLY)
    for _ in range(depth):
        os.mkdir(name, dir_fd=here)
        outer, here = here, os.open(name, os.O_RDONLY, dir_fd=here)
        os.close(outer)
    try:
        yield here
    finally:
        for _ in range(depth):
            inner, here = here, os.open("..", os.O_RDONLY, dir_fd=here)
            os.close(inner)
            os.rmdir(name, dir_fd=here)
        os.close(here)


@POSIX
def test_folders_may_be_nested_deeper_than_calls(tmp_path: Path) -> None:
    with nested(tmp_path, "d", 1200) as innermost:
        os.close(os.open("a.txt", os.O_CREAT | os.O_WRONLY, dir_fd=innermost))
        try:
            (one,) = found(tmp_path)
        finally:
            os.unlink("a.txt", dir_fd=innermost)
    assert len(one.parts) == 1201


@POSIX
def test_folders_whose_path_is_too_long_for_the_system_are_told(tmp_path: Path) -> None:
    with nested(tmp_path, "d" * 250, 20):
        (one,) = found(tmp_path)
        with pytest.raises(ReadError, match="File name too long"):
            look(one, 1000)


def test_a_name_that_only_windows_can_have_is_escaped() -> None:
    assert Input("in/a\ud800.txt", ("a\ud800.txt",)).path == "in/a\\xed\\xa0\\x80.txt"


def test_many_names_are_sorted_on_disk(tmp_path: Path) -> None:
    names = [f"{(number * 7919) % 60_000:05d}.txt" for number in range(60_000)]
    names += ["\udcff.txt", "𝔘.txt", "é.txt", names[0]]
    assert list(in_order(names)) == sorted(set(names), key=os.fsencode)
    assert list(in_order(names[:100] * 2)) == sorted(names[:100])


@pytest.mark.slow
def test_a_folder_of_sixty_thousand_files(tmp_path: Path) -> None:
    for number in range(60_000):
        os.close(os.open(tmp_path / f"{(number * 7919) % 60_000:05d}.txt", os.O_CREAT))
    assert [one.name for one in found(tmp_path)] == [f"{n:05d}.txt" for n in range(60_000)]


AS_NOBODY = """
import json, os, sys
from zwgk_parse.batch.content import look
from zwgk_parse.batch.content import look
from zwgk_parse.batch.inputs import Choice
from zwgk_parse.batch.sources import inputs_of
from zwgk_parse.errors import ReadError
os.setgroups([])
os.setgid(65534)
os.setuid(65534)
told = []
for one in inputs_of(sys.argv[1:], Choice()):
    try:
        look(one, 1000)
        told.append([one.path, None])
    except ReadError as error:
        told.append([one.path, error.data["reason"]])
print(json.dumps(told))
"""


@pytest.mark.skipif(os.name == "nt" or os.getuid() != 0, reason="only root can become another")
def test_what_may_not_be_read_is_told() -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        write(folder, "closed/a.txt", "listed/b.txt", "secret.txt", "seen.txt", "secret.zip")
        for name, mode in (
            *((".", 0o755), ("closed", 0), ("listed", 0o744), ("secret.txt", 0)),
            *(("secret.zip", 0),),
        ):
            (folder / name).chmod(mode)
        run = subprocess.run(
            [sys.executable, "-c", AS_NOBODY, made, f"{made}/closed/a.txt", f"{made}/closed/b/c"],
            check=True,
            capture_output=True,
            text=True,
        )
        told = {path.removeprefix(made): reason for path, reason in json.loads(run.stdout)}
    denied = "it cannot be read (Permission denied)"
    assert told == {
        "/closed": denied,
        "/listed/b.txt": denied,
        "/secret.txt": denied,
        "/closed/a.txt": denied,
        "/closed/b/c": denied,
        "/seen.txt": None,
        "/secret.zip": denied,
    }
