"""Findings as lines: place, code, severity, task, sentence."""

from __future__ import annotations

import io

from tests.exporters.findings.reports import EMPTY, LATE, NASTY, ORDINARY, finding, written
from zwgk_parse.exporters.findings.text import write_statistics
from zwgk_parse.findings import Place, Report


def test_lines_in_english() -> None:
    late = "due 2021-06-30 (6月底前), before the plan was issued on 2022-03-15"
    assert written("text", ORDINARY).splitlines() == [
        f"方案/要点 2022.pdf:3: ZW202 error t18: {late}",
        f"方案/要点 2022.pdf:4: ZW202 error t19 （十九）: {late}",
        "plan.txt: ZW001 info: the text is not UTF-8; it was read as gb18030",
        f"plan.txt:7: ZW202 warning t2: {late}",
        f"out/plan.json:120: ZW202 error t3: {late}",
        "bad.pdf: not read: the file is empty; fetch it again",
        "one entry of the baseline is no longer found",
        "notes.bin: skipped, no kind of document that is read",
        "files: 5, plans: 4, tasks: 60; errors: 3, warnings: 1, info: 3; "
        "accepted: 1, left out: 2, skipped: 1, not read: 1",
    ]


def test_lines_in_chinese() -> None:
    first, *_, last = written("text", ORDINARY, "zh").splitlines()
    assert first == (
        "方案/要点 2022.pdf:3: ZW202 错误 t18: 时限 2021-06-30（6月底前）早于成文日期 2022-03-15"
    )
    assert last.startswith("文件 5 个，方案 4 份，任务 60 项；错误 3，警告 1，提示 3；已接受 1")


def test_without_findings_only_the_counts_are_written() -> None:
    assert len(written("text", EMPTY).splitlines()) == 1


def test_every_finding_stays_one_line() -> None:
    lines = written("text", NASTY).split("\n")
    assert len(lines) == 2 + 1 + 1 + 1 + 1  # findings, failure, skipped, counts, the end
    assert lines[0].startswith("a\\nb\\udc80:,%<&\"'\\x1b]]>#?.txt:1: ZW202 error t18 ")


def test_statistics_name_the_most_frequent_code_first() -> None:
    stream = io.StringIO()
    write_statistics(ORDINARY, stream, "en")
    assert [line.split() for line in stream.getvalue().splitlines()[:-1]] == [
        ["3", "ZW001", "info", "encoding-guessed"],
        ["3", "ZW202", "error", "deadline-before-issue"],
        ["1", "ZW202", "warning", "deadline-before-issue"],
    ]


def test_of_a_brief_report_only_findings_and_failures_are_told() -> None:
    brief = ORDINARY._replace(brief=True)
    assert written("text", brief).splitlines() == written("text", ORDINARY).splitlines()[:6]
    stream = io.StringIO()
    write_statistics(brief, stream, "en")
    assert len(stream.getvalue().splitlines()) == 3


def test_a_number_is_not_said_twice() -> None:
    place = Place("a.txt", line=1)
    labels = {"18": "t18:", "18.": "t18:", "18、": "t18:", "5": "t18 5:", "（一）": "t18 （一）:"}
    for label, said in labels.items():
        report = Report(findings=(finding(LATE, place, label=label),))
        assert f" error {said} " in written("text", report)
