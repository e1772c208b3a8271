"""Lineage → lines for people: a tree of plans."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from zwgk_parse.exporters.characters import one_line
from zwgk_parse.exporters.traces.branches import branches, remote
from zwgk_parse.exporters.traces.sentences import floored
from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.exporters.traces.branches import Branch
    from zwgk_parse.messages.language import Language
    from zwgk_parse.plan.traces import Descent, KnownPlan, Lineage


def write(lineage: Lineage, stream: TextIO, language: Language) -> None:
    """Write a line for each plan under its parent, with the files it was found in."""
    stream.writelines(f"{one_line(line).rstrip()}\n" for line in _lines(lineage, language))


def _lines(lineage: Lineage, language: Language) -> Iterator[str]:
    if lineage.plans and not lineage.descents:
        yield phrase("lineage-none", language)
    plans = {plan.id: plan for plan in lineage.plans}
    also = remote(lineage)
    every = list(branches(lineage))
    for branch, (lead, indent) in zip(every, _strokes([one.depth for one in every]), strict=True):
        yield f"{lead}{plan_words(branch.plan)}{_notes(branch, language)}"
        if branch.again:
            continue
        if len(branch.plan.files) > 1:
            files = (", " if language == "en" else "、").join(branch.plan.files)
            count = len(branch.plan.files)
            yield f"{indent}    {phrase('lineage-files', language, count=count, files=files)}"
        for descent in also.get(branch.plan.id, ()):
            relation = phrase(f"lineage-{descent.relation}", language)
            said = plan_words(plans[descent.parent])
            words = phrase("lineage-also", language, relation=relation, plan=said)
            yield f"{indent}    {words}{_covered(descent)}"
    for descent in lineage.descents:
        if descent.cycle:
            names = {key: plan_words(plans[getattr(descent, key)]) for key in ("child", "parent")}
            yield phrase("lineage-cycle", language, **names)


def _strokes(depths: list[int]) -> Iterator[tuple[str, str]]:
    """What stands before each branch of a tree, and before the lines below it."""
    for at, depth in enumerate(depths):
        # Whether the way to this branch goes on below it, at each depth from 1.
        goes_on = [
            next((later == level for later in depths[at + 1 :] if later <= level), False)
            for level in range(1, depth + 1)
        ]
        way = "".join("│   " if more else "    " for more in goes_on[:-1])
        last = ("├── " if goes_on[-1] else "└── ") if goes_on else ""
        yield way + last, way + ("│   " if goes_on and goes_on[-1] else "    " * bool(depth))


def plan_words(plan: KnownPlan) -> str:
    """The plan's number and title, as far as known."""
    return " ".join(filter(None, (plan.document_number, plan.title))) or plan.id


def _notes(branch: Branch, language: Language) -> str:
    notes = []
    if branch.plan.tasks is not None:
        notes.append(phrase("lineage-tasks", language, count=branch.plan.tasks))
    if not branch.plan.held:
        notes.append(phrase("lineage-not-held", language))
    if branch.descent:
        notes.append(edge_words(branch.descent, language))
    if branch.again:
        notes.append(phrase("lineage-above", language))
    return f" [{(', ' if language == 'en' else '，').join(notes)}]" if notes else ""


def edge_words(descent: Descent, language: Language) -> str:
    """How the child says what it comes down from, and how much of it is covered."""
    relation = phrase(f"lineage-{descent.relation}", language)
    if descent.by == "level":
        relation = phrase("lineage-level", language)
    return relation + _covered(descent)


def _covered(descent: Descent) -> str:
    if descent.coverage is None:
        return ""
    return f" {descent.taken}/{descent.owed} ({floored(descent.coverage):.0%})"
