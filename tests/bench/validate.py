"""What `zwgk validate` costs on stored plans, against check-jsonschema, which looks at form alone.

Both run as programs, in turns, over the same files: 200 plans of 50 tasks each, made from a sample
with all its places. The ratio means the same on a slow machine as on a fast one. The most memory
is measured over 200 and over 1,000 files, told from warnings up: what is told is held until all
files are read.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from tests.bench.installed import environment
from tests.bench.memory import own_peak
from zwgk_parse import parse
from zwgk_parse.exporters import exporter

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "samples" / "yangxi-2022.txt"
SCHEMA = ROOT / "schemas" / "plan.schema.json"
TASKS = 50
FEW, MANY = 200, 1_000
ROUNDS = 5
MOST_SECONDS = 1.5
MOST_GROWTH = 1.10


def made(folder: Path, count: int) -> list[str]:
    """The paths of `count` stored plans in `folder`, which are written there."""
    plan = parse(SAMPLE).value
    paths = []
    for number in range(count):
        one = plan.model_copy(update={"id": f"{plan.id}-{number}", "tasks": plan.tasks[:TASKS]})
        path = folder / f"plan-{number:04}.json"
        with path.open("w", encoding="utf-8") as stream:
            exporter("json").write([one], stream)
        paths.append(str(path))
    return paths


def seconds(*command: str) -> float:
    """How long a program takes; whatever it finds, it must not fail."""
    begun = perf_counter()
    # Above all folders, so that no settings of a project are read.
    above = Path(__file__).anchor
    run = subprocess.run(command, check=False, capture_output=True, cwd=above, env=environment())
    taken = perf_counter() - begun
    if run.returncode not in {0, 1}:
        sys.exit(run.stderr.decode())
    return taken


def validate(folder: Path) -> tuple[str, ...]:
    """The command that checks the plans in a folder: all checks, also those that are off."""
    return (sys.executable, "-m", "zwgk_parse", "validate", "--select", "ZW", str(folder))


def peak(folder: Path) -> int:
    """The most bytes that `zwgk validate` has in memory at a time."""
    command = [sys.executable, "-m", "tests.bench.validate", str(folder)]
    run = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    return int(json.loads(run.stderr.splitlines()[-1]))


def _measured(folder: str) -> None:
    """Do the work in this process, and say on standard error what it took."""
    from zwgk_parse.cli.group import zwgk

    try:
        zwgk(["validate", "--select", "ZW", "--severity", "warning", folder])
    except SystemExit:
        print(own_peak(), file=sys.stderr)


def main() -> int:
    """1 if a figure is above its bar, else 0."""
    with tempfile.TemporaryDirectory() as few, tempfile.TemporaryDirectory() as many:
        files = made(Path(few), FEW)
        made(Path(many), MANY)
        size = sum(Path(file).stat().st_size for file in files) / FEW / 1000
        other = (sys.executable, "-m", "check_jsonschema", "--schemafile", str(SCHEMA), *files)
        pairs = [(seconds(*validate(Path(few))), seconds(*other)) for _ in range(ROUNDS)]
        ours, theirs = (min(times) for times in zip(*pairs, strict=True))
        growth = peak(Path(many)) / peak(Path(few))
    figures = [
        (f"validate {FEW} plans ({size:.0f} kB each)", ours, "s", MOST_SECONDS),
        ("against check-jsonschema", ours / theirs, "times", 1.0),
        (f"memory over {MANY} files against {FEW}", growth, "times", MOST_GROWTH),
    ]
    for name, value, unit, most in figures:
        verdict = "" if value <= most else "  TOO MUCH"
        print(f"{name:38} {value:6.2f} {unit}  (at most {most:g}){verdict}")
    return 0 if all(value <= most for _, value, _, most in figures) else 1


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _measured(sys.argv[1])
    else:
        sys.exit(main())
