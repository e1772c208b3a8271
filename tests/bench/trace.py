"""What `zwgk trace` costs over 10,000 children of a parent of 50 tasks, and what it misses.

The parent and its children are made from the samples. Each child leaves tasks out, words some
anew, gives some an owner, tears some apart, adds its own, and numbers all anew. The program runs as
users start it, loading included. What it finds in some of the children is held against matching
all tasks with all (`diff.match`), and against the edits that were made.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random
from time import perf_counter
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.bench.memory import own_peak
from zwgk_parse import parse
from zwgk_parse.diff.kin import kin
from zwgk_parse.diff.match import match
from zwgk_parse.diff.trace import Parent
from zwgk_parse.plan.model import Owner, Plan, Region

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Task
    from zwgk_parse.plan.traces import Trace

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
CHILDREN = int(sys.argv[1]) if len(sys.argv) == 2 else 10_000
LOOKED_AT = 60
MOST_SECONDS, MOST_BYTES, LEAST_RECALL = 90.0, 500_000_000, 0.98
_PUT_IN = ("并结合本地实际", "按规定", "会同有关方面", "逐项", "在规定期限内", "确保取得实效")


class Made(NamedTuple):
    """A child, and which of its tasks (by id) came of which of the parent's."""

    plan: Plan
    pairs: frozenset[tuple[str, str]]


def parent() -> tuple[Plan, list[Task]]:
    """A plan of 50 tasks of an invented province's office, and tasks that only children have."""
    yangxi, guanxian = (
        parse(SAMPLES / f"{name}-2022.txt").value for name in ("yangxi", "guanxian")
    )
    others = parse(SAMPLES / "dinghu-2021.txt").value.tasks
    tasks = [*yangxi.tasks[:32], *guanxian.tasks[:18]]
    numbered = tuple(
        task.model_copy(update={"id": f"t{number}", "number": number, "section": None})
        for number, task in enumerate(tasks, 1)
    )
    facts = {"id": "省办-2022-1", "issuer": "广东省人民政府办公厅", "issuer_kind": "general_office"}
    region = Region(name="广东省", code="440000", level="province")
    made = yangxi.model_copy(update={**facts, "region": region, "sections": (), "tasks": numbered})
    return made, list(others)


def child(plan: Plan, own: list[Task], number: int) -> Made:
    """The child of that number: the same whenever it is made."""
    random = Random(number)  # noqa: S311  nothing is kept secret
    made: list[tuple[str, Task]] = []
    for task in plan.tasks:
        made += [(task.id, one) for one in _edited(task, random)]
    made += [("", one) for one in random.sample(own, 4)]
    random.shuffle(made)
    pairs, tasks = set(), []
    for place, (old, task) in enumerate(made, 1):
        tasks.append(
            task.model_copy(update={"id": f"t{place}", "number": place, "label": f"{place}."})
        )
        if old:
            pairs.add((old, f"t{place}"))
    region = Region(name="阳西县", code="441721", level="county")
    facts = {"id": f"县办-2022-{number}", "issuer": "阳西县人民政府办公室", "region": region}
    return Made(plan.model_copy(update={**facts, "tasks": tuple(tasks)}), frozenset(pairs))


