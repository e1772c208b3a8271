"""Two plans go in, the tasks that csv-diff takes for one come out, as pairs of places.

csv-diff cannot stay installed: its wheel brings a package `tests`, which hides ours. It is kept in
a folder of its own below .venv, where pip puts it once, and runs as its own program.
"""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.bench import apart

if TYPE_CHECKING:
    from zwgk_parse.plan.model import Plan

REQUIREMENTS = ("csv-diff==1.2", "dictdiffer==0.9.0")
HERE = apart.KEPT / "csv-diff-1.2"
PROGRAM = "from csv_diff.cli import cli; cli()"
_MOST_SECONDS = 120


def install(folder: Path = HERE) -> None:
    """Put csv-diff into `folder`, unless it is there; raises NotToBeHadError."""
    apart.install(folder, "csv_diff", ("-c", str(apart.ROOT / "constraints.txt"), *REQUIREMENTS))


def by_csv_diff(old: Plan, new: Plan) -> set[tuple[int, int]]:
    """Rows that csv-diff takes for one, by their number: those it calls changed, and equal ones."""
    rows = [_rows(plan) for plan in (old, new)]
    changed = {row["key"] for row in _told(rows)["changed"]}
    equal = {number for number in rows[0] if rows[0][number] == rows[1].get(number)}
    places = [{str(task.number): at for at, task in enumerate(plan.tasks)} for plan in (old, new)]
    return {(places[0][number], places[1][number]) for number in changed | equal}


def _rows(plan: Plan) -> dict[str, str]:
    return {str(task.number): task.text for task in plan.tasks}


def _told(rows: list[dict[str, str]]) -> dict[str, list[dict[str, str]]]:
    """What csv-diff says of two tables of numbers and texts."""
    with TemporaryDirectory() as folder:
        files = []
        for name, of_plan in zip(("old.csv", "new.csv"), rows, strict=True):
            files.append(Path(folder, name))
            with files[-1].open("w", encoding="utf-8", newline="") as stream:
                csv.writer(stream).writerows([("number", "text"), *of_plan.items()])
        run = subprocess.run(
            [sys.executable, "-c", PROGRAM, *map(str, files), "--key=number", "--json"],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONPATH": str(HERE), "PYTHONUTF8": "1"},
            cwd=folder,
            timeout=_MOST_SECONDS,
        )
    told: dict[str, list[dict[str, str]]] = json.loads(run.stdout)
    return told
