"""Folders that are followed: what arrives, changes, moves and goes, and what is no file yet."""

from __future__ import annotations

import shutil
import sys
import zipfile
from threading import Thread
from time import monotonic, sleep
from typing import TYPE_CHECKING

import pytest

from tests.batch.running import PLAN, Direct, Heard, ledger, plans, write
from zwgk_parse.batch.follow import UNFINISHED, Follow
from zwgk_parse.batch.inputs import Choice
from zwgk_parse.batch.run import Again
from zwgk_parse.batch.session import Spec, run_batch
from zwgk_parse.batch.stores.store import LocalStore
from zwgk_parse.batch.work import Work
from zwgk_parse.errors import MissingExtraError, ReadError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from zwgk_parse.batch.tally import Summary

pytest.importorskip("watchfiles")
pytestmark = pytest.mark.slow
SETTLE = 0.3
# Seconds that something may take on a machine that has much to do.
PATIENCE = 20.0


class Gone(Heard):
    """Keeps what was taken away as well."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[str] = []

    def gone(self, path: str) -> None:
        """An input was taken away."""
        self.taken.append(path)


class Watching:
    """A batch that follows the folder `in`, in a thread of its own, until it is left."""

    def __init__(self, root: Path, out: Path | None = None, *, polled: bool = False) -> None:
        self.root, self.out, self.heard = root, out or root.parent / "out", Gone()
        self.summary: Summary | None = None
        self._polled, self._over = polled, False
        self._thread = Thread(target=self._run)

    def _run(self) -> None:
        choice = Choice(exclude=UNFINISHED, without=(str(self.out),))
        follow = Follow((str(self.root),), choice, SETTLE, polled=self._polled)
        work, names = Work(LocalStore(self.out)), (str(self.root),)
        spec = Spec(names, choice, work, "out", names, Again())
        spec = spec._replace(follow=follow.until(lambda: self._over, self.heard))
        self.summary = run_batch(spec, Direct, self.heard)

    def __enter__(self) -> Watching:
        self._thread.start()
        self.until(lambda: '"watching"' in (self.out / ".zwgk" / "run.json").read_text())
        return self

    def __exit__(self, *_: object) -> None:
        self._over = True
        self._thread.join()

    def until(self, happened: Callable[[], bool]) -> None:
        """Wait for something."""
        end = monotonic() + PATIENCE
        while monotonic() < end:
            try:
                if happened():
                    return
            except FileNotFoundError:
                pass
            sleep(0.02)
        raise AssertionError("it did not happen")

    def told(self, name: str, times: int = 1) -> None:
        """Wait until the input of that name has come to its end so many times."""
        path = f"{self.root}/{name}"
        self.until(lambda: [entry.path for entry in self.heard.entries].count(path) >= times)

    def states(self) -> dict[str, str]:
        """What the ledger says at the end."""
        start = len(str(self.root)) + 1
        return {path[start:]: entry.state for path, entry in ledger(self.out).items()}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with one plan in it."""
    write(tmp_path / "in", "first.txt")
    return tmp_path / "in"


@pytest.mark.parametrize("polled", [False, True])
def test_what_arrives_changes_and_goes(root: Path, polled: bool) -> None:
    with Watching(root, polled=polled) as watching:
        write(root, "new.txt")
        watching.told("new.txt")
        write(root, "deep/er/below.txt")
        watching.told("deep/er/below.txt")
        (root / "new.txt").write_text("nothing\n", encoding="utf-8")
        watching.told("new.txt", 2)
        (root / "first.txt").unlink()
        watching.until(lambda: watching.heard.taken == [f"{root}/first.txt"])
    assert watching.states() == {"new.txt": "no-tasks", "deep/er/below.txt": "ok"}
    assert set(plans(watching.out)) == {
        "plans/first.txt.json",
        "plans/new.txt.json",
        "plans/deep/er/below.txt.json",
    }
    assert watching.summary is not None
    assert watching.summary.holds == {"ok": 1, "no-tasks": 1}
    assert (watching.summary.inputs, watching.summary.gone) == (2, 1)
    assert watching.summary.complete


def test_folders_and_archives_that_are_moved_in(root: Path, tmp_path: Path) -> None:
    write(tmp_path / "aside", "one.txt", "two/three.txt")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("inner.txt", PLAN.format(name="甲"))
    with Watching(root) as watching:
        shutil.move(tmp_path / "aside", root / "moved")
        shutil.move(tmp_path / "a.zip", root / "a.zip")
        watching.told("moved/two/three.txt")
        watching.told("moved/one.txt")
        watching.told("a.zip!/inner.txt")
        (root / "moved").rename(root / "again")
        watching.told("again/one.txt")
        watching.told("again/two/three.txt")
        watching.until(lambda: len(watching.heard.taken) == 2)
        (root / "a.zip").unlink()
        watching.until(lambda: f"{root}/a.zip!/inner.txt" in watching.heard.taken)
    assert set(watching.states()) == {"first.txt", "again/one.txt", "again/two/three.txt"}


