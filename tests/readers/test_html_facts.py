"""What a page states of its document, in a table, a list or a line."""

from __future__ import annotations

import pytest

from zwgk_parse.document.model import Document, Paragraph
from zwgk_parse.readers import html
from zwgk_parse.readers.html.facts import read_pairs


def read(markup: str) -> Document:
    return html.read(markup.encode(), "plan.html").value


def facts(markup: str) -> dict[str, str]:
    return {fact.label: str(fact.value) for fact in read(markup).facts}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "发布时间:2023-05-08 10:19 信息来源:盐亭县 阅读人次:",
            {"发布时间": "2023-05-08 10:19", "信息来源": "盐亭县", "阅读人次": ""},
        ),
        (
            "2018-12-10 16:50 来源： 新华社 【字体：大 中 小】 打印",
            {"发布时间": "2018-12-10 16:50", "来源": "新华社", "字体": "大 中 小】"},
        ),
        ("来源：县府办 打印 关闭", {"来源": "县府办"}),
        ("【索 引 号】000014349/2018-00214", {"索引号": "000014349/2018-00214"}),
        ("发布日期：2023年5月8日浏览次数：12", {"发布日期": "2023年5月8日", "浏览次数": "12"}),
        ("分享到：微信", {}),
        ("县府办来源：甲", {}),
        ("标题、文号、成文日期、发布日期等要素", {}),
        ("发布时间：" + "长" * 400, {}),
    ],
)
def test_a_line_of_labels_and_values(text: str, expected: dict[str, str]) -> None:
    assert {pair.label: pair.value for pair in read_pairs(text)} == expected


META_TABLE = """<table><tr><td><b>索 引 号：</b></td><td>0001</td><td>主题分类：</td>
<td>政务</td></tr><tr><td>标　　题：</td><td colspan=3>关于印发方案的通知</td></tr>
<tr><td>发文字号：</td><td>甲办〔2022〕1号</td><td>发布日期：</td><td></td></tr></table>"""


def test_a_table_of_labels_and_values_is_no_block() -> None:
    document = read(f"<table><tr><td>{META_TABLE}</td></tr></table><p>一、加强信息公开。</p>")
    assert {fact.label: str(fact.value) for fact in document.facts} == {
        "索引号": "0001",
        "主题分类": "政务",
        "标题": "关于印发方案的通知",
        "发文字号": "甲办〔2022〕1号",
    }
    assert [str(block.text) for block in document.blocks if isinstance(block, Paragraph)] == [
        "一、加强信息公开。"
    ]
    assert [str(text) for text in document.furniture] == ["发布日期："]
    assert document.facts[0].value.spans[0].path == "/html/body/table/tr/td/table"


@pytest.mark.parametrize(
    "markup",
    [
        "<ul><li>索引号：0001</li><li>发布机构：县府办</li></ul>",
        "<dl><dt>索引号</dt><dd>0001</dd><dt>发布机构</dt><dd>县府办</dd></dl>",
        "<div><div>索引号：</div><div>0001</div></div><div><div>发布机构：</div><div>县府办</div></div>",
        "<table><tr><td>索引号：0001</td><td>发布机构：县府办</td></tr></table>",
        "<table border=1><tr><td>索引号：0001</td></tr><tr><td>发布机构<td>县府办</table>",
        "<table><tr><td>索引号：</td><td>0001</td><td>发布机构：</td><td>县府办</td></tr></table>",
        "<p><span>索引号：0001</span><span>发布机构：县府办</span></p>",
    ],
)
def test_lists_of_every_kind(markup: str) -> None:
    document = read(f"{markup}<p>一、加强信息公开。</p>")
    assert {fact.label: str(fact.value) for fact in document.facts} == {
        "索引号": "0001",
        "发布机构": "县府办",
    }
    assert len(document.blocks) == 1


def test_what_the_head_states() -> None:
    head = (
        "<meta name='ArticleTitle' content='关于方案的通知'>"
        "<meta name='PubDate' content='2022-05-08'>"
        "<meta name='ContentSource' content=''>"
        "<meta name='SiteName' content='县政府'><meta charset=utf-8>"
    )
    document = read(f"<head>{head}</head><p>索引号：01</p><p>标题：关于方案的通知</p>")
    assert [(fact.label, str(fact.value)) for fact in document.facts] == [
        ("索引号", "01"),
        ("标题", "关于方案的通知"),
        ("发布日期", "2022-05-08"),
    ]
    assert document.facts[2].value.spans[0].path == "/html/head/meta[2]"


@pytest.mark.parametrize(
    "markup",
    [
        "<p>公开方式：主动公开</p>",
        "<p>主题词：</p><p>各镇人民政府：</p>",
        "<table border=1><tr><td>标题<td>文号</td></tr><tr><td>甲<td>乙</td></tr></table>",
        "<table border=1><tr><td>标题</td><td>文号</td></tr></table>",
        "<p>要明确标题、文号、发布日期：及时公开。</p>",
        "<div><div>标题：</div><div>文号：</div></div>",
    ],
)
def test_the_documents_own_words_are_no_facts(markup: str) -> None:
    document = read(markup)
    assert document.facts == ()
    assert document.blocks != ()


def test_a_label_without_a_value_is_furniture() -> None:
    document = read("<p>信息来源：</p><p>一、加强信息公开。</p>")
    assert [str(text) for text in document.furniture] == ["信息来源："]
    assert len(document.blocks) == 1
