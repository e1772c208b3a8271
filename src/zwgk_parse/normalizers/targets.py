"""The text of a task in, its quantified demands out; `vocabulary.targets` states what counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.document.passage import Passage
from zwgk_parse.plan.model import Plan, Target, Task
from zwgk_parse.vocabulary.deadlines import Plain
from zwgk_parse.vocabulary.targets import find_targets

if TYPE_CHECKING:
    from zwgk_parse.vocabulary.targets import Found


def read_targets(words: Passage) -> tuple[Target, ...]:
    """The targets of `words` in printed order, each with the place of its quantity."""
    plain = Plain.of(words.text)
    return tuple(_target(words, plain, found) for found in find_targets(plain.text))


def with_targets(plan: Plan) -> Plan:
    """A plan that was stored without targets, with those of its tasks' texts.

    A stored text no longer knows the place of each word: a target has its task's provenance.
    """
    return plan.model_copy(update={"tasks": tuple(map(_with_targets, plan.tasks))})


def _with_targets(task: Task) -> Task:
    targets = read_targets(Passage(task.text))
    placed = (one.model_copy(update={"provenance": task.provenance}) for one in targets)
    return task.model_copy(update={"targets": tuple(placed)})


def _target(words: Passage, plain: Plain, found: Found) -> Target:
    passage = words.slice(*plain.place(found.start, found.end)).tidy()
    measure = words.slice(*plain.place(*found.measure)).tidy().text if found.measure else None
    return Target(
        raw=passage.text,
        measure=measure,
        comparator=found.comparator,
        value=found.value,
        unit=found.unit,
        provenance=passage.spans,
    )
