"""Changes as lines: plain, inline and side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.exporters.changes.comparisons import (
    EVERY,
    HIDDEN,
    NEW,
    OLD,
    ORDINARY,
    SAME,
    change,
    comparison,
    task,
    written,
)
from zwgk_parse.exporters.changes.comparison import Comparison
from zwgk_parse.exporters.changes.segments import Segment, beside, text_of, width_of, wrapped
from zwgk_parse.exporters.changes.text import SIDE_BY_SIDE, lines
from zwgk_parse.findings import text_fingerprint
from zwgk_parse.plan.changes import Change, Changes, PlanKey, TaskKey

if TYPE_CHECKING:
    from zwgk_parse.messages.language import Language

CHINESE = """\
甲县2023年政务公开工作要点 → 甲县2024年政务公开工作要点
变动 26 处，涉及任务 6 项

方案
  跨年顺延：由 2023 年到 2024 年；只因年份顺延的变动不再逐条列出
  方案信息变更：发文机关，原为“县府办”，现无
  方案信息变更：主送机关，减少“甲镇”；增加“丙镇”
  章节变更：由“夯实基础”改为“打牢基础”

t1  1. 公开预算决算。
  文字修改（相似度 93%）：公开预{+算+}决算。
  移动：由“主动公开”移至“规范管理”
  新增责任单位：县审计局（牵头单位）
  删除责任单位：县财政局（牵头单位）
  责任单位角色变更：县纪委由配合单位改为监督指导单位
  责任单位改称：“县人社局”改称“县人力资源和社会保障局”，仍是同一单位
  新增时限：“年底前”
  删除时限：“6月底前”
  时限提前：由“12月底前”提前到“11月底前”
  时限延后：由“6月底前”延后到“9月底前”
  时限类型变更：由“年底前”改为“持续推进”
  时限变更：由“每年”改为“每年1次”
  新增指标：“2次”
  删除指标：“2次”
  指标提高：由 60% 提高到 80%
  指标降低：由 80% 降低到 60%
  其他栏目变更：其他栏目，减少“备注：甲”；增加“备注：乙”

t2 → t2, t3  2. 办好网站。
  拆分（相似度 90%）：一项任务拆为 2 项：t2、t3
    [-办好网站。定期检查。-]
    {+办好网站。+}
    {+定期检查。+}

t3 → t5  5. 组织培训。
  编号变动：由 3 改为 5

t4  4. 公开养老服务信息。
  删除：[-公开养老服务信息。-]
    责任单位：县民政局；时限：年底前

t6  6. 公开托育信息。
  新增：{+公开托育信息。+}
    责任单位：牵头单位 县卫健局；配合单位 县民政局；时限：年底前

t3, t4 → t6  6. 公开托育信息。
  合并（相似度 90%）：2 项任务并为一项：t3、t4
    [-组织培训。-]
    [-公开养老服务信息。-]
    {+公开托育信息。+}
