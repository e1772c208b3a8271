"""The short formats, and the JSON that can be applied."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema  # type: ignore[import-untyped]
import pytest

from tests.exporters.changes.comparisons import COMPARISONS, HIDDEN, ORDINARY, SAME, written
from zwgk_parse.plan.changes import Changes
from zwgk_parse.plan.stored_changes import read_changes

if TYPE_CHECKING:
    from zwgk_parse.exporters.changes.comparison import Comparison

SCHEMA = Path(__file__).parents[3] / "schemas" / "changes.schema.json"


def test_counts_by_kind_in_their_order() -> None:
    rows = [line.split() for line in written("stat", ORDINARY).splitlines()]
    assert rows[:3] == [["1", "added", "新增"], ["1", "removed", "删除"], ["1", "split", "拆分"]]
    assert ["2", "plan-changed", "方案信息变更"] in rows
    assert rows[-1] == ["26", "合计"]
    assert written("stat", SAME, "en") == "     0 total\n"
    assert (
        written("stat", HIDDEN, "en").splitlines()[-1] == "changes not told (--only, --ignore): 3"
    )


def test_a_line_for_each_task_touched() -> None:
    assert written("names", ORDINARY).splitlines() == [
        "t1 → t1",
        "t2 → t2,t3",
        "t3 → t5",
        "t4 → -",
        "- → t6",
        "t3,t4 → t6",
    ]
    assert written("names", SAME) == ""


@pytest.mark.parametrize("told", COMPARISONS.values(), ids=COMPARISONS)
def test_json_follows_the_schema(told: Comparison) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(written("json", told)), schema)


def test_json_is_read_as_it_was() -> None:
    assert read_changes(written("json", ORDINARY).encode(), "c.json") == ORDINARY.changes
    assert isinstance(ORDINARY.changes, Changes)
