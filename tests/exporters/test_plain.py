"""The full text of a plan: a paragraph a task, nothing cut, nothing that a reprint changes."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from zwgk_parse.exporters.plain import write
from zwgk_parse.pipeline import parse
from zwgk_parse.plan.model import Column, Deadline, Owner, Person, Plan, Preamble, Section, Task
from zwgk_parse.source import Span

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))
LONG = "逐项公开" * 60

PLAN = Plan(
    id="p",
    title="甲县要点",
    year=2024,
    addressees=("甲镇", "乙镇"),
    preamble=(
        Preamble(text="现印发给你们。"),
        Preamble(text="分工如下。", section="s2"),
        Preamble(text="附则。", section="gone"),
    ),
    sections=(
        Section(id="s1", level=1, label="一、", title="公开"),
        Section(id="s2", level=2, parent="s1", label="（一）", title="主动公开"),
        Section(id="s3", level=1, label="二、", title="没有任务"),
    ),
    tasks=(
        Task(
            id="t1",
            label="1.",
            section="s2",
            text=LONG,
            owners=(Owner(name="县府办", raw="县府办", canonical="县府办", role="lead"),),
            deadlines=(Deadline(kind="date", raw="年底前"), Deadline(kind="date", raw="年底前")),
            columns=(Column(heading="备注", text="甲"),),
            people=(Person(name="张三", role="person", phone="123"),),
            provenance=(Span(page=3),),
        ),
        Task(id="r2", text="无编号\n任务", owners_raw="有关方面"),
    ),
)
TEXT = f"""\
标题：甲县要点
年份：2024
主送机关：甲镇
主送机关：乙镇

现印发给你们。

# 一、公开

## （一）主动公开

分工如下。

1. {LONG}
    责任单位：牵头单位 县府办
    时限：年底前
    备注：甲
    责任人：张三 123

无编号\\n任务
    责任单位：有关方面

# 二、没有任务

附则。
"""


def _text(plan: Plan) -> str:
    stream = io.StringIO()
    write(plan, stream, "zh")
    return stream.getvalue()


def test_every_field_has_its_line() -> None:
    assert _text(PLAN) == TEXT


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_nothing_of_a_sample_is_left_out(sample: Path) -> None:
    plan = parse(sample).value
    text = _text(plan)
    for task in plan.tasks:
        assert task.text in text
        assert all(owner.name in text for owner in task.owners)
        assert all(deadline.raw in text for deadline in task.deadlines)
        assert all(column.text in text for column in task.columns)
    assert all(one.text in text for one in plan.preamble)
    assert all(section.title in text for section in plan.sections)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_places_and_names_of_files_make_no_difference(sample: Path, tmp_path: Path) -> None:
    moved = tmp_path / "other.txt"
    moved.write_text("\n\n" + sample.read_text(encoding="utf-8"), encoding="utf-8")
    assert _text(parse(moved).value) == _text(parse(sample).value)
