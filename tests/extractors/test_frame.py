"""The frame: each layout of GB/T 9704-2012 and of web pages, on hand-made documents."""

from __future__ import annotations

import pytest

from zwgk_parse.document.model import Block, Cell, Document, Fact, Paragraph, Row, Table
from zwgk_parse.document.passage import Passage
from zwgk_parse.extractors.frame import Frame, find_frame
from zwgk_parse.extractors.frame_lines import SHAPES, is_addressees, kind_of, split_signed
from zwgk_parse.extractors.frame_runs import split_run
from zwgk_parse.source import Span


def document(*lines: str, facts: dict[str, str] | None = None, source: int = 0) -> Document:
    """A document of one paragraph a line; a line of `|` and words in ` | ` is a table row."""
    blocks: list[Block] = []
    rows: list[Row] = []
    for number, line in enumerate(lines, 1):
        span = Span(source=source, line=number, end_line=number)
        if line.startswith("|"):
            texts = line.strip("| ").split(" | ")
            cells = (Cell((Passage.of(text, span),), column) for column, text in enumerate(texts))
            rows.append(Row(tuple(cells)))
            continue
        if rows:
            blocks.append(Table(tuple(rows), len(rows[0].cells)))
            rows = []
        blocks.append(Paragraph(Passage.of(line, span)))
    if rows:
        blocks.append(Table(tuple(rows), len(rows[0].cells)))
    stated = tuple(
        Fact(label, Passage.of(value, Span(line=1))) for label, value in (facts or {}).items()
    )
    return Document("x.txt", "text/plain", "", "text", tuple(blocks), facts=stated)


def frame(*lines: str, facts: dict[str, str] | None = None) -> Frame:
    return find_frame([document(*lines, facts=facts)])


def words(blocks: tuple[Block, ...] | tuple[Paragraph, ...]) -> list[str]:
    return [b.text.text if isinstance(b, Paragraph) else f"<{len(b.rows)}>" for b in blocks]


PROSE = (
    "2022年全市政务公开工作要坚持以人民为中心，"
    "全面贯彻落实国家和省的决策部署，加强政策解读，回应社会关切。"
)
TASK = "1.公开规划。（市发展改革局负责）"
TABLE = ("| 序号 | 具体要求 | 责任单位", "| 1 | 公开规划。 | 市教育局")
HANDED = "《2022年甲市政务公开工作要点》已经市政府同意，现印发给你们，请认真贯彻执行。"


@pytest.mark.parametrize(
    ("kind", "line"), [(kind, line) for kind, _, lines, _ in SHAPES for line in lines]
)
def test_a_line_is_claimed_by_its_kind(kind: str, line: str) -> None:
    assert kind_of(line) == kind


@pytest.mark.parametrize(
    ("kind", "line"), [(kind, line) for kind, _, _, misses in SHAPES for line in misses]
)
def test_a_near_miss_is_not(kind: str, line: str) -> None:
    assert kind_of(line) != kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("---", "rule"),
        ("— 2 —", "rule"),
        ("\u2003", "rule"),
        ("（此件公开发布）", "disclosure"),
        ("公开方式：主动公开", "disclosure"),
        ("（公开方式：主动公开）", "disclosure"),
        ("（联系人：李某，联系电话：0600-1234567）", "text"),
        ("密级：内部", "catalogue"),
        ("（本文有删减）", "disclosure"),
        ("（此件发至县级）", "title"),
        ("发布时间：2022-05-01 信息来源：甲市", "catalogue"),
        ("您的位置：首页 > 政务公开", "furniture"),
        ("图解：2022年政务公开工作要点", "furniture"),
        ("000012", "furniture"),
        ("各县（市、区）人民政府，市直各单位：", "addressees"),
        ("经开区管委会,各乡镇人民政府:", "addressees"),
        ("责任单位：", "text"),
        ("现将有关事项通知各单位：", "text"),
        ("一、总体要求", "label"),
        ("甲市人民政府办公室 2022年4月28日", "signed"),
        ("国家发展改革委办公厅", "unit"),
        ("甲市2022年政务公开工作要点", "title"),
        (PROSE, "text"),
        ("一、" + PROSE * 20, "label"),
        (PROSE * 20, "text"),
    ],
)
def test_kind_of_a_line(line: str, kind: str) -> None:
    assert kind_of(line) == kind


def test_addressees_are_told_from_a_sentence_that_ends_with_a_colon() -> None:
    assert is_addressees("各镇人民政府、街道办事处，区政府各部门：")
    assert not is_addressees("各单位要做好以下工作的部门：")
    assert split_signed("规划2022年4月28日") is None


