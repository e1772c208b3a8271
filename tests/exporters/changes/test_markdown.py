"""Changes for a pull request: headings, points, and words that stay words."""

from __future__ import annotations

from tests.exporters.changes.comparisons import EVERY, HIDDEN, NASTY, ORDINARY, SAME, written


def test_a_heading_a_task_and_a_point_a_change() -> None:
    lines = written("markdown", ORDINARY).splitlines()
    assert lines[0] == "## 甲县2023年政务公开工作要点 → 甲县2024年政务公开工作要点"
    assert [line for line in lines if line.startswith("### ")][1] == "### t1  1. 公开预算决算。"
    assert sum(line.startswith("- ") for line in lines) == len(EVERY)
    assert "- <b>文字修改（相似度 93%）</b>：公开预<ins>算</ins>决算。" in lines
    at = lines.index("- <b>拆分（相似度 90%）</b>：一项任务拆为 2 项：t2、t3")
    assert lines[at + 1 : at + 3] == [
        "  - <del>办好网站。定期检查。</del>",
        "  - <ins>办好网站。</ins>",
    ]
    at = lines.index("- <b>新增</b>：<ins>公开托育信息。</ins>")
    assert lines[at + 1] == "  - 责任单位：牵头单位 县卫健局；配合单位 县民政局；时限：年底前"


def test_the_same_is_said_and_what_is_not_told_is_counted() -> None:
    assert written("markdown", SAME).splitlines()[-1] == "没有变动。"
    hidden = written("markdown", HIDDEN, "en")
    assert hidden.endswith("\n\nchanges not told (--only, --ignore): 3\n")


def test_words_of_a_document_stay_words() -> None:
    text = written("markdown", NASTY)
    assert "<script" not in text
    assert "\\*\\_\\`\\[x\\](y)\\#1 \\@a \\|\\{0\\}" in text
