"""What a batch writes beside plans follows the schemas that are published."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from tests.batch.made import batch, plan_file
from zwgk_parse.batch.record import LEDGER, SUMMARY
from zwgk_parse.batch.schema import ledger_schema, same_plans_schema, summary_schema
from zwgk_parse.batch.tables.same import SAME

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    LEDGER: ledger_schema,
    SUMMARY: summary_schema,
    SAME: same_plans_schema,
}


def published(name: str) -> Any:
    """The schema that stands in schemas/ for the file `name`."""
    called = f"{name.partition('.')[0]}.schema.json"
    return json.loads((ROOT / "schemas" / called).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def values(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Any]]:
    """What two runs have written, by the names of the files, a value for each line."""
    folder = tmp_path_factory.mktemp("schema")
    out, source = folder / "out", folder / "in"
    plan_file(source / "a.txt")
    plan_file(source / "copy" / "a.txt")
    plan_file(source / "b.txt", "办事指南，")
    (source / "none.txt").write_text("没有任务。", encoding="utf-8")
    (source / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    notes = ((str(source / "b.txt"), {"url": "https://a.example/", "region": "阳西县"}),)
    found: dict[str, list[Any]] = {name: [] for name in SCHEMAS}
    for sources in ((source,), (source, SAMPLES)):
        batch(out, *sources, notes=notes)
        for name in (LEDGER, SAME):
            found[name] += map(json.loads, (out / name).read_bytes().splitlines())
        found[SUMMARY].append(json.loads((out / SUMMARY).read_bytes()))
    return found


@pytest.mark.parametrize("name", SCHEMAS)
def test_what_is_written_follows_the_schema(name: str, values: dict[str, list[Any]]) -> None:
    schema = published(name)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    assert values[name]
    assert [error.message for value in values[name] for error in validator.iter_errors(value)] == []
    assert schema == SCHEMAS[name]()


def test_the_lines_that_were_held_to_it_are_of_many_kinds(values: dict[str, list[Any]]) -> None:
    lines = values[LEDGER]
    states = {line["state"] for line in lines}
    assert states >= {"ok", "ok-with-findings", "no-tasks", "unreadable", "skipped-unchanged"}
    assert any(line["copy_of"] for line in lines)
    assert any(line["meta"] for line in lines)


@pytest.mark.parametrize(
    ("name", "key", "value"),
    [
        (LEDGER, "state", "fine"),
        (LEDGER, "earlier", ""),
        (LEDGER, "tasks", "4"),
        (LEDGER, "meta", {"url": 4}),
        (LEDGER, "color", "red"),
        (SUMMARY, "states", {"fine": 4}),
        (SUMMARY, "same_plans", None),
        (SAME, "by", "title"),
        (SAME, "versions", [{"plan": "x"}]),
    ],
)
def test_what_is_not_written_does_not(
    name: str, key: str, value: object, values: dict[str, list[Any]]
) -> None:
    validator = Draft202012Validator(published(name))
    changed = copy.deepcopy(values[name][0]) | {key: value}
    assert not validator.is_valid(changed)


@pytest.mark.parametrize("name", SCHEMAS)
def test_no_field_may_be_left_out_and_each_is_explained(
    name: str, values: dict[str, list[Any]]
) -> None:
    schema = published(name)
    for key, rule in schema["properties"].items():
        without = {field: value for field, value in values[name][0].items() if field != key}
        assert not Draft202012Validator(schema).is_valid(without)
        assert rule["description"]
