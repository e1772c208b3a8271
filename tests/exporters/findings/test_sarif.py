"""SARIF that its readers take: the models made from the standard's schema, and sarif-tools."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Published
from sarif.loader import load_sarif_file
from sarif_pydantic import Sarif

from tests.exporters.findings.reports import EMPTY, NASTY, ORDINARY, REPORTS, written
from zwgk_parse.exporters.findings.sarif import uri

if TYPE_CHECKING:
    from pathlib import Path

    from zwgk_parse.findings import Report


def _run(report: Report = ORDINARY, language: Any = "en") -> Any:
    document = json.loads(written("sarif", report, language))
    assert document["version"] == "2.1.0"
    (run,) = document["runs"]
    return run


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_it_follows_the_schema_of_the_standard(report: Report) -> None:
    # Made from that schema, and nothing may stand in it that the schema does not know.
    Published.model_validate_json(written("sarif", report))
    parsed = Sarif.model_validate_json(written("sarif", report))
    assert len(parsed.runs[0].results or ()) == len(report.findings)


def test_the_models_would_refuse_other_fields() -> None:
    document = json.loads(written("sarif", ORDINARY))
    document["runs"][0]["results"][0]["page"] = 3
    with pytest.raises(ValueError, match="page"):
        Published.model_validate(document)


def test_sarif_tools_count_what_was_found(tmp_path: Path) -> None:
    file = tmp_path / "findings.sarif"
    file.write_text(written("sarif", ORDINARY), encoding="utf-8")
    records = load_sarif_file(str(file)).get_records()
    assert Counter(record["Severity"] for record in records) == {
        "error": 4,
        "warning": 1,
        "note": 1,
    }
    assert records[3]["Code"] == "ZW202"
    assert (records[3]["Location"], records[3]["Line"]) == ("plan.txt", 7)


@pytest.mark.slow
def test_sarif_tools_summarize_it_from_the_command_line(tmp_path: Path) -> None:
    file = tmp_path / "findings.sarif"
    file.write_text(written("sarif", NASTY), encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "sarif", "summary", str(file)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "error: 1" in run.stdout


def test_results_point_to_their_rules() -> None:
    run = _run()
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["ZW001", "ZW202"]
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])
    assert [one["level"] for one in run["results"]][:4] == ["error", "error", "note", "warning"]


@pytest.mark.parametrize(
    ("language", "summary", "heading"),
    [
        ("en", "A deadline lies before the day the plan was issued.", "What to do"),
        ("zh", "时限早于方案的成文日期。", "如何处理"),
    ],
)
def test_rules_explain_themselves(language: str, summary: str, heading: str) -> None:
    _, rule = _run(language=language)["tool"]["driver"]["rules"]
    assert rule["name"] == "deadline-before-issue"
    assert rule["shortDescription"]["text"] == rule["fullDescription"]["text"] == summary
    assert heading in rule["help"]["text"]
    assert f"**{heading}** " in rule["help"]["markdown"]
    assert rule["defaultConfiguration"] == {"level": "error"}


def test_a_place_in_a_paged_file_a_text_and_a_stored_plan() -> None:
    paged, _, unplaced, lined, stored, _ = _run()["results"]
    uris = [
        one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for one in (paged, lined, stored)
    ]
    assert uris == [
        "%E6%96%B9%E6%A1%88/%E8%A6%81%E7%82%B9%202022.pdf",
        "plan.txt",
        "out/plan.json",
    ]
    assert "region" not in paged["locations"][0]["physicalLocation"]
    assert paged["properties"]["page"] == 3
    assert paged["message"]["text"].startswith("task 18, page 3: due 2021-06-30")
    assert "logicalLocations" not in unplaced["locations"][0]
    assert lined["locations"][0]["physicalLocation"]["region"] == {"startLine": 7}
    assert stored["locations"][0]["logicalLocations"] == [
        {"name": "task t3", "fullyQualifiedName": "p1/t3", "kind": "task"},
        {"name": "0", "fullyQualifiedName": "/tasks/2/deadlines/0", "kind": "value"},
    ]


def test_fingerprints_are_stable_and_tell_results_apart() -> None:
    results = _run()["results"]
    known = [one["partialFingerprints"]["zwgk/v1"] for one in results]
    assert known == [one.identity.fingerprint for one in ORDINARY.findings]
    assert known[0] == known[5], "the same plan in two files"
    lines = [one["partialFingerprints"]["primaryLocationLineHash"] for one in results]
    assert lines[0] == f"{known[0][:16]}:1"
    assert lines[5] == f"{known[0][:16]}:2"


def test_accepted_findings_are_suppressed_and_no_others() -> None:
    assert [one["suppressions"] for one in _run()["results"]] == [
        *([[]] * 5),
        [{"kind": "external", "justification": "原件如此"}],
    ]


def test_what_was_not_read_is_told_as_a_notification() -> None:
    (invocation,) = _run()["invocations"]
    assert not invocation["executionSuccessful"]
    failed, skipped, note = invocation["toolExecutionNotifications"]
    assert failed["level"] == "error"
    assert failed["message"]["text"] == "the file is empty; fetch it again"
    assert failed["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "bad.pdf"
    assert skipped["level"] == note["level"] == "note"
    assert note["message"]["text"] == "one entry of the baseline is no longer found"


def test_without_findings_the_run_is_a_success() -> None:
    run = _run(EMPTY)
    assert run["results"] == run["tool"]["driver"]["rules"] == []
    assert run["invocations"][0]["executionSuccessful"]
    assert run["columnKind"] == "unicodeCodePoints"


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("./a b.pdf", "a%20b.pdf"),
        ("a:b#?%.txt", "a%3Ab%23%3F%25.txt"),
        ("/home/x/要.pdf", "file:///home/x/%E8%A6%81.pdf"),
        ("C:/plans/a b.pdf", "file:///C:/plans/a%20b.pdf"),
        ("a\nb\udcd5.txt", "a%0Ab%D5.txt"),
        ("a\ud800.txt", "a%EF%BF%BD.txt"),
        ("-", "-"),
    ],
)
def test_paths_as_uris(file: str, expected: str) -> None:
    assert uri(file) == expected
