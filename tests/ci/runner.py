"""A runner of GitHub Actions, as far as a composite action needs one."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_EXPRESSION = re.compile(r"\$\{\{ (.+?) \}\}")
_NAME = re.compile(r"[\w.-]+")


class Step(NamedTuple):
    """How a step ended; `uses` and `given` are those of an action that is only noted down."""

    code: int = 0
    printed: str = ""
    uses: str = ""
    given: Mapping[str, str] = {}


class Runner:
    """Runs the steps of `action` one after another; what another action gives is in `outputs`."""

    def __init__(self, action: Path, workspace: Path, temp: Path, **inputs: str) -> None:
        self.action = yaml.safe_load(action.read_text(encoding="utf-8"))
        self.workspace, self.temp = workspace, temp
        self.values = {
            "github.action_path": str(action.parent),
            "runner.temp": str(temp),
            "steps.python.outputs.python-path": sys.executable,
        }
        for name, row in self.action["inputs"].items():
            assert name in inputs or not row.get("required"), name
            self.values[f"inputs.{name}"] = inputs.get(name, row.get("default", ""))

    def run(self, *left_out: str) -> dict[str, Step]:
        """The steps that ran, by their ids, without those `left_out`."""
        done: dict[str, Step] = {}
        for row in self.action["runs"]["steps"]:
            if row["id"] in left_out or not self._wanted(row.get("if"), done):
                continue
            done[row["id"]] = self._step(row)
        return done

    def outputs(self) -> dict[str, str]:
        """What the action gives."""
        rows = self.action["outputs"].items()
        return {name: self._filled_in(row["value"]) for name, row in rows}

    def _wanted(self, condition: str | None, done: Mapping[str, Step]) -> bool:
        if condition is None:
            return not any(step.code for step in done.values())
        (inner,) = _EXPRESSION.findall(condition)
        return all(self._holds(part) for part in inner.split(" && "))

    def _holds(self, part: str) -> bool:
        if part == "!cancelled()":
            return True
        name, sign, value = part.split(" ")
        return (self._value(name) == value.strip("'")) is (sign == "==")

    def _step(self, row: Mapping[str, Any]) -> Step:
        if "uses" in row:
            given = {key: self._filled_in(str(value)) for key, value in row["with"].items()}
            return Step(uses=row["uses"], given=given)
        assert row["shell"] == "bash"
        script, output = self.temp / f"{row['id']}.sh", self.temp / f"{row['id']}.out"
        script.write_text(row["run"], encoding="utf-8")
        output.touch()
        environment = {key: self._filled_in(value) for key, value in row["env"].items()}
        run = subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)],
            cwd=self.workspace,
            env={**os.environ, "GITHUB_OUTPUT": str(output), **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        for line in output.read_text(encoding="utf-8").splitlines():
            name, _, value = line.partition("=")
            self.values[f"steps.{row['id']}.outputs.{name}"] = value
        return Step(run.returncode, run.stdout)

    def _filled_in(self, text: str) -> str:
        return _EXPRESSION.sub(lambda match: self._value(match[1]), text)

    def _value(self, name: str) -> str:
        assert _NAME.fullmatch(name), name
        known = name in self.values or ".outputs." in name
        assert known, f"{name} is no value that a runner has"
        return self.values.get(name, "")
