"""Marks that a document is not for publication."""

from __future__ import annotations

import pytest

from zwgk_parse.vocabulary.marks import mark_of_line, mark_of_title


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("秘密★1年", "秘密★1年"),
        ("机密", "机密"),
        ("绝密★长期", "绝密★长期"),
        ("内部资料，注意保存", "内部资料，注意保存"),
        ("（仅供内部使用）", "仅供内部使用"),
        ("（此件依申请公开）", "此件依申请公开"),
        ("【内部文件】", "内部文件"),
        ("索引号：001 公开方式：依申请公开", "公开方式：依申请公开"),
        ("密级：秘密", "密级：秘密"),
        ("依申请公开", None),
        ("公开方式：主动公开", None),
        ("公开方式：依申请公开、不予公开", None),
        ("做好依申请公开工作。", None),
        ("不公开的，要说明理由。", None),
        ("严守国家秘密", None),
        ("内部资料由专人管理", None),
        ("商业秘密：指不为公众所知悉的信息", None),
        ("", None),
    ],
)
def test_a_line(line: str, mark: str | None) -> None:
    assert mark_of_line(line) == mark


def test_a_line_that_closes_the_document() -> None:
    assert mark_of_line("依申请公开", closes=True) == "依申请公开"
    assert mark_of_line("做好依申请公开工作", closes=True) is None


@pytest.mark.parametrize(
    ("title", "mark"),
    [
        ("甲县2022年工作要点（内部资料）", "内部资料"),
        ("甲县2022年工作要点（不公开）", "不公开"),
        ("秘密★1年甲县2022年工作要点", "秘密★1年"),
        ("内部资料注意保存甲县人民政府办公室通知", "内部资料注意保存"),
        ("甲县2022年依申请公开工作要点", None),
        ("依申请公开工作方案", None),
        ("甲县机密文件管理办法（试行）", None),
        ("秘密载体管理办法", None),
        ("甲县保密工作要点", None),
    ],
)
def test_a_title(title: str, mark: str | None) -> None:
    assert mark_of_title(title) == mark
