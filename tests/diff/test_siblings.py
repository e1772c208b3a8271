"""The tasks that two plans share, by their own words and through a parent."""

from __future__ import annotations

from tests.diff.family import family, sample
from zwgk_parse.diff.siblings import siblings


def test_two_plans_of_one_province_share_what_readers_found() -> None:
    found = siblings(sample("yangxi-2022"), sample("jiangmen-jtj-2022"))
    pairs = {(one.first[0].id, one.second[0].id) for one in found.shared}
    assert pairs >= {("t35", "t18"), ("t36", "t19"), ("t28", "t12"), ("t33", "t16")}
    assert all(0 < one.score <= 1 for one in found.shared)
    assert found.via is None
    numbers = [int(one.first[0].id.removeprefix("t")) for one in found.shared]
    assert numbers == sorted(numbers)


def test_every_task_is_shared_or_stands_alone() -> None:
    first, second = sample("yangxi-2022"), sample("guanxian-2022")
    found = siblings(first, second)
    ours = [task.id for one in found.shared for task in one.first]
    theirs = [task.id for one in found.shared for task in one.second]
    assert {*ours, *(task.id for task in found.first_only)} == {task.id for task in first.tasks}
    assert {*theirs, *(task.id for task in found.second_only)} == {task.id for task in second.tasks}


def test_through_a_parent_its_task_is_named() -> None:
    found = siblings(family("city"), family("department"), family("province"))
    (shared,) = found.shared
    assert [task.id for task in (*shared.first, *shared.second, *shared.via)] == ["t7", "t2", "t11"]
    assert [task.id for task in found.second_only] == ["t1"]
    assert found.via
    assert found.via.document_number == "浙政办发〔2024〕901号"


def test_what_the_parent_does_not_have_is_not_shared_through_it() -> None:
    province = family("province").model_copy(update={"tasks": ()})
    assert siblings(family("city"), family("city"), province).shared == ()
    assert len(siblings(family("city"), family("city")).shared) == 8
