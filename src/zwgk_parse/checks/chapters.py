"""The tasks that lack what most of the tasks beside them have, in their table or their chapter."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zwgk_parse.plan.model import Plan, Task

Place = tuple[str, object]
Counts = Counter[Place]

_TABLES: Place = ("tables", None)
_PLAN: Place = ("plan", None)
# A table of fewer rows is taken together with the others: a page's end cuts tables.
_FEW = 3
_HEADING = 30


def in_table(task: Task) -> bool:
    """Whether a task stands in a table's row."""
    return bool(task.provenance) and task.provenance[0].cell is not None


def lacking(plan: Plan, has: Callable[[Task], bool]) -> Iterator[Task]:
    """The tasks that lack what `has` tells, where most tasks beside them have it.

    Beside a task stand the rows of its table, of which half have it, or the tasks of its section,
    of which two in three have it. A section that has it nowhere (保障措施) is meant so. One task of
    two, and a task alone below its heading, is measured by what is above.
    """
    without = [task for task in plan.tasks if not has(task) and not _may_be_heading(task)]
    if not without or len(without) == len(plan.tasks):
        return
    above = {section.id: section.parent for section in plan.sections}
    total: Counts = Counter()
    having: Counts = Counter()
    alone = {id(task) for task in without}
    for task in plan.tasks:
        places = _places(task, above)
        total.update(places)
        if id(task) not in alone:
            having.update(places)
    for task in without:
        if _is_exception(_places(task, above), having, total):
            yield task


def _may_be_heading(task: Task) -> bool:
    """Whether a row may be a heading over those below it: a few words, no number of its own."""
    if not in_table(task) or task.number is not None or task.owners or task.deadlines:
        return False
    return len(task.text) <= _HEADING and not task.text.endswith(("。", "；", ";"))


def _places(task: Task, above: dict[str, str | None]) -> list[Place]:
    """Where a task stands, from the inside: its table and all tables, or its sections."""
    if in_table(task):
        span = task.provenance[0]
        table = span.cell.table if span.cell is not None else 0
        return [("table", (span.source, table)), _TABLES]
    found: list[Place] = []
    section = task.section
    while section is not None and section in above and len(found) < len(above):
        found.append(("section", section))
        section = above[section]
    return [*found, _PLAN]


def _is_exception(places: list[Place], having: Counts, total: Counts) -> bool:
    if places[-1] == _TABLES:
        place = places[0] if total[places[0]] >= _FEW else _TABLES
        return having[place] * 2 >= total[place]
    if len(places) == 1:
        return having[_PLAN] * 3 >= total[_PLAN] * 2
    for place in places:
        if having[place] == 0 and total[place] > 1:
            return False
        if total[place] > 2:
            chapters = place == _PLAN and having[places[0]] == 0
            return not chapters and having[place] * 3 >= total[place] * 2
    return False