"""


def test_every_kind_has_its_sentence() -> None:
    assert written("text", ORDINARY) == CHINESE


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", "在本节保留的任务中由第 5 位移到第 2 位"),
        ("en", "from place 5 to place 2 among the tasks that stay in its section"),
    ],
)
def test_another_place_in_the_section(name: str, language: Language, words: str) -> None:
    told = comparison(change("moved", 5, 2, field="order"))
    assert words in written(name, told, language)


def test_in_english() -> None:
    said = written("text", comparison(EVERY[6], EVERY[8], EVERY[12]), "en")
    assert said.splitlines()[1:] == [
        "changes: 3, tasks touched: 1",
        "",
        "t1  1. 公开预算决算。",
        "  owner added: 县审计局 (lead)",
        "  role of an owner changed: 县纪委, from support to supervise",
        "  deadline earlier: from “12月底前” to “11月底前”",
    ]


def test_the_same_is_silence_and_what_is_not_told_is_counted() -> None:
    assert written("text", SAME) == ""
    assert written("text", comparison(hidden=2)) == "另有变动 2 处未列出（--only、--ignore）\n"
    assert written("text", HIDDEN).endswith("\n\n另有变动 3 处未列出（--only、--ignore）\n")


def test_texts_that_differ_are_never_wholly_alike() -> None:
    almost = EVERY[4].model_copy(update={"score": 0.999})
    assert "99%" in written("text", comparison(almost))


@pytest.mark.parametrize(("score", "said"), [(0.12, "t1（疑似同一任务，相似度 12%）"), (0.2, "t1")])
def test_what_may_be_two_tasks_is_told_as_doubtful(score: float, said: str) -> None:
    doubtful = EVERY[4].model_copy(update={"score": score})
    assert f"\n{said}  1. 公开预算决算。\n" in written("text", comparison(doubtful))


def test_tasks_of_one_id_are_told_apart_by_their_words() -> None:
    twice = (task(1, "公开预决算。"), task(1, "组织培训。"))
    old = OLD.model_copy(update={"tasks": twice})
    new = NEW.model_copy(update={"tasks": ()})
    gone = [
        Change(kind="removed", old=(TaskKey(id="t1", text=text_fingerprint(one.text)),))
        for one in twice
    ]
    told = Comparison(old, new, Changes(old=PlanKey(id="p2023"), changes=tuple(gone)))
    lines = written("text", told).splitlines()
    assert [line for line in lines if "删除" in line] == [
        "  删除：[-公开预决算。-]",
        "  删除：[-组织培训。-]",
    ]
    assert [line for line in lines if line.startswith("t1")] == [
        "t1  1. 公开预决算。",
        "t1  1. 组织培训。",
    ]


@pytest.mark.parametrize("width", [20, 37, 80, SIDE_BY_SIDE - 1, SIDE_BY_SIDE, 101, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    found = list(lines(ORDINARY, "zh", width))
    assert max(map(width_of, found)) <= width
    assert any(segment.style == "kind" for line in found for segment in line)


def test_a_wide_terminal_has_old_and_new_side_by_side() -> None:
    found = [text_of(line) for line in lines(ORDINARY, "zh", SIDE_BY_SIDE)]
    after = found[found.index("  文字修改（相似度 93%）") + 1]
    left, right = after.split(" │ ")
    assert (left.strip(), right) == ("公开预决算。", "公开预{+算+}决算。")
    assert width_of((Segment(left),)) == 4 + (SIDE_BY_SIDE - 7) // 2
    narrow = [text_of(line) for line in lines(ORDINARY, "zh", SIDE_BY_SIDE - 1)]
    assert not any("│" in line for line in narrow)


def test_lines_are_wrapped_by_columns_and_keep_their_styles() -> None:
    line = (Segment("县县县", "old"), Segment("b县", "new"))
    assert wrapped(line, 5, 1) == [
        (Segment("县县", "old"),),
        (Segment(" "), Segment("县", "old"), Segment("b", "new")),
        (Segment(" "), Segment("县", "new")),
    ]
    assert wrapped(line, None) == [line]
    assert [text_of(one) for one in wrapped((Segment("甲乙丙。丁"),), 6)] == ["甲乙", "丙。丁"]
    opened = (Segment("甲乙“", "old"), Segment("丙”丁"))
    assert [text_of(one) for one in wrapped(opened, 6)] == ["甲乙", "“丙”丁"]
    assert [text_of(one) for one in wrapped((Segment("abcdef"),), 4)] == ["abcd", "ef"]


def test_one_side_may_be_longer() -> None:
    rows = beside((Segment("甲乙丙"),), (), 9, 0)
    assert [text_of(row) for row in rows] == ["甲  │", "乙  │", "丙  │"]
    assert [text_of(row) for row in beside((), (Segment("甲乙"),), 9, 2)] == [
        "     │ 甲",
        "     │ 乙",
    ]
