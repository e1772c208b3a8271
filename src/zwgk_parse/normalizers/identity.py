"""Ids of sections and tasks from their numbering, and remarks on numbers that are out of order."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from zwgk_parse.messages import remark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zwgk_parse.diagnostics import Diagnostic
    from zwgk_parse.plan.raw import RawSection, RawTask

Key = tuple[int, ...]


def section_ids(sections: Sequence[RawSection]) -> list[str]:
    """`s1`, `s1.2`: each section's place among those under the same heading."""
    return ["s" + ".".join(map(str, key)) for key in _ordinals(sections)]


def task_ids(tasks: Sequence[RawTask], sections: Sequence[RawSection]) -> list[str]:
    """`t18`; where numbering restarts `t3.2`, the section's ordinal first; unnumbered `r7`.

    The shortest way down the sections that tells the tasks apart is taken. A number that is
    printed twice in one section gets `-2` behind it.
    """
    above = _printed_paths(sections)
    paths = [above[task.section] if task.section is not None else () for task in tasks]
    depth = _depth(tasks, paths)
    seen: Counter[str] = Counter()
    ids = []
    for order, (task, path) in enumerate(zip(tasks, paths, strict=True), start=1):
        parts = [*path[:depth], task.number]
        made = f"r{order}" if task.number is None else "t" + ".".join(map(str, parts))
        seen[made] += 1
        ids.append(made if seen[made] == 1 else f"{made}-{seen[made]}")
    return ids


def _ordinals(sections: Sequence[RawSection]) -> list[Key]:
    """Each section's place among its siblings, after that of its parent."""
    counts: Counter[int | None] = Counter()
    keys: list[Key] = []
    for section in sections:
        counts[section.parent] += 1
        above = keys[section.parent] if section.parent is not None else ()
        keys.append((*above, counts[section.parent]))
    return keys


def _printed_paths(sections: Sequence[RawSection]) -> list[Key]:
    """The printed numbers down to each section, outermost first; else its place among others."""
    paths: list[Key] = []
    for section, ordinal in zip(sections, _ordinals(sections), strict=True):
        above = paths[section.parent] if section.parent is not None else ()
        paths.append((*above, section.number or ordinal[-1]))
    return paths


def _depth(tasks: Sequence[RawTask], paths: Sequence[Key]) -> int:
    """How many levels of sections it takes to tell the numbered tasks apart."""
    numbered = [
        (task.number, path)
        for task, path in zip(tasks, paths, strict=True)
        if task.number is not None
    ]
    deepest = max((len(path) for _, path in numbered), default=0)
    fewest, best = len(numbered) + 1, 0
    for depth in range(deepest + 1):
        counts = Counter((path[:depth], number) for number, path in numbered)
        repeats = sum(count - 1 for count in counts.values())
        if repeats < fewest:
            fewest, best = repeats, depth
    return best


def check_numbering(tasks: Sequence[RawTask], ids: Sequence[str]) -> Iterator[Diagnostic]:
    """A ZW305 where a number repeats, steps back or leaves a gap; a restart at 1 in a new section
    is regular."""
    before: RawTask | None = None
    for task, made in zip(tasks, ids, strict=True):
        if task.number is None:
            continue
        if before is not None and before.number is not None:
            problem = _problem(before.number, task.number, moved=before.section != task.section)
            if problem:
                yield remark(
                    "ZW305",
                    task.provenance[:1],
                    task=made,
                    label=task.label,
                    previous=before.label,
                    problem=problem,
                )
        before = task


def _problem(before: int, number: int, *, moved: bool) -> str:
    if number == before + 1 or (moved and number == 1):
        return ""
    if number == before:
        return "" if moved else "the number repeats"
    if number == 1:
        return "the count restarts without a new section"
    if number < before:
        return "" if moved else "the count steps back"
    return "" if moved else "a number is missing"
