"""Deadlines read from cells, brackets and prose."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

from zwgk_parse.document.passage import Passage
from zwgk_parse.normalizers.deadlines import read_deadlines
from zwgk_parse.source import Span

if TYPE_CHECKING:
    from zwgk_parse.plan.model import Deadline, Origin

LINE = Span(line=1)


def read(text: str, origin: Origin, year: int | None = 2022) -> tuple[list[Deadline], list[str]]:
    result = read_deadlines(Passage.of(text, LINE), year=year, origin=origin)
    said = [f"{remark.code} {remark.data['text']}" for remark in result.diagnostics]
    return list(result.value), said


def key(deadline: Deadline) -> str:
    if deadline.kind == "window":
        return f"window:{deadline.start or ''}/{deadline.due or ''}"
    if deadline.after is not None:
        return f"rel:{deadline.after.duration}{'w' if deadline.after.working_days else ''}"
    value = deadline.due or deadline.rrule
    return f"{deadline.kind}:{value}" if value else deadline.kind


def keys(text: str, origin: Origin, year: int | None = 2022) -> list[str]:
    return [key(deadline) for deadline in read(text, origin, year)[0]]


@pytest.mark.parametrize("origin", ["column", "bracket", "text"])
@pytest.mark.parametrize(
    ("text", "want", "said"),
    [
        ("6月底或9月底前完成", [], ["ZW401 6月底或9月底前"]),
        ("6月底前或者9月底前完成", [], ["ZW401 6月底前或者9月底前"]),
        ("3月底前、6月底前或9月底前完成", ["date:2022-03-31"], ["ZW401 6月底前或9月底前"]),
        ("3月底前或6月底前或9月底前完成", [], ["ZW401 3月底前或6月底前或9月底前"]),
        ("6月底前或9月底前完成，12月底前公开", ["date:2022-12-31"], ["ZW401 6月底前或9月底前"]),
        ("6月底前完成或停止，9月底前公开", ["date:2022-06-30", "date:2022-09-30"], []),
        (
            "每季度或每半年公开",
            ["recurring:FREQ=MONTHLY;INTERVAL=3", "recurring:FREQ=MONTHLY;INTERVAL=6"],
            [],
        ),
    ],
)
def test_of_days_that_huo_joins_none_is_taken(
    text: str, want: list[str], said: list[str], origin: Origin
) -> None:
    assert keys(text, origin) == want
    assert read(text, origin)[1] == said


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("2022年6月底前完成，长期坚持", ["date:2022-06-30", "ongoing"]),
        ("5月15日前和11月15日前", ["date:2022-05-15", "date:2022-11-15"]),
        (
            "2018年3月底前取得阶段性成果，2018年4月至2019年10月深化提升",
            ["date:2018-03-31", "window:2018-04-01/2019-10-31"],
        ),
        ("6 月、12 月", ["window:2022-06-01/2022-06-30", "window:2022-12-01/2022-12-31"]),
        ("7月底、12月初", ["date:2022-07-31", "date:2022-12-10"]),
        (
            "每年1月31日前和7月31日前",
            [
                "recurring:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31",
                "recurring:FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=31",
            ],
        ),
        ("2019年10月底前启动，次年3月底前完成", ["date:2019-10-31", "date:2020-03-31"]),
        ("2019年10月底前启动，12月底前完成", ["date:2019-10-31", "date:2019-12-31"]),
        ("2019年底前启动。6月底前完成", ["date:2019-12-31", "date:2022-06-30"]),
        ("2022年4月起持续推进", ["ongoing"]),
        ("持续推进", ["ongoing"]),
        ("及时", []),
        ("按要求完成", []),
        ("—", []),
    ],
)
def test_a_cell_is_read_without_remark(text: str, want: list[str]) -> None:
    deadlines, said = read(text, "column")
    assert ([key(deadline) for deadline in deadlines], said) == (want, [])


@pytest.mark.parametrize(
    ("text", "origin", "said"),
    [
        ("2月30日", "column", ["ZW401 2月30日"]),
        ("春节前", "bracket", ["ZW401 春节前"]),
        ("下周五", "column", ["ZW401 下周五"]),
        ("即日起", "column", ["ZW401 即日起"]),
        ("待定", "column", ["ZW401 待定"]),
        ("甲局，22年底前", "bracket", ["ZW401 22年底前"]),
        ("去年6月底", "column", ["ZW401 去年6月底"]),
        ("11月至3月", "column", ["ZW401 11月至3月"]),
        ("甲局、乙局按职责分工负责", "bracket", []),
        ("要在春节前完成。", "text", ["ZW401 春节前"]),
        ("在“五一”“十一”前发布出行提示。", "text", []),
        ("在“五一”“十一”前", "column", ["ZW401 “十一”前"]),
        ("于2月30日前报送", "notice", ["ZW401 2月30日前"]),
        ("要在重大节假日前检查。", "text", []),
    ],
)
def test_what_names_no_day_is_remarked_on(text: str, origin: Origin, said: list[str]) -> None:
    assert read(text, origin) == ([], said)


def test_a_year_that_nobody_names_is_not_guessed() -> None:
    assert read("6月底前", "column", None) == ([], ["ZW401 6月底前"])
    assert keys("2023年6月底前", "column", None) == ["date:2023-06-30"]
    assert keys("每年6月底前", "column", None) == ["recurring:FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=-1"]


@pytest.mark.parametrize(
    ("text", "due", "other"),
    [
        ("6月前", "2022-05-31", "2022-06-30"),
        ("三季度前", "2022-09-30", "2022-06-30"),
        ("2025年前", "2024-12-31", "2025-12-31"),
    ],
)
def test_two_readings_are_kept_and_said(text: str, due: str, other: str) -> None:
    deadlines, said = read(text, "column")
    assert [str(deadlines[0].due), str(deadlines[0].due_alternatives[0])] == [due, other]
    assert said == [f"ZW402 {text}"]


def test_two_readings_of_a_recurrence_are_said() -> None:
    result = read_deadlines(Passage.of("每年6月前", LINE), year=2022, origin="column")
    assert result.value[0].due_alternatives == ()
    assert result.diagnostics[0].data["alternatives"] == "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=-1"


@pytest.mark.parametrize(
    ("text", "raw", "times"),
    [
        ("主要负责同志每年至少听取1次工作汇报。", "每年至少听取1次", 1),
        ("各部门年内组织政务公开通识培训不少于1次。", "年内组织政务公开通识培训不少于1次", 1),
        ("每年至少更新一次数据集。", "每年至少更新一次", 1),
        ("每季度开展2次以上检查。", "每季度开展2次以上", 2),
        ("全年开展培训不少于四次。", "全年开展培训不少于四次", 4),
        ("于每年的1月31日前发布年度报告。", "每年的1月31日前", None),
        ("要在2022年9月底前建立专栏。", "2022年9月底前", None),
        ("到2025年，覆盖率达到80%。", "到2025年", None),
        ("6月底前各区完成二期工程。", "6月底前", None),
        ("每月举办第3期讲座。", "每月", None),
    ],
)
def test_the_phrase_as_printed_and_how_often(text: str, raw: str, times: int | None) -> None:
    deadlines, _ = read(text, "text")
    assert [(deadline.raw, deadline.times) for deadline in deadlines] == [(raw, times)]


@pytest.mark.parametrize(
    ("text", "duration", "event", "working"),
    [
        ("公开征求群众意见结束后,1个月内发布采纳情况。", "P1M", "公开征求群众意见结束", False),
        ("各地要在本意见印发之日起30日内制定办法。", "P30D", "本意见印发", False),
        ("文件应于公开后3个工作日内解读。", "P3D", "公开", True),
        ("最迟5小时内发声。", "PT5H", None, False),
        ("半年内完成整改。", "P6M", None, False),
    ],
)
def test_what_a_relative_deadline_hangs_on(
    text: str, duration: str, event: str | None, working: bool
) -> None:
    (deadline,), _ = read(text, "text")
    assert deadline.after is not None
    assert deadline.after.model_dump() == {
        "event": event,
        "duration": duration,
        "working_days": working,
    }


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("全面推进，2022年底前将现行有效文件集中公开。", ["date:2022-12-31"]),
        ("8月底前实现现行有效文件统一查询。", ["date:2022-08-31"]),
        ("年底前将发放结果公开。", ["date:2022-12-31"]),
        ("每年汇总结果，年底前公开。", ["recurring:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31"]),
        (
            "每年至少开会1次，年底前总结。",
            ["recurring:FREQ=YEARLY", "recurring:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31"],
        ),
        ("动员阶段（由甲局负责，2022年3月底前）。", ["date:2022-03-31"]),
        ("（2022年10月底前）", ["date:2022-10-31"]),
        ("做好改造（甲局6月底前统一建设）。", ["date:2022-06-30"]),
        ("6月底前启动（持续推进）。", ["date:2022-06-30", "ongoing"]),
        ("力争2025年底实现全覆盖。", ["date:2025-12-31"]),
        ("2022年底完成改造。", ["date:2022-12-31"]),
        ("“十四五”末，达到60%。", ["date:2025-12-31"]),
        ("自即日起至2022年11月结束，分三个阶段进行。", ["date:2022-11-30"]),
        ("部署阶段（2022年2-3月）。", ["window:2022-02-01/2022-03-31"]),
        (
            "整治阶段（2022年3月至4月开展整治，并取得成果；2022年5月至10月深化提升）。",
            ["window:2022-03-01/2022-04-30", "window:2022-05-01/2022-10-31"],
        ),
        ("总结（2022年11月）。", ["window:2022-11-01/2022-11-30"]),
        ("第一阶段：2022年3月至5月，动员。", ["window:2022-03-01/2022-05-31"]),
        ("2022年上半年，各地印发方案。", ["window:2022-01-01/2022-06-30"]),
        ("时限：持续推进。", ["ongoing"]),
        ("建立机制（持续推进）。", ["ongoing"]),
        ("5月15日和11月15日前报送。", ["date:2022-05-15", "date:2022-11-15"]),
        ("每年5月开展宣传月。", ["recurring:FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=-1"]),
        (
            "按月公布指标，每季度末月25日前报送。",
            ["recurring:FREQ=MONTHLY", "recurring:FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25"],
        ),
    ],
)
def test_deadlines_of_prose(text: str, want: list[str]) -> None:
    deadlines, said = read(text, "text")
    assert ([key(deadline) for deadline in deadlines], said) == (want, [])


@pytest.mark.parametrize(
    "text",
    [
        "及时公开，定期更新，适时评估，常态化开展，持续推进政务公开。",
        "建立2022年政务公开工作要点台账，对上一年度落实情况开展回头看。",
        "汇总当年面向农村的补贴。",
        "根据《2022年底前完成的方案》（国办发〔2021〕12号），用好12345热线。",
        "2018年11月，印发了意见。",
        "2021年底前已经建成。",
        "截至2022年3月底，建成10个。",
        "2022年6月30日前注册登记的企业。",
        "对2022年底前完成的予以奖励。",
        "2022年12月31日前减按1%征收。",
        "2022年1月1日至12月31日，对面临困难的企业返还保费。",
        "在两年之内对其实行直通车机制。",
        "从2022年1月1日起，实施三年见习计划。",
        "返还标准按6个月的当地月人均确定。",
        "毕业后3个月内登记。",
        "可在3日内的工作时间申请。",
        "每人每年只享受一次。",
        "每年增长5%以上，每天8:30开门。",
        "每月的第一周。",
        "按月发放养老金。",
        "有效期至2025年12月31日。",
        "截至2022年6月底，已建成。",
        "到2021年，已建成。",
        "数据为上一年度1月至12月。",
        "落实行动计划（2022—2023年）。",
        "全县国家级示范（2022年11月）企业名单。",
        "全年空气优良天数300天。",
        "“十四五”期间新建。",
        "2022年底完成的项目。",
        "每年5月为宣传月。",
        "（各单位6月工资）",
    ],
)
def test_times_of_prose_that_are_no_deadlines(text: str) -> None:
    assert read(text, "text") == ([], [])


@pytest.mark.parametrize(
    ("text", "want", "said"),
    [
        ("不早于6月底", [], ["ZW401 不早于6月底"]),
        (
            "原定6月底前完成，延至9月底前",
            ["date:2022-09-30"],
            ["ZW401 原定6月底前"],
        ),
        ("除2022年底前完成外", [], ["ZW401 除2022年底前"]),
        ("清除6月底前的数据", ["date:2022-06-30"], []),
        ("不迟于6月底", ["date:2022-06-30"], []),
        ("1999年底前完成", [], ["ZW401 1999年底前"]),
        ("2053年底前完成", [], ["ZW401 2053年底前"]),
        ("2035年底前完成", ["date:2035-12-31"], []),
    ],
)
def test_a_day_that_is_not_demanded_is_said_and_not_guessed(
    text: str, want: list[str], said: list[str]
) -> None:
    deadlines, remarks = read(text, "column")
    assert ([key(deadline) for deadline in deadlines], remarks) == (want, said)


def test_words_lead_back_to_their_places_through_layout_spaces() -> None:
    first, second = Span(line=3), Span(line=4)
    words = Passage.join([Passage.of("甲局，10 月", first), Passage.of(" 底 前", second)])
    (deadline,) = read_deadlines(words, year=2022, origin="bracket").value
    assert (deadline.raw, deadline.origin, deadline.year_inferred) == ("10月底前", "bracket", True)
    assert deadline.provenance == (first, second)


def test_a_year_printed_before_is_not_inferred() -> None:
    deadlines, _ = read("2023年3月底前启动，6月底前完成", "column")
    assert [(str(d.due), d.year_inferred) for d in deadlines] == [
        ("2023-03-31", False),
        ("2023-06-30", False),
    ]


DATES = st.dates(dt.date(2000, 1, 1), dt.date(2040, 12, 31))
ONES = "〇一二三四五六七八九"


def han(value: int) -> str:
    tens, ones = divmod(value, 10)
    head = ("" if tens == 1 else ONES[tens]) + "十" if tens else ""
    return head + (ONES[ones] if ones else "")


@settings(max_examples=60, deadline=None)
@given(DATES)
def test_every_date_reads_back(day: dt.date) -> None:
    year, month, date = day.year, day.month, day.day
    han_year = "".join(ONES[int(digit)] for digit in str(year))
    for text in (
        f"{year}年{month}月{date}日前",
        f"{year} 年 {month:02} 月 {date:02} 日之前",
        f"{han_year}年{han(month)}月{han(date)}日前",
        f"{year}.{month}.{date}前",
        f"{year}-{month:02}-{date:02}",
        f"{month}月{date}日前",
        f"至{year}年{month}月{date}日",
    ):
        assert keys(text, "column", year) == [f"date:{day}"]
    end = (day.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
    for text in (f"{year}年{month}月底前", f"{han(month)}月底", f"{month}月份内", f"到{month}月底"):
        assert keys(text, "column", year) == [f"date:{end}"]


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 12), st.integers(1, 28), st.integers(2, 12), st.sampled_from("年月周天"))
def test_every_recurrence_can_be_parsed(month: int, day: int, count: int, unit: str) -> None:
    for text in (
        f"每年{month}月{day}日前",
        f"每年{month}月底前",
        f"每月{day}日前",
        f"每{count}个{unit}",
        f"每季度末月{day}日前",
    ):
        (deadline,), _ = read(text, "column")
        assert deadline.rrule is not None
        rrulestr(deadline.rrule, dtstart=dt.datetime(2022, 1, 1))  # noqa: DTZ001


@settings(max_examples=80, deadline=None)
@given(
    st.text(
        alphabet="0126年月日底前每季度至到、，。（）《》 第一二十内后起持续推进按次", max_size=40
    ),
    st.sampled_from(("column", "bracket", "text", "notice")),
)
def test_any_words_are_read_and_raw_is_among_them(text: str, origin: Origin) -> None:
    for deadline in read(text, origin)[0]:
        assert deadline.raw.replace(" ", "") in text.replace(" ", "")
        assert deadline.start is None or deadline.due is None or deadline.start <= deadline.due
