"""Measure the reading of PDFs against pdfium and pdfplumber; exits with 1 above a bar.

    python -m tests.bench.reading [--corpus FOLDER]

The folder, or ZWGK_CORPUS, has long plans as bench/*.pdf and a short one as
renditions/yangxi-2022.libreoffice.pdf. Times are taken in turns in one run, so that their ratios
mean the same on a slow machine as on a fast one; memory in processes of their own.
"""

from __future__ import annotations

import argparse
import logging
import os
import subprocess
import sys
import tempfile
from functools import partial
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

import pdfplumber
import pypdfium2

from tests.bench.installed import environment
from tests.bench.memory import Peak, peak
from tests.bench.pdfium_floor import extract_all
from tests.bench.run import Measure
from zwgk_parse.exporters import json
from zwgk_parse.pipeline import parse_document
from zwgk_parse.readers import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROUNDS = 3
# pdfplumber is slow, so it reads each tenth page.
EACH = 10
MIB = 1 << 20
COLD_ROUNDS = 7


class Times(NamedTuple):
    """Milliseconds a page: pdfium's characters and paths, ours, pdfplumber's tables, all of it."""

    floor: float
    ours: float
    plumber: float
    whole: float


def timed(work: Callable[[], object], pages: int) -> float:
    """How many milliseconds a page `work` takes."""
    begun = perf_counter()
    work()
    return 1000 * (perf_counter() - begun) / pages


def whole_parse(data: bytes, name: str) -> int:
    """Read the file, make its plan and write it as JSON; gives the number of tasks."""
    plan = parse_document(BytesIO(data), name=name).plan
    with Path(os.devnull).open("w", encoding="utf-8") as out:
        json.write([plan], out, lines=False)
    return len(plan.tasks)


def plumber_tables(path: Path, numbers: list[int]) -> None:
    """Have pdfplumber find the tables of some pages."""
    with pdfplumber.open(path, pages=numbers) as file:
        for page in file.pages:
            page.extract_tables()
            page.close()


def times(path: Path) -> Times:
    """The times for the file at `path`: of each, the round least disturbed by others."""
    data = path.read_bytes()
    pages = page_count(path)
    some = list(range(1, pages + 1, EACH))
    rounds = [
        Times(
            timed(lambda: extract_all(data), pages),
            timed(lambda: read(data, path.name), pages),
            timed(lambda: plumber_tables(path, some), len(some)),
            timed(lambda: whole_parse(data, path.name), pages),
        )
        for _ in range(ROUNDS)
    ]
    return Times(*map(min, zip(*rounds, strict=True)))


def page_count(path: Path) -> int:
    """How many pages the file at `path` has."""
    with pypdfium2.PdfDocument(path) as file:
        return len(file)


def speed(path: Path) -> Iterator[Measure]:
    """Milliseconds a page, and the three ratios."""
    found = times(path)
    kind = path.name.split(".")[1]
    yield Measure(f"{kind}: characters and paths", found.floor, "ms a page")
    yield Measure(f"{kind}: our reading", found.ours, "ms a page")
    yield Measure(f"{kind}: pdfplumber's tables", found.plumber, "ms a page")
    yield Measure(f"{kind}: parse and JSON", found.whole, "ms a page")
    yield Measure(f"{kind}: reading / pdfplumber", found.ours / found.plumber, "times", 0.1)
    yield Measure(f"{kind}: reading / pdfium", found.ours / found.floor, "times", 2)
    yield Measure(f"{kind}: parse / reading", found.whole / found.ours, "times", 1.5)


def repeated(path: Path, count: int, target: Path) -> None:
    """Write the pages of `path`, so many times, to `target`."""
    with pypdfium2.PdfDocument(path) as file, pypdfium2.PdfDocument.new() as made:
        for _ in range(count):
            made.import_pages(file)
        made.save(target)


def memory(path: Path) -> Iterator[Measure]:
    """Peaks of reading a file and one twice as long, and of the whole parse."""
    kind = path.name.split(".")[1]
    with tempfile.TemporaryDirectory() as folder:
        # Both are put together by the same program, which packs files in its own way.
        once, twice = Path(folder, "once.pdf"), Path(folder, "twice.pdf")
        repeated(path, 1, once)
        repeated(path, 2, twice)
        if has_pages():
            one, two = peak("pages", once), peak("pages", twice)
            yield Measure(f"{kind}: pages, one by one", one.bytes / MIB, "MiB")
            yield Measure(f"{kind}: twice the pages", two.bytes / one.bytes, "times", 1.1)
        one, two = peak("document", once), peak("document", twice)
    held = (two.bytes - one.bytes) / 1024 / one.pages
    yield Measure(f"{kind}: a page held", held, "kB")
    yield from plan_memory(kind, peak("document", path), peak("parse", path))


def plan_memory(kind: str, document: Peak, parse: Peak) -> Iterator[Measure]:
    """What the plan adds to the document, and what all takes for 500 pages."""
    added = (parse.bytes - document.bytes) / 1024 / max(1, parse.tasks)
    yield Measure(f"{kind}: plan, for each task", added, "kB", 20)
    yield Measure(f"{kind}: parse of {parse.pages} pages", parse.bytes / MIB, "MiB", 200)


def has_pages() -> bool:
    """Whether the reader gives pages one by one; says so if it does not."""
    if find_spec("zwgk_parse.readers.pdf") is not None:
        from zwgk_parse.readers import pdf

        if hasattr(pdf, "iter_pages"):
            return True
    print("pages one by one: skipped, zwgk_parse.readers.pdf has no iter_pages")
    return False


def cold(path: Path) -> Measure:
    """A whole `zwgk parse` of a short plan in a new process: the run least disturbed by others."""
    command = [sys.executable, "-m", "zwgk_parse", "parse", str(path), "-o", "-"]
    run = partial(subprocess.run, command, check=True, capture_output=True, env=environment())
    run()
    best = min(timed(run, 1) for _ in range(COLD_ROUNDS))
    return Measure(f"cold parse, {page_count(path)} pages", best, "ms", 500)


def measures(corpus: Path) -> Iterator[Measure]:
    """All figures, as they are reached."""
    for path in sorted((corpus / "bench").glob("*.pdf")):
        yield from speed(path)
        yield from memory(path)
    short = corpus / "renditions" / "yangxi-2022.libreoffice.pdf"
    if short.is_file():
        yield cold(short)


def main() -> int:
    """1 if a figure is above its bar, else 0."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    given = os.environ.get("ZWGK_CORPUS")
    parser.add_argument("--corpus", type=Path, default=Path(given) if given else None)
    corpus = parser.parse_args().corpus
    if corpus is None or not (corpus / "bench").is_dir():
        print("reading of PDFs: skipped, no folder with bench/*.pdf (--corpus or ZWGK_CORPUS)")
        return 0
    # pdfminer complains of what fonts lack, page after page.
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    kept = True
    for measure in measures(corpus):
        bar = "" if measure.bar is None else f"  (at most {measure.bar:g})"
        verdict = "" if measure.kept else "  TOO MUCH"
        print(f"{measure.name:34} {measure.value:8.2f} {measure.unit}{bar}{verdict}", flush=True)
        kept = kept and measure.kept
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
