"""The plans that several inputs have are linked by id and by words, and nothing else is."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import TypeAdapter

from tests.batch.made import batch, plan_file
from zwgk_parse.batch.reading import OutFolder
from zwgk_parse.batch.record import SUMMARY
from zwgk_parse.batch.stores.store import LocalStore
from zwgk_parse.batch.tables.same import SAME, SamePlans, write_same
from zwgk_parse.errors import OutputError
from zwgk_parse.normalizers.facts import is_telling
from zwgk_parse.plan.model import DocumentNumber, Plan, Region, Task

if TYPE_CHECKING:
    from pathlib import Path

LINKS = TypeAdapter(SamePlans)
TASK = "1.公开本级预算。（责任单位：县财政局）\n2.更新办事指南。（责任单位：县教育局）\n"


def found(out: Path) -> list[SamePlans]:
    """The lines that stand in the folder."""
    lines = (out / SAME).read_bytes().splitlines()
    return [LINKS.validate_json(line, strict=True) for line in lines]


def told(out: Path) -> list[tuple[str, bool | None, list[list[str]]]]:
    """What links which files, by their names."""
    return [
        (
            link.by,
            link.same_text,
            [[path.rpartition("/")[2] for path in one.inputs] for one in link.versions],
        )
        for link in found(out)
    ]


def write(folder: Path, **texts: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_one_id_with_the_same_and_with_other_words(form: Any, tmp_path: Path) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    plan_file(source / "a.txt")
    plan_file(source / "b.txt", "办事指南，")
    plan_file(source / "copy" / "a.txt")
    other = "盐亭县2023年政务公开工作要点\n\n" + TASK
    write(source, other=other, third=other.replace("预算", "决算"), none="没有任务。")
    summary = batch(out, source, form=form)
    # `b` differs in punctuation alone; `copy/a` has the very bytes of `a`.
    assert told(out) == [
        ("id", True, [["a.txt", "b.txt", "a.txt"]]),
        ("id", False, [["other.txt"], ["third.txt"]]),
    ]
    first, second = found(out)
    assert (first.title, second.title) == (
        "阳西县2022年政务公开工作要点",
        "盐亭县2023年政务公开工作要点",
    )
    assert [version.tasks for version in first.versions] == [2]
    ids = {entry.path: (entry.plan, entry.text) for entry in OutFolder(out).entries()}
    for link in (first, second):
        for version in link.versions:
            assert {ids[path] for path in version.inputs} == {(version.plan, version.text)}
    assert summary.same_plans == 2
    assert json.loads((out / SUMMARY).read_bytes())["same_plans"] == 2


def test_an_id_that_many_plans_share_links_nothing(tmp_path: Path) -> None:
    # None of the first three prints anything an id could be made of: they have one id all the same.
    source, out = tmp_path / "in", tmp_path / "out"
    write(source, a="没有任务。", b="也没有任务，真的没有。", c="今天天气很好。")
    # A title that any place could print, and other tasks under it.
    write(source, d="工作要点\n\n" + TASK, e="工作要点\n\n" + TASK.replace("预算", "决算"))
    summary = batch(out, source)
    ids = [str(entry.plan) for entry in OutFolder(out).entries()]
    assert len(set(ids[:3])) == 1
    assert ids[3] == ids[4] != ids[0]
    assert (told(out), summary.same_plans) == ([], 0)


def test_the_same_words_link_plans_of_other_ids_and_of_ids_that_do_not_tell(tmp_path: Path) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    write(source, a="阳西县2022年政务公开工作要点\n\n" + TASK, b=TASK)
    same_title = "工作要点\n\n" + TASK.replace("预算", "决算")
    write(source, d=same_title, e=same_title + "\n\n此件公开发布。\n")
    batch(out, source)
    assert told(out) == [
        ("text", True, [["a.txt"], ["b.txt"]]),
        ("text", True, [["d.txt", "e.txt"]]),
    ]


def test_one_plan_without_tasks_in_two_files(tmp_path: Path) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    title = "阳西县2022年政务公开工作要点\n\n"
    write(source, a=title + "概述。", b=title + "另一段概述。")
    batch(out, source)
    assert {entry.state for entry in OutFolder(out).entries()} == {"no-tasks"}
    assert told(out) == [("id", None, [["a.txt", "b.txt"]])]
    assert found(out)[0].versions[0].text is None


def test_a_version_without_tasks_is_not_the_same(tmp_path: Path) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    title = "阳西县2022年政务公开工作要点\n\n"
    write(source, a=title + TASK, b=title + "概述。")
    batch(out, source)
    assert told(out) == [("id", False, [["a.txt"], ["b.txt"]])]


def test_the_file_follows_its_inputs(tmp_path: Path) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    plan_file(source / "a.txt")
    plan_file(source / "b.txt", "办事指南，")
    batch(out, source)
    before = (out / SAME).read_bytes()
    batch(out, source)
    assert (out / SAME).read_bytes() == before != b""
    (source / "b.txt").unlink()
    # Of what is left, no two have one plan.
    assert batch(out, source).same_plans == 0
    assert (out / SAME).read_bytes() == b""


def test_plans_that_are_gone_link_by_words_alone(tmp_path: Path) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    plan_file(source / "a.txt")
    plan_file(source / "b.txt", "办事指南，")
    batch(out, source)
    for path in (out / "plans").iterdir():
        path.unlink()
    assert write_same(LocalStore(out)) == 1
    assert told(out) == [("text", True, [["a.txt", "b.txt"]])]
    assert found(out)[0].title is None


def test_a_scratch_file_that_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(sqlite3, "connect", full)
    with pytest.raises(OutputError, match="disk is full"):
        write_same(LocalStore(tmp_path))


WHOLE = DocumentNumber(raw="国办发〔2018〕117号", code="国办发", year=2018, number=117)
CODE = DocumentNumber(raw="国办发〔2018", code="国办发")
PLACE = Region(name="阳西县", level="county")
TASKS = (Task(id="t1", text="公开预算。"),)


@pytest.mark.parametrize(
    ("plan", "telling"),
    [
        (Plan(id="", document_number=WHOLE), True),
        (Plan(id="", document_number=CODE), False),
        (Plan(id="", title="工作要点"), False),
        (Plan(id="", title="工作要点", year=2022, tasks=TASKS), False),
        (Plan(id="", title="工作要点", issuer="县政府"), True),
        (Plan(id="", title="阳西县工作要点", region=PLACE), True),
        (Plan(id="", issuer="县政府", year=2022), False),
        (Plan(id="", title="《》", tasks=TASKS), True),
        (Plan(id="", tasks=TASKS), True),
        (Plan(id="", tasks=(Task(id="t1", text="。"),)), False),
        (Plan(id=""), False),
    ],
)
def test_what_an_id_has_to_be_made_of(plan: Plan, telling: bool) -> None:
    assert is_telling(plan) is telling
