"""The numbers of persons that a plan prints, with the task and the place they stand at."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.checks.found import Found
from zwgk_parse.checks.once import once
from zwgk_parse.vocabulary.personal_numbers import (
    PersonalNumber,
    may_hold,
    personal_numbers,
    telephone_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zwgk_parse.plan.model import Plan, Task
    from zwgk_parse.source import Span
    from zwgk_parse.vocabulary.personal_numbers import Kind


class Printed(NamedTuple):
    """A text of the plan and where it stands."""

    task: Task | None
    text: str
    spans: tuple[Span, ...] = ()


def numbers_of(plan: Plan, kind: Kind) -> Iterator[Found]:
    """A finding for each number of that kind, masked."""
    told: set[tuple[str, str]] = set()
    for printed, number in _numbers(plan):
        key = (printed.task.id if printed.task else "", number.masked)
        if number.kind == kind and key not in told:
            told.add(key)
            yield Found(printed.task, {"subject": number.masked}, printed.spans)


@once
def _numbers(plan: Plan) -> list[tuple[Printed, PersonalNumber]]:
    # Most plans have none, which their words in one piece show at once.
    texts = [text for task in plan.tasks for text in _texts(task)]
    texts += [printed.text for printed in _of_plan(plan)]
    found: list[tuple[Printed, PersonalNumber]] = []
    if may_hold("\n".join(texts)):
        found += _in(_of_plan(plan))
        found += _in(Printed(task, text) for task in plan.tasks for text in _texts(task))
    for task in plan.tasks:
        for person in task.people:
            number = telephone_of(person.name, person.phone or "")
            if number:
                found.append((Printed(task, ""), number))
    return found


def _in(texts: Iterable[Printed]) -> Iterator[tuple[Printed, PersonalNumber]]:
    for printed in texts:
        if may_hold(printed.text):
            for number in personal_numbers(printed.text):
                yield printed, number


def _of_plan(plan: Plan) -> Iterator[Printed]:
    words = (plan.title, plan.notice_title, plan.catalog.summary, plan.issuer)
    yield from (Printed(None, text) for text in words if text)
    yield from (Printed(None, text) for text in (*plan.addressees, *plan.copied_to))
    yield from (Printed(None, section.title) for section in plan.sections)
    yield from (Printed(None, each.text, each.provenance) for each in plan.preamble)
    for each in plan.reporting:
        yield Printed(None, f"{each.what} {each.recipient or ''}", each.deadline.provenance)
    for said in plan.diagnostics:
        text = said.data.get("text")
        if said.code == "ZW306" and isinstance(text, str):
            yield Printed(None, text, said.provenance)


def _texts(task: Task) -> Iterator[str]:
    yield task.text
    if task.owners_raw:
        yield task.owners_raw
    if task.deadline_raw:
        yield task.deadline_raw
    for column in task.columns:
        called = "身份证" in column.heading
        yield f"{column.heading}：{column.text}" if called else column.text
    for each in task.people:
        yield f"{each.name} {each.phone or ''}"
