"""What a line break inside an element means."""

from __future__ import annotations

import pytest

from zwgk_parse.readers.html.lines import paragraphs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲", ["甲"]),
        (" \n ", []),
        ("甲\n\n乙", ["甲", "乙"]),
        ("甲\n \u3000\n乙", ["甲", "乙"]),
        ("\n甲\n", ["甲"]),
        ("关于印发工作要点\n分工方案的通知", ["关于印发工作要点分工方案的通知"]),
        ("open\ndata", ["open data"]),
        ("推进“互联网+\n政务”", ["推进“互联网+政务”"]),
        ("加强领导。\n各单位要落实", ["加强领导。", "各单位要落实"]),
        ("各镇人民政府：\n现印发给你们", ["各镇人民政府：", "现印发给你们"]),
        ("加强领导。（县府办负责）\n加强考核", ["加强领导。（县府办负责）", "加强考核"]),
        ("粤府办（2021）\n号文件", ["粤府办（2021）号文件"]),
        ("加强领导\n2. 加强考核", ["加强领导", "2. 加强考核"]),
        ("加强领导\n　　加强考核", ["加强领导", "加强考核"]),
        ("县府办\n2022年4月28日", ["县府办", "2022年4月28日"]),
        ("县府办\n二〇二二年四月二十八日", ["县府办", "二〇二二年四月二十八日"]),
        ("认真执行\n附件：分工方案", ["认真执行", "附件：分工方案"]),
    ],
)
def test_a_break_parts_paragraphs_or_wraps_a_line(text: str, expected: list[str]) -> None:
    assert paragraphs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县司法局\n县教育局\n各镇人民政府", ["县司法局", "县教育局", "各镇人民政府"]),
        ("责任\n单位", ["责任单位"]),
        ("完成\n时限", ["完成时限"]),
        ("县住房和城乡\n建设局", ["县住房和城乡建设局"]),
        ("县政府\n办公室", ["县政府办公室"]),
    ],
)
def test_units_in_a_cell_are_a_list(text: str, expected: list[str]) -> None:
    assert paragraphs(text, in_cell=True) == expected
