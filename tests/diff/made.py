"""Plans made from the tasks of real ones, with edits: whose task is whose is known."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import zwgk_parse
from tests.corpus import files

if TYPE_CHECKING:
    from zwgk_parse.plan.model import Plan, Task

SAMPLES = Path(__file__).parents[2] / "samples"


@cache
def real_plans() -> tuple[Plan, ...]:
    """The samples, and the plans of the corpus where there is one."""
    paths = [*sorted(SAMPLES.glob("*.txt")), *files("docs/*.txt")]
    return tuple(plan for path in paths if (plan := zwgk_parse.parse(path).value).tasks)


def made(count: int, seed: int, share: float) -> Plan:
    """A plan of `count` tasks in random order, of whose clauses about `share` is changed.

    Plans of one count have the same tasks under the same ids, each edited in its own way.
    """
    random = Random(seed)
    plans = real_plans()
    pool = [task for plan in plans for task in plan.tasks]
    tasks = []
    for at in range(count):
        task = pool[at % len(pool)]
        # A task that comes again is another task.
        text = edited(task.text, Random(at), 0.5, pool) if at >= len(pool) else task.text
        section = f"{plans[0].id}-{at // 10}"
        fields = {"id": f"t{at + 1}", "section": section, "text": edited(text, random, share, pool)}
        tasks.append(task.model_copy(update=fields))
    random.shuffle(tasks)
    return plans[0].model_copy(update={"id": f"made-{seed}", "tasks": tuple(tasks)})


def edited(text: str, random: Random, share: float, pool: list[Task]) -> str:
    """`text` with clauses dropped, and clauses with words of other tasks put into them."""
    clauses = []
    for clause in text.split("，"):
        what = random.random()
        if what < share / 2:
            continue
        middle = len(clause) // 2 if what < share else len(clause)
        words = random.choice(pool).text[:8] if what < share else ""
        clauses.append(clause[:middle] + words + clause[middle:])
    return "，".join(clauses) or text