NOTICE = (
    "甲市人民政府办公室文件",
    "甲政办发〔2022〕7号",
    "---",
    "甲市人民政府办公室",
    "关于印发 2022 年甲市政务公开工作要点的",
    "通 知",
    "各县人民政府，",
    "市直各单位：",
    HANDED,
    "甲市人民政府办公室",
    "2022 年 4 月 28 日",
    "（此件公开发布）",
)
IMPRINT = (
    "抄送：市委各部委，市人大办公室，",
    "各人民团体。",
    "甲市人民政府办公室",
    "2022年4月29日印发",
    "(共印20份)",
)


def test_a_notice_covers_a_plan() -> None:
    found = frame(*NOTICE, "2022年甲市政务公开", "工作要点", PROSE, TASK, *IMPRINT)
    facts = found.facts
    assert found.covers
    assert facts.title.text == "2022年甲市政务公开工作要点"
    assert facts.notice_title.text == ("甲市人民政府办公室关于印发2022年甲市政务公开工作要点的通知")
    assert facts.document_number.text == "甲政办发〔2022〕7号"
    assert facts.letterhead.text == "甲市人民政府办公室文件"
    assert facts.addressees.text == "各县人民政府，市直各单位："
    assert facts.signature.text == "甲市人民政府办公室"
    assert facts.issued.text == "2022 年 4 月 28 日"
    assert facts.printed.text == "甲市人民政府办公室2022年4月29日印发"
    assert facts.copied_to.text == "抄送：市委各部委，市人大办公室，各人民团体。"
    assert facts.disclosure.text == "此件公开发布"
    assert words(found.notice) == [HANDED]
    assert words(found.body) == [PROSE, TASK]
    assert words(found.tail) == ["(共印20份)"]


@pytest.mark.parametrize(
    "lines",
    [
        ("甲市人民政府关于印发甲市重点工作", "推进乙事情况评估办法", "（试行）的", "通知"),
        ("甲市人民政府关于做好乙工作", "促进丙事的意见"),
        ("甲市教育局", "甲市财政局", "关于印发《乙方案》的通知"),
        ("甲市人民政府关于推进乙工作",),
    ],
)
def test_a_title_over_several_lines(lines: tuple[str, ...]) -> None:
    found = frame(*lines, "甲政〔2022〕7号", "各单位：", PROSE, TASK)
    assert found.facts.title.text == "".join(lines)


def test_the_places_of_a_joined_title_are_kept() -> None:
    title = frame(*NOTICE, "2022年甲市政务公开", "工作要点", PROSE).facts.title
    assert [span.line for span in title.spans] == [13, 14]


def test_an_attachment_that_is_the_plan() -> None:
    found = frame(*NOTICE, "附件", "2022年甲市政务公开工作要点", *TABLE)
    assert found.covers
    assert words(found.body) == ["<2>"]
    assert [(key, value.text) for key, value in found.facts.catalog] == [
        ("included", "附件：2022年甲市政务公开工作要点")
    ]


@pytest.mark.parametrize("lead", [(), ("附件",)])
def test_a_title_and_a_table_alone(lead: tuple[str, ...]) -> None:
    found = frame(*lead, "甲县2022年政务公开工作要点", "分工方案", *TABLE)
    assert not found.covers
    assert found.facts.title.text == "甲县2022年政务公开工作要点分工方案"
    assert words(found.body) == ["<2>"]
    assert words(found.tail) == []
    assert [name for name, _ in found.facts.catalog] == ["included"] * len(lead)


def test_a_notice_that_is_the_plan_itself() -> None:
    found = frame(
        "国务院办公厅关于推进甲事",
        "加强乙事的通知",
        "国办发〔2018〕117号",
        "各省、自治区、直辖市人民政府：",
        PROSE,
        "一、推进甲事。（财政部负责）",
        "各部门于2018年12月31日前报送国务院办公厅。",
        "国务院办公厅",
        "2018年12月6日",
        "（此件公开发布）",
        "扫一扫在手机打开当前页",
    )
    assert not found.covers
    assert found.facts.title.text == "国务院办公厅关于推进甲事加强乙事的通知"
    assert not found.facts.notice_title
    assert found.facts.issued.text == "2018年12月6日"
    assert len(found.body) == 3
    assert words(found.tail) == ["扫一扫在手机打开当前页"]


