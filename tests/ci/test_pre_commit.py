"""The hook of .pre-commit-hooks.yaml, run by pre-commit in another repository."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import yaml

from tests.ci.plans import LATE, ROOT, folder_of_plans, needs_packages

if TYPE_CHECKING:
    from pathlib import Path


def _hook() -> dict[str, object]:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    return dict(hook)


@pytest.mark.parametrize(
    ("file", "checked"),
    [
        ("plans/2022.pdf", True),
        ("site/plans/2022/要点.docx", True),
        ("plans/a.htm", True),
        ("plans/a.json", True),
        ("plans/a.ndjson", True),
        ("plans/要点.doc", True),
        ("plans/要点.docm", True),
        ("plans/要点.dotx", True),
        ("plans/要点.wps", True),
        ("plans/要点.ofd", True),
        ("package.json", False),
        ("requirements.txt", False),
        ("plans/logo.png", False),
        ("myplans/a.txt", False),
    ],
)
def test_the_files_that_it_takes(file: str, checked: bool) -> None:
    assert bool(re.search(str(_hook()["files"]), file)) is checked


def test_pre_commit_takes_the_manifest() -> None:
    subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"],
        cwd=ROOT,
        check=True,
    )


def _git(folder: Path, *arguments: str) -> str:
    names = ("-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
    run = subprocess.run(
        ["git", *names, *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return run.stdout.strip()


@pytest.mark.slow
def test_pre_commit_refuses_a_plan_with_an_error(tmp_path: Path) -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout")
    needs_packages(tmp_path)
    work = folder_of_plans(tmp_path / "work")
    (work / "notes.txt").write_text("买菜", encoding="utf-8")
    head = _git(ROOT, "rev-parse", "HEAD")
    hooks = [{"id": "zwgk-validate"}]
    config = {"repos": [{"repo": str(ROOT), "rev": head, "hooks": hooks}]}
    (work / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    _git(work, "init", "-q")
    _git(work, "add", "-A")

    def run() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", "--verbose"],
            cwd=work,
            env={**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "home"), "PYTHONPATH": ""},
            capture_output=True,
            text=True,
            check=False,
        )

    passed = run()
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert "Passed" in passed.stdout
    assert "notes.txt" not in passed.stdout
    (work / "plans" / "late.txt").write_text(LATE, encoding="utf-8")
    _git(work, "add", "-A")
    (work / "zwgk.toml").write_text('[validate]\nexclude = ["late.txt"]\n', encoding="utf-8")
    assert run().returncode == 0, "what the settings exclude"
    (work / "zwgk.toml").unlink()
    failed = run()
    assert failed.returncode == 1
    assert "plans/late.txt:10: ZW202" in failed.stdout
