"""What holds for every format, also one that is added later."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.exporters.findings.reports import ORDINARY, REPORTS, written
from zwgk_parse.cli import reports
from zwgk_parse.exporters.findings import FORMATS

if TYPE_CHECKING:
    from zwgk_parse.findings import Report

NAMES = [row.name for row in FORMATS]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_what_is_written_is_utf8_and_always_the_same(name: str, report: Report) -> None:
    for language in ("en", "zh"):
        text = written(name, report, language)
        assert text == written(name, report, language)
        assert "\x1b" not in text.encode("utf-8").decode("utf-8")
        assert not text or text.endswith("\n")
        assert "\r" not in text


@pytest.mark.parametrize("name", NAMES)
def test_every_finding_and_failure_is_told(name: str) -> None:
    text = written(name, ORDINARY)
    assert all(f"{task}" in text for task in ("t18", "t19", "t2", "t3"))
    assert "ZW202" in text
    assert "bad.pdf" in text


def test_the_command_line_knows_every_format() -> None:
    assert tuple(NAMES) == reports.FORMATS
    assert set(reports.SUFFIXES.values()) <= set(NAMES)


def test_names_and_suffixes_are_plain() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert all(row.suffix.startswith(".") for row in FORMATS)
