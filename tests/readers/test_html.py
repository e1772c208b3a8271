"""A web page → Document: paragraphs, headings, hidden words, links, places, limits."""

from __future__ import annotations

import hashlib

import pytest
from lxml import etree

from zwgk_parse.document.model import Document, Link, Paragraph
from zwgk_parse.errors import DamagedFileError, LimitExceededError
from zwgk_parse.readers import html
from zwgk_parse.readers.options import Options
from zwgk_parse.source import Span


def read(markup: str, base_url: str | None = None) -> Document:
    return html.read(markup.encode(), "plan.html", Options(base_url=base_url)).value


def words(markup: str) -> list[str]:
    blocks = read(markup).blocks
    return [str(block.text) for block in blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>一、总则</p><p>二、任务</p>", ["一、总则", "二、任务"]),
        ("前言<p>一、总则</p>后记", ["前言", "一、总则", "后记"]),
        ("<div>附件<div>分工方案</div></div>", ["附件", "分工方案"]),
        ("<font><p>一、总则</p></font>", ["一、总则"]),
        ("<p>县<span>司</span><b>法</b>局</p>", ["县司法局"]),
        ("<p>  县司法局\n   和 　县教育局 </p>", ["县司法局 和 县教育局"]),
        ("<p>&nbsp;</p><p>　　</p>", []),
        ("<p>A&amp;B 甲&lt;乙&#20065;</p>", ["A&B 甲<乙乡"]),
        ("<p>⼀、⽬标\u200b</p>", ["一、目标"]),
        ("<span style='display:block'>甲</span><span>乙</span>", ["甲", "乙"]),
        ("<html><body><p>甲。</p></body></html><p>乙。</p>", ["甲。", "乙。"]),
        ("<?xml version='1.0' encoding='gb2312'?><html><body><p>镕</p></body></html>", ["镕"]),
        ("<meta charset=gb2312><p>朱镕基</p>", ["朱镕基"]),
        ("<pre>一、总则\r\n二、任务</pre>", ["一、总则", "二、任务"]),
        (
            "<ol start=3><li>甲</li><li><p>乙</p></li><li>（一）丙</li></ol>",
            ["3. 甲", "4. 乙", "（一）丙"],
        ),
        ("<ol style='list-style:none'><li>甲</li></ol><ul><li>乙</li></ul>", ["甲", "乙"]),
    ],
)
def test_blocks_become_paragraphs(markup: str, expected: list[str]) -> None:
    assert words(markup) == expected


@pytest.mark.parametrize(
    "markup",
    [
        "<p>甲<span style='DISPLAY: none'>乙</span>丙</p>",
        "<p>甲<span style='visibility:hidden'>乙</span>丙</p>",
        "<p>甲<span style='mso-hide:all'>乙</span>丙</p>",
        "<p>甲<b hidden>乙</b>丙</p>",
        "<p>甲<script>乙</script><style>乙</style><!--乙-->丙</p>",
        "<p>甲<!--[if gte mso 9]><xml><w:View>乙</w:View></xml><![endif]-->丙</p>",
        "<p>甲<o:p></o:p><xml>乙</xml>丙</p>",
        "<p><ruby>甲<rp>（</rp><rt>jiǎ</rt><rp>）</rp></ruby>丙</p>",
    ],
)
def test_what_a_browser_does_not_show_is_left_out(markup: str) -> None:
    document = read(markup)
    assert [str(block.text) for block in document.blocks if isinstance(block, Paragraph)] == [
        "甲丙"
    ]
    assert document.furniture == ()


def test_numbers_of_word_lists_stay() -> None:
    markup = (
        "<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>1.<span>"
        "&nbsp;&nbsp;</span></span><![endif]>加强<span lang=EN-US><o:p></o:p></span>领导。</p>"
    )
    assert words(markup) == ["1. 加强领导。"]


