"""The fuzz job: broken files are read or refused, and what is neither is seen."""

from __future__ import annotations

import os
import time
from random import Random

import pytest

from scripts.fuzz import bombs, cases, made_files, offences, summary
from scripts.fuzzing.mutations import PDF, WORD, broken
from scripts.fuzzing.workers import OFFENCES, Case, Outcome, outcome_of, verdicts


def _odd_judge(name: str, data: bytes) -> tuple[Outcome, str]:
    """What a reader does to whom everything happens."""
    if name == "hangs":
        time.sleep(60)
    if name == "dies":
        os._exit(7)
    return "plan", name


def test_the_same_number_is_the_same_case() -> None:
    seeds = made_files()
    assert list(cases(seeds, 1, 12)) == list(cases(seeds, 1, 12))
    assert list(cases(seeds, 1, 12)) != list(cases(seeds, 2, 12))


def test_every_way_of_breaking_leaves_a_file() -> None:
    for name, data in made_files():
        ways = {way for way, _ in (broken(data, Random(at)) for at in range(60))}  # noqa: S311
        assert ways >= set(PDF if name.endswith(".pdf") else WORD)


def test_what_is_neither_read_nor_refused_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "一、总体要求\n".encode()
    assert outcome_of("a.txt", text)[0] == "plan"
    assert outcome_of("a.txt", b"")[0] == "refused"
    monkeypatch.setattr("scripts.fuzzing.workers.parse_document", None)
    outcome, said = outcome_of("a.txt", text)
    assert outcome == "traceback"
    assert "TypeError" in said


@pytest.mark.slow
def test_a_worker_that_hangs_or_dies_costs_its_case_only() -> None:
    names = ("one", "hangs", "two", "dies", "three")
    waiting = [Case(name, "none", b"") for name in names]
    found = list(verdicts(waiting, limit=1.0, count=2, judge=_odd_judge))
    assert {verdict.case.name: verdict.outcome for verdict in found} == {
        "one": "plan", "hangs": "hang", "two": "plan", "dies": "crash", "three": "plan",
    }  # fmt: skip
    assert len(summary(found)) == 4
    crash, hang = sorted(offences(found))
    assert crash == "    1 × crash: exit code 7"
    assert hang.startswith("    1 × hang: ")  # How many seconds depends on what else is at work.


@pytest.mark.slow
def test_broken_files_are_read_or_refused() -> None:
    pytest.importorskip("zwgk_parse.readers.pdf")
    pytest.importorskip("zwgk_parse.readers.docx")
    found = list(verdicts(cases(made_files(), 2022, 60), limit=30, count=1))
    assert len(found) == 60
    said = [verdict.said for verdict in found if verdict.outcome in OFFENCES]
    assert not said


@pytest.mark.slow
def test_files_made_to_take_all_time_or_memory_are_read_or_refused() -> None:
    found = list(verdicts(bombs(), limit=60, count=1))
    assert [verdict.case.name for verdict in found if verdict.outcome in OFFENCES] == []
    refused = {verdict.case.name for verdict in found if verdict.outcome == "refused"}
    assert refused >= {"deflate-bomb.pdf", "forms-in-forms.pdf", "many-pages.pdf", "many-paths.pdf"}