def _edited(task: Task, random: Random) -> list[Task]:
    """What becomes of a task: nothing, itself, itself in other words, with an owner, in two."""
    chance, text = random.random(), task.text
    if chance < 0.12:
        return []
    if chance < 0.50:
        return [task]
    if chance < 0.62:
        owner = Owner(name="县财政局", raw="县财政局", canonical="县财政局", system="finance")
        return [task.model_copy(update={"owners": (*task.owners, owner)})]
    if chance < 0.68 and text.count("。") > 2 and len(text) > 120:
        middle = text.index("。", len(text) // 3) + 1
        halves = (text[:middle], text[middle:])
        if min(map(len, halves)) > 40:
            return [task.model_copy(update={"text": half, "targets": ()}) for half in halves]
    for _ in range(random.randint(1, 3)):
        at = random.randrange(len(text))
        text = text[:at] + random.choice(_PUT_IN) + text[at + random.randint(0, 8) :]
    return [task.model_copy(update={"text": text})]


def _found(trace: Trace) -> set[tuple[str, str]]:
    return {(one.task.id, key.id) for one in trace.tasks for key in one.child}


def recall(plan: Plan, own: list[Task]) -> tuple[float, float]:
    """The shares of what matching all with all finds, and of the edits, that are found."""
    ready = Parent(plan)
    counts = [0, 0, 0, 0]
    for number in range(LOOKED_AT):
        made = child(plan, own, number)
        found = _found(ready.trace(made.plan, words=False))
        brute = {
            (plan.tasks[old].id, made.plan.tasks[new].id)
            for one in kin(match(plan, made.plan))
            for old in one.old
            for new in one.new
        }
        counts[0] += len(brute & found)
        counts[1] += len(brute)
        counts[2] += len(made.pairs & found)
        counts[3] += len(made.pairs)
    return counts[0] / counts[1], counts[2] / counts[3]


def write(folder: Path, plan: Plan, own: list[Task]) -> tuple[Path, Path]:
    """The files of the parent and of all its children."""
    above, below = folder / "parent.json", folder / "children.jsonl"
    above.write_text(plan.model_dump_json(), encoding="utf-8")
    with below.open("w", encoding="utf-8") as stream:
        for number in range(CHILDREN):
            stream.write(child(plan, own, number).plan.model_dump_json() + "\n")
    return above, below


def traced(above: Path, below: Path, output: Path) -> tuple[float, float, int]:
    """What the program takes: seconds, processor time, and the most memory of all processes."""
    begun = perf_counter()
    command = [sys.executable, "-m", "tests.bench.trace", str(above), str(below), str(output)]
    run = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    return perf_counter() - begun, *json.loads(run.stderr.splitlines()[-1])


def _measured(above: str, below: str, output: str) -> None:
    """Do the work in this process, and say on standard error what memory it took."""
    import resource

    from zwgk_parse.cli.group import zwgk
    from zwgk_parse.tracing.workers import processors

    try:
        zwgk(["trace", above, below, "-f", "jsonl", "-o", output])
    except SystemExit:
        us, them = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        spent = us.ru_utime + us.ru_stime + them.ru_utime + them.ru_stime
        # The largest of the processes that worked, as often as there were any.
        memory = own_peak() + processors() * them.ru_maxrss * 1024
        print(json.dumps([spent, memory]), file=sys.stderr)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as stream:
        yield from map(json.loads, stream)


def main() -> int:
    """1 if a figure is beyond its bar, else 0."""
    plan, own = parent()
    with tempfile.TemporaryDirectory() as name:
        above, below = write(Path(name), plan, own)
        size = below.stat().st_size / CHILDREN / 1000
        output = Path(name) / "traces.jsonl"
        seconds, spent, memory = traced(above, below, output)
        count = sum(1 for _ in _lines(output))
    brute, edits = recall(plan, own)
    figures = [
        (f"{count} children ({size:.0f} kB each)", seconds, "s", seconds <= MOST_SECONDS),
        ("of that, time of all processors", spent, "s", True),
        ("memory of all processes", memory / 1e6, "MB", memory <= MOST_BYTES),
        ("recall against all with all", brute, "", brute >= LEAST_RECALL),
        ("recall of the edits made", edits, "", True),
    ]
    for words, value, unit, fine in figures:
        print(f"{words:38} {value:8.3f} {unit}{'' if fine else '  BEYOND THE BAR'}")
    return 0 if count == CHILDREN and all(fine for *_, fine in figures) else 1


if __name__ == "__main__":
    if len(sys.argv) == 4:
        _measured(*sys.argv[1:])
    else:
        sys.exit(main())
