"""Tasks of two plans that are one go in, those that changed places among the others come out.

Only the order within a section counts: what goes to another section is told as that, and whole
sections that change places move no task.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.diff.telling import Told
from zwgk_parse.findings import text_fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zwgk_parse.diff.matching import Pair
    from zwgk_parse.plan.model import Task

_HEX = 16


class _Weight(NamedTuple):
    """What it is worth that tasks count as staying: how many, how many in place, how long.

    `mark` decides between two that are worth the same. Nothing here knows the old from the new
    side, so that the same tasks are told to have moved when the plans change places.
    """

    tasks: int = 0
    same_place: int = 0
    length: int = 0
    mark: int = 0

    def plus(self, other: _Weight) -> _Weight:
        """Both together."""
        return _Weight(*(one + more for one, more in zip(self, other, strict=True)))


def changed_order(
    old: Sequence[Task], new: Sequence[Task], pairs: Iterable[Pair]
) -> dict[Pair, Told]:
    """What is told of the pairs that moved within their section, by their places in it.

    Places count, from 1, the tasks that both plans have in the section. Where the number tells that
    a task stands elsewhere, nothing else need tell it; nor is a task told of whose place is the
    same, all others having changed theirs.
    """
    sections = defaultdict[tuple[str | None, str | None], list["Pair"]](list)
    for pair in pairs:
        sections[old[pair.old].section, new[pair.new].section].append(pair)
    told = {}
    for within in sections.values():
        pairs = sorted(within, key=lambda pair: pair.old)
        if all(one.new < other.new for one, other in pairwise(pairs)):
            continue
        places = {place: count for count, place in enumerate(sorted(one.new for one in pairs), 1)}
        tasks = [(old[pair.old], new[pair.new]) for pair in pairs]
        after = [places[pair.new] for pair in pairs]
        for at in _moved(after, tasks):
            if after[at] != at + 1 and tasks[at][0].number == tasks[at][1].number:
                told[pairs[at]] = Told("moved", at + 1, after[at], field="order")
    return told


def _moved(after: Sequence[int], tasks: Sequence[tuple[Task, Task]]) -> list[int]:
    """The fewest of the tasks without which all others are in order, now at the places `after`."""
    weights = [
        _weight(old, new, place == at)
        for at, (place, (old, new)) in enumerate(zip(after, tasks, strict=True), 1)
    ]
    stays = _in_order(after, weights)
    return [at for at in range(len(after)) if at not in stays]


def _weight(old: Task, new: Task, same_place: bool) -> _Weight:
    sides = sorted(f"{task.id} {task.text}" for task in (old, new))
    mark = int(text_fingerprint(" ".join(sides)), _HEX)
    return _Weight(1, int(same_place), len(old.text) + len(new.text), mark)


def _in_order(after: Sequence[int], weights: Sequence[_Weight]) -> set[int]:
    """Which of the places `after` are worth most among those that grow from one to the next."""
    # The last of each run that is worth keeping: by its new place, ever more worth.
    ends: list[int] = []
    runs: list[tuple[_Weight, int]] = []
    before: list[int] = []
    for place, (end, weight) in enumerate(zip(after, weights, strict=True)):
        at = bisect_left(ends, end)
        worth, last = runs[at - 1] if at else (_Weight(), -1)
        worth = worth.plus(weight)
        before.append(last)
        behind = at
        while behind < len(runs) and runs[behind][0] <= worth:
            behind += 1
        ends[at:behind], runs[at:behind] = [end], [(worth, place)]
    stays = set[int]()
    place = runs[-1][1]
    while place >= 0:
        stays.add(place)
        place = before[place]
    return stays
