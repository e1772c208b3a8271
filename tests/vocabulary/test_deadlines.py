"""The rule table of deadline wordings, and what is built on it without a plan."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]

from zwgk_parse.vocabulary.calendar import Clock, five_years, month_end, number, period
from zwgk_parse.vocabulary.deadline_rules import DEADLINE_RULES, STARTS, Rule
from zwgk_parse.vocabulary.deadlines import (
    Plain,
    deadline_clauses,
    event_before,
    find_phrases,
    looks_like_deadline,
    says_when,
)

if TYPE_CHECKING:
    from zwgk_parse.vocabulary.deadline_readings import Reading

CLOCK = Clock(2022)
EXAMPLES = [
    pytest.param(rule, text, key, id=f"{rule.name}: {text}")
    for rule in DEADLINE_RULES
    for text, key in rule.examples.items()
]
MISSES = [
    pytest.param(rule, text, id=f"{rule.name}: {text}")
    for rule in DEADLINE_RULES
    for text in rule.misses
]


def key(reading: Reading) -> str:
    if reading.kind == "date":
        return f"date:{reading.due}"
    if reading.kind == "window":
        return f"window:{reading.start}/{reading.due or ''}"
    if reading.kind == "recurring":
        return f"rec:{reading.rrule}"
    if reading.kind == "relative":
        return f"rel:{reading.duration}{'w' if reading.working_days else ''}"
    return reading.kind


@pytest.mark.parametrize(("rule", "text", "want"), EXAMPLES)
def test_a_rule_claims_its_examples_and_reads_them(rule: Rule, text: str, want: str) -> None:
    phrases = list(find_phrases(Plain.of(text).text))
    assert [phrase.rule.name for phrase in phrases] == [rule.name]
    assert phrases[0].match[0][0] in STARTS
    readings = phrases[0].read(CLOCK)
    assert " ; ".join(key(reading) for reading in readings) == want.replace("unread", "")
    for reading in readings:
        if reading.rrule:
            assert rrulestr(reading.rrule, dtstart=dt.datetime(2022, 1, 1))[0].year >= 2022  # noqa: DTZ001


@pytest.mark.parametrize(("rule", "text"), MISSES)
def test_a_rule_leaves_its_near_misses_alone(rule: Rule, text: str) -> None:
    assert rule not in [phrase.rule for phrase in find_phrases(Plain.of(text).text)]


@pytest.mark.parametrize(
    "text",
    [
        "3月0日前",
        "每月32日前",
        "每月0日前",
        "半天内",
        "半星期之内",
        "2022年2月29日至3月1日",
        "2022年2月31日前",
        "每年2月30日前",
        "2022年2月30日起",
        "三百年内",
    ],
)
def test_days_that_the_calendar_does_not_have_are_not_read(text: str) -> None:
    assert not any(phrase.read(CLOCK) for phrase in find_phrases(text))


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("6月、9月前", ["date:2022-05-31", "date:2022-08-31"]),
        ("6月、9月内", ["date:2022-06-30", "date:2022-09-30"]),
        ("第二季度、第四季度", ["window:2022-04-01/2022-06-30", "window:2022-10-01/2022-12-31"]),
        ("半个月内", ["rel:P15D"]),
        ("2022年3月至2023年2月底", ["window:2022-03-01/2023-02-28"]),
        ("10月至2023年3月", ["unread"]),
        ("3月至2023年9月", ["window:2023-03-01/2023-09-30"]),
    ],
)
def test_other_phrases(text: str, want: list[str]) -> None:
    readings = [one for phrase in find_phrases(text) for one in phrase.read(CLOCK)]
    assert [key(reading) for reading in readings] == [one for one in want if one != "unread"]


@pytest.mark.parametrize(
    "text", ["6月、9月前", "6月、9月", "第三季度", "6月前", "三季度前", "6月起"]
)
def test_without_a_year_no_day_is_named(text: str) -> None:
    assert [phrase.read(Clock()) for phrase in find_phrases(text)] == [()]


def test_every_rule_has_a_name_of_its_own_and_an_example() -> None:
    names = [rule.name for rule in DEADLINE_RULES]
    assert len(set(names)) == len(names)
    assert all(rule.examples for rule in DEADLINE_RULES)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("持续推进", True),
        ("2022 年底前", True),
        ("6月底前完成，长期坚持", True),
        ("每季度至少1次", True),
        ("完成时限：2022年10月底前", True),
        ("收到申请之日起20个工作日内", True),
        ("总结阶段（2019年11月）", True),
        ("春节前", True),
        ("及时", True),
        ("", False),
        ("12", False),
        ("县财政局", False),
        ("各镇人民政府、县直各单位", False),
        ("按职责分工落实", False),
        ("年底前完成政务公开培训", False),
        ("年内组织培训不少于1次", False),
        ("2022年政务公开工作要点", False),
        ("市长期护理保险服务中心", False),
        ("持续推进" * 30, False),
    ],
)
def test_a_deadline_cell_is_told_from_other_cells(text: str, want: bool) -> None:
    assert looks_like_deadline(text) is want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "甲局牵头，乙局等按职责分工负责，2018年3月底前取得阶段性成果，2018年4月至2019年10月深化提升",
            ["2018年3月底前取得阶段性成果", "2018年4月至2019年10月深化提升"],
        ),
        ("甲局负责，持续推进", ["持续推进"]),
        ("责任单位：甲局；时限：6 月底前", ["时限：6 月底前"]),
        ("甲局6月底前完成", ["6月底前完成"]),
        ("6月底前由甲局牵头完成", ["6月底前"]),
        ("甲局（6月底前）", ["（6月底前）"]),
        ("甲局（6月底前）、乙局（9月底前）", ["（6月底前）", "（9月底前）"]),
        ("甲局，2018年底前见效，并取得成果", ["2018年底前见效，并取得成果"]),
        ("甲局，6月底前完成，并由乙局配合", ["6月底前完成"]),
        ("甲局、乙局，及时更新", ["及时更新"]),
        ("甲局，收到申请之日起20个工作日内", ["收到申请之日起20个工作日内"]),
        ("6月底前启动、12月底前完成", ["6月底前启动、12月底前完成"]),
        ("甲局、乙局按职责分工落实", []),
        ("", []),
    ],
)
def test_the_clauses_of_a_bracket_that_speak_of_time(text: str, want: list[str]) -> None:
    assert [text[start:end] for start, end in deadline_clauses(text)] == want


def test_plain_text_leads_back_to_the_words_as_printed() -> None:
    text = " ２０２２ 年《2021年 底前》12 月 底\u3000前 3 4"
    plain = Plain.of(text)
    assert plain.text == "2022年＊＊＊＊＊＊＊＊＊12月底前3 4"
    start = plain.text.index("12月")
    first, last = plain.place(start, start + len("12月底前"))
    assert text[first:last] == "12 月 底\u3000前"


@pytest.mark.parametrize(
    ("before", "event"),
    [
        ("决策过程中公开征求意见结束后,", "决策过程中公开征求意见结束"),
        ("各省人民政府要在本意见印发之日起", "本意见印发"),
        ("应于文件公开后", "文件公开"),
        ("自收到申请之日起", "收到申请"),
        ("最迟", None),
        ("在后", None),
    ],
)
def test_what_a_wait_counts_from(before: str, event: str | None) -> None:
    found, start = event_before(before + "30日内", len(before))
    assert found == event
    assert (before + "30日内")[start:].startswith(event or "30日内")


@pytest.mark.parametrize(
    ("text", "want"),
    [("按时间节点要求完成", False), ("及时", False), ("—", False), ("待定", True)],
)
def test_words_that_set_no_date_of_their_own(text: str, want: bool) -> None:
    assert says_when(text) is want


@pytest.mark.parametrize(
    ("text", "want"),
    [("二〇二二", 2022), ("12", 12), ("１２", 12), ("三十一", 31), ("十四五", None)],
)
def test_numbers(text: str, want: int | None) -> None:
    assert number(text) == want


@pytest.mark.parametrize(
    ("groups", "clock", "want"),
    [
        ({"y": "2024", "m": "2"}, Clock(), (dt.date(2024, 2, 1), dt.date(2024, 2, 29), False)),
        ({"m": "六"}, Clock(2022), (dt.date(2022, 6, 1), dt.date(2022, 6, 30), True)),
        ({"r": "次年"}, Clock(2022, 2023), (dt.date(2024, 1, 1), dt.date(2024, 12, 31), False)),
        ({"r": "明年"}, Clock(2022, 2023), (dt.date(2023, 1, 1), dt.date(2023, 12, 31), False)),
        ({"r": "今年"}, Clock(), None),
        ({"m": "2", "d": "30"}, Clock(2022), None),
        ({"m": "2"}, Clock(), None),
        (
            {"y": "二〇〇〇", "q": "四"},
            Clock(),
            (dt.date(2000, 10, 1), dt.date(2000, 12, 31), False),
        ),
    ],
)
def test_the_days_of_a_point(
    groups: dict[str, str], clock: Clock, want: tuple[dt.date, dt.date, bool] | None
) -> None:
    days = period(groups, clock)
    assert (days and (days.first, days.last, days.inferred)) == want


def test_ends_by_the_calendar() -> None:
    assert month_end(2024, 2) == dt.date(2024, 2, 29)
    assert five_years(14) == (dt.date(2021, 1, 1), dt.date(2025, 12, 31))
