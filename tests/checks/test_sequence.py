"""Regular numbering has no fault, however it is laid out; one number left out is one gap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import assume, given
from hypothesis import strategies as st

from zwgk_parse.checks import run_checks
from zwgk_parse.checks.sequence import faults_of
from zwgk_parse.plan.model import Plan, Section, Task

if TYPE_CHECKING:
    from collections.abc import Sequence

NUMBERING = {"ZW201", "ZW203", "ZW204", "ZW205", "ZW206", "ZW207"}
HAN = ("", *"一二三四五六七八九十")
STYLES = ("{}.", "（{}）", "{}、", "{}", "{}）")
# How many tasks stand under each heading of each chapter.
layouts = st.lists(st.lists(st.integers(1, 6), min_size=1, max_size=5), min_size=1, max_size=6)


def plan_of(layout: Sequence[Sequence[int]], style: str, anew: int) -> Plan:
    """Chapters, headings, tasks; `anew` 0: numbered through, 1: by chapter, 2: by heading."""
    sections: list[Section] = []
    tasks: list[Task] = []
    number = 0
    for place, chapter in enumerate(layout, start=1):
        number = 0 if anew == 1 else number
        sections.append(Section(id=f"s{place}", level=1, label=f"{HAN[place]}、", title="甲"))
        for inner, count in enumerate(chapter, start=1):
            number = 0 if anew == 2 else number
            made, label = f"s{place}.{inner}", f"（{HAN[inner]}）"
            sections.append(Section(id=made, parent=f"s{place}", level=2, label=label, title="乙"))
            for _ in range(count):
                number += 1
                task = Task(
                    id=f"x{len(tasks)}",
                    number=number,
                    label=style.format(number),
                    section=made,
                    text="做好公开。",
                )
                tasks.append(task)
    return Plan(id="甲", title="甲", sections=tuple(sections), tasks=tuple(tasks))


@given(layouts, st.sampled_from(STYLES), st.integers(0, 2))
def test_regular_numbering_has_no_finding(layout: list[list[int]], style: str, anew: int) -> None:
    assert run_checks(plan_of(layout, style, anew), NUMBERING) == ()


@given(layouts, st.sampled_from(STYLES), st.data())
def test_a_number_left_out_is_one_gap(
    layout: list[list[int]], style: str, data: st.DataObject
) -> None:
    plan = plan_of(layout, style, 0)
    assume(len(plan.tasks) > 3)
    place = data.draw(st.integers(1, len(plan.tasks) - 2))
    rest = plan.tasks[:place] + plan.tasks[place + 1 :]
    filled = {task.section for task in rest}
    assume(plan.tasks[place].section in filled)
    found = faults_of(plan.model_copy(update={"tasks": rest}))
    assert [(fault.kind, fault.missing) for fault in found] == [("gap", str(place + 1))]


@given(
    st.lists(
        st.tuples(
            st.one_of(
                st.none(), st.text(max_size=6), st.sampled_from(["1.", "（二）", "3.4", "第五条"])
            ),
            st.one_of(st.none(), st.integers(-5, 10**9)),
            st.sampled_from([None, "s1", "s2", "missing"]),
        ),
        max_size=12,
    )
)
def test_no_numbering_is_too_odd(rows: list[tuple[str | None, int | None, str | None]]) -> None:
    plan = Plan(
        id="甲",
        title="甲",
        sections=(
            Section(id="s1", level=1, label="十、", title="甲", parent="s2"),
            Section(id="s2", level=1, label="?", title="", parent="s1"),
        ),
        tasks=tuple(
            Task(id=f"x{place}", label=label, number=number, section=section, text="")
            for place, (label, number, section) in enumerate(rows)
        ),
    )
    run_checks(plan)