def test_an_end_does_not_wait_for_all_of_an_archive(root: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "many.zip", "w") as archive:
        for number in range(1000):
            archive.writestr(f"{number:03}.txt", PLAN.format(name=f"甲{number}"))
    with Watching(root) as watching:
        shutil.move(tmp_path / "many.zip", root / "many.zip")
        watching.told("many.zip!/000.txt")
    assert "many.zip!/999.txt" not in watching.states()


def test_an_archive_that_is_whole_later_or_holds_other_files(root: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        with zipfile.ZipFile(tmp_path / f"{name}.zip", "w") as archive:
            archive.writestr(f"{name}.txt", PLAN.format(name=name))
    data = (tmp_path / "one.zip").read_bytes()
    with Watching(root) as watching:
        (root / "a.zip").write_bytes(data[:50])
        watching.told("a.zip")
        (root / "a.zip").write_bytes(data)
        watching.told("a.zip!/one.txt")
        shutil.copy(tmp_path / "two.zip", root / "a.zip")
        watching.told("a.zip!/two.txt")
    assert set(watching.states()) == {"first.txt", "a.zip!/two.txt"}
    assert watching.heard.taken == [f"{root}/a.zip", f"{root}/a.zip!/one.txt"]
    assert watching.summary is not None
    assert watching.summary.holds == {"ok": 2}


def test_a_file_is_read_when_it_has_settled_and_once(root: Path) -> None:
    text = PLAN.format(name="慢")
    with Watching(root) as watching:
        with (root / "slow.txt").open("w", encoding="utf-8") as stream:
            for character in text:
                stream.write(character)
                stream.flush()
                sleep(0.02)
        watching.told("slow.txt")
        # Touched, but not changed: nothing is said of it.
        (root / "slow.txt").touch()
        write(root, "last.txt")
        watching.told("last.txt")
    read = [entry for entry in watching.heard.entries if entry.path.endswith("slow.txt")]
    assert [(entry.state, entry.size) for entry in read] == [("ok", len(text.encode()))]


def test_what_is_no_input(root: Path) -> None:
    with Watching(root, root / "out") as watching:
        for name in (".hidden.txt", "~$open.docx", "load.pdf.crdownload", "edit.txt~", "x.part"):
            write(root, name)
        write(root / ".folder", "in.txt")
        write(root, "short.txt")
        (root / "short.txt").unlink()
        write(root, "last.txt")
        watching.told("last.txt")
        write(root, "later.txt")
        watching.told("later.txt")
    assert set(watching.states()) == {"first.txt", "last.txt", "later.txt"}
    assert watching.heard.taken == []


def test_a_copy_of_what_a_file_was_is_no_copy_of_what_it_is(root: Path) -> None:
    before = (root / "first.txt").read_bytes()
    with Watching(root) as watching:
        (root / "first.txt").write_text(PLAN.format(name="乙"), encoding="utf-8")
        watching.told("first.txt", 2)
        (root / "copy.txt").write_bytes(before)
        watching.told("copy.txt")
    written = plans(watching.out)
    assert "乙2024年" in written["plans/first.txt.json"].decode()
    assert "first.txt2024年" in written["plans/copy.txt.json"].decode()


def test_what_was_taken_away_may_come_back(root: Path) -> None:
    before = (root / "first.txt").read_bytes()
    with Watching(root) as watching:
        (root / "first.txt").unlink()
        watching.until(lambda: bool(watching.heard.taken))
        (root / "first.txt").write_bytes(before)
        watching.told("first.txt", 2)
    assert watching.states() == {"first.txt": "skipped-unchanged"}
    assert watching.summary is not None
    assert (watching.summary.inputs, watching.summary.holds) == (1, {"ok": 1})


def test_what_arrives_while_the_first_are_converted_is_not_missed(root: Path) -> None:
    choice = Choice(without=(str(root.parent / "out"),))
    follow = Follow((str(root),), choice, SETTLE)
    write(root, "meanwhile.txt")
    # As if it had been written after the folder was listed.
    end = monotonic() + PATIENCE
    while not follow._waiting and monotonic() < end:
        follow._note(next(follow._changes))
    assert [parts for _, parts in follow._waiting] == [("meanwhile.txt",)]
    follow._changes.close()


def test_without_watchfiles(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    with pytest.raises(MissingExtraError, match=r"zwgk-parse\[watch\]"):
        Follow((str(root),), Choice(), SETTLE)


def test_where_the_system_allows_no_more(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> Iterator[set[tuple[object, str]]]:
        if root.exists():
            raise OSError("OS file watch limit reached.")
        yield set()

    monkeypatch.setattr("watchfiles.watch", refused)
    with pytest.raises(ReadError, match=r"file watch limit reached.*--poll"):
        Follow((str(root),), Choice(), SETTLE)
