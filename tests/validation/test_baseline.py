"""Accepted findings: known by what they are of, whatever has moved."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from zwgk_parse.errors import SettingsError
from zwgk_parse.findings import Finding, Identity, Place, text_fingerprint
from zwgk_parse.messages import remark
from zwgk_parse.validation.baseline import (
    Approval,
    Baseline,
    Scope,
    Settled,
    baseline_text,
    extended,
    read_baseline,
    settle,
)

if TYPE_CHECKING:
    from pathlib import Path

TODAY = dt.date(2026, 6, 30)
APPROVAL = Approval("原件如此", "王某", TODAY)
SCOPE = Scope(frozenset({"a.txt"}), frozenset({"p1"}), frozenset({"ZW202"}))


def late(
    task: str = "t1",
    text: str = "做好年报。",
    subject: str = "6月底前",
    *,
    plan: str = "p1",
    file: str = "a.txt",
    title: str | None = "甲县工作要点",
) -> Finding:
    said = remark("ZW202", task=task, due="2021-06-30", issued="2022-03-15", subject=subject)
    identity = Identity("ZW202", plan, task, text_fingerprint(text), subject)
    return Finding(said, Place(file, line=3), identity, title)


def accepted(*findings: Finding, approval: Approval = APPROVAL) -> Baseline:
    return extended(Baseline(), findings, SCOPE, approval, TODAY)


def settled(baseline: Baseline, *findings: Finding, today: dt.date = TODAY) -> Settled:
    return settle(baseline, findings, SCOPE, today)


def test_an_accepted_finding_has_the_reason_and_a_new_one_none() -> None:
    found = settled(accepted(late()), late(), late("t2", "做好公开。"))
    assert [one.accepted for one in found.findings] == ["原件如此", None]
    assert (found.stale, found.expired) == ((), ())


@pytest.mark.parametrize(
    ("name", "moved"),
    [
        ("numbered anew", late("t9")),
        ("punctuated otherwise", late(text="做好 年报")),
        ("the file has another name", late(file="b.txt")),
        ("the document number was mended", late(plan="p2")),
    ],
)
def test_it_is_known_again(name: str, moved: Finding) -> None:
    assert settled(accepted(late()), moved).findings[0].accepted == "原件如此", name


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("another subject", late(subject="5月底前")),
        ("other words", late(text="做好年报和公开。")),
        ("another plan in another file", late(plan="p2", file="b.txt")),
        ("another plan in the same file", late(plan="p2", title="乙县工作要点")),
        ("another plan without a title", late(plan="p2", title=None)),
    ],
)
def test_it_is_not_known_where_it_is_another(name: str, other: Finding) -> None:
    found = settled(accepted(late()), other)
    assert found.findings[0].accepted is None, name
    assert len(found.stale) == 1


def test_of_two_tasks_with_the_same_words_only_the_accepted_one_is() -> None:
    found = settled(accepted(late("t2")), late("t1"), late("t2"))
    assert [one.accepted for one in found.findings] == [None, "原件如此"]


def test_a_finding_of_the_whole_plan_has_no_task() -> None:
    whole = late()._replace(identity=Identity("ZW202", "p1"))
    assert settled(accepted(whole), whole).findings[0].accepted == "原件如此"
    assert settled(accepted(whole), late()).findings[0].accepted is None


def test_an_entry_holds_to_the_end_of_its_last_day() -> None:
    late_by_one = TODAY + dt.timedelta(days=1)
    assert settled(accepted(late()), late(), today=TODAY).findings[0].accepted
    found = settled(accepted(late()), late(), today=late_by_one)
    assert found.findings[0].accepted is None
    assert [entry.expires for entry in found.expired] == [TODAY]
    assert found.stale == ()


def test_writing_again_renews_what_is_expired_and_explains_what_was_not() -> None:
    later = TODAY + dt.timedelta(days=9)
    renewed = Approval("仍如此", "李某", later + dt.timedelta(days=30))
    (entry,) = extended(accepted(late()), [late()], SCOPE, renewed, later).findings
    assert (entry.reason, entry.approved_by) == ("仍如此", "李某")
    assert not entry.expired(later)
    # Who says nothing renews nothing, and what is in force keeps its words.
    (entry,) = extended(accepted(late()), [late()], SCOPE, Approval(), later).findings
    assert entry.expired(later)
    (entry,) = extended(accepted(late()), [late()], SCOPE, renewed, TODAY).findings
    assert entry.reason == "原件如此"
    bare = accepted(late(), approval=Approval())
    (entry,) = extended(bare, [late()], SCOPE, Approval("原件如此", "王某"), TODAY).findings
    assert entry.explained


def test_what_it_says_is_in_the_readers_language() -> None:
    (entry,) = accepted(late(), approval=Approval(language="zh")).findings
    assert entry.says.startswith("时限 2021-06-30")


def test_a_plan_that_has_moved_is_looked_at_elsewhere() -> None:
    baseline = accepted(late())
    copy = Scope(frozenset({"b.docx"}), frozenset({"p1"}), frozenset({"ZW202"}))
    assert settle(baseline, (), copy, TODAY).stale == ()
    moved = copy._replace(gone=lambda file: file == "a.txt")
    assert len(settle(baseline, (), moved, TODAY).stale) == 1


def test_an_entry_is_stale_only_where_its_finding_would_have_been_found() -> None:
    baseline = accepted(late())
    elsewhere = Scope(frozenset({"b.txt"}), frozenset(), frozenset({"ZW202"}))
    unselected = SCOPE._replace(codes=frozenset({"ZW101"}))
    assert len(settle(baseline, (), SCOPE, TODAY).stale) == 1
    assert settle(baseline, (), elsewhere, TODAY).stale == ()
    assert settle(baseline, (), unselected, TODAY).stale == ()


def test_writing_again_keeps_reasons_and_drops_what_is_no_more() -> None:
    old = extended(accepted(late(), late("t2", "做好公开。")), (), SCOPE, APPROVAL, TODAY)
    assert old.findings == ()
    old = accepted(late(), late("t2", "做好公开。"))
    new = extended(old, (late("t5"), late("t3", "其他。")), SCOPE, Approval(), TODAY)
    assert [(one.number, one.reason) for one in new.findings] == [("t1", "原件如此"), ("t3", "")]
    other = Scope(frozenset({"b.txt"}), frozenset(), frozenset({"ZW202"}))
    assert extended(old, (), other, Approval(), TODAY).findings == old.findings


def test_what_is_written_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    baseline = accepted(late())
    path.write_text("\ufeff" + baseline_text(baseline), encoding="utf-8")
    assert read_baseline(path) == baseline
    assert [entry.explained for entry in baseline.findings] == [True]
    assert not accepted(late(), approval=Approval("why")).findings[0].explained


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "it is no baseline"),
        ("[]", "it is no baseline"),
        ('{"findings": [{"code": "ZW202"}]}', "/findings/0: plan is missing"),
        ('{"finding": []}', "/: unknown key finding"),
        ('{"version": "2"}', "a baseline of another version"),
    ],
)
def test_a_wrong_file_is_refused(text: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=reason):
        read_baseline(path)
    with pytest.raises(SettingsError, match="cannot be read"):
        read_baseline(tmp_path)
