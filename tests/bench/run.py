"""Measure parsing and start-up; exits with 1 above a bar. Run it with `make bench`.

Start-up is a ratio to bare click, measured in turns in the same run, so that it means the same on
a slow machine as on a fast one.
"""

from __future__ import annotations

import subprocess
import sys
import tracemalloc
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from statistics import median
from time import perf_counter

import zwgk_parse
from zwgk_parse.exporters import exporter
from zwgk_parse.extractors import extract
from zwgk_parse.normalizers.plan import normalize
from zwgk_parse.readers import read

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))
SAMPLE = SAMPLES[-2]
ROUNDS = 15
# How often a long document holds the content of each sample.
COPIES = 8
CLICK = "import click; click.command()(click.version_option('1')(lambda: None))(['--version'])"


DOCUMENTS = [
    one._replace(blocks=one.blocks * COPIES)
    for one in (read(sample.read_bytes(), sample.name).value for sample in SAMPLES)
]


@dataclass(frozen=True)
class Measure:
    """One figure and the most that it may be."""

    name: str
    value: float
    unit: str
    bar: float | None = None

    @property
    def kept(self) -> bool:
        """Whether the value is within its bar."""
        return self.bar is None or self.value <= self.bar


def seconds(*arguments: str) -> float:
    """How long a new Python takes for `arguments`."""
    begun = perf_counter()
    # Above all folders, so that no settings of a project are read.
    root = Path(__file__).anchor
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, cwd=root)
    return perf_counter() - begun


def start_up() -> Measure:
    """`zwgk --version` against a bare click program, medians of runs taken in turns."""
    version = [
        "-c",
        "import sys; sys.argv[1:] = ['--version']; from zwgk_parse.cli import main; main()",
    ]
    pairs = [(seconds(*version), seconds("-c", CLICK)) for _ in range(ROUNDS)]
    ours, bare = (median(times) for times in zip(*pairs, strict=True))
    return Measure("start-up against bare click", ours / bare, "times", 1.5)


def cold_parse() -> Measure:
    """A whole `zwgk parse` of a sample in a new process: the run least disturbed by others."""
    command = ["-m", "zwgk_parse", "parse", str(SAMPLE), "-o", "-"]
    best = min(seconds(*command) for _ in range(ROUNDS))
    return Measure(f"cold parse of {SAMPLE.name}", 1000 * best, "ms", 250)


def parsing() -> Measure:
    """Milliseconds for 1,000 tasks, over all samples, when everything is loaded."""
    tasks = sum(len(zwgk_parse.parse(sample).value.tasks) for sample in SAMPLES)
    times = []
    for _ in range(ROUNDS):
        begun = perf_counter()
        for sample in SAMPLES:
            zwgk_parse.parse(sample)
        times.append(perf_counter() - begun)
    return Measure("1,000 tasks from text", 1000 * median(times) / tasks * 1000, "ms")


def _planned() -> int:
    """Do all that follows the reading of long documents, and say how many tasks they hold."""
    count = 0
    for document in DOCUMENTS:
        plan, _ = normalize(extract([document]), [document], (), generator="")
        exporter("json").write([plan], StringIO())
        count += len(plan.tasks)
    return count


def plan_stage() -> Measure:
    """Milliseconds for a task from what was read to the JSON: the run least disturbed by others."""
    tasks = _planned()
    times = []
    for _ in range(ROUNDS):
        begun = perf_counter()
        _planned()
        times.append(perf_counter() - begun)
    return Measure("plan stage, one task", 1000 * min(times) / tasks, "ms", 0.45)


def plan_memory() -> Measure:
    """What the plan stage has at most in memory, for a task."""
    tracemalloc.start()
    tasks = _planned()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return Measure("plan stage, memory for one task", peak / tasks / 1000, "kB", 20)


def main() -> int:
    """1 if a figure is above its bar, else 0."""
    measures = [plan_memory(), start_up(), cold_parse(), parsing(), plan_stage()]
    for measure in measures:
        bar = "" if measure.bar is None else f"  (at most {measure.bar:g})"
        verdict = "" if measure.kept else "  TOO SLOW"
        print(f"{measure.name:32} {measure.value:8.2f} {measure.unit}{bar}{verdict}")
    return 0 if all(measure.kept for measure in measures) else 1


if __name__ == "__main__":
    sys.exit(main())
