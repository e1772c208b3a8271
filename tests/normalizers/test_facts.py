"""Facts: what is printed, what a page states, and what must stay null."""

from __future__ import annotations

import datetime as dt

import pytest

from zwgk_parse.document.model import Link
from zwgk_parse.document.passage import Passage
from zwgk_parse.normalizers.attachments import read_attachments
from zwgk_parse.normalizers.days import WORDINGS, read_day
from zwgk_parse.normalizers.facts import Facts, plan_id, read_facts
from zwgk_parse.normalizers.names import issuer_in_title, split_names
from zwgk_parse.plan.raw import RawFacts
from zwgk_parse.source import Span


def words(text: str) -> Passage:
    return Passage.of(text, Span(line=1))


def facts(**places: str) -> Facts:
    return stating({}, places)


def stating(catalog: dict[str, str], places: dict[str, str]) -> Facts:
    stated = tuple((field, words(value)) for field, value in catalog.items())
    printed = {field: words(text) for field, text in places.items()}
    return read_facts(RawFacts(catalog=stated, **printed)).value  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "day"), [pair for _, examples in WORDINGS for pair in examples.items()]
)
def test_days(text: str, day: str) -> None:
    assert str(read_day(text)) == day


@pytest.mark.parametrize(
    "text", ["", "2022年4月", "2022年2月30日", "二〇二二年十三月一日", "12022年4月1日"]
)
def test_no_day(text: str) -> None:
    assert read_day(text) is None


def test_a_day_that_no_calendar_has_is_said() -> None:
    result = read_facts(RawFacts(issued=words("2022年2月30日")))
    assert result.value.issued_on is None
    assert [said.code for said in result.diagnostics] == ["ZW401"]


@pytest.mark.parametrize(
    ("first", "other", "want", "said"),
    [
        ("甲府办〔2022〕7号", "甲府办〔2022〕8号", "甲府办〔2022〕7号", ["甲府办〔2022〕8号"]),
        ("甲府办〔2022〕7号", "甲府办[2022]7号", "甲府办〔2022〕7号", []),
        ("无", "甲府办〔2022〕8号", "甲府办〔2022〕8号", []),
        ("甲府办〔2022〕7号", "无", "甲府办〔2022〕7号", []),
    ],
)
def test_a_second_number_that_differs_is_said(
    first: str, other: str, want: str, said: list[str]
) -> None:
    catalog = (("document_number", words(other)),)
    result = read_facts(RawFacts(document_number=words(first), catalog=catalog))
    assert result.value.document_number is not None
    assert result.value.document_number.raw == want
    assert [(d.code, d.data["text"]) for d in result.diagnostics] == [("ZW404", o) for o in said]


def test_the_facts_of_a_notice_and_its_plan() -> None:
    found = facts(
        title="2022年冠县政务公开工作要点",
        notice_title="冠县人民政府办公室关于印发2022年冠县政务公开工作要点的通知",
        document_number="冠政办发〔2022〕7号",
        letterhead="冠县人民政府办公室文件",
        signature="冠县人民政府办公室",
        issued="2022 年 4 月 28 日",
        printed="冠县人民政府办公室2022年4月29日印发",
        published="2022-05-08 10:19",
        addressees="各乡镇人民政府、街道办事处，县直各有关部门（单位）：",
        copied_to="抄送：县委各部委，县法院，各人民团体。",
        disclosure="此件公开发布",
    )
    assert (found.doc_type, found.year) == ("key_points", 2022)
    assert (found.issuer, found.issuer_kind) == ("冠县人民政府办公室", "general_office")
    assert found.document_number is not None
    assert found.document_number.number == 7
    assert found.issued_on == dt.date(2022, 4, 28)
    assert found.printed_on == dt.date(2022, 4, 29)
    assert found.published_on == dt.date(2022, 5, 8)
    assert found.region is not None
    assert (found.region.name, found.region.code) == ("冠县", "371525")
    assert found.disclosure is not None
    assert found.disclosure.value == "proactive"
    assert found.addressees == ("各乡镇人民政府", "街道办事处", "县直各有关部门（单位）")
    assert found.copied_to == ("县委各部委", "县法院", "各人民团体")


