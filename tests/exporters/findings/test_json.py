"""Findings as one JSON document that follows the published schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from tests.exporters.findings.reports import NASTY, NASTY_FILE, ORDINARY, REPORTS, written
from zwgk_parse.exporters.findings.stored import StoredReport

if TYPE_CHECKING:
    from zwgk_parse.findings import Report

SCHEMA = Path(__file__).parents[3] / "schemas" / "findings.schema.json"


def _schema() -> Any:
    return json.loads(SCHEMA.read_text(encoding="utf-8"))


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_it_follows_the_published_schema(report: Report) -> None:
    Draft202012Validator.check_schema(_schema())
    Draft202012Validator(_schema()).validate(json.loads(written("json", report)))


def test_the_schema_refuses_what_is_not_in_it() -> None:
    document = json.loads(written("json", ORDINARY))
    validator = Draft202012Validator(_schema())
    assert not validator.is_valid(document | {"more": 1})
    assert not validator.is_valid({key: document[key] for key in document if key != "counts"})


def test_a_finding_has_all_its_parts() -> None:
    document = json.loads(written("json", ORDINARY))
    assert document["counts"] == {
        "files": 5,
        "plans": 4,
        "tasks": 60,
        "errors": 3,
        "warnings": 1,
        "infos": 3,
        "accepted": 1,
        "left_out": 2,
        "skipped": 1,
        "not_read": 1,
    }
    stored = document["findings"][4]
    assert stored["place"] == {
        "file": "out/plan.json",
        "page": None,
        "line": 120,
        "pointer": "/tasks/2/deadlines/0",
        "document": "要点.docx",
    }
    assert stored["fingerprint"] == ORDINARY.findings[4].identity.fingerprint
    assert stored["identity"]["number"] == stored["task"] == "t3"
    assert stored["sentence"]["zh"] == "时限 2021-06-30（6月底前）早于成文日期 2022-03-15"
    assert document["findings"][5]["accepted"] == "原件如此"
    assert stored["named"] == {"en": "task t3", "zh": "任务 t3"}
    assert document["findings"][2]["named"] is None
    assert document["failures"] == [
        {"file": "bad.pdf", "line": None, "reason": "the file is empty; fetch it again"}
    ]


def test_it_does_not_depend_on_the_language_and_can_be_read_again() -> None:
    text = written("json", ORDINARY, "en")
    assert text == written("json", ORDINARY, "zh")
    assert StoredReport.model_validate_json(text).model_dump(mode="json") == json.loads(text)


def test_words_come_back_as_they_were() -> None:
    document = json.loads(written("json", NASTY))
    assert document["failures"][0]["file"] == NASTY_FILE
    assert document["files"] == [NASTY_FILE]
