"""The steps of action.yml, run as a runner runs them."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest
import yaml

from tests.ci.plans import ROOT, folder_of_plans, needs_packages
from tests.ci.runner import Runner, Step

if TYPE_CHECKING:
    from pathlib import Path

ACTION = ROOT / "action.yml"


def _run(workspace: Path, temp: Path, **inputs: str) -> tuple[dict[str, Step], dict[str, str]]:
    """The steps after the installation, with the Python that runs the tests; the outputs."""
    temp.mkdir()
    runner = Runner(ACTION, workspace, temp, **inputs)
    runner.values["steps.install.outputs.python"] = sys.executable
    return runner.run("python", "install"), runner.outputs()


def test_findings_are_shown_uploaded_and_fail_the_step(tmp_path: Path) -> None:
    workspace = folder_of_plans(tmp_path / "work", late=True)
    steps, outputs = _run(workspace, tmp_path / "temp", paths="plans")
    assert steps["validate"].code == 1
    assert "::error file=plans/late.txt,line=10,title=ZW202 " in steps["validate"].printed
    assert steps["upload"].uses.startswith("github/codeql-action/upload-sarif@v")
    assert steps["upload"].given == {"sarif_file": "zwgk.sarif", "category": "zwgk"}
    assert outputs == {"sarif-file": "zwgk.sarif", "exit-code": "1"}
    (run,) = json.loads((workspace / "zwgk.sarif").read_text(encoding="utf-8"))["runs"]
    assert "ZW202" in {result["ruleId"] for result in run["results"]}


def test_without_findings_the_step_passes(tmp_path: Path) -> None:
    workspace = folder_of_plans(tmp_path / "work")
    steps, outputs = _run(workspace, tmp_path / "temp", paths="plans", upload="false")
    assert steps["validate"].code == 0, steps["validate"].printed
    assert "upload" not in steps
    assert outputs["exit-code"] == "0"


def test_an_unreadable_file_fails_and_is_uploaded(tmp_path: Path) -> None:
    workspace = folder_of_plans(tmp_path / "work", broken=True)
    steps, _ = _run(workspace, tmp_path / "temp", paths="plans")
    assert steps["validate"].code == 3
    assert "::error file=plans/empty.txt" in steps["validate"].printed
    assert "upload" in steps


def test_on_wrong_usage_nothing_is_uploaded(tmp_path: Path) -> None:
    workspace = folder_of_plans(tmp_path / "work")
    # Of an earlier run: it must not be taken for the findings of this one.
    (workspace / "zwgk.sarif").write_text("{}", encoding="utf-8")
    steps, outputs = _run(workspace, tmp_path / "temp", paths="plans", options="--no-such-option")
    assert steps["validate"].code == 2
    assert "upload" not in steps
    assert outputs == {"sarif-file": "", "exit-code": "2"}


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ("--ignore ZW202", 0),
        ("--ignore 'ZW202'\n--exclude \"no such *.txt\"", 0),
        ("--fail-on $(touch ran) --ignore `touch ran`", 2),
        ("--ignore 'ZW202", 2),
        ("; touch ran", 3),
    ],
)
def test_options_are_words_and_never_commands(options: str, code: int, tmp_path: Path) -> None:
    workspace = folder_of_plans(tmp_path / "work", late=True)
    steps, _ = _run(workspace, tmp_path / "temp", paths="plans", options=options)
    assert steps["validate"].code == code, steps["validate"].printed
    assert not (workspace / "ran").exists()


def test_paths_are_lines(tmp_path: Path) -> None:
    workspace = folder_of_plans(tmp_path / "work", late=True)
    paths = "plans/好 plan.txt\n\nplans/late.txt\r\n"
    steps, _ = _run(workspace, tmp_path / "temp", paths=paths, **{"sarif-file": "a b.sarif"})
    assert steps["validate"].code == 1
    assert "plans/late.txt" in steps["validate"].printed
    assert steps["upload"].given["sarif_file"] == "a b.sarif"


def test_no_value_is_put_into_a_script() -> None:
    action = yaml.safe_load(ACTION.read_text(encoding="utf-8"))
    scripts = [row["run"] for row in action["runs"]["steps"] if "run" in row]
    assert len(scripts) == 2
    assert not any("${{" in script for script in scripts)


@pytest.mark.slow
def test_all_steps_with_an_installation_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "temp").mkdir()
    needs_packages(tmp_path)
    workspace = folder_of_plans(tmp_path / "work", late=True)
    steps = Runner(ACTION, workspace, tmp_path / "temp", paths="plans").run()
    assert list(steps) == ["python", "install", "validate", "upload"]
    assert steps["install"].code == 0, steps["install"].printed
    assert steps["validate"].code == 1, steps["validate"].printed
    assert "title=ZW202 " in steps["validate"].printed
