"""The document told from the page around it."""

from __future__ import annotations

import pytest

from zwgk_parse.document.model import Document, Paragraph
from zwgk_parse.readers import html
from zwgk_parse.readers.html.furniture import is_furniture
from zwgk_parse.readers.html.words import section

TITLE = "甲县人民政府办公室关于印发2023年政务公开工作要点的通知"
BODY = (
    "<p>各乡镇人民政府，县级各部门：</p><p>现将工作要点印发给你们，请认真贯彻落实。</p>"
    "<p>一、深化公开</p><p>（一）持续做好重点领域信息公开，及时回应关切。</p><p>甲县人民政府办公室</p>"
)
PROSE = [
    "各乡镇人民政府，县级各部门：",
    "现将工作要点印发给你们，请认真贯彻落实。",
    "一、深化公开",
    "（一）持续做好重点领域信息公开，及时回应关切。",
    "甲县人民政府办公室",
]
NAVIGATION = "<ul><li><a href=/>首页</a></li><li><a href=/a>政务公开</a></li></ul>"


def read(markup: str) -> Document:
    return html.read(markup.encode(), "plan.html").value


def words(document: Document) -> list[str]:
    return [str(block.text) for block in document.blocks if isinstance(block, Paragraph)]


def rest(document: Document) -> list[str]:
    return [str(text) for text in document.furniture]


@pytest.mark.parametrize("row", section("furniture")["lines"], ids=lambda row: str(row["kind"]))
def test_each_kind_of_furniture_is_known_and_no_more(row: dict[str, list[str]]) -> None:
    assert [text for text in row["examples"] if not is_furniture(text)] == []
    assert [text for text in row["counterexamples"] if is_furniture(text)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("【字体：大 中 小】 打印 关闭窗口", True),
        ("— 2 —", True),
        ("---", True),
        ("粤ICP备05001234号-1", True),
        ("网站标识码：4417210001 版权所有：甲县人民政府", True),
        ("要规范网站标识码，标明版权所有。", False),
        ("大", False),
        ("打印机", False),
        ("分享经验", False),
    ],
)
def test_lines_of_buttons_and_footers(text: str, expected: bool) -> None:
    assert is_furniture(text) is expected


def test_a_whole_page() -> None:
    document = read(
        f"<title>{TITLE}_甲县政府</title><div class=top><h1>甲县政府</h1>{NAVIGATION}</div>"
        "<div>当前位置：<a href=/>首页</a> &gt; <a href=/a>政务公开</a></div>"
        f"<div class=page><div class=left>{NAVIGATION}</div><div class=art><div>{TITLE}</div>"
        "<div><span>发布时间：2023-05-08</span><span>来源：县府办</span><span>浏览次数：8</span></div>"
        f"<div>分享到：</div><div class=editor>{BODY}</div>"
        "<div>附件：<a href='1.pdf'>分解表.pdf</a></div><div>甲县府办</div>"
        "<div>2023年5月6日</div></div>"
        f"<div>相关链接</div><p><a href=1>关于政策的通知</a></p><p><a href=2>图解</a></p></div>"
        "<div class=x><p>主办单位：甲县府办</p><p>地址：甲县一路</p><p>版权所有：甲县政府</p></div>"
    )
    assert words(document) == [TITLE, *PROSE, "附件：分解表.pdf", "甲县府办", "2023年5月6日"]
    assert [(fact.label, str(fact.value)) for fact in document.facts] == [
        ("发布时间", "2023-05-08"),
        ("来源", "县府办"),
    ]
    assert rest(document) == [
        f"{TITLE}_甲县政府",
        "甲县政府",
        "首页",
        "政务公开",
        "当前位置：首页 > 政务公开",
        "首页",
        "政务公开",
        "分享到：",
        "相关链接",
        "关于政策的通知",
        "图解",
        "主办单位：甲县府办",
        "地址：甲县一路",
        "版权所有：甲县政府",
        "浏览次数：8",
    ]


def test_the_pages_title_gives_way_to_the_documents_own() -> None:
    first, second = TITLE[:9], TITLE[9:]
    own = f"<div><p>{first}</p><p>{second}</p>{BODY}</div>"
    document = read(f"<div>{TITLE}</div>{own}")
    assert words(document) == [first, second, *PROSE]
    assert rest(document) == [TITLE]


@pytest.mark.parametrize(
    "markup",
    [
        BODY,
        f"<div>{BODY}</div>",
        f"<form><div class=nav>{BODY}</div></form>",
        f"<nav>{BODY}</nav>",
        BODY.replace("<p>", "<div>").replace("</p>", "</div>"),
        BODY.replace("<p>", "<li>").replace("</p>", "</li>"),
        BODY.replace("<p>", "").replace("</p>", "<br><br>"),
        "".join(f"<section><p>{text}</p></section>" for text in PROSE),
    ],
)
def test_no_paragraph_of_a_plan_is_lost(markup: str) -> None:
    assert words(read(markup)) == PROSE
    assert words(read(f"{NAVIGATION}{markup}<div>版权所有 甲县政府</div>")) == PROSE


def test_a_table_with_its_title_beside_it_stays_whole() -> None:
    rows = "".join(
        f"<tr><td>{n}</td><td>加强重点领域信息公开工作</td><td>县府办</td></tr>" for n in "1234"
    )
    table = f"<div align=center><table border=1>{rows}</table></div>"
    document = read(
        f"{NAVIGATION}<div><p>附件</p><p>甲县任务</p>{table}<p>注</p></div><div>扫码</div>"
    )
    assert words(document) == ["附件", "甲县任务", "注"]
    assert len(document.blocks) == 4
    assert rest(document) == ["首页", "政务公开", "扫码"]


def test_elements_named_as_furniture_keep_what_is_surely_of_the_plan() -> None:
    side = "<p>热点</p><p>建议使用宽屏幕浏览，字体更加清晰。</p><p>1. 加强信息公开工作</p>"
    document = read(f"<div>{BODY * 3}</div><div class='pageFooter'>{side}</div>")
    assert words(document) == [*PROSE * 3, "1. 加强信息公开工作"]
    inside = read(f"<div>{BODY * 3}<div class=foot>{side}</div></div>")
    assert rest(inside) == ["热点"]


def test_tables_of_links_are_furniture_but_not_tables_of_attachments() -> None:
    def table(suffix: str) -> str:
        cells = "".join(
            f"<tr><td>1</td><td><a href=a{suffix}>重点任务分解</a></td><td></td></tr>" * 3
        )
        return f"<div>{BODY}</div><table border=1>{cells}</table>"

    assert len(read(table(".html")).blocks) == 5
    assert len(read(table(".docx")).blocks) == 6


def test_a_paragraph_that_is_a_link_stays_unless_it_is_related() -> None:
    link = "<p><a href=1>国务院文件</a></p>"
    assert words(read(f"<div>{link}{BODY}</div>")) == ["国务院文件", *PROSE]
    assert words(read(f"<div>{BODY}<p>相关文件</p>{link}</div>")) == PROSE


def test_a_page_of_navigation_has_no_blocks() -> None:
    document = read(NAVIGATION)
    assert document.blocks == ()
    assert rest(document) == ["首页", "政务公开"]
