"""What a run does with each input: convert, copy, keep, skip, try again; and a run begun anew."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.batch.running import PLAN, Killed, Ran, batch, ledger, plans, same, write
from zwgk_parse.batch.engines.engine import ended
from zwgk_parse.batch.record import SUMMARY
from zwgk_parse.batch.run import Again
from zwgk_parse.batch.stores.store import LocalStore
from zwgk_parse.errors import OutputError
from zwgk_parse.readers.options import DEFAULTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from zwgk_parse.batch.work import Job, Outcome

EVERYTHING, FAILED = Again(all=True), Again(failed=True)


@pytest.fixture
def notices(tmp_path: Path) -> Path:
    """A folder with two plans, a copy of one under another name, and what is no document."""
    folder = tmp_path / "notices"
    write(folder, "a.txt", "b/附件1.txt")
    (folder / "copy.txt").write_bytes((folder / "a.txt").read_bytes())
    (folder / "empty.txt").write_bytes("2024年工作要点".encode())
    (folder / "x.bin").write_bytes(b"\x7fELF" + bytes(range(256)))
    return folder


STATES = {
    "a.txt": "ok",
    "b/附件1.txt": "ok",
    "copy.txt": "ok",
    "empty.txt": "no-tasks",
    "x.bin": "unsupported",
}


def names(ran: Ran) -> list[str]:
    """The inputs that were converted, by their names."""
    return [path.rsplit("/", 1)[1] for path in ran.converted]


def test_every_input_ends_in_one_state(notices: Path, tmp_path: Path) -> None:
    ran = batch(tmp_path / "out", notices)
    assert ran.states(notices) == STATES
    assert sorted(names(ran)) == ["a.txt", "copy.txt", "empty.txt", "x.bin", "附件1.txt"]
    assert ran.summary.inputs == sum(ran.summary.states.values()) == ran.heard.inputs == 5
    assert ran.summary.failed == 2
    assert list(plans(tmp_path / "out")) == [
        f"plans/{name}.json" for name in ("a.txt", "b/附件1.txt", "copy.txt", "empty.txt")
    ]
    copy = ran.entries[f"{notices.as_posix()}/copy.txt"]
    assert copy.copy_of == f"{notices.as_posix()}/a.txt"
    plan = json.loads(plans(tmp_path / "out")["plans/copy.txt.json"])
    assert plan["sources"][0]["name"] == "copy.txt"
    summary = json.loads((tmp_path / "out" / "summary.json").read_text(encoding="utf-8"))
    assert summary == json.loads(ran.summary.model_dump_json())
    # The ledger stands in the order of the inputs.
    assert list(ran.entries) == [f"{notices.as_posix()}/{name}" for name in STATES]


def test_what_has_not_changed_is_skipped(notices: Path, tmp_path: Path) -> None:
    first = batch(tmp_path / "out", notices)
    before = plans(tmp_path / "out")
    again = batch(tmp_path / "out", notices)
    assert again.converted == []
    assert again.summary.states == {"skipped-unchanged": 5}
    assert again.summary.holds == first.summary.holds
    assert again.summary.tasks == first.summary.tasks
    assert plans(tmp_path / "out") == before
    entry = again.entries[f"{notices.as_posix()}/x.bin"]
    assert (entry.state, entry.earlier) == ("skipped-unchanged", "unsupported")
    assert batch(tmp_path / "out", notices).summary.holds == first.summary.holds


def test_what_has_changed_is_converted_and_keeps_its_name(notices: Path, tmp_path: Path) -> None:
    write(notices, "A.TXT")
    first = batch(tmp_path / "out", notices)
    path = notices / "a.txt"
    output = first.entries[path.as_posix()].output
    assert output is not None
    assert "~" in output
    path.write_text(PLAN.format(name="乙"), encoding="utf-8")
    again = batch(tmp_path / "out", notices)
    # The other file with its content is no copy any more, and has not changed.
    assert again.converted == [path.as_posix()]
    assert again.entries[path.as_posix()].output == output
    assert len(plans(tmp_path / "out")) == 5


def test_an_input_that_is_gone_leaves_the_ledger(notices: Path, tmp_path: Path) -> None:
    batch(tmp_path / "out", notices)
    (notices / "a.txt").unlink()
    again = batch(tmp_path / "out", notices)
    assert again.summary.gone == 1
    assert again.states(notices) == {
        name: "skipped-unchanged" for name in STATES if name != "a.txt"
    }
    assert "plans/a.txt.json" in plans(tmp_path / "out")


@pytest.mark.parametrize(
    "change",
    [
        lambda path: path.unlink(),
        lambda path: path.write_bytes(path.read_bytes()[:100]),
    ],
)
def test_a_plan_that_was_lost_or_cut_is_made_again(
    notices: Path, tmp_path: Path, change: Callable[[Path], object]
) -> None:
    batch(tmp_path / "out", notices)
    before = plans(tmp_path / "out")
    change(tmp_path / "out" / "plans" / "a.txt.json")
    change(tmp_path / "out" / "plans" / "empty.txt.json")
    again = batch(tmp_path / "out", notices)
    assert names(again) == ["a.txt", "empty.txt"]
    assert plans(tmp_path / "out") == before
    # A copy, of an input that is kept.
    change(tmp_path / "out" / "plans" / "copy.txt.json")
    assert names(batch(tmp_path / "out", notices)) == ["copy.txt"]
    assert plans(tmp_path / "out") == before


def test_a_copy_of_a_plan_that_is_damaged_is_read_itself(notices: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    batch(out, notices)
    before = plans(out)
    # As many bytes as before, so that it does not show.
    (out / "plans" / "a.txt.json").write_bytes(b" " * len(before["plans/a.txt.json"]))
    (out / "plans" / "copy.txt.json").unlink()
    batch(out, notices)
    assert plans(out)["plans/copy.txt.json"] == before["plans/copy.txt.json"]


@pytest.mark.parametrize("format_", ["json", "jsonl"])
def test_a_copy_of_a_file_whose_name_is_no_text(tmp_path: Path, format_: Any) -> None:
    folder = tmp_path / "in"
    write(folder, "b.txt")
    odd = folder / "a\udcff.txt"
    odd.write_bytes((folder / "b.txt").read_bytes())
    ran = batch(tmp_path / "out", folder, format=format_)
    assert ran.states(folder) == {"a\\xff.txt": "ok", "b.txt": "ok"}


def test_what_is_gone_is_still_known_when_the_summary_could_not_be_written(
    notices: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, write_it = tmp_path / "out", LocalStore.write
    batch(out, notices)
    (notices / "a.txt").unlink()

    def full(store: LocalStore, name: str, data: bytes) -> None:
        if name == SUMMARY:
            raise OutputError(name, "No space left on device")
        write_it(store, name, data)

    with monkeypatch.context() as patched:
        patched.setattr(LocalStore, "write", full)
        with pytest.raises(OutputError):
            batch(out, notices)
    assert batch(out, notices).summary.gone == 1


def test_a_file_whose_ending_is_no_text(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write(folder, "a.txt")
    (folder / "a.txt").rename(folder / "a.t\udcff")
    ran = batch(tmp_path / "out", folder)
    assert ran.states(folder) == {"a.t\\xff": "ok"}


@pytest.mark.parametrize("count", [0, 1, 2])
def test_other_options_or_another_version_convert_all_anew(
    notices: Path, tmp_path: Path, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch(tmp_path / "out", notices)
    options: dict[str, Any] = (
        {"join": False},
        {"options": DEFAULTS._replace(base_url="https://example.gov.cn/")},
        {},
    )[count]
    if not options:
        monkeypatch.setattr("zwgk_parse.batch.work.__version__", "9")
    again = batch(tmp_path / "out", notices, **options)
    assert len(again.converted) == 5
    assert again.states(notices) == STATES
    assert {entry.version == "9" for entry in again.entries.values()} == {not options}


def test_force_and_retry_failed(notices: Path, tmp_path: Path) -> None:
    batch(tmp_path / "out", notices)
    assert names(batch(tmp_path / "out", notices, again=FAILED)) == ["x.bin"]
    forced = batch(tmp_path / "out", notices, again=EVERYTHING)
    assert len(forced.converted) == 5
    assert forced.states(notices) == STATES


def test_what_was_never_read_is_always_tried_again(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write(folder, "a.txt")
    (folder / "late.txt").symlink_to(tmp_path / "late.txt")
    first = batch(tmp_path / "out", folder)
    assert first.states(folder) == {"a.txt": "ok", "late.txt": "unreadable"}
    assert first.entries[f"{folder.as_posix()}/late.txt"].reason == (
        "there is no such file; check the path"
    )
    write(tmp_path, "late.txt")
    assert batch(tmp_path / "out", folder).summary.holds == {"ok": 2}


def test_a_password_opens_what_was_encrypted(tmp_path: Path) -> None:
    from tests.readers.pdf_changes import encrypted

    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(encrypted("geheim"))
    (folder / "b.pdf").write_bytes((folder / "a.pdf").read_bytes())
    first = batch(tmp_path / "out", folder)
    assert first.summary.states == {"encrypted": 2}
    given = DEFAULTS._replace(password="geheim")  # noqa: S106
    assert batch(tmp_path / "out", folder, options=given).summary.failed == 0
    # It is no option that plans depend on: without it they still stand.
    assert batch(tmp_path / "out", folder).summary.states == {"skipped-unchanged": 2}


def test_an_input_given_twice_is_one(notices: Path, tmp_path: Path) -> None:
    ran = batch(tmp_path / "out", notices, notices / "a.txt", notices)
    assert ran.summary.inputs == 5


def test_a_file_that_changes_or_vanishes_before_it_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write(folder, "changes.txt", "vanishes.txt", "z.txt")

    def meanwhile(job: Job) -> None:
        if job.given.name == "changes.txt":
            Path(job.given.place).write_text("other", encoding="utf-8")
        if job.given.name == "vanishes.txt":
            Path(job.given.place).unlink()

    ran = batch(tmp_path / "out", folder, meanwhile=meanwhile)
    assert {entry.reason for entry in ran.entries.values()} == {
        *("it changed while it was read; run again when it is complete",),
        *("there is no such file; check the path", None),
    }
    assert ran.states(folder) == {
        "changes.txt": "unreadable",
        "vanishes.txt": "unreadable",
        "z.txt": "ok",
    }
    # The same call again: what there is now is what counts.
    again = batch(tmp_path / "out", folder)
    assert again.states(folder) == {"changes.txt": "no-tasks", "z.txt": "skipped-unchanged"}


@pytest.mark.parametrize("copies", [0, 1, 3])
def test_copies_of_a_file_that_vanishes_are_read_themselves(tmp_path: Path, copies: int) -> None:
    folder = tmp_path / "in"
    write(folder, "a.txt", "z.txt")
    for number in range(copies):
        (folder / f"copy{number}.txt").write_bytes((folder / "a.txt").read_bytes())

    def meanwhile(job: Job) -> None:
        if job.given.name in {"a.txt", "copy0.txt"}:
            Path(job.given.place).unlink()

    ran = batch(tmp_path / "out", folder, meanwhile=meanwhile)
    gone = min(copies, 1) + 1
    assert ran.summary.holds == {"ok": copies + 2 - gone, "unreadable": gone}
    assert len(plans(tmp_path / "out")) == copies + 2 - gone


def test_copies_of_what_crashes_are_not_tried(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write(folder, "a.txt", "z.txt")
    (folder / "b.txt").write_bytes((folder / "a.txt").read_bytes())

    def meanwhile(job: Job) -> Outcome | None:
        return ended("crashed", "its process ended") if job.given.name != "z.txt" else None

    ran = batch(tmp_path / "out", folder, meanwhile=meanwhile)
    assert names(ran) == ["a.txt", "z.txt"]
    first, copy, _ = ran.entries.values()
    assert copy.copy_of == first.path
    assert copy.state == first.state == "crashed"
    assert copy.sha256 == first.sha256 is not None
    # Nor a second time, unless that is asked for.
    assert batch(tmp_path / "out", folder).converted == []
    retried = batch(tmp_path / "out", folder, again=FAILED)
    assert retried.summary.holds == {"ok": 3}


def test_the_manifest_gives_what_it_knows(notices: Path, tmp_path: Path) -> None:
    path = f"{notices.as_posix()}/a.txt"
    note = {"url": "https://example.gov.cn/1", "region": "青禾县"}
    rows = [(path, note), ("none", {"url": "x"})]
    ran = batch(tmp_path / "out", notices, notes=rows)
    assert ran.entries[path].meta == note
    assert ran.heard.rows == (1, "none")
    # Read under another address: no copy of each other.
    assert ran.entries[f"{notices.as_posix()}/copy.txt"].copy_of is None
    assert batch(tmp_path / "out", notices, notes=rows).converted == []
    moved = [(path, {**note, "url": "https://example.gov.cn/2"})]
    assert names(batch(tmp_path / "out", notices, notes=moved)) == ["a.txt"]
    labelled = [(path, {**moved[0][1], "region": "红岭县"})]
    ran = batch(tmp_path / "out", notices, notes=labelled)
    assert ran.converted == []
    assert ran.entries[path].meta == labelled[0][1]


# ------------------------------------------------------------------ begun anew


def everything(folder: Path) -> None:
    """Inputs whose names and contents meet in all ways."""
    write(folder, "a.txt", "A.txt", "b.txt", "sub/c.txt", "sub/C.TXT", "z.txt")
    for name in ("sub/copy.txt", "copy.txt", "Copy.txt", "b2.txt"):
        (folder / name).write_bytes((folder / "b.txt").read_bytes())
    (folder / "bad.bin").write_bytes(b"\x7fELF" + bytes(range(256)))
    (folder / "BAD.bin").write_bytes(b"\x7fELF" + bytes(range(255)))
    (folder / "Bad.bin").write_bytes(b"\x7fELF" + bytes(range(255)))
    (folder / "dead.txt").symlink_to("nowhere")


def killed(out: Path, folder: Path, after: int, **more: Any) -> bool:
    """Convert until the process is as good as killed; whether it was."""
    try:
        batch(out, folder, killed_after=after, **more)
    except Killed:
        return True
    return False


@pytest.mark.parametrize("seed", range(8))
def test_a_run_that_was_killed_goes_on(tmp_path: Path, seed: int) -> None:
    folder, chance = tmp_path / "in", random.Random(seed)  # noqa: S311
    everything(folder)
    whole = batch(tmp_path / "whole", folder)
    out, done = tmp_path / "out", 0
    while killed(out, folder, chance.randrange(1, 4)):
        assert len(ledger(out)) > done
        done = len(ledger(out))
    assert [same(one) for one in ledger(out).values()] == [
        same(one) for one in whole.entries.values()
    ]
    assert plans(out) == plans(tmp_path / "whole")


def test_names_do_not_depend_on_where_a_run_was_killed(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    write(folder, "A.txt", "a.txt", "b.txt")

    def meanwhile(job: Job) -> Outcome | None:
        return ended("crashed", "its process ended") if job.given.name == "A.txt" else None

    whole = batch(tmp_path / "whole", folder, meanwhile=meanwhile)
    # The first has no plan, and its name all the same.
    assert "plans/a.txt.json" not in plans(tmp_path / "whole")
    # Killed when the first was done, and before the second was.
    assert killed(tmp_path / "out", folder, 1, meanwhile=meanwhile)
    again = batch(tmp_path / "out", folder, meanwhile=meanwhile)
    assert list(map(same, again.entries.values())) == list(map(same, whole.entries.values()))


def test_nothing_is_done_twice(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    write(folder, *(f"{name}.txt" for name in "abcdefghi"))
    assert killed(out, folder, 4)
    done = set(ledger(out))
    ran = batch(out, folder)
    assert ran.heard.resumed == len(done) == 4
    assert not done & set(ran.converted)
    assert ran.summary.states == {"ok": 9}


def test_what_an_unfinished_run_forced_is_not_forced_again(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    write(folder, *(f"{name}.txt" for name in "abcdef"))
    (folder / "bad.bin").write_bytes(b"\x7fELF" + bytes(range(256)))
    batch(out, folder)
    for again in (EVERYTHING, Again(all=True, failed=True)):
        assert killed(out, folder, 2, again=again)
        assert killed(out, folder, 2, again=again)
        ran = batch(out, folder, again=again)
        assert len(ran.converted) == 3
        assert ran.summary.states == {"ok": 6, "unsupported": 1}
    # A run that was to convert what is new, and is now to convert all.
    assert not killed(out, folder, 2)
    write(folder, "new.txt", "newer.txt")
    assert killed(out, folder, 1)
    assert killed(out, folder, 4, again=EVERYTHING)
    assert len(batch(out, folder, again=EVERYTHING).converted) == 9


def test_what_an_unfinished_run_tried_again_is_not_tried_once_more(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.bin").write_bytes(b"\x7fELF" + bytes(range(256)) * (number + 1))
    batch(out, folder)
    assert killed(out, folder, 2, again=FAILED)
    assert len(batch(out, folder, again=FAILED).converted) == 3
    assert len(batch(out, folder, again=FAILED).converted) == 5


def test_a_second_run_that_is_killed_knows_what_the_first_did(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    write(folder, *(f"{name}.txt" for name in "abcdef"))
    batch(out, folder)
    write(folder, "new.txt", "newer.txt", "newest.txt")
    assert killed(out, folder, 1)
    ran = batch(out, folder)
    assert names(ran) == ["newer.txt", "newest.txt"]
    assert ran.summary.states == {"ok": 3, "skipped-unchanged": 6}


@pytest.mark.parametrize("name", ["replace", "write", "remove"])
@pytest.mark.parametrize("runs", [0, 1])
def test_killed_before_any_write(
    tmp_path: Path, name: str, runs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever of the writes of a run is the last: the next call brings it to its end."""
    from zwgk_parse.batch.stores.store import LocalStore

    folder = tmp_path / "in"
    write(folder, "a.txt", "b.txt")
    for number in range(12):
        out = tmp_path / f"out{number}"
        for _ in range(runs):
            batch(out, folder)
        left, real = [number], getattr(LocalStore, name)

        def dying(*arguments: Any, left: list[int] = left, real: Any = real) -> Any:
            if not left[0]:
                raise Killed
            left[0] -= 1
            return real(*arguments)

        with monkeypatch.context() as patch:
            patch.setattr(LocalStore, name, dying)
            try:
                batch(out, folder)
                ended_well = True
            except (Killed, FileNotFoundError):
                ended_well = False
        ran = batch(out, folder)
        assert ran.summary.holds == {"ok": 2}
        # What the first run did is not done again.
        assert not (runs and ran.converted)
        assert len(plans(out)) == 2
        if ended_well:
            return
    pytest.fail("more writes than expected")


