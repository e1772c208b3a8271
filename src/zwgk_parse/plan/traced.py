"""A Trace as an object or as JSON text, whichever it was made as; the other is made when asked."""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

from zwgk_parse.plan.traces import Trace


class Summary(NamedTuple):
    """What decides the exit code: where the child was read, and how many tasks are what.

    `unlisted` counts the undecided tasks that a list of units could settle.
    """

    file: str | None
    owed: int
    taken: int
    missing: int
    unlisted: int = 0


class Traced:
    """What became of the parent's tasks in one child."""

    def __init__(self, made: Trace | str, summary: Summary) -> None:
        self._made = made
        self.summary = summary

    @cached_property
    def trace(self) -> Trace:
        """The trace."""
        made = self._made
        return made if isinstance(made, Trace) else Trace.model_validate_json(made)

    @property
    def json(self) -> str:
        """The trace as JSON in one line."""
        return self._made.model_dump_json() if isinstance(self._made, Trace) else self._made


def summary(trace: Trace, unlisted: int = 0) -> Summary:
    """What decides the exit code."""
    missing = sum(task.status == "missing" for task in trace.tasks)
    return Summary(trace.file, trace.owed, trace.taken, missing, unlisted)
