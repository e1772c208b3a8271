"""Plans as JSON: one document, or one a line; always the same characters."""

from __future__ import annotations

import io
import json

import pytest

from zwgk_parse.exporters import EXPORTERS, exporter
from zwgk_parse.messages import remark
from zwgk_parse.plan.model import Plan, Task

PLAN = Plan(id="p1", title="工作要点", tasks=(Task(id="t1", text="推进“公开”\u2028专栏"),))


def _written(name: str, *plans: Plan) -> str:
    stream = io.StringIO()
    exporter(name).write(plans, stream)
    return stream.getvalue()


def test_json_is_indented_and_keeps_chinese_and_the_order_of_the_contract() -> None:
    text = _written("json", PLAN)
    assert text.startswith(
        '{\n  "schema_version": "1.1.0",\n  "id": "p1",\n  "title": "工作要点",\n'
    )
    assert text.endswith("}\n")
    assert Plan.model_validate_json(text) == PLAN


def test_json_is_as_the_model_writes_itself() -> None:
    plain = Plan(id="p2", title="题")
    assert _written("json", plain) == plain.model_dump_json(indent=2) + "\n"


def test_jsonl_has_one_plan_a_line() -> None:
    text = _written("jsonl", PLAN, PLAN)
    assert [Plan.model_validate_json(line) for line in text.splitlines()] == [PLAN, PLAN]


def test_half_a_surrogate_pair_becomes_an_escape() -> None:
    text = _written("json", Plan(id="p3", title="a\udc80"))
    text.encode("utf-8")
    assert json.loads(text)["title"] == "a\udc80"


@pytest.mark.parametrize(
    ("name", "suffix", "found"),
    [
        (None, ".json", "json"),
        (None, ".JSONL", "jsonl"),
        (None, ".txt", "json"),
        (None, "", "json"),
        ("json", ".jsonl", "json"),
        ("jsonl", "", "jsonl"),
    ],
)
def test_a_format_is_found_by_name_then_by_suffix(
    name: str | None, suffix: str, found: str
) -> None:
    assert exporter(name, suffix).name == found


def test_names_and_suffixes_are_claimed_once() -> None:
    claimed = [claim for member in EXPORTERS for claim in (member.name, *member.suffixes)]
    assert len(set(claimed)) == len(claimed)


@pytest.mark.parametrize("count", [0, 1, 64, 65, 128, 200])
def test_a_long_plan_is_written_as_the_model_writes_itself(count: int) -> None:
    text = 'says "tasks": [] and "diagnostics":[] and ]}'
    tasks = tuple(Task(id=f"t{number}", text=text) for number in range(count))
    said = tuple(remark("ZW306", text=f"{text}{number}") for number in range(count))
    plan = Plan(id="p3", title=text, tasks=tasks, diagnostics=said)
    assert _written("json", plan) == plan.model_dump_json(indent=2) + "\n"
    assert _written("jsonl", plan) == plan.model_dump_json() + "\n"
