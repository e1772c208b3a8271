"""GitHub's workflow commands, and its rules of escaping."""

from __future__ import annotations

from tests.exporters.findings.reports import (
    ATTACHED,
    EMPTY,
    LATE,
    NASTY,
    ORDINARY,
    finding,
    written,
)
from zwgk_parse.findings import Place, Report

TITLE = "title=ZW202 deadline-before-issue"
LATE_WORDS = "due 2021-06-30 (6月底前), before the plan was issued on 2022-03-15"


def test_commands() -> None:
    lines = written("github", ORDINARY).splitlines()
    assert lines[0] == f"::error file=方案/要点 2022.pdf,{TITLE}::task 18, page 3: {LATE_WORDS}"
    assert lines[2].startswith("::notice file=plan.txt,title=ZW001 encoding-guessed::the text")
    assert lines[3] == f"::warning file=plan.txt,line=7,{TITLE}::task t2: {LATE_WORDS}"
    assert lines[4].startswith(f"::error file=out/plan.json,line=120,{TITLE}::task t3: ")
    assert lines[5] == ("::error file=bad.pdf,title=not read::the file is empty; fetch it again")
    assert lines[6] == "::notice::2 more findings are not listed (--max-findings)"
    assert lines[7] == "one entry of the baseline is no longer found"
    assert lines[8].startswith("files: 5")
    assert len(lines) == 9, "the accepted one is not shown"


def test_a_brief_report_is_commands_only() -> None:
    lines = written("github", ORDINARY._replace(brief=True)).splitlines()
    assert len(lines) == 7
    assert all(line.startswith("::") for line in lines)


def test_escapes() -> None:
    file = "a,b:c%\r\nd.txt"
    words = LATE.model_copy(update={"data": LATE.data | {"subject": "100%\r\n::error::x, y: z"}})
    text = written("github", Report(findings=(finding(words, Place(file, line=1)),)))
    command, _ = text.splitlines()
    assert command.startswith("::error file=a%2Cb%3Ac%25%0D%0Ad.txt,line=1,title=ZW202 ")
    assert "::task t18: due 2021-06-30 (100%25%0D%0A::error::x, y: z), before" in command


def test_nothing_starts_a_command_of_its_own() -> None:
    lines = written("github", NASTY).split("\n")
    assert [line.partition(" ")[0] for line in lines[:3]] == ["::error", "::notice", "::error"]
    assert len(lines) == 5


def test_a_line_that_could_not_be_read_and_an_attachment() -> None:
    lines = written("github", ATTACHED, "zh").splitlines()
    assert lines[0].startswith(
        f"::error file=notice.txt,{TITLE}::三、第（四）项，table.pdf 第 3 页: "
    )
    assert lines[1].startswith(
        f"::error file=notice.txt,{TITLE}::未编号任务（按序第 7 项），table.txt: "
    )
    assert lines[3] == "::error file=in/mix.jsonl,line=2,title=无法读取::内容中断；请重新获取"


def test_without_findings_there_is_no_command() -> None:
    assert "::" not in written("github", EMPTY)
