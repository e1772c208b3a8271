"""What a check yields: a task, or the whole plan, and the words of its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import JsonValue

    from zwgk_parse.plan.model import Task
    from zwgk_parse.source import Span


class Found(NamedTuple):
    """One fault: `data` fills in the sentence of the check's code in `messages/`.

    `task` is None for a fault of the whole plan. `spans` is where it stands; by default where the
    task does. Where one task can have several faults of one check, `data["subject"]` holds the
    printed words that tell them apart.
    """

    task: Task | None
    data: dict[str, JsonValue]
    spans: tuple[Span, ...] = ()

    @classmethod
    def of(cls, task: Task | None, spans: Iterable[Span] = (), **data: JsonValue) -> Found:
        """The fault that `data` describes."""
        return cls(task, data, tuple(spans))
