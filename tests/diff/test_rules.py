"""Tables of rules: an owner, a deadline, a target or a text before and after, and what is told."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from zwgk_parse.diff.compare import compare
from zwgk_parse.diff.matching import Matching, Pair
from zwgk_parse.diff.owners import changed_owners
from zwgk_parse.diff.recurring import later_after, later_rule
from zwgk_parse.diff.targets import printed
from zwgk_parse.diff.tasks import changed_pair
from zwgk_parse.diff.words import changed_words, turned_words
from zwgk_parse.diff.year import same
from zwgk_parse.plan.model import (
    After,
    Citation,
    Column,
    Deadline,
    Owner,
    Person,
    Plan,
    Preamble,
    Section,
    Target,
    Task,
)

ROLES: dict[str, Any] = {
    "牵头": "lead",
    "配合": "support",
    "负责": "responsible",
    "督办": "supervise",
}


def owners(words: str) -> list[Owner]:
    """`县教育局=教育局 牵头` : the canonical name, the printed one, the role."""
    found = []
    for entry in filter(None, words.split("，")):
        names, role = entry.split()
        canonical, _, name = names.partition("=")
        name = name or canonical
        found.append(Owner(name=name, raw=name, canonical=canonical, role=ROLES[role]))
    return found


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("甲局 牵头，乙局 配合", "乙局 配合，甲局 牵头", []),
        ("甲局 牵头，甲局 牵头", "甲局 牵头", []),
        ("甲局 牵头", "乙局 牵头", ["owner-added 乙局 None lead", "owner-removed 甲局 lead None"]),
        ("甲局 牵头", "甲局 配合", ["owner-role-changed 甲局 lead support"]),
        ("甲局 牵头", "甲局 牵头，甲局 督办", ["owner-added 甲局 None supervise"]),
        ("甲局 牵头，甲局 督办", "甲局 督办", ["owner-removed 甲局 lead None"]),
        ("县人力局=人力局 牵头", "县人力局=人社局 牵头", ["owner-renamed 县人力局 人力局 人社局"]),
        (
            "县人力局=人力局 牵头",
            "县人力局=人社局 配合",
            ["owner-renamed 县人力局 人力局 人社局", "owner-role-changed 县人力局 lead support"],
        ),
        # A reform between the two years gave the printed name another canonical one.
        ("旧委=发改局 牵头", "新委=发改局 牵头", []),
        ("旧委=发改局 牵头", "新委=发改局 配合", ["owner-role-changed 发改局 lead support"]),
        ("", "甲局 负责", ["owner-added 甲局 None responsible"]),
    ],
)
def test_owners(old: str, new: str, told: list[str]) -> None:
    found = changed_owners(owners(old), owners(new))
    assert sorted(f"{one.kind} {one.owner} {one.old} {one.new}" for one in found) == told


def deadline(kind: Any, raw: str, due: str | None = None, **rest: Any) -> Deadline:
    origin = rest.pop("origin", "column")
    day = dt.date.fromisoformat(due) if due else None
    return Deadline(kind=kind, raw=raw, due=day, origin=origin, **rest)


def _task(*deadlines: Deadline, text: str = "公开信息。", **rest: Any) -> Task:
    return Task(id="t1", number=1, text=text, deadlines=deadlines, **rest)


def _told(old: Task, new: Task, years: int = 0) -> list[str]:
    return [f"{one.kind} {one.old} {one.new}" for one in changed_pair(old, new, years)]


JUNE = deadline("date", "6月底前", "2024-06-30", year_inferred=True)
NEXT_JUNE = deadline("date", "6月底前", "2025-06-30", year_inferred=True)
ONGOING = deadline("ongoing", "持续推进")
FIXED = deadline("date", "至2025年", "2025-12-31")
YEARLY = deadline("recurring", "每年3月底前", rrule="FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1")
YEARLY_MAY = deadline("recurring", "每年5月底前", rrule="FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=-1")
MONTHLY = deadline("recurring", "每月", rrule="FREQ=MONTHLY")
QUARTERLY = deadline("recurring", "每季度", rrule="FREQ=MONTHLY;INTERVAL=3")
WHOLE_YEAR = deadline("window", "全年", "2024-12-31", start=dt.date(2024, 1, 1), year_inferred=True)
END_OF_YEAR = deadline("date", "年底前", "2024-12-31", year_inferred=True)
FEBRUARY = deadline("date", "2月底前", "2024-02-29", year_inferred=True)
NEXT_FEBRUARY = deadline("date", "2月底前", "2025-02-28", year_inferred=True)


@pytest.mark.parametrize(
    ("old", "new", "years", "told"),
    [
        ([JUNE], [deadline("date", "6月30日前", "2024-06-30")], 0, []),
        ([JUNE], [END_OF_YEAR], 0, ["deadline-later 6月底前 年底前"]),
        ([END_OF_YEAR], [JUNE], 0, ["deadline-earlier 年底前 6月底前"]),
        ([JUNE], [], 0, ["deadline-removed 6月底前 None"]),
        ([], [JUNE], 0, ["deadline-set None 6月底前"]),
        ([JUNE], [ONGOING], 0, ["deadline-kind-changed 6月底前 持续推进"]),
        ([ONGOING], [deadline("ongoing", "长期坚持")], 0, []),
        ([YEARLY], [YEARLY_MAY], 0, ["deadline-later 每年3月底前 每年5月底前"]),
        ([MONTHLY], [QUARTERLY], 0, ["deadline-changed 每月 每季度"]),
        ([WHOLE_YEAR], [END_OF_YEAR], 0, ["deadline-kind-changed 全年 年底前"]),
        ([WHOLE_YEAR], [JUNE], 0, ["deadline-earlier 全年 6月底前"]),
        ([JUNE], [NEXT_JUNE], 1, []),
        ([JUNE], [NEXT_JUNE], 0, ["deadline-later 6月底前 6月底前"]),
        ([FEBRUARY], [NEXT_FEBRUARY], 1, []),
        ([FIXED], [FIXED], 1, []),
        ([FIXED], [deadline("date", "至2026年", "2026-12-31")], 1, []),
        (
            [FIXED],
            [deadline("date", "至2027年", "2027-12-31")],
            1,
            ["deadline-later 至2025年 至2027年"],
        ),
        # Each with its own counterpart, in whatever order.
        ([JUNE, END_OF_YEAR], [END_OF_YEAR, JUNE], 0, []),
        ([JUNE, ONGOING], [ONGOING], 0, ["deadline-removed 6月底前 None"]),
        ([JUNE, JUNE], [JUNE], 0, ["deadline-removed 6月底前 None"]),
    ],
)
def test_deadlines(old: list[Deadline], new: list[Deadline], years: int, told: list[str]) -> None:
    assert _told(_task(*old), _task(*new), years) == told


@pytest.mark.parametrize(
    ("old", "new", "is_later"),
    [
        ("FREQ=MONTHLY;BYMONTHDAY=5", "FREQ=MONTHLY;BYMONTHDAY=10", 1),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=MONTHLY;BYMONTHDAY=10", -1),
        ("FREQ=MONTHLY", "FREQ=MONTHLY", 0),
        ("FREQ=MONTHLY", "FREQ=WEEKLY", None),
        ("FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31", None),
        ("FREQ=YEARLY;BYMONTH=3,6;BYMONTHDAY=25", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=25", None),
    ],
)
def test_recurrences(old: str, new: str, is_later: int | None) -> None:
    assert later_rule(old, new) == is_later
    assert later_rule(new, old) == (is_later and -is_later)


@pytest.mark.parametrize(
    ("old", "new", "is_later"),
    [
        (After(duration="P20D"), After(duration="P30D"), 1),
        (After(duration="P1M"), After(duration="P20D"), -1),
        (After(duration="P1M"), After(duration="P30D"), None),
        (After(duration="PT24H"), After(duration="P2D"), 1),
        (After(duration="PT30M"), After(duration="PT1H"), 1),
        (After(duration="P20D", working_days=True), After(duration="P20D"), None),
        (After(duration="P5D", event="受理"), After(duration="P5D", event="收到"), None),
        (After(duration="P5D"), After(duration="P5D"), 0),
    ],
)
def test_spans(old: After, new: After, is_later: int | None) -> None:
    assert later_after(old, new) == is_later
    assert later_after(new, old) == (is_later and -is_later)


def target(raw: str, value: float, unit: str, measure: str | None = "活动") -> Target:
    return Target(raw=raw, measure=measure, comparator=">=", value=value, unit=unit)


SIX, NINE = target("不少于6场", 6, "场"), target("不少于9场", 9, "场")
RATE, HIGHER = target("不低于60%", 60, "%", "解读率"), target("不低于75%", 75, "%", "解读率")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ([SIX, RATE], [RATE, SIX], []),
        ([SIX], [NINE], ["target-raised 6场 9场"]),
        ([SIX, RATE], [SIX, HIGHER], ["target-raised 60% 75%"]),
        ([HIGHER], [RATE], ["target-lowered 75% 60%"]),
        ([SIX], [], ["target-removed 6场 None"]),
        ([], [SIX], ["target-set None 6场"]),
        ([SIX], [RATE], ["target-removed 6场 None", "target-set None 60%"]),
    ],
)
def test_targets(old: list[Target], new: list[Target], told: list[str]) -> None:
    assert _told(_task(targets=tuple(old)), _task(targets=tuple(new))) == told


@pytest.mark.parametrize(
    ("raw", "value", "unit", "shown"),
    [
        ("不少于24期", 24, "期", "24期"),
        ("4场以上", 4, "场", "4场"),
        ("达到70%以上", 70, "%", "70%"),
        ("不低于65%和55%", 55, "%", "55%"),
        ("百分之六十以上", 60, "%", "百分之六十"),
        ("2万亿元以上", 20000, "亿元", "2万亿元"),
        ("至少两次", 2, "次", "两次"),
        ("无从读起", 3, "次", "无从读起"),
    ],
)
def test_a_target_as_printed(raw: str, value: float, unit: str, shown: str) -> None:
    assert printed(target(raw, value, unit)) == shown


IN_TEXT = deadline("date", "6月底前", "2024-06-30", origin="text")
LATER = deadline("date", "8月底前", "2024-08-31", origin="text")


@pytest.mark.parametrize(
    ("old", "new", "years", "reworded"),
    [
        (_task(text="公开信息，方便查询。"), _task(text="公开信息,方便 查询"), 0, False),
        (_task(text="公开“清单”。"), _task(text='公开"清单"。'), 0, False),
        (_task(text="公开信息。"), _task(text="发布信息。"), 0, True),
        (_task(text="公开2024年清单。"), _task(text="公开2025年清单。"), 1, False),
        (_task(text="公开2024年清单。"), _task(text="公开2025年清单。"), 0, True),
        (_task(text="公开2024年清单。"), _task(text="公开2026年清单。"), 1, True),
        (_task(IN_TEXT, text="6月底前公开。"), _task(LATER, text="8月底前公开。"), 0, False),
        (_task(IN_TEXT, text="6月底前公开。"), _task(LATER, text="8月底前发布。"), 0, True),
        (_task(IN_TEXT, text="于6月底前公开。"), _task(text="公开。"), 0, False),
        (
            _task(text="开展活动不少于6场。", targets=(SIX,)),
            _task(text="开展活动不少于9场。", targets=(NINE,)),
            0,
            False,
        ),
        (
            _task(text="开展活动不少于6场。", targets=(SIX,)),
            _task(text="组织宣讲不少于9场。", targets=(NINE,)),
            0,
            True,
        ),
        (
            _task(text="公开（甲局牵头）。", owners=tuple(owners("甲局 牵头"))),
            _task(text="公开（乙局牵头）。", owners=tuple(owners("乙局 牵头"))),
            0,
            False,
        ),
    ],
)
def test_rewording(old: Task, new: Task, years: int, reworded: bool) -> None:
    kinds = [one.kind for one in changed_pair(old, new, years)]
    assert ("reworded" in kinds) == reworded
    kinds = [one.kind for one in changed_pair(new, old, -years)]
    assert ("reworded" in kinds) == reworded


def test_what_has_no_kind_of_its_own_is_told() -> None:
    old = _task(columns=(Column(heading="备注", text="无"),), deadline_raw="春节前")
    new = _task(
        columns=(Column(heading="备注", text="每季度通报"),),
        people=(Person(name="张三", role="leader"),),
        deadline_raw="下周五",
    )
    assert [(one.field, one.old, one.new) for one in changed_pair(old, new, 0)] == [
        ("columns.备注", "无", "每季度通报"),
        ("people", None, "张三"),
        ("deadline_raw", "春节前", "下周五"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("公开食品监管信息", "公开药品监管信息", "公开[食品][药品]监管信息"),
        ("活动不少于6场。", "活动不少于16场。", "活动不少于[6场][16场]。"),
        ("公布目录，并反馈", "公布名录，并反馈", "公布[目录][名录]，并反馈"),
        ("实行会商、审核", "实行会审、审核", "实行[会商][会审]、审核"),
        ("方便查询。", "方便查询和监督。", "方便查询[][和监督]。"),
        ("用PDF公开", "用OFD公开", "用[PDF][OFD]公开"),
    ],
)
def test_words(old: str, new: str, shown: str) -> None:
    often = "食品药品监管，食品安全，药品目录，名录".count
    words = changed_words(old, new, often)
    marks = {"both": "{}", "old": "-{}/", "new": "+{}/"}
    text = "".join(marks[one.side].format(one.text) for one in words)
    wanted = shown.replace("][", "/+").replace("[", "-").replace("]", "/")
    assert text == wanted.replace("-/", "")
    assert changed_words(new, old, often) == turned_words(words)
    assert "".join(one.text for one in words if one.side != "new") == old
    assert "".join(one.text for one in words if one.side != "old") == new


def _headed(*titles: str) -> Plan:
    """A plan with a chapter, a section in it, and two tasks in the section."""
    chapter, section = (
        Section(id=name, level=level, title=title, parent="s1" if level > 1 else None)
        for level, (name, title) in enumerate(zip(("s1", "s1.1"), titles, strict=True), 1)
    )
    tasks = tuple(
        Task(id=f"t{number}", number=number, section="s1.1", text=text)
        for number, text in enumerate(("公开预算。", "公开决算。"), 1)
    )
    return Plan(id="p", sections=(chapter, section), tasks=tasks)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (("重点公开", "推进公开"), ("重点公开", "深化公开"), [("推进公开", "深化公开")]),
        (("重点公开", "财政信息"), ("重点公开", "预决算"), [("财政信息", "预决算")]),
        (("重点公开", "财政信息"), ("主动公开", "财政信息"), [("重点公开", "主动公开")]),
        (("甲", "乙"), ("丙", "丁"), [("乙", "丁"), ("甲", "丙")]),
        (("甲", "乙"), ("甲", "乙"), []),
    ],
)
def test_a_heading_worded_anew_moves_no_task(
    old: tuple[str, str], new: tuple[str, str], told: list[tuple[str, str]]
) -> None:
    matching = Matching((Pair(0, 0, 1.0, "identity"), Pair(1, 1, 1.0, "identity")))
    changes = compare(_headed(*old), _headed(*new), matching).changes
    assert {change.kind for change in changes} <= {"section-changed"}
    assert sorted((change.old_value, change.new_value) for change in changes) == sorted(told)


def test_a_heading_that_goes_is_told_once() -> None:
    old = _headed("重点公开", "财政信息")
    tasks = tuple(task.model_copy(update={"section": None}) for task in old.tasks)
    matching = Matching((Pair(0, 0, 1.0, "identity"), Pair(1, 1, 1.0, "identity")))
    changes = compare(old, old.model_copy(update={"sections": (), "tasks": tasks}), matching)
    told = [(change.kind, change.old_value, change.new_value) for change in changes.changes]
    assert told == [("section-changed", "财政信息", None), ("section-changed", "重点公开", None)]


def test_how_often_is_no_rewording() -> None:
    once = deadline("recurring", "每月更新一次", rrule="FREQ=MONTHLY", times=1, origin="text")
    twice = once.model_copy(update={"raw": "每月更新两次", "times": 2})
    old, new = _task(once, text="清单每月更新一次。"), _task(twice, text="清单每月更新两次。")
    assert _told(old, new) == ["deadline-changed 每月更新一次 每月更新两次"]
    new = _task(twice.model_copy(update={"raw": "每月公布两次"}), text="清单每月公布两次。")
    assert len(_told(old, new)) == 2


def test_a_preamble_that_repeats_a_citation_is_told_once() -> None:
    def plan(title: str) -> Plan:
        text = f"为贯彻落实《{title}》，制定本要点。"
        cited = Citation(title=title, relation="implements")
        return Plan(id="p", citations=(cited,), preamble=(Preamble(text=text),))

    changes = compare(plan("条例"), plan("省办法"), Matching()).changes
    assert [(one.kind, one.field) for one in changes] == [("plan-changed", "citations")]


def test_a_preamble_that_repeats_the_title_is_told_once() -> None:
    def plan(title: str) -> Plan:
        text = f"《{title}》已经同意，现印发给你们。"
        return Plan(
            id="p",
            title=title,
            notice_title=f"关于印发{title}的通知",
            preamble=(Preamble(text=text),),
        )

    changes = compare(plan("工作要点"), plan("重点工作"), Matching()).changes
    assert [(one.kind, one.field) for one in changes] == [("plan-changed", "title")]


def test_a_paragraph_that_is_cut_elsewhere_is_no_change() -> None:
    old = Plan(id="p", preamble=(Preamble(text="请认真抓好落实，按时报送。"),))
    new = Plan(id="p", preamble=(Preamble(text="请认真抓好落"), Preamble(text="实，按时报送。")))
    assert compare(old, new, Matching()).changes == ()


@pytest.mark.parametrize(
    ("old", "new", "years", "is_same"),
    [
        ("〔2024〕7号", "[2024] 7号", 0, True),
        ("二〇二四年要点", "2024年要点", 0, True),
        ("2023—2025年", "2024-2026年", 1, True),
        ("到2025年", "到2025年", 1, True),
        ("电话20240001", "电话20250001", 1, False),
    ],
)
def test_same_words(old: str, new: str, years: int, is_same: bool) -> None:
    assert same(old, new, years) == is_same
    assert same(new, old, -years) == is_same
