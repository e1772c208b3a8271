"""The ledger is read back after any kind of end; the index knows what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zwgk_parse.batch.entry import Entry
from zwgk_parse.batch.index import Index
from zwgk_parse.batch.inputs import Input
from zwgk_parse.batch.ledger import Line, entries_of, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

A = Entry(path="附件\n1.txt", state="ok", sha256="0", output="plans/a.json", meta={"url": "x"})
B = Entry(path="b.txt", state="timed-out", reason="it takes more than 3 seconds")


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    """An index of nothing."""
    index = Index(tmp_path / "own" / "index.sqlite")
    yield index
    index.close()
    assert not list((tmp_path / "own").iterdir())


def test_a_line_holds_an_entry_whatever_is_in_it() -> None:
    assert A.line().count(b"\n") == 1
    assert list(entries_of([A.line(), B.line()])) == [A, B]


@pytest.mark.parametrize(
    "damaged",
    [
        *(b"{\n", b"null\n", b"\0\0\0\n", b"\xff\xfe\n", b'{"path": "a"}\n', b"[]\n"),
        *(b'{"path": "a", "state": "done"}\n', A.line()[:-9] + B.line()),
    ],
)
def test_a_damaged_line_does_not_keep_the_others_from_being_read(damaged: bytes) -> None:
    lines = [A.line(), damaged, b"\n", B.line()]
    assert list(lines_of(lines)) == [Line(1, A), Line(2, None), Line(4, B)]
    assert list(entries_of(lines)) == [A, B]


def test_a_torn_line_is_told_from_a_damaged_one() -> None:
    line = B.line()
    for end in range(1, len(line) - 1):
        assert list(lines_of([A.line(), line[:end]])) == [Line(1, A), Line(2, None, torn=True)]
    # All but its end is there: nothing is missing.
    assert list(lines_of([line[:-1]])) == [Line(1, B)]


def test_inputs_come_out_in_their_order_each_once(index: Index) -> None:
    inputs = [Input(f"{n:05d}\udcff.txt", ("\udcff", str(n)), stamp="1") for n in range(2500)]
    inputs.append(Input("a.zip", ("a.zip", "\ud800"), "\udc80/1.txt", "damaged"))
    assert index.add(inputs[:100]) == 100
    assert index.add(inputs[50:]) == 2501
    assert list(index.inputs()) == inputs


def test_inputs_may_be_added_while_they_come_out(index: Index) -> None:
    index.add([Input("a", ("a",))])
    running = index.inputs()
    assert next(running).place == "a"
    index.add([Input("b", ("b",))])
    assert [one.place for one in running] == ["b"]


def test_a_later_entry_goes_before_an_earlier_one(index: Index) -> None:
    index.remember([A, B], current=False)
    index.remember([B.model_copy(update={"state": "ok"})], current=True)
    assert index.known("none") is None
    known = index.known(A.path)
    assert known is not None
    assert (known.entry, known.current) == (A, False)
    known = index.known(B.path)
    assert known is not None
    assert (known.entry.state, known.current) == ("ok", True)
    # The name of a plan stays with its input.
    assert index.is_taken("plans/A.json", "another")
    assert not index.is_taken("plans/A.json", A.path)


def test_the_last_lines_in_the_order_of_the_inputs(index: Index) -> None:
    index.add([Input(B.path, ()), Input(A.path, ()), Input("no entry", ())])
    again = B.model_copy(update={"state": "ok"})
    gone = B.model_copy(update={"path": "gone"})
    index.remember([gone, A], current=False)
    assert index.gone() == 1
    assert list(entries_of(index.final([A, B, gone, again]))) == [again, A]


def test_what_became_of_a_content(index: Index) -> None:
    assert index.first_with("k", A.path) == A.path
    assert index.first_with("k", B.path) == A.path
    assert index.settled("k") is None
    index.lead("k", B.path)
    assert index.first_with("k", A.path) == B.path
    index.settle("k", B)
    assert index.settled("k") == B
    index.forget("k")
    assert index.first_with("k", A.path) == A.path


def test_what_a_manifest_knows(index: Index) -> None:
    assert index.note([("/a", {"url": "1"}), ("/b.zip", {"url": "2"})]) is None
    assert index.unused() == (2, "/a")
    assert index.noted(Input("/a", ("a",))) == {"url": "1"}
    assert index.noted(Input("/c", ("c",))) is None
    assert index.unused() == (1, "/b.zip")
    # What is known of an archive is known of all that is in it, unless more is known.
    assert index.noted(Input("/b.zip", ("b.zip", "x"), "x")) == {"url": "2"}
    assert index.unused() == (0, None)
    assert index.note([("/b.zip!/x", {"url": "4"}), ("/a", {})]) == "/a"
    assert index.noted(Input("/b.zip", ("b.zip", "x"), "x")) == {"url": "4"}
