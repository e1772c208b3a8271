"""Targets of a task's text: as printed, with the place of the quantity."""

from __future__ import annotations

from zwgk_parse.document.passage import Passage
from zwgk_parse.normalizers.targets import read_targets, with_targets
from zwgk_parse.plan.model import Plan, Target, Task
from zwgk_parse.source import Span

FIRST, SECOND = Span(line=1), Span(line=2)


def test_a_target_knows_the_lines_of_its_words() -> None:
    words = Passage.join(
        [Passage.of("落实《2022年要点》，分值权重不低", FIRST), Passage.of("于 4 %的要求", SECOND)]
    )
    wanted = Target(
        raw="不低于4%",
        measure="分值权重",
        comparator=">=",
        value=4,
        unit="%",
        provenance=(FIRST, SECOND),
    )
    assert read_targets(words) == (wanted,)


def test_numbers_in_cited_titles_are_none() -> None:
    assert not read_targets(Passage.of("执行《关于确保合格率达到95%的通知》", FIRST))


def test_a_stored_plan_gets_the_targets_of_its_texts() -> None:
    task = Task(id="t1", text="每年至少召开一次会议", provenance=(FIRST, SECOND))
    plan = with_targets(Plan(id="p", tasks=(task,)))
    target = plan.tasks[0].targets[0]
    assert (target.raw, target.measure, target.provenance) == (
        "至少召开一次",
        "会议",
        (FIRST, SECOND),
    )
