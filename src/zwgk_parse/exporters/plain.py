"""Plan → its full text, laid out for programs that compare lines: `git diff` above all.

Each fact of the plan is a line, each section a paragraph, each task a paragraph of a line for its
words and one for each of its other fields. Nothing is cut; places in the file and diagnostics are
left out, since they change with every reprint.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, TextIO

from zwgk_parse.exporters.changes.values import field_words, value_words
from zwgk_parse.exporters.characters import one_line
from zwgk_parse.exporters.task_words import deadline_words, owner_words
from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zwgk_parse.messages.language import Language
    from zwgk_parse.plan.model import Person, Plan, Preamble, Section, Task

# What is printed with the tasks, or only derived from what is.
_ELSEWHERE = {
    *("schema_version", "id", "doc_type", "issuer_kind", "region", "preamble", "sections"),
    *("tasks", "diagnostics", "sources", "generator", "citations", "catalog", "reporting"),
}
_INDENT = "    "


def write(plan: Plan, stream: TextIO, language: Language) -> None:
    """Write the facts of the plan, then its sections, paragraphs and tasks in their order."""
    stream.writelines(f"{one_line(line).rstrip()}\n" for line in _lines(plan, language))


def _lines(plan: Plan, language: Language) -> Iterator[str]:
    yield from _facts(plan, language)
    paragraphs: dict[str | None, list[Preamble]] = {}
    for one in plan.preamble:
        paragraphs.setdefault(one.section, []).append(one)
    yield from _paragraphs(paragraphs.pop(None, []))
    told: set[str] = set()
    known = [section.id for section in plan.sections]
    for section, tasks in groupby(plan.tasks, lambda task: task.section):
        end = known.index(section) + 1 if section in known else 0
        yield from _headings(plan.sections[:end], told, paragraphs)
        for task in tasks:
            yield from _task(task, language)
    yield from _headings(plan.sections, told, paragraphs)
    # Paragraphs of sections that are not listed: nothing is left out.
    for rest in paragraphs.values():
        yield from _paragraphs(rest)


def _facts(plan: Plan, language: Language) -> Iterator[str]:
    values = plan.model_dump(mode="json", exclude=_ELSEWHERE)
    for field, value in (values | plan.catalog.model_dump(mode="json")).items():
        for one in value if isinstance(value, list) else [value]:
            if one not in (None, "", [], {}):
                yield _field(field_words(field, language), value_words(one, language), language)
    for demand in plan.reporting:
        words = "；".join(filter(None, (demand.deadline.raw, demand.recipient, demand.what)))
        yield _field(field_words("reporting", language), words, language)


def _field(name: str, words: str, language: Language) -> str:
    return phrase("change-line", language, kind=name, what=words)


def _headings(
    sections: Iterable[Section], told: set[str], paragraphs: dict[str | None, list[Preamble]]
) -> Iterator[str]:
    """Those headings that are not told yet, each with its own paragraphs."""
    for one in sections:
        if one.id not in told:
            told.add(one.id)
            yield from ("", _heading(one))
            yield from _paragraphs(paragraphs.pop(one.id, []))


def _heading(section: Section) -> str:
    return f"{'#' * section.level} {section.label or ''}{section.title}"


def _paragraphs(paragraphs: list[Preamble]) -> Iterator[str]:
    for paragraph in paragraphs:
        yield from ("", paragraph.text)


def _task(task: Task, language: Language) -> Iterator[str]:
    """A line for the words, an indented one for each field that has some."""
    yield ""
    yield f"{task.label} {task.text}" if task.label else task.text
    fields = [
        (phrase("owners", language), owner_words(task, language)),
        (phrase("due", language), deadline_words(task)),
        *((column.heading, column.text) for column in task.columns),
        *((field_words("people", language), _person(one)) for one in task.people),
    ]
    for name, words in fields:
        if words:
            yield _INDENT + _field(name, words, language)


def _person(person: Person) -> str:
    return f"{person.name} {person.phone}" if person.phone else person.name
