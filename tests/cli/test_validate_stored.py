"""`zwgk validate` on stored plans: what is against the schema is found, what is damaged is told."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from click.testing import CliRunner

from zwgk_parse.cli.group import zwgk
from zwgk_parse.plan.model import Plan, Task

if TYPE_CHECKING:
    from pathlib import Path

PLAN = Plan(id="p", title="甲县2022年工作要点", tasks=(Task(id="t1", text="建立专栏。"),))


def test_violations_have_line_and_pointer_and_damaged_lines_are_failures(tmp_path: Path) -> None:
    good = PLAN.model_dump_json()
    bad = good.replace('"due":null', '"due":"2022-6-30"')
    path, pretty = tmp_path / "a.jsonl", tmp_path / "b.json"
    path.write_text(f"{good}\n{bad}\n{good[:99]}\n{{}}\n", "utf-8")
    pretty.write_text(json.dumps(json.loads(bad), indent=2), "utf-8")
    arguments = ["validate", "--select", "ZW019", "-f", "json", "--lang", "en", str(tmp_path)]
    result = CliRunner().invoke(zwgk, arguments)
    assert result.exit_code == 3
    report = json.loads(result.stdout)
    places = [one["place"] for one in report["findings"]]
    due = pretty.read_text("utf-8").splitlines().index('      "due": "2022-6-30",') + 1
    assert [(place["line"], place["pointer"]) for place in places] == [
        (2, "/tasks/0/due"),
        (due, "/tasks/0/due"),
    ]
    assert [one["code"] for one in report["findings"]] == ["ZW019", "ZW019"]
    assert {one["file"] for one in report["failures"]} == {str(path)}
    reasons = [one["reason"] for one in report["failures"]]
    assert "breaks off at line 3" in reasons[0]
    assert "JSON of another kind" in reasons[1]
    assert (report["counts"]["files"], report["counts"]["plans"]) == (2, 1)
