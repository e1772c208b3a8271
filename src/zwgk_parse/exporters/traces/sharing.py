"""Siblings → lines for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from zwgk_parse.exporters.characters import one_line
from zwgk_parse.exporters.traces.sentences import beginning, floored
from zwgk_parse.exporters.traces.tracing import ids, name_of
from zwgk_parse.messages.texts import phrase
from zwgk_parse.messages.widths import aligned

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.messages.language import Language
    from zwgk_parse.plan.traces import Siblings

_TASK = 36


def write(found: Siblings, stream: TextIO, language: Language) -> None:
    """Write the shared tasks with how alike they are, then what each side has alone."""
    stream.writelines(f"{one_line(line).rstrip()}\n" for line in _lines(found, language))


def _lines(found: Siblings, language: Language) -> Iterator[str]:
    first, second = name_of(found.first), name_of(found.second)
    yield phrase("compare-title", language, first=first, second=second)
    yield from summed(found, language)
    if found.shared:
        yield ""
        yield from aligned([*_rows(found, language)])
    for name, tasks in ((first, found.first_only), (second, found.second_only)):
        if tasks:
            yield ""
            yield phrase(by_way("compare-only", found), language, plan=name)
            yield from (f"  {task.id}  {beginning(task, _TASK)}" for task in tasks)


def summed(found: Siblings, language: Language) -> Iterator[str]:
    """The parent that they are compared through, if any; how much they share."""
    if found.via:
        yield phrase("compare-via", language, via=name_of(found.via))
    counts = {
        "shared": len(found.shared),
        "first": len(found.first_only),
        "second": len(found.second_only),
    }
    yield phrase(by_way("compare-counts", found), language, **counts)


def by_way(key: str, found: Siblings) -> str:
    """The phrase `key`, or its form for plans compared through a parent.

    A task that is not shared through it may be in both plans all the same.
    """
    return f"{key}-via" if found.via else key


def _rows(found: Siblings, language: Language) -> Iterator[list[str]]:
    heads = ["compare-first", "compare-second", by_way("compare-score", found)]
    heads += ["compare-via-task"] if found.via else []
    yield [*(phrase(key, language) for key in heads), ""]
    for one in found.shared:
        via = [ids(one.via)] if found.via else []
        score = f"{floored(one.score):.0%}"
        yield [ids(one.first), ids(one.second), score, *via, beginning(one.first[0], _TASK)]
