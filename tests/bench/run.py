"""Measure parsing and start-up; exits with 1 above a bar. Run it with `make bench`.

Start-up is a ratio to bare click, measured in turns in the same run, so that it means the same on
a slow machine as on a fast one.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

import zwgk_parse

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))
SAMPLE = SAMPLES[-2]
ROUNDS = 15
CLICK = "import click; click.command()(click.version_option('1')(lambda: None))(['--version'])"


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
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
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


def main() -> int:
    """1 if a figure is above its bar, else 0."""
    measures = [start_up(), cold_parse(), parsing()]
    for measure in measures:
        bar = "" if measure.bar is None else f"  (at most {measure.bar:g})"
        verdict = "" if measure.kept else "  TOO SLOW"
        print(f"{measure.name:32} {measure.value:8.2f} {measure.unit}{bar}{verdict}")
    return 0 if all(measure.kept for measure in measures) else 1


if __name__ == "__main__":
    sys.exit(main())