def test_nothing_printed_nothing_stated() -> None:
    found = facts()
    assert found.title is None
    assert found.issuer_kind is None
    assert found.region is None
    assert found.disclosure is None
    assert found.year is None
    assert found.doc_type == "other"


@pytest.mark.parametrize(
    ("places", "year"),
    [
        ({"title": "甲市2022年工作要点", "issued": "2021年12月30日"}, 2022),
        ({"title": "甲市二〇二二年工作要点"}, 2022),
        ({"title": "甲市行动计划（2021—2023年）", "issued": "2021年3月1日"}, None),
        ({"title": "甲市三年行动计划", "issued": "2021年3月1日"}, None),
        ({"title": "落实“十四五”规划2022年任务分工"}, 2022),
        ({"title": "工作要点", "notice_title": "关于印发甲市2022年工作要点的通知"}, 2022),
        ({"title": "甲市实施方案", "issued": "2021年3月1日"}, 2021),
        ({"title": "甲市实施方案", "document_number": "甲政〔2020〕1号"}, 2020),
        ({"title": "2021年总结和2022年要点", "issued": "2022年3月1日"}, 2022),
    ],
)
def test_year(places: dict[str, str], year: int | None) -> None:
    assert facts(**places).year == year


@pytest.mark.parametrize(
    ("places", "issuer"),
    [
        ({"signature": "甲局", "letterhead": "乙局文件"}, "甲局"),
        ({"letterhead": "甲市教育局 文件"}, "甲市教育局"),
        ({"notice_title": "国务院办公厅关于甲事的通知"}, "国务院办公厅"),
        (
            {"title": "江门市交通运输局贯彻落实江门市2022年政务公开工作要点分工方案"},
            "江门市交通运输局",
        ),
        ({"title": "阳西县2022年政务公开工作要点分工方案"}, None),
    ],
)
def test_issuer(places: dict[str, str], issuer: str | None) -> None:
    assert facts(**places).issuer == issuer


def test_the_issuer_that_a_page_states() -> None:
    found = stating({"issuer": "国务院办公厅", "index_number": "A1"}, {})
    assert found.issuer == "国务院办公厅"
    assert found.catalog.index_number == "A1"


@pytest.mark.parametrize(
    ("places", "code"),
    [
        ({"title": "肇庆市鼎湖区2021年政务公开工作要点分工方案"}, "441203"),
        ({"title": "关于甲事的方案", "signature": "阳西县人民政府"}, "441721"),
        ({"title": "工作要点", "signature": "福建省人民政府办公厅"}, "350000"),
        ({"title": "国务院办公厅关于甲事的通知"}, None),
    ],
)
def test_region(places: dict[str, str], code: str | None) -> None:
    region = facts(**places).region
    assert region is not None
    assert region.code == code


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "各省、自治区、直辖市人民政府，国务院各部委、各直属机构：",
            ("各省、自治区、直辖市人民政府", "国务院各部委", "各直属机构"),
        ),
        ("主送：各镇人民政府、街道办事处", ("各镇人民政府", "街道办事处")),
        ("市委各部委，市法院（机关党委、办公室）。", ("市委各部委", "市法院（机关党委、办公室）")),
        ("", ()),
    ],
)
def test_names(text: str, names: tuple[str, ...]) -> None:
    assert split_names(text) == names


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("甲市教育局2022年工作要点", "甲市教育局"),
        ("关于印发甲方案的通知", None),
        ("甲市方案关于乙", None),
    ],
)
def test_the_issuer_at_the_head_of_a_title(title: str, name: str | None) -> None:
    assert issuer_in_title(title) == name


