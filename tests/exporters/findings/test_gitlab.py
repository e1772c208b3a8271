"""GitLab's Code Quality report: every entry has what GitLab asks for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.exporters.findings.reports import EMPTY, LATE, ORDINARY, REPORTS, finding, written
from zwgk_parse.findings import Place, Report

if TYPE_CHECKING:
    from zwgk_parse.messages.language import Language


def _entries(report: Report, language: Language = "en") -> Any:
    return json.loads(written("gitlab", report, language))


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_every_entry_is_complete_and_known_by_its_own_fingerprint(report: Report) -> None:
    entries = _entries(report)
    for entry in entries:
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert entry["location"]["lines"]["begin"] >= 1
        assert "\n" not in entry["description"]
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)


def test_entries() -> None:
    entries = _entries(ORDINARY, "zh")
    assert entries[0] == {
        "description": "第18项，第 3 页: 时限 2021-06-30（6月底前）早于成文日期 2022-03-15",
        "check_name": "ZW202 deadline-before-issue",
        "fingerprint": ORDINARY.findings[0].identity.fingerprint,
        "severity": "major",
        "location": {"path": "方案/要点 2022.pdf", "lines": {"begin": 1}},
    }
    assert [entry["severity"] for entry in entries] == [
        *("major", "major", "info", "minor", "major", "blocker")
    ]
    assert entries[3]["location"]["lines"]["begin"] == 7


def test_the_same_plan_in_two_files_gives_two_entries() -> None:
    report = Report(findings=tuple(finding(LATE, Place(name)) for name in ("./a.pdf", "a.docx")))
    first, second = _entries(report)
    assert first["fingerprint"] != second["fingerprint"]
    assert first["location"]["path"] == "a.pdf"
    assert _entries(report) == [first, second]


def test_without_findings_the_list_is_empty() -> None:
    assert _entries(EMPTY) == []