def test_headings_have_levels() -> None:
    blocks = read("<h1><span>甲</span></h1><h3><div>乙</div></h3><p>丙</p>").blocks
    assert [block.level for block in blocks if isinstance(block, Paragraph)] == [1, 3, None]


def test_every_paragraph_knows_its_element() -> None:
    blocks = read("<div><p>甲</p></div><div>乙<p hidden>丙</p><p><b>丁</b></p></div>").blocks
    spans = [block.text.spans for block in blocks if isinstance(block, Paragraph)]
    paths = ["/html/body/div[1]/p", "/html/body/div[2]", "/html/body/div[2]/p[2]"]
    assert spans == [(Span(path=path),) for path in paths]


def test_paragraphs_that_a_page_end_cut_are_joined_with_their_places() -> None:
    markup = (
        "<p>抄送：区委各部委，区人大办公室，</p><p>区法院。</p><p>1、公开清单，提高热线、</p>"
        "<p>大厅的水平。（责任单位：县府办、</p><p>县开发区)</p><p>2、办好公报，刊登规范性文件以及各部门规范性文件。"
        "优化检索功能，向公众提供</p><p>导航服务，加强建设。</p><p>二、保障</p><p>县府办</p>"
    )
    blocks = [block.text for block in read(markup).blocks if isinstance(block, Paragraph)]
    assert list(map(str, blocks)) == [
        "抄送：区委各部委，区人大办公室，区法院。",
        "1、公开清单，提高热线、大厅的水平。（责任单位：县府办、县开发区)",
        "2、办好公报，刊登规范性文件以及各部门规范性文件。优化检索功能，向公众提供导航服务，加强建设。",
        "二、保障",
        "县府办",
    ]
    assert [span.path for span in blocks[0].spans] == ["/html/body/p[1]", "/html/body/p[2]"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("各镇人民政府，", "附件：任务分解表"),
        ("加强信息公开，", "2. 做好解读"),
        ("加强信息公开，", "责任单位：县府办"),
        ("加强信息公开，", "2022年4月28日"),
        ("加强信息公开工作，落实责任", "各单位要落实。"),
        ("加强信息公开。", "各单位要落实。"),
    ],
)
def test_paragraphs_that_are_whole_stay_apart(before: str, after: str) -> None:
    assert words(f"<p>{before}</p><p>{after}</p>") == [before, after]


def test_lines_of_other_elements_and_tables_end_a_paragraph() -> None:
    rows = "<table border=1><tr><th>甲</th><th>乙</th></tr><tr><td>丙</td><td>丁</td></tr></table>"
    assert words(f"<p>甲，</p><div>乙</div>{rows}<p>丙</p>") == ["甲，", "乙", "丙"]
    assert words("<h2>甲，</h2><h2>乙</h2>") == ["甲，", "乙"]


@pytest.mark.parametrize(
    ("href", "text", "link"),
    [
        ("../f/1.docx", "任务分解表", "https://a.gov.cn/f/1.docx"),
        ("1.PDF#page=2", "清单", "https://a.gov.cn/zw/1.PDF#page=2"),
        ("/down?id=3", "附件1：清单", "https://a.gov.cn/down?id=3"),
        ("/down?id=3", "清单.xlsx", "https://a.gov.cn/down?id=3"),
        ("http://[", "附件", "http://["),
        ("1.doc", "清单", "https://a.gov.cn/zw/1.doc"),
    ],
)
def test_links_to_documents_are_resolved(href: str, text: str, link: str) -> None:
    document = read(f"<p>见<a href='{href}'>{text}</a></p>", "https://a.gov.cn/zw/i.html")
    assert document.links == (Link(text, link, Span(path="/html/body/p")),)
    assert words(f"<p>见<a href='{href}'>{text}</a></p>") == [f"见{text}"]


@pytest.mark.parametrize(
    "anchor",
    [
        "<a href='1.html'>解读</a>",
        "<a href='javascript:void(0)'>附件</a>",
        "<a name='x'>附件</a>",
        "<a href='#fj'>附件</a>",
    ],
)
def test_other_links_are_not(anchor: str) -> None:
    assert read(f"<p>{anchor}</p>").links == ()


