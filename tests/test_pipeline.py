"""Reading, extracting and normalising in a row; attachments; stored plans; refusals."""

import io
import json
from pathlib import Path

import pytest

from zwgk_parse import parse as public_parse
from zwgk_parse.errors import DamagedFileError, PlanFileError, ReadError, UnsupportedFormatError
from zwgk_parse.pipeline import load, parse, parse_document
from zwgk_parse.readers.options import Options

NOTICE = """<html><body><h1>甲县人民政府办公室关于印发甲县2022年工作要点分工方案的通知</h1>
<p>甲府办〔2022〕3号</p><p>各镇人民政府，县直各单位：</p>
<p>《甲县2022年工作要点分工方案》已经县政府同意，现印发给你们，请认真贯彻执行，并于2022年11月20日前将落实情况报县府办。</p>
<p>附件：1.<a href="files/a.txt">甲县2022年工作要点分工方案</a></p><p>2.联系人表</p>
<p>甲县人民政府办公室</p><p>2022年3月1日</p></body></html>"""
ANNEX = """附件1

甲县2022年工作要点分工方案

| 工作任务 | 责任单位 | 完成时限 |
|---|---|---|
| 1. 做好公开工作。 | 县司法局 | 6月底前 |
| 2. 做好解读工作。 | 县府办 | 年底前 |
"""


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    (tmp_path / "notice.html").write_text(NOTICE, encoding="utf-8")
    (tmp_path / "annex.txt").write_text(ANNEX, encoding="utf-8")
    return tmp_path


def test_a_notice_and_its_attachments_are_one_plan(notice: Path) -> None:
    parsed = parse_document(
        notice / "notice.html",
        attachments=[notice / "annex.txt"],
        options=Options(base_url="https://example.org/zwgk/t1.html"),
    )
    plan = parsed.plan
    assert plan.title == "甲县2022年工作要点分工方案"
    assert plan.notice_title == "甲县人民政府办公室关于印发甲县2022年工作要点分工方案的通知"
    assert plan.document_number is not None
    assert plan.document_number.raw == "甲府办〔2022〕3号"
    assert [(task.id, task.owners[0].name, str(task.due)) for task in plan.tasks] == [
        ("t1", "县司法局", "2022-06-30"),
        ("t2", "县府办", "2022-12-31"),
    ]
    assert [source.name for source in plan.sources] == ["notice.html", "annex.txt"]
    assert plan.tasks[0].provenance[0].source == 1
    assert plan.tasks[0].owners[0].provenance[0].source == 1
    assert [(a.label, a.title, a.state) for a in plan.attachments] == [
        ("附件1", "甲县2022年工作要点分工方案", "separate"),
        ("附件2", "联系人表", "missing"),
    ]
    assert plan.attachments[0].href == "https://example.org/zwgk/files/a.txt"
    assert [str(report.deadline.due) for report in plan.reporting] == ["2022-11-20"]
    assert parsed.coverage.share == 0
    assert parsed.reasons[0] == "a notice covers the plan"


def test_an_attachment_that_is_not_given_is_missing(notice: Path) -> None:
    plan = parse(notice / "notice.html").value
    assert plan.tasks == ()
    assert [attachment.state for attachment in plan.attachments] == ["missing", "missing"]


def test_one_plan_in_two_files_has_one_id(notice: Path) -> None:
    spaced = ANNEX.replace("工作要点", "工作 要点").replace("附件1", "")
    (notice / "other.txt").write_text(spaced, encoding="utf-8")
    first = parse(notice / "annex.txt").value
    second = parse(notice / "other.txt").value
    assert first.id == second.id
    assert first.id != parse(notice / "notice.html").value.id


def test_a_stored_plan_and_a_document_are_told_apart(notice: Path) -> None:
    plan = parse(notice / "annex.txt").value
    (notice / "plan.txt").write_text(plan.model_dump_json(), encoding="utf-8")
    assert load(notice / "plan.txt").value == plan
    assert load(notice / "annex.txt").value == plan
    assert public_parse(str(notice / "annex.txt")).value == plan


@pytest.mark.parametrize(
    "change",
    [{"tasks": [{"id": 3}]}, {"surplus": 1}, {"due": None}],
)
def test_a_stored_plan_that_does_not_follow_the_schema_is_refused_in_one_line(
    notice: Path, change: dict[str, object]
) -> None:
    stored = json.loads(parse(notice / "annex.txt").value.model_dump_json()) | change
    stream = io.BytesIO(json.dumps(stored).encode())
    with pytest.raises(PlanFileError) as caught:
        load(stream, name="plan.json")
    assert str(caught.value).startswith("plan.json: not a plan: ")
    assert "\n" not in str(caught.value)


def test_damaged_json_is_refused(notice: Path) -> None:
    (notice / "plan.json").write_text('{"id": ', encoding="utf-8")
    with pytest.raises(DamagedFileError, match="breaks off at line 1, column 7"):
        load(notice / "plan.json")


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such file"):
        parse(tmp_path / "nothing.txt")
    with pytest.raises(ReadError, match="folder"):
        parse(tmp_path)
    with pytest.raises(ReadError, match="cannot be read"):
        parse("a\0b")
    with pytest.raises(UnsupportedFormatError, match="download"):
        parse("https://example.org/plan.html")


def test_html_and_text_of_one_plan_give_the_same_tasks() -> None:
    rows = "".join(
        f"<tr><td>{n}. 做好第{n}项工作。</td><td>县府办</td><td>年底前</td></tr>" for n in (1, 2)
    )
    head = "<tr><th>工作任务</th><th>责任单位</th><th>完成时限</th></tr>"
    page = f"<html><body><p>甲县2022年工作要点</p><table>{head}{rows}</table></body></html>"
    text = "甲县2022年工作要点\n\n工作任务\t责任单位\t完成时限\n" + "\n".join(
        f"{n}. 做好第{n}项工作。\t县府办\t年底前" for n in (1, 2)
    )
    of_page, of_text = (
        parse(io.BytesIO(content.encode()), name=name).value
        for content, name in ((page, "a.html"), (text, "a.txt"))
    )
    said = [
        [(t.id, t.text, [o.name for o in t.owners], t.due) for t in plan.tasks]
        for plan in (of_page, of_text)
    ]
    assert said[0] == said[1]
    assert of_page.id == of_text.id


def test_a_number_on_the_page_unlike_the_printed_one_is_said() -> None:
    head = "文号：甲府办〔2022〕7号\n\n甲县2022年工作要点\n甲府办〔2022〕8号\n"
    text = head + "1. 甲。（县司法局负责）\n"
    plan = parse(io.BytesIO(text.encode()), name="a.txt").value
    assert plan.document_number is not None
    assert plan.document_number.raw == "甲府办〔2022〕8号"
    assert [(said.code, said.data["text"]) for said in plan.diagnostics] == [
        ("ZW404", "甲府办〔2022〕7号")
    ]
