"""Findings as lines: place, code, severity, task, sentence."""

from __future__ import annotations

import io

import pytest

from tests.exporters.findings.reports import (
    ATTACHED,
    EMPTY,
    LATE,
    NASTY,
    ORDINARY,
    finding,
    written,
)
from zwgk_parse.exporters.findings.text import write_statistics
from zwgk_parse.findings import Place, Report


def test_lines_in_english() -> None:
    late = "due 2021-06-30 (6月底前), before the plan was issued on 2022-03-15"
    assert written("text", ORDINARY).splitlines() == [
        f"方案/要点 2022.pdf:3: ZW202 error task 18: {late}",
        f"方案/要点 2022.pdf:4: ZW202 error task （十九）: {late}",
        "plan.txt: ZW001 info: the text is not UTF-8; it was read as gb18030",
        f"plan.txt:7: ZW202 warning task t2: {late}",
        f"out/plan.json:120: ZW202 error task t3: {late}",
        "bad.pdf: not read: the file is empty; fetch it again",
        "one entry of the baseline is no longer found",
        "notes.bin: skipped, no kind of document that is read",
        "files: 5, plans: 4, tasks: 60; errors: 3, warnings: 1, info: 3; "
        "accepted: 1, left out: 2, skipped: 1, not read: 1",
    ]


def test_lines_in_chinese() -> None:
    first, *_, last = written("text", ORDINARY, "zh").splitlines()
    assert first == (
        "方案/要点 2022.pdf:3: ZW202 错误 第18项: 时限 2021-06-30（6月底前）早于成文日期 2022-03-15"
    )
    assert last.startswith("文件 5 个，方案 4 份，任务 60 项；错误 3，警告 1，提示 3；已接受 1")


def test_without_findings_only_the_counts_are_written() -> None:
    assert len(written("text", EMPTY).splitlines()) == 1


def test_every_finding_stays_one_line() -> None:
    lines = written("text", NASTY).split("\n")
    assert len(lines) == 2 + 1 + 1 + 1 + 1  # findings, failure, skipped, counts, the end
    assert lines[0].startswith("a\\nb\\udc80:,%<&\"'\\x1b]]>#?.txt:1: ZW202 error task ")


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


@pytest.mark.parametrize(
    ("label", "chinese", "english"),
    [
        ("18", "第18项", "task 18"),
        ("18.", "第18项", "task 18"),
        ("18、", "第18项", "task 18"),
        ("十八、", "第十八项", "task 十八"),
        ("（一）", "第（一）项", "task （一）"),
        ("( 一)", "第( 一)项", "task ( 一)"),
        ("1）", "第1项", "task 1"),
        ("①", "第①项", "task ①"),
        ("第三条", "第三条", "task 第三条"),
        ("、", "任务 t18", "task t18"),
    ],
)
def test_a_number_as_it_is_printed(label: str, chinese: str, english: str) -> None:
    report = Report(findings=(finding(LATE, Place("a.txt", line=1), label=label),))
    assert written("text", report, "zh").startswith(f"a.txt:1: ZW202 错误 {chinese}: ")
    assert written("text", report, "en").startswith(f"a.txt:1: ZW202 error {english}: ")


def test_the_page_of_an_attachment_stands_after_its_name() -> None:
    lines = written("text", ATTACHED, "zh").splitlines()
    assert [line.partition(": 时限")[0] for line in lines[:4]] == [
        "notice.txt: ZW202 错误 三、第（四）项 (table.pdf:3)",
        "notice.txt: ZW202 错误 未编号任务（按序第 7 项） (table.txt)",
        "notice.txt:9: ZW202 错误 第40项（第 2 处）",
        "in/mix.jsonl:2: 无法读取: 内容中断；请重新获取",
    ]
