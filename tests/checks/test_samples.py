"""What `zwgk validate` says of the samples, word for word, and a reader's judgement of it.

`samples/<name>.txt` is the report, renewed by `pytest --update-golden`; `samples/judged.toml` says
of each error and warning why it is true. What must stay quiet is listed beside it.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from zwgk_parse.cli.group import zwgk
from zwgk_parse.diagnostics import Severity
from zwgk_parse.pipeline import examine
from zwgk_parse.validation.rules import rules
from zwgk_parse.validation.run import findings_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from zwgk_parse.findings import Finding

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))
HERE = Path(__file__).parent / "samples"
JUDGED = tomllib.loads((HERE / "judged.toml").read_text(encoding="utf-8"))


def _findings(sample: Path) -> tuple[Finding, ...]:
    return findings_of(sample.name, examine([sample]), rules(())).findings


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_the_report_is_the_one_that_was_read(
    sample: Path, golden: Callable[[str, Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sample.parent)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    told = CliRunner().invoke(zwgk, ["validate", sample.name], env={"ZWGK_LANG": "zh"})
    golden(told.stdout, HERE / f"{sample.stem}.txt")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_every_error_and_warning_was_judged_true(sample: Path) -> None:
    grave = {
        (one.diagnostic.code, one.diagnostic.task)
        for one in _findings(sample)
        if one.diagnostic.severity is not Severity.INFO
    }
    judged = {
        (one["code"], task)
        for one in JUDGED["finding"]
        if one["sample"] == sample.stem
        for task in one.get("tasks", [None])
    }
    assert grave == judged
    assert all(one["verdict"] == "true" and one["ground"] for one in JUDGED["finding"])


@pytest.mark.parametrize(
    "trap", JUDGED["quiet"], ids=lambda trap: f"{trap['sample']} {trap['task']} {trap['why'][:20]}"
)
def test_a_known_trap_stays_quiet(trap: dict[str, str]) -> None:
    found = _findings(ROOT / "samples" / f"{trap['sample']}.txt")
    codes = {one.diagnostic.code for one in found if one.diagnostic.task == trap["task"]}
    assert not codes & set(trap["codes"])
