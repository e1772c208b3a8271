"""JUnit XML as GitLab and Jenkins show it: a suite a file, a case a code."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped

from tests.exporters.findings.reports import (
    CLEAN,
    EMPTY,
    LATE,
    NASTY,
    NASTY_FILE,
    NOTHING,
    ORDINARY,
    PDF,
    REPORTS,
    STORED,
    TEXT,
    finding,
    written,
)
from zwgk_parse.findings import Place, Report

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def _suites(report: Report) -> dict[str, Element]:
    root = ET.fromstring(written("junit", report))  # noqa: S314
    return {suite.attrib["name"]: suite for suite in root}


def _results(report: Report, file: str) -> list[tuple[type, str]]:
    """How the cases of `file` ended, as junitparser reads it."""
    return [
        (type(result), result.message)
        for suite in JUnitXml.fromstring(written("junit", report).encode())
        if suite.name == file
        for case in suite
        for result in case.result
    ]


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_junitparser_takes_it_and_its_counts_hold(report: Report) -> None:
    parsed = JUnitXml.fromstring(written("junit", report).encode())
    told = (parsed.tests, parsed.failures, parsed.errors, parsed.skipped)
    parsed.update_statistics()  # type: ignore[no-untyped-call]
    assert told == (parsed.tests, parsed.failures, parsed.errors, parsed.skipped)
    assert parsed.tests >= 1


def test_every_file_has_a_suite() -> None:
    assert list(_suites(ORDINARY)) == [PDF, TEXT, STORED, CLEAN, "bad.pdf"]


def test_a_case_lists_all_findings_of_its_code() -> None:
    (case,) = _suites(ORDINARY)[PDF]
    assert case.attrib["name"] == "ZW202 deadline-before-issue"
    assert case.attrib["file"] == PDF
    assert "." not in case.attrib["classname"]
    (failure,) = case
    assert failure.attrib["type"] == "error"
    assert failure.attrib["message"].endswith(" (+1)")
    assert [line.split(": ")[:2] for line in (failure.text or "").splitlines()] == [
        [PDF, "task 18, page 3"],
        [PDF, "task （十九）, page 4"],
    ]


def test_infos_pass_and_are_printed() -> None:
    guessed, late = _suites(ORDINARY)[TEXT]
    assert [part.tag for part in guessed] == ["system-out"]
    assert late[0].attrib["type"] == "warning"
    assert (late[0].text or "").startswith("plan.txt:7: task t2: due")


def test_a_clean_file_passes_and_an_unread_one_is_an_error() -> None:
    suites = _suites(ORDINARY)
    assert [len(case) for case in suites[CLEAN]] == [0]
    assert _results(ORDINARY, CLEAN) == []
    ((kind, message),) = _results(ORDINARY, "bad.pdf")
    assert kind is Error
    assert message == "not read: the file is empty; fetch it again"


def test_what_is_accepted_is_skipped() -> None:
    report = Report(findings=(finding(LATE, Place(TEXT), accepted="原件如此"),))
    assert _results(report, TEXT) == [(Skipped, "accepted: 原件如此")]
    (of_the_other,) = _results(ORDINARY, STORED)
    assert of_the_other[0] is Failure, "another of that code is not accepted"


@pytest.mark.parametrize("report", [EMPTY, NOTHING], ids=["clean", "nothing"])
def test_a_report_without_findings_has_one_case(report: Report) -> None:
    (suite,) = _suites(report).values()
    assert [len(case) for case in suite] == [0]


def test_names_keep_their_line_breaks_and_lose_what_xml_cannot_hold() -> None:
    (name,) = _suites(NASTY)
    assert name == NASTY_FILE.replace("\x1b", "\ufffd").replace("\udc80", "\ufffd")
