"""Break files in thousands of ways and see what becomes of them; 1 if any is not read or refused.

    python -m scripts.fuzz [--count 5000] [--seconds 600] [--keep FOLDER] [FILE...]

A case is named by its number, and the same number under the same --seed is the same case, so that
`--only NUMBER` runs one again. First come the bombs, then broken copies of the files given, by
default those made for tests. A file that is read gives a plan, however poor; one that cannot be
read is refused. A traceback, a dead process and one that goes on for ever are offences: a
few of each are kept in the folder with what was said.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter
from itertools import islice
from pathlib import Path
from random import Random
from time import monotonic
from typing import TYPE_CHECKING

from scripts.fuzzing.bombs import BOMBS
from scripts.fuzzing.mutations import broken
from scripts.fuzzing.workers import OFFENCES, Case, Verdict, verdicts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Seed = tuple[str, bytes]
# So many files are kept of each offence.
_KEPT = 3


def made_files() -> list[Seed]:
    """The PDFs and the Word file that the tests are made with."""
    from tests.readers import pdf_changes, pdf_files
    from tests.readers.word_files import task_table

    makers = (
        pdf_files.merged, pdf_files.tables_and_paragraphs, pdf_files.in_form, pdf_files.stamped,
        pdf_changes.encrypted, pdf_changes.shifted, pdf_changes.radicals_map,
    )  # fmt: skip
    pdfs = [(f"{getattr(make, '__name__', 'map')}.pdf", make()) for make in makers]
    return [*pdfs, *[("task_table.docx", task_table())] * 3]


def cases(seeds: Sequence[Seed], seed: int, count: int) -> Iterator[Case]:
    """The first `count` broken copies of `seeds` under `seed`."""
    for number in range(count):
        rng = Random(f"{seed}:{number}")  # noqa: S311  chance, not secrets
        name, data = rng.choice(seeds)
        way, made = broken(data, rng)
        path = Path(name)
        yield Case(f"{number}-{path.stem}{path.suffix}", way, made)


def bombs() -> Iterator[Case]:
    """The files made to take all time or memory."""
    return (Case(name, "bomb", make()) for name, make in BOMBS.items())


def until(end: float, waiting: Iterable[Case]) -> Iterator[Case]:
    """`waiting`, up to the moment `end`."""
    for case in waiting:
        if monotonic() > end:
            return
        yield case


def keep(verdict: Verdict, folder: Path) -> None:
    """Write the file of `verdict` and what was said into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{verdict.outcome}-{verdict.case.way}-{verdict.case.name}"
    target.write_bytes(verdict.case.data)
    target.with_name(target.name + ".txt").write_text(verdict.said, encoding="utf-8")


def summary(found: Sequence[Verdict]) -> list[str]:
    """A line for each way of breaking and one for all: how many of each outcome."""
    ways: dict[str, Counter[str]] = {}
    for verdict in found:
        ways.setdefault(verdict.case.way, Counter())[verdict.outcome] += 1
    ways["all"] = Counter(verdict.outcome for verdict in found)
    outcomes = ("plan", "refused", *OFFENCES)
    lines = [f"{'':18}" + "".join(f"{outcome:>10}" for outcome in outcomes)]
    lines += [
        f"{way:18}" + "".join(f"{counts[outcome]:>10}" for outcome in outcomes)
        for way, counts in ways.items()
    ]
    slowest = max(found, key=lambda verdict: verdict.seconds, default=None)
    if slowest is not None:
        lines.append(f"slowest: {slowest.case.name} ({slowest.case.way}), {slowest.seconds:.1f} s")
    return lines


def offences(found: Sequence[Verdict]) -> list[str]:
    """The last line of what was said of each offence, and how often."""
    last = Counter(_last_words(verdict) for verdict in found if verdict.outcome in OFFENCES)
    return [f"{count:5} × {said}" for said, count in last.most_common()]


def _last_words(verdict: Verdict) -> str:
    return f"{verdict.outcome}: {verdict.said.strip().splitlines()[-1][:160]}"


def main() -> int:
    """1 if a file was neither read nor refused, else 0."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path, help="files to break")
    parser.add_argument("--count", type=int, default=5000, help="so many broken copies")
    parser.add_argument("--seconds", type=float, default=600, help="begin no case after these")
    parser.add_argument("--limit", type=float, default=30, help="seconds for one file")
    parser.add_argument("--seed", type=int, default=2022)
    parser.add_argument("--workers", type=int, default=max(1, (os.cpu_count() or 2) - 1))
    parser.add_argument("--keep", type=Path, default=Path("fuzz-offenders"), metavar="FOLDER")
    parser.add_argument("--only", type=int, metavar="NUMBER", help="this case alone")
    parser.add_argument("--no-bombs", action="store_true")
    chosen = parser.parse_args()
    seeds = [(path.name, path.read_bytes()) for path in chosen.files] or made_files()
    found = list(_run(chosen, seeds))
    print(*summary(found), *offences(found), sep="\n")
    return 1 if any(verdict.outcome in OFFENCES for verdict in found) else 0


def _run(chosen: argparse.Namespace, seeds: Sequence[Seed]) -> Iterator[Verdict]:
    """The verdicts on what the command line asks for; offenders are kept."""
    waiting: list[Iterable[Case]] = [cases(seeds, chosen.seed, chosen.count)]
    if chosen.only is not None:
        only = chosen.only
        waiting = [islice(cases(seeds, chosen.seed, only + 1), only, None)]
    elif not chosen.no_bombs:
        waiting.insert(0, bombs())
    end = monotonic() + chosen.seconds
    queue = until(end, (case for some in waiting for case in some))
    kept: Counter[str] = Counter()
    for verdict in verdicts(queue, limit=chosen.limit, count=chosen.workers):
        if verdict.outcome in OFFENCES and kept[_last_words(verdict)] < _KEPT:
            keep(verdict, chosen.keep)
            kept[_last_words(verdict)] += 1
        yield verdict


if __name__ == "__main__":
    raise SystemExit(main())
