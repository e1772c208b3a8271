"""Reporting: sentences that demand a report by a deadline, and sentences that do not."""

from __future__ import annotations

import pytest

from zwgk_parse.document.passage import Passage
from zwgk_parse.normalizers.reporting import read_reporting
from zwgk_parse.source import Span


def demands(text: str) -> list[tuple[str, str, str | None]]:
    result = read_reporting([Passage.of(text, Span(line=1))], 2022)
    return [
        (
            each.deadline.due.isoformat() if each.deadline.due else each.deadline.rrule or "",
            each.what,
            each.recipient,
        )
        for each in result.value
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "各单位要认真落实，并于11月22日前将落实情况（主要做法、成效等）报区政府办公室（政务信息股）。",
            [("2022-11-22", "落实情况（主要做法、成效等）", "区政府办公室（政务信息股）")],
        ),
        (
            "并于11月22日前将落实情况报区政府办公室（联系人：陈某，电话：0578-8520000）。",
            [("2022-11-22", "落实情况", "区政府办公室")],
        ),
        (
            "各部门制定的实施办法，于2022年12月31日前报送国务院办公厅。",
            [("2022-12-31", "各部门制定的实施办法", "国务院办公厅")],
        ),
        (
            "各部门于每年2月底前，根据工作成效，研究提出地方名单，报送国务院办公厅。",
            [("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", "地方名单", "国务院办公厅")],
        ),
        (
            "请于6月30日前向市政府办公室报送工作总结。",
            [("2022-06-30", "工作总结", "市政府办公室")],
        ),
        (
            "各县于5月15日前和11月15日前将进展情况报市政务公开办公室备案。",
            [
                ("2022-05-15", "进展情况", "市政务公开办公室"),
                ("2022-11-15", "进展情况", "市政务公开办公室"),
            ],
        ),
        (
            "6月30日前完成自查，并于7月10日前把自查报告上报县政府办公室。",
            [("2022-07-10", "自查报告", "县政府办公室")],
        ),
        ("请于6月30日前向市政府报告落实情况。", [("2022-06-30", "落实情况", "市政府")]),
        ("请于6月30日前反馈意见。", [("2022-06-30", "意见", None)]),
        ("6月30日前将进展书面报县委督查室。", [("2022-06-30", "进展", "县委督查室")]),
        ("请于6月30日前将名单报送。", [("2022-06-30", "名单", None)]),
        ("请于6月30日前形成总结报送市教育局。", [("2022-06-30", "总结", "市教育局")]),
    ],
)
def test_demands(text: str, wanted: list[tuple[str, str, str | None]]) -> None:
    assert demands(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "整改情况要及时报送治理工作联合办公室。",
        "1月31日前发布政府信息公开工作年度报告。",
        "6月30日前做好年报编制工作，汇报办公室工作。",
        "按照《甲市2022年6月30日前报送市政府办公室的通知》办理。",
        "6月30日前做好宣传（有关情况报送市政府办公室）。",
    ],
)
def test_no_demand(text: str) -> None:
    assert demands(text) == []
