"""What people may write as changes, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.diff.planting import CHANGES, sides
from tests.plan.test_check_jsonschema import check
from zwgk_parse import parse
from zwgk_parse.diff.apply import apply
from zwgk_parse.diff.compare import diff
from zwgk_parse.diff.edits import task_key
from zwgk_parse.errors import ChangesMisfitError
from zwgk_parse.messages.texts import error_sentence
from zwgk_parse.plan.changes import Change, Changes, TaskKey

PLAN = sides(next(entry for entry in CHANGES if entry["name"] == "removed-at-end"))[0]
SCHEMA = Path(__file__).parents[2] / "schemas" / "changes.schema.json"


def _changes(*tasks: dict[str, Any], **rest: Any) -> Changes:
    values = {"old": {"id": PLAN.id}, "tasks": tasks} | rest
    return Changes.model_validate_json(json.dumps(values))


def _edit(name: str, *edits: tuple[str, Any, Any], **key: Any) -> dict[str, Any]:
    rows = [{"field": field, "old": old, "new": new} for field, old, new in edits]
    return {"old": {"id": name} | key, "new": {"id": name}, "edits": rows}


def _misfits(changes: Changes) -> tuple[str, ...]:
    with pytest.raises(ChangesMisfitError) as caught:
        apply(PLAN, changes, "my.json")
    assert str(caught.value).startswith("my.json: ")
    assert "my.json" in error_sentence(caught.value, "zh")
    misfits = caught.value.data["misfits"]
    assert isinstance(misfits, tuple)
    return misfits


def test_a_correction_with_little_in_it() -> None:
    result = apply(PLAN, _changes(_edit("t18", ("due", "2024-12-20", "2024-12-25"))))
    assert str(result.tasks[17].due) == "2024-12-25"
    assert result.tasks[:17] == PLAN.tasks[:17]


def test_of_an_old_object_fields_may_be_left_out() -> None:
    owners = [{"name": "县政府办公室"}, {"name": "县委办公室", "role": "support"}]
    new = [{"name": "县委办公室", "raw": "县委办公室", "canonical": "县委办公室"}]
    result = apply(PLAN, _changes(_edit("t18", ("owners", owners, new))))
    assert [owner.role for owner in result.tasks[17].owners] == ["responsible"]


def test_a_task_is_added_and_another_taken_out() -> None:
    added = {"new": {"id": "t19"}, "edits": [{"field": "text", "new": "公开工作经费。"}]}
    result = apply(PLAN, _changes({"old": {"id": "t2"}}, added))
    assert [task.id for task in result.tasks] == ["t1", *(f"t{n}" for n in range(3, 20))]


def test_the_order_may_be_stated_alone() -> None:
    ids = [task.id for task in PLAN.tasks]
    result = apply(PLAN, _changes(order={"new": ids[::-1]}))
    assert [task.id for task in result.tasks] == ids[::-1]


@pytest.mark.parametrize(
    ("tasks", "rest", "misfit"),
    [
        ([_edit("t99")], {}, "in the task t99: there is no such task"),
        ([_edit("t1", text="0" * 16)], {}, "in the task t1: its text is another one"),
        ([_edit("t1"), _edit("t1")], {}, "in the task t1: two entries are for it"),
        ([_edit("t1", ("number", 2, 3))], {}, 'in the task t1: the field "number" is 1, not 2'),
        (
            [_edit("t1", ("number", True, 3))],
            {},
            'in the task t1: the field "number" is 1, not true',
        ),
        ([_edit("t1", ("txt", 1, 3))], {}, 'in the task t1: there is no field "txt"'),
        (
            [_edit("t1", ("number", 1, 3), ("number", 3, 4))],
            {},
            'in the task t1: the field "number" is edited twice',
        ),
        (
            [_edit("t1", ("number", 1, "drei"))],
            {},
            'at /tasks/0/number: expected a whole number or null, found "drei"',
        ),
        (
            [_edit("t1", ("due", "2024-12-31", "2024-02-30"))],
            {},
            'at /tasks/0/due: expected a date such as 2022-06-30 or null, found "2024-02-30"',
        ),
        ([_edit("t1", ("section", "s1", "s9"))], {}, "in the task t1: there is no section s9"),
        ([_edit("t1", ("id", "t1", "t2"))], {}, "in the task t1: its edits give it the id t2"),
        (
            [{"old": {"id": "t1"}, "new": {"id": "t2"}}],
            {},
            "in the task t2: there would be two with this id",
        ),
        (
            [{"new": {"id": "t19"}}],
            {},
            "at /tasks/18/text: expected text (required), found nothing",
        ),
        ([{}], {}, "an entry names no task"),
        (
            [{"old": {"id": "t1"}, "edits": [{"field": "number", "old": 1, "new": 3}]}],
            {},
            "in the task t1: it has edits, but is not named on the new side",
        ),
        (
            [{"old": {"id": "t1"}, "new": {"id": "t1", "text": "0" * 16}}],
            {},
            "in the task t1: its new text is another one",
        ),
        ([], {"old": {"id": "other"}}, f"it is for the plan other, this is {PLAN.id}"),
        (
            [],
            {"new": {"id": "other"}},
            f"its edits give the plan the id {PLAN.id}, not other",
        ),
        (
            [],
            {"changes": [{"kind": "removed", "old": [{"id": "t1"}]}]},
            "it tells of changes, but has no values to apply",
        ),
        (
            [],
            {"plan": [{"field": "tasks", "old": [], "new": []}]},
            'in the plan: there is no field "tasks"',
        ),
        (
            [],
            {"order": {"old": ["t2", "t1"]}},
            "in the order: the tasks stand in another one",
        ),
        (
            [],
            {"order": {"new": [*(f"t{n}" for n in range(2, 19)), "t77"]}},
            "in the order: it leaves out t1",
        ),
        (
            [],
            {"order": {"new": [*(f"t{n}" for n in range(1, 19)), "t1"]}},
            "in the order: it names what is not there, or twice: t1",
        ),
    ],
)
def test_refused(tasks: list[dict[str, Any]], rest: dict[str, Any], misfit: str) -> None:
    assert misfit in _misfits(_changes(*tasks, **rest))


def test_all_that_does_not_fit_is_named_at_once() -> None:
    changes = _changes(
        _edit("t99"),
        _edit("t1", ("number", 7, 8), ("due", "2024-12-31", "soon")),
        plan=[{"field": "year", "old": 1999, "new": 2000}],
    )
    assert _misfits(changes) == (
        'in the plan: the field "year" is 2024, not 1999',
        "in the task t99: there is no such task",
        'in the task t1: the field "number" is 1, not 7',
        'at /tasks/0/due: expected a date such as 2022-06-30 or null, found "soon"',
    )


def test_a_misfit_is_said_in_chinese() -> None:
    with pytest.raises(ChangesMisfitError) as caught:
        apply(PLAN, _changes(_edit("t99"), _edit("t1", ("number", 7, 8))), "my.json")
    assert error_sentence(caught.value, "zh") == (
        'my.json：与方案不符：任务 t99：没有这项任务；任务 t1：字段 "number" 现为 1，不是 7；'
        "请重新比较两个方案，或改正变动文件"
    )


def test_changes_follow_their_schema(tmp_path: Path) -> None:
    paths = []
    for entry in CHANGES[::9]:
        path = tmp_path / f"{entry['name']}.json"
        path.write_text(diff(*sides(entry)).model_dump_json(), "utf-8")
        paths.append(path)
    correction = tmp_path / "correction.json"
    correction.write_text(
        '{"old": {"id": "p"}, "tasks": [{"old": {"id": "t18"}, "new": {"id": "t18"}, "edits":'
        ' [{"field": "due", "old": null, "new": "2024-12-25"}]}]}',
        "utf-8",
    )
    result = check("--schemafile", SCHEMA, *paths, correction)
    assert result.returncode == 0, result.stdout


def test_what_is_no_change_is_refused_by_the_schema(tmp_path: Path) -> None:
    path = tmp_path / "changes.json"
    path.write_text('{"old": {"id": "p"}, "tasks": [{"was": {"id": "t18"}}]}', "utf-8")
    result = check("--schemafile", SCHEMA, path)
    assert result.returncode == 1
    assert "was" in result.stdout


def _source(**more: Any) -> dict[str, Any]:
    values: dict[str, Any] = PLAN.sources[0].model_dump(mode="json")
    return values | {"name": "elsewhere.txt"} | more


def _of_sources(*old: dict[str, Any]) -> Changes:
    new = [_source(name="new.txt")]
    return _changes(plan=[{"field": "sources", "old": list(old), "new": new}])


def test_a_source_is_known_by_its_bytes() -> None:
    assert [one.name for one in apply(PLAN, _of_sources(_source())).sources] == ["new.txt"]


@pytest.mark.parametrize(
    "old",
    [
        [_source(sha256="0" * 64)],
        [_source(reader="html")],
        [{"name": "elsewhere.txt"}],
        [{"name": "elsewhere.txt", "sha256": None}],
        [_source(), _source()],
        [],
    ],
    ids=["other-bytes", "other-reader", "name-alone", "no-bytes", "two", "none"],
)
def test_another_source_is_refused(old: list[dict[str, Any]]) -> None:
    (misfit,) = _misfits(_of_sources(*old))
    assert "sources" in misfit


HEAD = "甲县2022年政务公开工作要点\n\n一、主要任务\n"
BUDGET = "1. 推进财政预决算公开。（责任单位：县财政局）\n"
HEALTH = "1. 做好疫情防控信息发布。（责任单位：县财政局）\n"
GAZETTE = "2. 办好政府公报。（责任单位：县府办）\n"
MEDIA = "2. 清理政务新媒体账号。（责任单位：县府办）\n"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        pytest.param(
            BUDGET + GAZETTE,
            HEALTH + GAZETTE,
            [("removed", "推进财政预决算公开。"), ("added", "做好疫情防控信息发布。")],
            id="another text under a number",
        ),
        pytest.param(
            BUDGET + GAZETTE,
            BUDGET + HEALTH + GAZETTE,
            [("added", "做好疫情防控信息发布。")],
            id="a second text under a number",
        ),
        pytest.param(
            BUDGET + HEALTH + GAZETTE + MEDIA,
            HEALTH + BUDGET + GAZETTE.replace("2", "1") + MEDIA,
            [("moved", "推进财政预决算公开。"), ("renumbered", "办好政府公报。")],
            id="two numbers twice, and others first",
        ),
        pytest.param(
            BUDGET + HEALTH + GAZETTE + MEDIA,
            BUDGET + MEDIA,
            [("removed", "做好疫情防控信息发布。"), ("removed", "办好政府公报。")],
            id="one of two under each number is gone",
        ),
    ],
)
def test_texts_under_one_number_are_not_mixed_up(
    old: str, new: str, told: list[tuple[str, str]], tmp_path: Path
) -> None:
    plans = []
    for name, tasks in (("old", old), ("new", new)):
        (tmp_path / f"{name}.txt").write_text(HEAD + tasks, encoding="utf-8")
        plans.append(parse(tmp_path / f"{name}.txt").value)
    changes = diff(*plans)
    texts = [{key.id: key for key in map(task_key, plan.tasks)} for plan in plans]
    words = {task_key(task).text: task.text for plan in plans for task in plan.tasks}
    assert all(key in texts[side].values() for one in changes.changes for side, key in _keys(one))
    said = [(one.kind, words[(one.old or one.new)[0].text]) for one in changes.changes]
    assert sorted(said) == sorted(told)
    assert apply(plans[0], changes) == plans[1]


def _keys(change: Change) -> list[tuple[int, TaskKey]]:
    return [*((0, key) for key in change.old), *((1, key) for key in change.new)]
