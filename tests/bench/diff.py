"""How well tasks are matched, and how fast, against tools that compare data and texts.

The pairs are those that readers found (tests/diff/pairs). Each tool gets what it takes: deepdiff
both plans' texts as lists, order ignored; csv-diff rows by their number; difflib the ratio of each
two texts, the best first or in the best assignment, from the ratio at which it does best.
"""

from __future__ import annotations

import sys
from difflib import SequenceMatcher
from time import process_time
from typing import TYPE_CHECKING

from tests.bench.apart import NotToBeHadError
from tests.bench.by_csv_diff import by_csv_diff, install
from tests.diff.labelled import BAR, CONTROLS, UNFITTED, figures, given, labelled
from tests.diff.made import made
from zwgk_parse.diff.assign import assign
from zwgk_parse.diff.match import match
from zwgk_parse.diff.text import _even, fold, shingles

if TYPE_CHECKING:
    from tests.diff.labelled import Figures, Labelled
    from zwgk_parse.plan.model import Plan

Places = set[tuple[int, int]]

# The share of clauses that differ: of a fifth, and of all, so that every task is reworded.
TASKS, SHARES = 400, (0.2, 1.0)
ROUNDS = 5
MOST_SECONDS = 0.5
RATIOS = [step / 20 for step in range(1, 19)]


def ours(old: Plan, new: Plan) -> Places:
    """What the matcher gives."""
    return given(match(old, new))


def by_deepdiff(old: Plan, new: Plan) -> Places:
    """Tasks that deepdiff pairs as changed, and those that are the same."""
    from deepdiff import DeepDiff

    texts = [[task.text for task in plan.tasks] for plan in (old, new)]
    same = {(texts[0].index(text), texts[1].index(text)) for text in {*texts[0]} & {*texts[1]}}
    changes = DeepDiff(texts[0], texts[1], ignore_order=True, view="tree").get("values_changed", ())
    return same | {
        (change.path(output_format="list")[0], change.path(output_format="list", use_t2=True)[0])
        for change in changes
    }


def ratios(old: Plan, new: Plan) -> dict[tuple[int, int], float]:
    """The ratio of difflib for each two texts."""
    matcher = SequenceMatcher(autojunk=False)
    found = {}
    for at, task in enumerate(new.tasks):
        matcher.set_seq2(task.text)
        for place, other in enumerate(old.tasks):
            matcher.set_seq1(other.text)
            found[place, at] = matcher.ratio()
    return found


def greedy(scores: dict[tuple[int, int], float]) -> Places:
    """The best pair first, then the best of the rest."""
    found: Places = set()
    taken: tuple[set[int], set[int]] = set(), set()
    for one, other in sorted(scores, key=lambda places: -scores[places]):
        if one not in taken[0] and other not in taken[1]:
            found.add((one, other))
            taken[0].add(one)
            taken[1].add(other)
    return found


def by_difflib(of: Labelled, optimal: bool) -> Figures:
    """The best that difflib can do on a file, whatever the ratio asked for."""
    all_scores = ratios(of.old, of.new)
    tried = []
    for least in RATIOS:
        scores = {places: ratio for places, ratio in all_scores.items() if ratio >= least}
        tried.append(figures(of, assign(scores) if optimal else greedy(scores)))
    return max(tried, key=lambda each: each.precision + each.recall)


def show(name: str, tool: str, found: Figures) -> None:
    """Print one line."""
    said = f"precision {found.precision:6.1%}  recall {found.recall:6.1%}"
    print(f"{name:32} {tool:16} {said}")


def has_csv_diff() -> bool:
    """Whether csv-diff can be measured; says why not."""
    try:
        install()
    except NotToBeHadError as error:
        print(f"csv-diff is left out, it cannot be had: {error}")
        return False
    return True


def compared(name: str, *, rows: bool) -> None:
    """Print the figures of every tool on one file; `rows` says whether csv-diff is there."""
    of = labelled(name)
    show(name, "zwgk", figures(of, ours(of.old, of.new)))
    show(name, "deepdiff", figures(of, by_deepdiff(of.old, of.new)))
    if rows:
        show(name, "csv-diff", figures(of, by_csv_diff(of.old, of.new)))
    show(name, "difflib greedy", by_difflib(of, optimal=False))
    show(name, "difflib optimal", by_difflib(of, optimal=True))


def seconds(share: float) -> float:
    """The least time for two plans of many tasks, shingles and all."""
    old, new = made(TASKS, 1, share), made(TASKS, 2, share)
    times = []
    for _ in range(ROUNDS):
        for cached in (_even, fold, shingles):
            cached.cache_clear()
        begun = process_time()
        match(old, new)
        times.append(process_time() - begun)
    return min(times)


def main() -> int:
    """1 if matching takes longer than it may, else 0."""
    rows = has_csv_diff()
    for name in (*BAR, *CONTROLS, UNFITTED):
        compared(name, rows=rows)
    slow = 0
    for share in SHARES:
        taken = seconds(share)
        slow += taken > MOST_SECONDS
        verdict = "  TOO SLOW" if taken > MOST_SECONDS else ""
        bar = f"(at most {1000 * MOST_SECONDS:.0f})"
        what = f"{TASKS} x {TASKS} tasks, {share:.0%} of their clauses edited"
        print(f"{what} {1000 * taken:.0f} ms {bar}{verdict}")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
