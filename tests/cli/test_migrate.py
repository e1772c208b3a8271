"""`zwgk migrate`: stored plans of older versions become those of the newest."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

from zwgk_parse.cli.group import zwgk
from zwgk_parse.pipeline import load
from zwgk_parse.plan.model import SCHEMA_VERSION, Plan, Task

if TYPE_CHECKING:
    from pathlib import Path

TASK = Task(id="t1", text="分值权重不低于4%。")


def old(name: str = "p") -> dict[str, Any]:
    data: dict[str, Any] = json.loads(Plan(id=name, tasks=(TASK,)).model_dump_json())
    del data["tasks"][0]["targets"]
    return data | {"schema_version": "1.0.0"}


def run(*arguments: object, **more: Any) -> Result:
    return CliRunner().invoke(zwgk, ["migrate", *map(str, arguments)], **more)


def stored(path: Path, *plans: dict[str, Any], indent: int | None = None) -> Path:
    path.write_text("".join(json.dumps(plan, indent=indent) + "\n" for plan in plans), "utf-8")
    return path


@pytest.mark.parametrize("indent", [None, 2])
def test_an_old_plan_is_written_in_the_newest_version(tmp_path: Path, indent: int | None) -> None:
    result = run(stored(tmp_path / "a.json", old(), indent=indent))
    assert result.exit_code == 0
    plan = Plan.model_validate_json(result.stdout)
    assert plan.schema_version == SCHEMA_VERSION
    assert [target.raw for target in plan.tasks[0].targets] == ["不低于4%"]


def test_an_old_plan_still_loads(tmp_path: Path) -> None:
    plan = load(stored(tmp_path / "a.json", old())).value
    assert plan.tasks[0].targets[0].value == 4


def test_several_plans_are_written_one_a_line(tmp_path: Path) -> None:
    first = stored(tmp_path / "a.jsonl", old("p1"), old("p2"))
    second = stored(tmp_path / "b.json", json.loads(Plan(id="p3").model_dump_json()))
    output = tmp_path / "c.jsonl"
    assert run(first, second, "-o", output).exit_code == 0
    plans = [Plan.model_validate_json(line) for line in output.read_text("utf-8").splitlines()]
    assert [plan.id for plan in plans] == ["p1", "p2", "p3"]


def test_standard_input_is_read() -> None:
    result = run("-", input=json.dumps(old()))
    assert Plan.model_validate_json(result.stdout).id == "p"


def test_a_json_file_takes_one_plan_only(tmp_path: Path) -> None:
    result = run(stored(tmp_path / "a.jsonl", old(), old()), "-o", tmp_path / "c.json")
    assert result.exit_code == 2
    assert "there are 2; name a .jsonl file" in result.stderr


def test_in_place_rewrites_what_is_old_and_leaves_the_rest(tmp_path: Path) -> None:
    one = stored(tmp_path / "a.json", old())
    two = stored(tmp_path / "b.jsonl", old("p1"), old("p2"))
    new = tmp_path / "c.json"
    new.write_text('{"id": "p"}', "utf-8")
    result = run("--in-place", one, two, new)
    assert result.exit_code == 0
    assert result.stderr == f"{one}: 1.0.0 → 1.1.0\n{two}: 1.0.0 → 1.1.0\n"
    assert Plan.model_validate_json(one.read_text("utf-8")).tasks[0].targets
    assert len(two.read_text("utf-8").splitlines()) == 2
    assert new.read_text("utf-8") == '{"id": "p"}'
    assert not run("--in-place", one, two, new).stderr


def test_in_place_goes_alone(tmp_path: Path) -> None:
    path = stored(tmp_path / "a.json", old())
    assert run("--in-place", path, "-o", tmp_path / "b.json").exit_code == 2
    assert run("--in-place", "-").exit_code == 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"id": "p", "schema_version": "2.0.0"}', "its version 2.0.0 is newer than 1.1.0"),
        ("一、总体要求", "it does not begin with a brace"),
        ("", "it does not begin with a brace"),
        ('{"id": 1}', "at /id: expected text, found 1"),
        ('{"id": "p"}\n{"id": 2}\n', "a.json:2: not a plan: at /id"),
    ],
)
def test_what_cannot_be_migrated_is_one_line(tmp_path: Path, content: str, said: str) -> None:
    path, good = tmp_path / "a.json", stored(tmp_path / "b.json", old())
    before = good.read_bytes()
    path.write_text(content, "utf-8")
    result = run("--in-place", good, path)
    assert result.exit_code == 3
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert good.read_bytes() == before


def test_no_file_is_wrong_usage() -> None:
    assert run().exit_code == 2
