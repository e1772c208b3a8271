"""What became of a parent's tasks: by table on made plans, and on real ones."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest

from tests.diff.family import body, family, sample, task
from zwgk_parse.diff.match import match
from zwgk_parse.diff.sure import Ready
from zwgk_parse.diff.trace import trace

if TYPE_CHECKING:
    from zwgk_parse.plan.model import Plan, Task

SAMPLES = ("dinghu-2021", "guanxian-2022", "jiangmen-jtj-2022", "yangxi-2022", "yanting-2023")


def _statuses(parent: str, child: str) -> dict[str, str]:
    found = trace(family(parent), family(child))
    return {
        one.task.id: " ".join([one.status, *(key.id for key in one.child)]) for one in found.tasks
    }


def test_the_city_does_something_else_with_each_task() -> None:
    assert _statuses("province", "city") == {
        "t1": "unchanged t2",
        "t2": "adapted t3",
        "t3": "concretised t4",
        "t4": "split t5 t6",
        "t5": "merged t1",
        "t6": "merged t1",
        "t7": "missing",
        "t8": "not-addressed",
        "t9": "undecided",
        "t10": "not-addressed",
        "t11": "concretised t7",
        "t12": "not-addressed",
    }


def test_the_department_answers_for_its_own_tasks() -> None:
    found = _statuses("province", "department")
    assert {id_: status for id_, status in found.items() if status != "not-addressed"} == {
        "t10": "concretised t1",
        "t11": "concretised t2",
        "t12": "missing",
    }


def test_coverage_counts_what_is_addressed_for_certain() -> None:
    city = trace(family("province"), family("city"))
    assert (city.owed, city.taken, city.coverage) == (8, 7, 0.875)
    assert [one.id for one in city.own] == ["t8"]
    department = trace(family("province"), family("department"))
    assert (department.owed, department.taken, department.coverage) == (3, 2, 0.6667)


def test_what_was_altered_is_told() -> None:
    found = {one.task.id: one for one in trace(family("province"), family("city")).tasks}
    assert [(one.kind, one.old_value, one.new_value) for one in found["t2"].changes] == [
        ("deadline-earlier", "9月底前", "6月底前")
    ]
    assert {one.kind for one in found["t3"].changes} >= {"target-set", "owner-added"}
    assert found["t4"].changes[0].kind == "split"
    assert found["t1"].score == 1.0
    assert found["t7"].score is None


def test_a_rewording_is_told_word_by_word_where_it_is_asked_for() -> None:
    parent = _plan(task("及时公开项目批准、招标投标、征收土地、竣工等信息。"))
    child = _plan(task("及时公开项目审批、招标投标、征收土地、竣工等信息。"), id="c")
    (change,) = trace(parent, child).tasks[0].changes
    assert {one.text for one in change.words if one.side == "new"} == {"审批"}


PROVINCE = body("广东省人民政府办公厅", "general_office", "广东省", "440000", "province")
CITY = body("江门市人民政府办公室", "general_office", "江门市", "440700", "prefecture")
TEXT = "围绕年度重点建设项目，及时公开项目批准、招标投标、征收土地、竣工等信息，方便群众查询。"
LONGER = TEXT.replace("方便群众查询", "每季度更新，方便群众查询")
OTHER = "围绕年度重点建设项目，公开项目批准信息，方便企业和群众查询有关情况并提出意见建议。"


def _plan(*tasks: Task, **facts: Any) -> Plan:
    return PROVINCE.model_copy(update={"tasks": tasks, **facts})


@pytest.mark.parametrize(
    ("old", "new", "status"),
    [
        (task(TEXT, "各市人民政府"), task(TEXT), "unchanged"),
        (task(TEXT, "省财政厅"), task(TEXT, "市财政局"), "unchanged"),
        (task(TEXT, "各市人民政府"), task(TEXT, "市财政局"), "concretised"),
        (task(TEXT), task(TEXT, "市财政局"), "concretised"),
        (task(TEXT, number=7, label="7."), task(TEXT, id="t9", number=9, label="9."), "unchanged"),
        (task(TEXT), task(LONGER), "adapted"),
        (task(TEXT), task(LONGER, "市财政局"), "concretised"),
        (task(TEXT), task(OTHER, "市财政局"), "adapted"),
    ],
)
def test_a_status_says_what_the_child_made_of_the_task(old: Task, new: Task, status: str) -> None:
    child = CITY.model_copy(update={"tasks": (new,)})
    assert trace(_plan(old), child).tasks[0].status == status


def test_a_task_that_is_not_addressed_may_be_taken_over_all_the_same() -> None:
    child = CITY.model_copy(update={"tasks": (task(TEXT),)})
    found = trace(_plan(task(TEXT, "省财政厅")), child)
    assert (found.tasks[0].status, found.tasks[0].addressed) == ("unchanged", "no")
    assert (found.owed, found.coverage) == (0, None)


def test_plans_without_tasks_have_traces() -> None:
    assert trace(_plan(), CITY).tasks == ()
    child = CITY.model_copy(update={"tasks": (task(TEXT),)})
    assert [one.id for one in trace(_plan(), child).own] == ["t1"]
    assert trace(_plan(task(TEXT, "各市人民政府")), CITY).tasks[0].status == "missing"


@pytest.mark.parametrize(("one", "other"), list(permutations(SAMPLES, 2)))
def test_what_is_found_at_once_is_what_is_found_by_weighing_all(one: str, other: str) -> None:
    brute, found = match(sample(one), sample(other)), Ready(sample(one)).match(sample(other))
    places = [{pair[:2] for pair in matching.pairs} for matching in (brute, found)]
    assert places[0] == places[1]
    assert (brute.splits, brute.mergers) == (found.splits, found.mergers)


def test_a_plan_traced_into_itself_is_unchanged() -> None:
    plan = sample("yangxi-2022")
    found = trace(plan, plan)
    assert {one.status for one in found.tasks} == {"unchanged"}
    assert found.own == ()


def test_tasks_of_one_text_are_told_apart() -> None:
    twins = _plan(task(TEXT), task(TEXT, id="t2"), task(OTHER, id="t3"))
    found = Ready(twins).match(twins)
    assert [pair[:2] for pair in found.pairs] == [(0, 0), (1, 1), (2, 2)]