def test_a_notice_with_sections_of_its_own_above_the_table_that_it_announces() -> None:
    found = frame(
        "国务院办公厅关于推广甲举措的通知",
        "各省、自治区、直辖市人民政府：",
        "一、推广的举措",
        PROSE,
        "附件：甲举措推广清单",
        "国务院办公厅",
        "2018年12月23日",
        "（本文有删减）",
        "附件",
        "甲举措推广清单",
        *TABLE,
    )
    assert found.covers
    assert words(found.notice) == ["一、推广的举措", PROSE]
    assert words(found.body) == ["<2>"]
    assert found.facts.title.text == "甲举措推广清单"
    assert [line.text for line in found.facts.attachments] == ["附件：甲举措推广清单"]


def test_opinions_with_a_table_of_indicators_stay_the_plan() -> None:
    found = frame(
        "国务院办公厅关于甲事的意见",
        "各省、自治区、直辖市人民政府：",
        "一、推进甲事。（财政部负责）",
        "国务院办公厅",
        "2019年1月16日",
        "附件",
        "甲事指标",
        "| 序号 | 指标",
        "| 1 | 甲",
    )
    assert not found.covers
    assert found.facts.title.text == "国务院办公厅关于甲事的意见"
    assert words(found.body) == ["一、推进甲事。（财政部负责）", "<2>"]


def test_a_notice_without_signature_ends_where_the_promised_title_stands() -> None:
    more = "各单位要在11月22日前将落实情况报市政府办公室。"
    found = frame(
        "甲市关于印发《2022年甲市政务公开工作要点》的通知",
        "各县人民政府：",
        HANDED,
        more,
        "2022 年甲市政务公开工作要点",
        PROSE,
        TASK,
    )
    assert found.covers
    assert words(found.notice) == [HANDED, more]
    assert words(found.body) == [PROSE, TASK]


@pytest.mark.parametrize(
    ("lines", "title", "notice", "body"),
    [
        (("各县人民政府：", HANDED, TASK), "2022年甲市政务公开工作要点", [HANDED], [TASK]),
        (("附件1", "任务表", *TABLE), "任务表", [], ["<2>"]),
        ((PROSE, TASK), "2022年甲市政务公开工作要点", [], [PROSE, TASK]),
    ],
    ids=["below the sentence that hands it over", "below an 附件 line", "at once"],
)
def test_a_promised_plan_without_title(
    lines: tuple[str, ...], title: str, notice: list[str], body: list[str]
) -> None:
    found = frame("甲市关于印发2022年甲市政务公开工作要点的通知", *lines)
    assert found.covers
    assert found.facts.title.text == title
    assert words(found.notice) == notice
    assert words(found.body) == body


def test_a_notice_whose_plan_is_not_there_is_the_plan() -> None:
    found = frame("甲市关于印发2022年甲市政务公开工作要点的通知", "各县人民政府：", HANDED)
    assert not found.covers
    assert found.facts.title.text == "甲市关于印发2022年甲市政务公开工作要点的通知"
    assert words(found.body) == [HANDED]


def test_a_plan_in_a_file_of_its_own() -> None:
    plan = document(
        "附件1", "2022年甲市政务公开工作要点", *TABLE, "附件2", "任务表", TASK, source=1
    )
    found = find_frame([document(*NOTICE), plan])
    assert found.covers
    assert found.facts.title.text == "2022年甲市政务公开工作要点"
    assert words(found.body) == ["<2>", TASK]
    assert [(key, value.text) for key, value in found.facts.catalog] == [
        ("separate", "附件1：2022年甲市政务公开工作要点"),
        ("separate", "附件2：任务表"),
    ]


def test_a_page_states_what_its_document_does_not_print() -> None:
    found = frame(
        "各县人民政府：",
        HANDED,
        "甲市人民政府办公室 2022年4月28日",
        "2022年甲市政务公开工作要点",
        TASK,
        facts={
            "标题": "甲市关于印发2022年甲市政务公开工作要点的通知",
            "发布时间": "2022-05-01 10:00",
            "文号": "",
            "索引号": "A1",
            "发文机关": "甲市人民政府办公室",
            "原文链接": "https://example.org/",
        },
    )
    assert found.facts.notice_title.text == "甲市关于印发2022年甲市政务公开工作要点的通知"
    assert found.facts.title.text == "2022年甲市政务公开工作要点"
    assert found.facts.published.text == "2022-05-01 10:00"
    assert dict(found.facts.catalog)["index_number"].text == "A1"
    assert not found.facts.document_number


def test_the_title_of_a_page_above_the_plan_itself() -> None:
    found = frame(
        "甲市关于印发2022年甲市政务公开工作要点的通知",
        "发布时间：2022-05-01 信息来源：甲市 阅读人次：",
        "2022年甲市政务公开工作要点",
        PROSE,
        TASK,
    )
    assert found.facts.title.text == "2022年甲市政务公开工作要点"
    assert found.facts.notice_title.text == "甲市关于印发2022年甲市政务公开工作要点的通知"
    assert found.facts.published.text.strip() == "2022-05-01"
    assert words(found.body) == [PROSE, TASK]
    assert words(found.tail) == ["发布时间：2022-05-01", "信息来源：甲市 阅读人次："]


