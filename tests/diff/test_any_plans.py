"""What must hold for any two plans: changes can be applied, and have a mirror."""

from __future__ import annotations

import datetime as dt
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zwgk_parse.diff.apply import apply, inverted
from zwgk_parse.diff.compare import compare, diff
from zwgk_parse.diff.matching import Matching, Pair, Part
from zwgk_parse.pipeline import parse
from zwgk_parse.plan.changes import Changes
from zwgk_parse.plan.model import Column, Plan

if TYPE_CHECKING:
    from zwgk_parse.plan.model import Task

SAMPLES = Path(__file__).parents[2] / "samples"
PLANS = {path.stem: parse(path).value for path in sorted(SAMPLES.glob("*.txt"))}
TASKS = [task for plan in PLANS.values() for task in plan.tasks]
names = st.sampled_from(sorted(PLANS))
tasks = st.sampled_from(TASKS)
places = st.integers(0, 60)
some = settings(
    max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)


def _dropped(held: list[Task], place: int, _: Task) -> list[Task]:
    return held[:place] + held[place + 1 :]


def _put_in(held: list[Task], place: int, other: Task) -> list[Task]:
    return [*held[:place], other, *held[place:]]


def _swapped(held: list[Task], place: int, _: Task) -> list[Task]:
    return [*held[place:], *held[:place]]


def _with(**changed: Any) -> Any:
    def edit(held: list[Task], place: int, other: Task) -> list[Task]:
        values = {key: value(held[place], other) for key, value in changed.items()}
        return [*held[:place], held[place].model_copy(update=values), *held[place + 1 :]]

    return edit


EDITS = {
    "drop": _dropped,
    "put in": _put_in,
    "swap": _swapped,
    "owners": _with(
        owners=lambda _, other: other.owners, owners_raw=lambda _, other: other.owners_raw
    ),
    "roles": _with(
        owners=lambda task, _: tuple(one.model_copy(update={"role": "lead"}) for one in task.owners)
    ),
    "deadlines": _with(deadlines=lambda _, other: other.deadlines),
    "targets": _with(targets=lambda _, other: other.targets),
    "due": _with(due=lambda *_: dt.date(2023, 2, 28)),
    "text": _with(
        text=lambda task, other: task.text[:20] + other.text[:9] + task.text[25:] or "空"
    ),
    "whole text": _with(text=lambda _, other: other.text),
    "number": _with(number=lambda task, _: None if task.number == 3 else 3),
    "section": _with(section=lambda *_: None),
    "columns": _with(columns=lambda *_: (Column(heading="备注", text="无"),)),
}
edits = st.lists(st.tuples(st.sampled_from(sorted(EDITS)), places, tasks), max_size=8)


def _edited(plan: Plan, wanted: list[tuple[str, int, Task]], *, renumber: bool) -> Plan:
    """`plan` after some edits of its tasks, each of which keeps an id of its own."""
    held = list(plan.tasks)
    known = {section.id for section in plan.sections}
    for name, place, other in wanted:
        if held:
            guest = other.model_copy(update={"section": plan.tasks[0].section})
            held = EDITS[name](held, place % len(held), guest)
    ids = set[str]()
    renamed = []
    for count, task in enumerate(held, 1):
        number = count if renumber else task.number
        name = f"t{count}" if renumber or task.id in ids else task.id
        while name in ids:
            name += "'"
        ids.add(name)
        section = task.section if task.section in known else None
        renamed.append(task.model_copy(update={"id": name, "number": number, "section": section}))
    values = plan.model_copy(update={"tasks": tuple(renamed)}).model_dump_json()
    return Plan.model_validate_json(values)


@some
@given(names, edits, st.booleans())
def test_edited_plans(name: str, wanted: list[tuple[str, int, Task]], renumber: bool) -> None:
    old = PLANS[name]
    new = _edited(old, wanted, renumber=renumber)
    changes = diff(old, new)
    assert apply(old, changes) == new
    assert apply(new, inverted(changes)) == old
    assert inverted(changes) == diff(new, old)
    assert bool(changes.changes) <= bool(changes.tasks or changes.order)
    again = diff(new, new)
    assert (again.changes, again.plan, again.tasks, again.order) == ((), (), (), None)
    assert Changes.model_validate_json(changes.model_dump_json()) == changes


@pytest.mark.parametrize(("old", "new"), list(permutations(sorted(PLANS), 2)))
def test_samples(old: str, new: str) -> None:
    changes = diff(PLANS[old], PLANS[new])
    assert apply(PLANS[old], changes) == PLANS[new]
    assert inverted(changes) == diff(PLANS[new], PLANS[old])


@some
@given(st.permutations(sorted(PLANS)), st.randoms(use_true_random=False))
def test_any_matching(pair: list[str], chance: Any) -> None:
    """Whatever is taken to be one task, the values are applied and the kinds have a mirror."""
    here, there = (PLANS[name] for name in pair[:2])
    matching = _at_random(len(here.tasks), len(there.tasks), chance)
    changes = compare(here, there, matching)
    assert apply(here, changes) == there
    assert inverted(changes) == compare(there, here, _turned(matching))


def _at_random(old: int, new: int, chance: Any) -> Matching:
    left, right = list(range(old)), list(range(new))
    chance.shuffle(left)
    chance.shuffle(right)
    split = Part(left.pop(), tuple(sorted(right.pop() for _ in range(2))), 0.7)
    merger = Part(right.pop(), tuple(sorted(left.pop() for _ in range(3))), 0.8)
    count = chance.randrange(min(len(left), len(right)))
    pairs = sorted(Pair(left.pop(), right.pop(), 0.5) for _ in range(count))
    return Matching(tuple(pairs), (split,), (merger,), tuple(sorted(left)), tuple(sorted(right)))


def _turned(matching: Matching) -> Matching:
    pairs = sorted(pair._replace(old=pair.new, new=pair.old) for pair in matching.pairs)
    return Matching(
        tuple(pairs), matching.mergers, matching.splits, matching.new_only, matching.old_only
    )
