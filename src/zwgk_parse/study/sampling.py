"""A folder of plans in, tasks drawn from it by chance out.

Every task of every plan has the same chance. Each gets a number by a keyed hash of the seed, the
SHA-256 of the file and the id of the task; those with the smallest are drawn. So the same seed
draws the same tasks, in whatever order and by how many workers the files were converted; a larger
sample begins with a smaller one; and whoever judges only the first half of a sample has still
judged a sample. (Taking the n smallest of uniform random keys is simple random sampling
without replacement: Sunter 1977, Applied Statistics 26, 261-268.)
"""

from __future__ import annotations

from contextlib import closing
from hashlib import blake2b
from heapq import heappush, heappushpop
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.study.distinct import Distinct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.batch.entry import Entry
    from zwgk_parse.plan.model import Plan, Task
    from zwgk_parse.study.counting import Folder


class Drawn(NamedTuple):
    """A task that was drawn, the file that it stands in, and the SHA-256 of that file.

    `key` is what the task is known by in a sheet.
    """

    entry: Entry
    sha256: str
    task: Task
    key: str


class Sample(NamedTuple):
    """The tasks that were drawn, in the order of chance, out of how many."""

    drawn: tuple[Drawn, ...]
    tasks: int
    plans: int


def sample(folder: Folder, size: int, seed: int, *, all_files: bool = False) -> Sample:
    """`size` tasks of the folder by chance, or all where there are not as many.

    Tasks of a plan that several files hold have one chance, unless `all_files`: one for each file.
    """
    # The largest of the smallest comes first: numbers are negated.
    heap: list[tuple[int, str, Drawn]] = []
    tasks = plans = 0
    for entry, plan in _plans(folder, all_files=all_files):
        plans += 1
        tasks += len(plan.tasks)
        digest = plan.sources[0].sha256
        file = f"{digest}:{_number(0, entry.path):032x}" if all_files else digest
        for task in plan.tasks:
            key = f"{file}:{task.id}"
            number = -_number(seed, key)
            if len(heap) < size:
                heappush(heap, (number, entry.path, Drawn(entry, digest, task, key)))
            elif number > heap[0][0]:
                heappushpop(heap, (number, entry.path, Drawn(entry, digest, task, key)))
    heap.sort(key=lambda one: (-one[0], one[1]))
    return Sample(tuple(drawn for _, _, drawn in heap), tasks, plans)


def _plans(folder: Folder, *, all_files: bool) -> Iterator[tuple[Entry, Plan]]:
    if all_files:
        yield from folder.plans()
        return
    with closing(Distinct(folder.entries())) as distinct:
        for entry, plan in folder.plans():
            if distinct.stands(entry):
                yield entry, plan


def _number(seed: int, words: str) -> int:
    """A number below 2 ** 128 that nobody can tell from one by chance."""
    key = blake2b(str(seed).encode(), digest_size=16).digest()
    digest = blake2b(words.encode("utf-8", "surrogatepass"), key=key, digest_size=16).digest()
    return int.from_bytes(digest, "big")
