"""Ten tasks of each sample, written by hand before the code, compared exactly."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from zwgk_parse.pipeline import parse

HERE = Path(__file__).parent
SAMPLES = HERE.parent / "samples"
CASES = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted((HERE / "expected").glob("*.json"))
}
TASKS = [
    pytest.param(name, task, id=f"{name}-{task['id']}")
    for name, case in CASES.items()
    for task in case["tasks"]
]


@cache
def parsed(name: str) -> dict[str, Any]:
    plan = parse(SAMPLES / f"{name}.txt").value
    found: dict[str, Any] = json.loads(plan.model_dump_json())
    return found


@pytest.mark.parametrize(("name", "task"), TASKS)
def test_task(name: str, task: dict[str, Any]) -> None:
    found = next(each for each in parsed(name)["tasks"] if each["id"] == task["id"])
    for owner, wanted in zip(found["owners"], task["owners"], strict=False):
        if wanted["system"] == "?":
            wanted["system"] = owner["system"]
    assert found == task


@pytest.mark.parametrize("name", CASES)
def test_plan(name: str) -> None:
    wanted = CASES[name]["plan"]
    assert {field: parsed(name)[field] for field in wanted} == wanted


@pytest.mark.parametrize("name", CASES)
def test_sections(name: str) -> None:
    assert parsed(name)["sections"] == CASES[name]["sections"]


@pytest.mark.parametrize("name", CASES)
def test_diagnostics_of_these_tasks(name: str) -> None:
    ids = {task["id"] for task in CASES[name]["tasks"]} | {None}
    said = [d for d in parsed(name)["diagnostics"] if d["task"] in ids and d["code"] != "ZW306"]
    wanted = CASES[name]["diagnostics"]
    found = sorted((d["code"], d["task"] or "") for d in said)
    assert found == sorted((d["code"], d["task"] or "") for d in wanted)


def test_every_kind_of_span_is_a_line_of_the_file() -> None:
    for name in CASES:
        lines = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8").split("\n")
        for task in parsed(name)["tasks"]:
            printed = "".join(lines[s["line"] - 1 : s["end_line"]][0] for s in task["provenance"])
            plain = re.sub(r"\s|<[^>]*>", "", printed)
            assert re.sub(r"\s", "", task["text"])[:10] in plain