def test_a_link_round_a_picture_takes_its_title_and_the_base_of_the_page() -> None:
    document = read(
        "<base href='/files/'><p>表<a href='1.doc' title='分解表'><img></a></p>", "http://a.cn/x/"
    )
    assert [(link.text, link.href) for link in document.links] == [
        ("分解表", "http://a.cn/files/1.doc")
    ]


PAGE = (
    "<div class='nav'><a href='guide.pdf'><img></a></div>"
    "<div class='main'><div class='box'>"
    "<p>1. 做好政务公开。</p>{}<p>2. 做好政策解读。</p></div></div>"
    "<div class='side'><p>热点</p><a href='side.pdf'><img></a></div>"
)


@pytest.mark.parametrize(
    ("anchor", "text"),
    [
        ("<a href='1.doc'></a>", ""),
        ("<a href='1.doc'><img src='a.gif'></a>", ""),
        ("<p><a href='1.doc'><img src='a.gif' alt='icon_doc.gif'></a></p>", ""),
        ("<a href='1.doc'><img src='a.gif' alt='分解表'></a>", "分解表"),
        ("<a href='1.doc'>附件1</a>", "附件1"),
    ],
)
def test_a_link_without_a_name_is_one_where_it_stands_in_the_text(anchor: str, text: str) -> None:
    links = read(PAGE.format(anchor)).links
    assert [(link.text, link.href) for link in links] == [(text, "1.doc")]


@pytest.mark.parametrize(
    "data", [b"", b"  \n", b"<!-- nothing -->", b"<p></p>", b"<table></table>"]
)
def test_a_page_without_words_has_no_blocks(data: bytes) -> None:
    document = html.read(data, "a.html").value
    assert document.blocks == ()
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert (document.media_type, document.reader) == ("text/html", "html")


def test_the_encoding_is_guessed_and_said() -> None:
    result = html.read("<meta charset=utf-8><p>县司法局</p>".encode("gb18030"), "a.html")
    assert [diagnostic.code for diagnostic in result.diagnostics] == ["ZW001"]
    assert len(result.value.blocks) == 1


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 100_000 + "字",
        "<b>" * 600 + "字",
        "<table><tr>" + "<td>字" * 3_000,
        "<br>" * 1_000_001,
    ],
)
def test_pages_beyond_the_limits_are_refused_in_one_line(markup: str) -> None:
    with pytest.raises(LimitExceededError, match=r"^plan\.html: .*; cut the page"):
        read(markup)


def test_a_page_with_too_many_characters_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zwgk_parse.readers.html.markup.MAX_CHARACTERS", 10)
    with pytest.raises(LimitExceededError, match="more than 10 characters"):
        read("<p>字字字字字字字字</p>")


def test_markup_that_the_parser_refuses_is_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise etree.XMLSyntaxError("no memory", 0, 0, 0)  # type: ignore[call-arg, arg-type]

    monkeypatch.setattr("zwgk_parse.readers.html.markup.etree.fromstring", refuse)
    with pytest.raises(DamagedFileError, match="its markup is broken: no memory"):
        read("<p>字</p>")


@pytest.mark.parametrize(
    "markup",
    [
        "<p>" + "字，" * 100_000,
        "<p>" + "（" * 300_000,
        "<p>" + "\u3000" * 300_000 + "字",
        "<p>" + "1" * 300_000 + ". 字",
        "<table><tr><td>" * 150 + "字",
        "<p>字" + "<img src='" + "x" * 11_000_000 + "'>",
        "<!DOCTYPE html [<!ENTITY a 'x'><!ENTITY b '&a;&a;&a;&a;'>]><p>&b;字</p>",
    ],
)
def test_odd_pages_are_read_at_once(markup: str) -> None:
    assert len(read(markup).blocks) == 1