def test_a_title_with_unit_and_day_below_it() -> None:
    found = frame(
        "2022年甲市政务公开工作要点", "甲市政务公开办公室", "（2022年4月28日）", PROSE, TASK
    )
    assert found.facts.title.text == "2022年甲市政务公开工作要点"
    assert found.facts.letterhead.text == "甲市政务公开办公室"
    assert found.facts.issued.text == "2022年4月28日"
    assert words(found.body) == [PROSE, TASK]


def test_a_first_heading_is_no_line_of_the_title() -> None:
    found = frame("2022年甲市政务公开工作要点", "主要任务", PROSE)
    assert found.facts.title.text == "2022年甲市政务公开工作要点"
    assert words(found.body) == ["主要任务", PROSE]


def test_a_bracket_below_a_title_belongs_to_it() -> None:
    found = frame("甲市政务公开行动计划", "（2021—2023年）", PROSE)
    assert found.facts.title.text == "甲市政务公开行动计划（2021—2023年）"


def test_attachments_listed_at_the_foot() -> None:
    found = frame("2022年甲市政务公开工作要点", TASK, "附件：", "1.任务表.pdf", "2.联系表")
    assert [line.text for line in found.facts.attachments] == ["附件：", "1.任务表.pdf", "2.联系表"]
    assert words(found.body) == [TASK]


def test_stray_lines_below_an_imprint_go_to_the_tail() -> None:
    found = frame("2022年甲市工作要点", TASK, "公开方式：主动公开", "主办：甲市政府", "备案图标")
    assert found.facts.disclosure.text == "公开方式：主动公开"
    assert words(found.tail) == ["主办：甲市政府", "备案图标"]


def test_a_plan_that_is_signed_below_its_signed_notice() -> None:
    end = ("来源：甲市政府网", "特急", "甲市教育局", "2022年5月1日", "甲市教育局2022年5月2日")
    found = frame(*NOTICE, "2022年甲市政务公开工作要点", TASK, *end)
    assert found.facts.signature.text == "甲市人民政府办公室"
    assert words(found.body) == [TASK]
    assert words(found.tail) == ["来源：甲市政府网", "特急"]


def test_lines_below_a_table_are_no_names() -> None:
    found = frame(*NOTICE, "附件", "任务表", *TABLE, "甲市教育局", *TABLE)
    assert words(found.body) == ["<2>", "甲市教育局", "<2>"]


def test_letterhead_and_day_in_one_line() -> None:
    found = frame("甲市教育局 2022年5月1日", "特急", "2022年甲市政务公开工作要点", PROSE)
    assert found.facts.letterhead.text == "甲市教育局"
    assert found.facts.issued.text == "2022年5月1日"
    assert words(found.tail) == ["特急"]


def test_a_day_without_names_is_no_signature() -> None:
    found = frame("2022年甲市政务公开工作要点", PROSE, *TABLE, "2022年5月1日", TASK)
    assert not found.facts.signature
    assert len(found.body) == 4
    assert not frame("2022年甲市工作要点", TASK, "2022年5月1日").facts.signature


def test_a_list_of_attachments_ends_where_prose_begins() -> None:
    found = frame("2022年甲市政务公开工作要点", PROSE, "附件：", "1.公开规划，按时完成。", TASK)
    assert not found.facts.attachments


def test_lines_too_long_for_a_title() -> None:
    line = "甲" * 110
    found = frame(line, line, line, PROSE)
    assert found.facts.title.text == line


def test_bodies_without_a_title_are_none() -> None:
    assert not frame("甲市教育局", "甲市财政局").facts.title
    assert not frame("甲市教育局", *TABLE).facts.title


def test_bodies_that_issue_together() -> None:
    found = frame(
        "甲局 乙局关于加强甲事的通知",
        "各单位：",
        TASK,
        "甲市教育局",
        "甲市财政局",
        "二〇二二年四月二十八日",
    )
    assert found.facts.signature.text == "甲市教育局、甲市财政局"
    assert found.facts.issued.text == "二〇二二年四月二十八日"


@pytest.mark.parametrize("lines", [(), ("---",), ("",)])
def test_nothing_in_nothing_out(lines: tuple[str, ...]) -> None:
    found = frame(*lines)
    assert not found.facts.title
    assert not found.covers


