"""What holds for every format, also one that is added later."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.exporters.findings.reports import ATTACHED, ORDINARY, REPORTS, written
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
    assert all(task in text for task in ("18", "十九", "t2", "t3"))
    assert "ZW202" in text
    assert "bad.pdf" in text


@pytest.mark.parametrize("name", NAMES)
def test_tasks_are_named_as_they_are_printed(name: str) -> None:
    for language, words in (
        ("zh", ("三、第（四）项", "未编号任务（按序第 7 项）", "第40项（第 2 处）")),
        ("en", ("task （四） under 三、", "unnumbered task (7 in order)", "task 40 (no. 2 of")),
    ):
        text = written(name, ATTACHED, language)  # type: ignore[arg-type]
        assert [word for word in words if word not in text] == []


@pytest.mark.parametrize("name", NAMES)
def test_what_is_in_an_attachment_is_not_told_as_of_the_file(name: str) -> None:
    text = written(name, ATTACHED, "zh")
    assert "table.pdf" in text
    assert "notice.txt:3" not in text
    assert not re.search(r"(?<!col)line=3|\"(startLine|begin)\": 3\b", text)


def test_the_command_line_knows_every_format() -> None:
    assert tuple(NAMES) == reports.FORMATS
    assert set(reports.SUFFIXES.values()) <= set(NAMES)


def test_names_and_suffixes_are_plain() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert all(row.suffix.startswith(".") for row in FORMATS)
