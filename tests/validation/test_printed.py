"""How a task is found in print: by its number, and by sections where numbers begin anew."""

from __future__ import annotations

import pytest

from zwgk_parse.plan.model import Plan, Section, Task
from zwgk_parse.validation.printed import numbered


def _plan(sections: str, tasks: str) -> Plan:
    """A plan of `label>id` sections (`a/b` lies in `a`) and `label@section` tasks."""
    return Plan(
        id="p",
        sections=tuple(
            Section(
                id=way,
                parent=way.rpartition("/")[0] or None,
                level=way.count("/") + 1,
                label=label or None,
                title=f"加强{way}" + "公开" * 9,
            )
            for label, _, way in (one.partition(">") for one in sections.split())
        ),
        tasks=tuple(
            Task(id=f"x{place}", label=label or None, section=section or None, text="建立。")
            for place, (label, _, section) in enumerate(one.partition("@") for one in tasks.split())
        ),
    )


@pytest.mark.parametrize(
    ("sections", "tasks", "expected"),
    [
        # Numbers that run on over the sections need none of them.
        ("一、>a 二、>b", "1.@a 2.@a 3.@b", [("1.", "", 1), ("2.", "", 1), ("3.", "", 1)]),
        ("", "1. 2.", [("1.", "", 1), ("2.", "", 1)]),
        # Those that begin anew need as many as tell them apart.
        (
            "一、>a 二、>b",
            "1.@a 2.@a 1.@b",
            [("1.", "一、", 1), ("2.", "一、", 1), ("1.", "二、", 1)],
        ),
        (
            "一、>a （一）>a/a （二）>a/b 二、>b （一）>b/a",
            "1.@a/a 2.@a/b 1.@b/a",
            [("1.", "一、", 1), ("2.", "一、", 1), ("1.", "二、", 1)],
        ),
        (
            "一、>a （一）>a/a （二）>a/b",
            "1.@a/a 1.@a/b 5.",
            [("1.", "一、（一）", 1), ("1.", "一、（二）", 1), ("5.", "", 1)],
        ),
        # A heading without a number is quoted.
        (
            ">a >b",
            "1.@a 1.@b",
            [
                ("1.", "“加强a公开公开公开公开公开公开公…”", 1),
                ("1.", "“加强b公开公开公开公开公开公开公…”", 1),
            ],
        ),
        # A number printed twice in one section stays in doubt, which is said.
        ("一、>a", "4.@a 4.@a 5.@a", [("4.", "", 1), ("4.", "", 2), ("5.", "", 1)]),
        # Tasks without a number are known by their order only.
        ("一、>a", "@a @a", [(None, "", 1), (None, "", 1)]),
    ],
)
def test_what_a_task_is_known_by(
    sections: str, tasks: str, expected: list[tuple[str | None, str, int]]
) -> None:
    found = numbered(_plan(sections, tasks))
    assert [one[:3] for one in found] == expected
    assert [one.order for one in found] == list(range(1, len(expected) + 1))


def test_sections_that_lie_in_one_another_or_very_deep_end() -> None:
    ring = (
        Section(id="a", parent="b", level=1, label="一、", title="甲"),
        Section(id="b", parent="a", level=1, label="二、", title="乙"),
    )
    deep = tuple(
        Section(
            id=f"{n}", parent=f"{n - 1}" if n else None, level=n + 1, label="（一）", title="丙"
        )
        for n in range(3000)
    )
    tasks = tuple(Task(id=s, label="1.", section=s, text="办。") for s in ("a", "b", "2999"))
    found = numbered(Plan(id="p", sections=ring + deep, tasks=tasks))
    assert [one.above for one in found] == ["二、", "一、", "（一）"]