def test_an_excerpt_has_no_frame() -> None:
    lines = (
        "（二）工作安排 2017年，制定方案，开展试点。",
        "责任单位：区农村发展局。",
        "1.推进甲事。",
    )
    found = frame(*lines)
    assert words(found.body) == list(lines)
    assert not found.facts.title


RUN = (
    "首页政务公开文件 关于印发甲区综合治理实施方案的通知 时间：2017-03-12 16:40 微信 微博 "
    "甲综管办〔2017〕37号 甲区管委会办公室关于印发甲区综合治理实施方案的通知 "
    "区直各单位，各乡镇人民政府：现将《甲区综合治理实施方案》印发给你们，请认真组织实施。 "
    "甲区管委会办公室2017年3月10日甲区综合治理实施方案　为深刻吸取教训，制定本方案。"
)


def test_a_page_run_together_is_cut_at_its_landmarks() -> None:
    found = frame(
        RUN,
        "一、推进甲事。",
        "二、推进乙事。 甲区管委会办公室 2017年3月10日印发 来源：甲区 附件下载",
    )
    facts = found.facts
    assert found.covers
    assert facts.document_number.text == "甲综管办〔2017〕37号"
    assert facts.notice_title.text == "甲区管委会办公室关于印发甲区综合治理实施方案的通知"
    assert facts.addressees.text == "区直各单位，各乡镇人民政府："
    assert words(found.notice) == ["现将《甲区综合治理实施方案》印发给你们，请认真组织实施。"]
    assert facts.signature.text == "甲区管委会办公室"
    assert facts.issued.text == "2017年3月10日"
    assert facts.title.text == "甲区综合治理实施方案"
    assert facts.printed.text == "甲区管委会办公室2017年3月10日印发"
    assert words(found.body) == [
        "为深刻吸取教训，制定本方案。",
        "一、推进甲事。",
        "二、推进乙事。",
    ]


def test_a_list_of_attachments_run_together_with_the_signature() -> None:
    found = frame(
        "各科室，各站所，各村: 为提高能力，制定《甲镇应急预案（修订）》，现印发给你们。 "
        "附件:甲镇应急预案（修订） 甲镇人民政府 2020年10月22日 甲镇应急预案（修订）",
        "1.推进甲事。",
    )
    assert found.covers
    assert [line.text for line in found.facts.attachments] == ["附件:甲镇应急预案（修订）"]
    assert found.facts.signature.text == "甲镇人民政府"
    assert found.facts.title.text == "甲镇应急预案（修订）"
    assert words(found.body) == ["1.推进甲事。"]


@pytest.mark.parametrize(
    "line",
    [
        PROSE,
        "根据国办发〔2018〕117号文件，国务院2018年12月6日常务会议决定，推进甲事。",
        "按照工作要点 的要求，各单位：",
        "2022 年甲市政务公开 工作要点",
    ],
)
def test_a_paragraph_that_was_not_run_together_stays_whole(line: str) -> None:
    assert [piece.text for piece in split_run(Passage.of(line, Span(line=1)))] == [line]


def test_a_promised_title_is_cut_off_without_white_space() -> None:
    found = frame(
        "甲市关于印发甲市治理方案的通知 各单位：现将方案印发给你们。 甲市教育局 2022年4月28日"
        " 甲市治理方案为加强治理，制定本方案。",
        TASK,
    )
    assert found.facts.title.text == "甲市治理方案"
    assert words(found.body) == ["为加强治理，制定本方案。", TASK]


def test_a_long_line_is_read_in_linear_time() -> None:
    found = frame("国办发〔2018〕1号 " + "甲" * 2_000_000 + "。 甲市教育局 2022年4月28日")
    assert found.facts.document_number.text == "国办发〔2018〕1号"
    assert found.facts.issued.text == "2022年4月28日"


@pytest.mark.parametrize(
    ("lines", "signature", "issued"),
    [
        (("甲市人民政府办公室",), "甲市人民政府办公室", ""),
        (("2022年3月18日",), "", "2022年3月18日"),
    ],
)
def test_a_notice_signed_by_half(lines: tuple[str, ...], signature: str, issued: str) -> None:
    found = frame(
        "关于印发《2022年甲市政务公开工作要点》的通知",
        "甲府办〔2022〕7号",
        "各区人民政府：",
        HANDED,
        *lines,
        "（此件公开发布）",
        "2022年甲市政务公开工作要点",
        TASK,
    )
    assert (found.facts.signature.text, found.facts.issued.text) == (signature, issued)
    assert found.facts.disclosure.text == "此件公开发布"
    assert words(found.notice) == [HANDED]
