"""A program of others holds our plans to our schema, and our schemas to that of schemas."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from zwgk_parse.exporters import exporter
from zwgk_parse.pipeline import parse
from zwgk_parse.plan.schema import SCHEMAS

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))
GOLDEN = sorted((ROOT / "tests" / "golden").glob("*/*/plan.json"))
NEWEST = ROOT / "schemas" / "plan.schema.json"
OLDER = [ROOT / "schemas" / f"plan-{version}.schema.json" for version in list(SCHEMAS)[:-1]]


def check(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_schemas_are_schemas() -> None:
    result = check("--check-metaschema", *sorted((ROOT / "schemas").glob("*.json")))
    assert result.returncode == 0, result.stdout


def test_what_is_written_follows_the_schema(tmp_path: Path) -> None:
    paths = []
    for sample in SAMPLES:
        path = tmp_path / f"{sample.stem}.json"
        with path.open("w", encoding="utf-8") as stream:
            exporter("json").write([parse(sample).value], stream)
        paths.append(path)
    result = check("--schemafile", NEWEST, *paths, *GOLDEN)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("schema", [NEWEST, *OLDER], ids=lambda path: path.stem)
def test_what_does_not_follow_the_schema_is_refused(schema: Path, tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_text('{"schema_version": "9.0.0", "id": "p", "issued_on": "2022-6-30"}', "utf-8")
    result = check("--schemafile", schema, path)
    assert result.returncode == 1
    assert "$.schema_version" in result.stdout
    assert "$.issued_on" in result.stdout