# ------------------------------------------------------------------ an output folder as it is found


def test_a_folder_that_is_not_ours_is_not_written_to(notices: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(out, "thesis.txt")
    with pytest.raises(
        OutputError, match=r"it is not empty \(thesis\.txt\), and no batch wrote it"
    ):
        batch(out, notices)
    assert sorted(path.name for path in out.iterdir()) == ["thesis.txt"]


def test_an_empty_folder_is_taken(notices: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert batch(tmp_path / "out", notices).summary.inputs == 5


def test_where_no_folder_can_be(notices: Path, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="it is a file, not a folder"):
        batch(notices / "a.txt", notices)
    with pytest.raises(OutputError, match="it is a file, not a folder"):
        batch(notices / "a.txt" / "out", notices)


def test_a_record_that_is_damaged(notices: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    batch(out, notices)
    (out / ".zwgk" / "run.json").write_bytes(b"{")
    with pytest.raises(OutputError, match=r"\.zwgk/run\.json in it is damaged"):
        batch(out, notices)


def test_a_folder_that_another_batch_writes_to(notices: Path, tmp_path: Path) -> None:
    def meanwhile(job: Job) -> None:
        with pytest.raises(OutputError, match="another batch is writing to it"):
            batch(tmp_path / "out", notices)

    assert batch(tmp_path / "out", notices, meanwhile=meanwhile).summary.inputs == 5


def test_a_damaged_line_of_the_ledger_costs_its_input(notices: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = batch(out, notices)
    path = out / "ledger.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(
        b"".join([lines[0], b"\0\0\0\n", b'{"path": 1}\n', *lines[3:4], lines[4][:20]])
    )
    again = batch(out, notices)
    assert again.heard.damage == [2, 3]
    assert names(again) == ["附件1.txt", "copy.txt", "x.bin"]
    assert again.summary.holds == first.summary.holds


def test_a_folder_that_is_deleted_meanwhile_is_told(notices: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"

    def meanwhile(job: Job) -> None:
        import shutil

        shutil.rmtree(out, ignore_errors=True)
        out.write_bytes(b"")

    with pytest.raises(OutputError):
        batch(out, notices, meanwhile=meanwhile)
