"""The commands of the GitLab and Jenkins templates, taken out of them and run."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from junitparser import JUnitXml

from tests.ci.plans import CI, ROOT, folder_of_plans, needs_packages


def _gitlab() -> dict[str, dict[str, object]]:
    data = yaml.safe_load((CI / "gitlab-ci.yml").read_text(encoding="utf-8"))
    return dict(data)


def _jenkins(kind: str) -> list[str]:
    """What the Jenkinsfile gives to a shell: of `kind` "sh" or "script"."""
    text = (CI / "Jenkinsfile").read_text(encoding="utf-8")
    before = {"sh": r"\bsh ", "script": r"script: "}[kind]
    return re.findall(rf"{before}'''(.*?)'''", text, re.DOTALL)


def _shell(
    script: str, folder: Path, environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    # The commands of the environment that runs the tests come first.
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script],
        cwd=folder,
        env={**os.environ, "PATH": path, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(("late", "code"), [(True, 1), (False, 0)])
def test_gitlab_writes_its_reports(late: bool, code: int, tmp_path: Path) -> None:
    job = _gitlab()["zwgk-validate"]
    variables, script, artifacts = job["variables"], job["script"], job["artifacts"]
    assert isinstance(variables, dict)
    assert isinstance(script, list)
    assert isinstance(artifacts, dict)
    work = folder_of_plans(tmp_path / "work", late=late)
    install, validate = script
    assert '"$ZWGK_PACKAGE"' in install
    run = _shell(validate, work, variables)
    assert run.returncode == code, run.stdout + run.stderr
    reports = artifacts["reports"]
    entries = json.loads((work / reports["codequality"]).read_text(encoding="utf-8"))
    assert ("late.txt" in str(entries)) is late
    suites = JUnitXml.fromfile(str(work / reports["junit"]))
    assert bool(suites.failures) is late
    assert artifacts["when"] == "always"


def test_gitlab_takes_more_options(tmp_path: Path) -> None:
    job = _gitlab()["zwgk-validate"]
    script, variables = job["script"], job["variables"]
    assert isinstance(script, list)
    assert isinstance(variables, dict)
    work = folder_of_plans(tmp_path / "work", late=True)
    run = _shell(script[1], work, {**variables, "ZWGK_OPTIONS": "--ignore ZW202"})
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize(
    ("late", "broken", "code"), [(False, False, 0), (True, False, 1), (True, True, 3)]
)
def test_jenkins_writes_its_reports(late: bool, broken: bool, code: int, tmp_path: Path) -> None:
    (script,) = _jenkins("script")
    work = folder_of_plans(tmp_path / "work", late=late, broken=broken)
    own = Path(sys.executable).parent.as_posix()
    run = _shell(script.replace(".zwgk/bin", own), work, {"ZWGK_PATHS": "plans/"})
    assert run.returncode == code, run.stdout + run.stderr
    text = (CI / "Jenkinsfile").read_text(encoding="utf-8")
    for name in ("zwgk-junit.xml", "zwgk.sarif", "zwgk.html"):
        assert (work / name).stat().st_size
        assert text.count(f"'{name}'") == 1
    assert JUnitXml.fromfile(str(work / "zwgk-junit.xml")).errors == int(broken)


@pytest.mark.slow
def test_jenkins_installs_and_runs(tmp_path: Path) -> None:
    needs_packages(tmp_path)
    (install,), (script,) = _jenkins("sh"), _jenkins("script")
    work = folder_of_plans(tmp_path / "work", late=True)
    environment = {"ZWGK_PACKAGE": str(ROOT), "ZWGK_PATHS": "plans/", "PYTHONPATH": ""}
    installed = _shell(install, work, environment)
    assert installed.returncode == 0, installed.stderr
    run = _shell(script, work, environment)
    assert run.returncode == 1, run.stdout + run.stderr
    assert "ZW202" in run.stdout