def listed(
    lines: list[str],
    included: tuple[str, ...] = (),
    separate: tuple[str, ...] = (),
    links: str = "",
) -> list[tuple[str | None, str | None, str, str | None]]:
    linked = [Link(text, f"https://example.org/{text}.pdf", Span()) for text in links.split()]
    found = read_attachments(map(words, lines), map(words, included), map(words, separate), linked)
    return [(each.label, each.title, each.state, each.href) for each in found]


def test_attachments_by_state() -> None:
    assert listed(["附件：1.甲表.xlsx 2.乙表", "3.丙表。"], ("附件1：甲表",), ("乙表",)) == [
        ("附件1", "甲表", "included", None),
        ("附件2", "乙表", "separate", None),
        ("附件3", "丙表", "missing", None),
    ]


def test_the_only_attachment_and_the_only_file_belong_together() -> None:
    assert listed(["附件:2023年任务分解表附件.pdf"], (), ("甲县任务",)) == [
        ("附件", "2023年任务分解表", "separate", None)
    ]


def test_a_line_that_holds_the_label_only_lists_nothing() -> None:
    assert listed(["相关附件：", "1. 任务表.docx"]) == [("附件1", "任务表", "missing", None)]


def test_attachments_that_no_line_lists() -> None:
    assert listed([], ("附件：甲表",), ("附件2：",)) == [
        ("附件", "甲表", "included", None),
        ("附件2", None, "separate", None),
    ]


def test_attachments_that_are_linked() -> None:
    assert listed(["附件：甲方案任务表"], links="甲方案任务表 乙表") == [
        ("附件", "甲方案任务表", "missing", "https://example.org/甲方案任务表.pdf"),
        (None, "乙表", "missing", "https://example.org/乙表.pdf"),
    ]


@pytest.mark.parametrize(
    ("lines", "links", "expected"),
    [
        ([], [("", "1.doc")], [(None, None, "1.doc")]),
        ([], [("附件", "1.xlsx")], [("附件", None, "1.xlsx")]),
        (
            [],
            [("附件1", "1.doc"), ("附件2：", "2.doc")],
            [("附件1", None, "1.doc"), ("附件2", None, "2.doc")],
        ),
        (["附件1：甲表"], [("附件1", "1.doc")], [("附件1", "甲表", "1.doc")]),
        (
            ["附件：甲方案任务表"],
            [("", "1.doc"), ("甲方案任务表", "1.doc")],
            [("附件", "甲方案任务表", "1.doc")],
        ),
        ([], [("附件", "1.html"), ("", "https://example.org/")], []),
    ],
)
def test_links_that_bear_no_title(
    lines: list[str],
    links: list[tuple[str, str]],
    expected: list[tuple[str | None, str | None, str | None]],
) -> None:
    linked = [Link(text, href, Span()) for text, href in links]
    found = read_attachments(map(words, lines), links=linked)
    assert [(each.label, each.title, each.href) for each in found] == expected


def test_a_link_to_a_page_is_no_attachment() -> None:
    link = Link("甲市政府", "https://example.org/", Span())
    assert read_attachments([], links=[link]) == ()


def test_an_id_for_each_plan() -> None:
    number = "甲政办〔2022〕7号"
    assert plan_id(facts(document_number=number)) == "甲政办-2022-7"
    assert plan_id(facts(document_number="甲政办[2022] 7号", title="乙")) == "甲政办-2022-7"
    unnumbered = plan_id(facts(title="甲县 2022 年要点（试行）", signature="甲县教育局"))
    assert unnumbered == plan_id(facts(title="甲县2022年要点(试行)", signature="甲县教育局"))
    assert unnumbered.startswith("甲县教育局-2022-")
    assert plan_id(facts(document_number="甲政办〔20227", title="乙")) == plan_id(facts(title="乙"))
    assert plan_id(facts(), ["甲"]) != plan_id(facts(), ["乙"])
