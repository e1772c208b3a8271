"""Tasks that only changed places: those that really moved are told, once, and nothing else is."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.diff.family import body, task
from tests.diff.planting import BASES, plan_of
from zwgk_parse.diff.apply import apply, inverted
from zwgk_parse.diff.compare import compare, diff
from zwgk_parse.diff.matching import Matching, Pair
from zwgk_parse.plan.model import Plan, Section

if TYPE_CHECKING:
    from zwgk_parse.plan.changes import Change, Changes

TEXTS = (
    "公开年度重大建设项目的批准结果和进展情况。",
    "汇总发布高校毕业生就业帮扶政策。",
    "编制惠民惠农财政补贴政策清单并按月更新。",
    "健全政务舆情监测、研判、回应机制。",
    "在政务服务大厅设置专区，配备查询设备。",
    "组织全体工作人员参加业务培训。",
    "逐件登记保密审查意见。",
)


def _plan(order: str, section: str | None = None, *, numbers: str = "", place: str = "") -> Plan:
    """A plan of tasks `a`, `b` … in the order given; `place` names the section of each."""
    titles = dict.fromkeys(place)
    tasks = tuple(
        task(
            TEXTS[ord(letter) - ord("a")],
            id=f"t{letter}",
            number=int(numbers[at]) if numbers else None,
            section=place[at] if place else section,
        )
        for at, letter in enumerate(order)
    )
    sections = tuple(Section(id=one, title=f"第{one}节", level=1) for one in titles)
    return body("甲县", None, tasks=tasks, sections=sections)


def _moved(changes: Changes) -> list[tuple[str, object, object]]:
    assert {change.kind for change in changes.changes} <= {"moved", "added", "removed"}
    return [_place(change) for change in changes.changes if change.kind == "moved"]


def _place(change: Change) -> tuple[str, object, object]:
    assert change.field == "order"
    assert change.old == change.new
    return change.new[0].id.removeprefix("t"), change.old_value, change.new_value


@pytest.mark.parametrize(
    ("old", "new", "moved"),
    [
        ("abcde", "abcde", []),
        ("abcde", "bcdea", [("a", 1, 5)]),
        ("abcde", "eabcd", [("e", 5, 1)]),
        ("abcde", "acdbe", [("b", 2, 4)]),
        ("abcde", "bacde", [("b", 2, 1)]),
        ("abcde", "cabed", [("c", 3, 1), ("d", 4, 5)]),
        ("abcde", "fabcde", []),
        ("abcde", "bcde", []),
        ("abcde", "fbcdea", [("a", 1, 5)]),
        ("abcde", "cdeb", [("b", 1, 4)]),
        ("abc", "cba", [("a", 1, 3), ("c", 3, 1)]),
        ("", "abc", []),
    ],
)
def test_who_moved(old: str, new: str, moved: list[tuple[str, int, int]]) -> None:
    assert sorted(_moved(diff(_plan(old), _plan(new)))) == sorted(moved)


def test_a_number_that_says_it_is_enough() -> None:
    kinds = [c.kind for c in diff(_plan("abc", numbers="123"), _plan("bca", numbers="123")).changes]
    assert kinds == ["renumbered"] * 3


def test_a_number_that_stays_does_not() -> None:
    changes = diff(_plan("abc", numbers="123"), _plan("bca", numbers="231"))
    assert _moved(changes) == [("a", 1, 3)]


def test_another_section_says_it_is_enough() -> None:
    changes = diff(_plan("abcd", place="一一二二"), _plan("bcda", place="一二二二"))
    (change,) = changes.changes
    assert (change.kind, change.field, change.old_value) == ("moved", None, "第一节")


def test_sections_that_change_places_move_no_task() -> None:
    assert diff(_plan("abcd", place="一一二二"), _plan("cdab", place="二二一一")).changes == ()


def test_places_count_within_the_section() -> None:
    changes = diff(_plan("abcde", place="一一二二二"), _plan("abecd", place="一一二二二"))
    assert _moved(changes) == [("e", 3, 1)]


def test_a_row_of_a_document_that_was_put_elsewhere_with_its_number() -> None:
    text = (BASES / "table.txt").read_text(encoding="utf-8")
    rows = {
        number: row for row in text.splitlines(keepends=True) for number in [row.split("\t")[0]]
    }
    assert text.count(rows["2"]) == text.count(rows["5"]) == 1
    moved = text.replace(rows["2"], "").replace(rows["5"], rows["5"] + rows["2"])
    old, new = plan_of(text), plan_of(moved)
    changes = diff(old, new)
    (change,) = changes.changes
    assert (change.kind, change.field, change.old_value, change.new_value) == (
        *("moved", "order"),
        *(2, 5),
    )
    assert apply(old, changes) == new


@settings(deadline=None, derandomize=True)
@given(st.permutations("abcdefg"))
def test_the_fewest_are_told_whichever_plan_is_the_old_one(order: list[str]) -> None:
    old, new = _plan("abcdefg"), _plan("".join(order))
    places = {letter: at for at, letter in enumerate(order)}
    pairs = tuple(Pair(at, places[letter], 1.0, "identity") for at, letter in enumerate("abcdefg"))
    changes = compare(old, new, Matching(pairs))
    assert inverted(changes) == diff(new, old) == inverted(diff(old, new))
    assert apply(old, changes) == new
    moved = {name for name, *_ in _moved(changes)}
    longest = max(
        len(some)
        for count in range(8)
        for some in combinations("abcdefg", count)
        if sorted(some, key=places.__getitem__) == list(some)
    )
    assert len(moved) <= 7 - longest
    assert bool(moved) is (order != list("abcdefg"))
    # What is not told is in order, or stands as far from the top as before.
    others = [
        letter
        for at, letter in enumerate("abcdefg")
        if letter not in moved and places[letter] != at
    ]
    assert sorted(others, key=places.__getitem__) == others
