"""Which lines belong to a page, and which only begin like one that does."""

import pytest

from zwgk_parse.vocabulary.page_words import is_furniture, is_page_number, page_facts


@pytest.mark.parametrize(
    "line",
    [
        "您的位置:首页 > 政务公开 > 政策文件",
        "当前位置： 首页政务公开最新文件区管委会办公室文件",
        "分享到:",
        "【 字体:  大 中 小 】",
        "扫一扫在手机打开当前页",
        "上一篇：某某通知",
        "页面链接与图片详见 links.tsv(同目录)",
    ],
)
def test_the_page_s_own_lines(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "分享到各平台的政策信息由市信访局统一审核",
        "扫一扫二维码即可查询办事进度，由市数据局落实",
        "网站地图和隐私保护声明由市大数据局完善更新",
        "一、做好公开。",
    ],
)
def test_a_document_s_lines_that_begin_alike(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        ("发布时间:2023-05-08 10:19 信息来源:甲县 阅读人次:", ["发布时间", "信息来源", "阅读人次"]),
        ("发文日期：2024-05-09", ["发文日期"]),
        ("请按要求报送，联系人：张三", []),
        ("做好公开。", []),
    ],
)
def test_labelled_facts(line: str, facts: list[str]) -> None:
    assert [label for label, _, _ in page_facts(line)] == facts


@pytest.mark.parametrize(
    ("line", "wanted"),
    [("— 2 —", True), ("第 3 页", True), ("4/12", True), ("2022", False), ("2、", False)],
)
def test_page_numbers(line: str, wanted: bool) -> None:
    assert is_page_number(line) is wanted
