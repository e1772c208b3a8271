"""ZW228: signs that hold the place of words still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.checks.found import Found
from zwgk_parse.checks.task_without_owner import task_without_owner
from zwgk_parse.patterns import lazy
from zwgk_parse.vocabulary.elsewhere import placeholders

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.plan.model import Plan, Task

# Lines to be filled in belong to a form: 填报人：____.
_FORM = lazy(r"^[_＿]+")


def placeholder_left(plan: Plan) -> Iterator[Found]:
    """Signs were left that held the place of words still to come.

    ## Why it matters
    The draft was published before it was finished: what was to be filled in is missing, and nobody
    can carry out a task “by the end of month XX”.

    ## When it keeps quiet
    For signs between quotation marks, in titles of documents and behind 格式 or 样式, which show a
    form; for names and numbers that were masked (张××, 138××××0000); for the lines of a form
    outside the tasks; for an owner, where ZW101 says that there is none; in the document number,
    which ZW226 looks into.

    ## Example
    `于XX月底前完成`, `责任单位：××局`, `【待核实】`, `组织____次培训`.

    ## What to do
    Fill in what is missing.
    """
    texts = [text for task in plan.tasks for text in _texts(task)]
    texts += [paragraph.text for paragraph in plan.preamble]
    texts += [section.title for section in plan.sections]
    # Most plans have none, which their words in one piece show at once.
    if any(placeholders("\n".join(texts))):
        yield from _beside_tasks(plan)
        yield from _in_tasks(plan)


def _beside_tasks(plan: Plan) -> Iterator[Found]:
    for paragraph in plan.preamble:
        for words in _left(paragraph.text):
            if not _FORM.match(words):
                yield Found.of(None, paragraph.provenance, subject=words)
    for section in plan.sections:
        for words in _left(section.title):
            yield Found.of(None, subject=words)


def _in_tasks(plan: Plan) -> Iterator[Found]:
    nobody = {found.task.id for found in task_without_owner(plan) if found.task}
    for task in plan.tasks:
        ownerless = task.owners_raw if task.id in nobody else None
        found = [words for text in _texts(task) if text != ownerless for words in _left(text)]
        for words in dict.fromkeys(found):
            yield Found.of(task, subject=words)


def _left(text: str) -> dict[str, None]:
    return dict.fromkeys(placeholders(text))


def _texts(task: Task) -> Iterator[str]:
    """All that is printed of a task, each once."""
    printed = (task.text, task.owners_raw, task.deadline_raw, *(one.text for one in task.columns))
    yield from dict.fromkeys(text for text in printed if text)
