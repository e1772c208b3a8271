"""What the entries of a ledger come to: entries go in one by one, the summary comes out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pydantic import Field

from zwgk_parse.batch.entry import WITH_PLAN, Findings, State, Stated, counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zwgk_parse.batch.entry import Entry

_SLOWEST = 5


class Slow(Stated):
    """An input and the seconds that it took."""

    path: str
    seconds: float


class Summary(Stated):
    """All inputs of a run together."""

    inputs: int = Field(0, description="How many inputs there are; what the states add up to.")
    states: dict[State, int] = Field(
        {}, description="The inputs by the state that they ended in, in this run."
    )
    holds: dict[State, int] = Field(
        {},
        description="The inputs by the state that holds for them: of those that were skipped as"
        " unchanged, the earlier one.",
    )
    tasks: int = Field(0, description="The tasks of all plans.")
    pages: int = Field(0, description="The pages of all inputs that have some.")
    bytes: int = Field(0, description="The bytes of all inputs.")
    findings: Findings = Field(Findings(), description="The parser's remarks on all inputs.")
    seconds: float = Field(0.0, description="How long the run took.")
    work: float = Field(0.0, description="How long all workers together took.")
    slowest: tuple[Slow, ...] = Field((), description="The inputs that took longest.")
    copies: int = Field(0, description="The inputs whose content another input has as well.")
    gone: int = Field(
        0, description="The inputs of earlier runs that are there no more; their plans stay."
    )
    same_plans: int = Field(
        0, description="The plans that several inputs have: the lines of same-plans.jsonl."
    )
    complete: bool = Field(False, description="Whether all inputs came to their end.")
    version: str = Field("", description="The version of the program.")

    @property
    def failed(self) -> int:
        """How many inputs have no plan with tasks."""
        return sum(count for state, count in self.holds.items() if state not in WITH_PLAN)


class Tally:
    """Counts entries."""

    def __init__(self) -> None:
        self.inputs = self.tasks = self.pages = self.bytes = self.copies = 0
        self.work = 0.0
        self.states: Counter[State] = Counter()
        self.holds: Counter[State] = Counter()
        self._findings: Counter[str] = Counter()
        self.slowest: list[Slow] = []

    def add(self, entry: Entry) -> None:
        """Count `entry`."""
        self._count(entry, 1)
        self.work += entry.seconds
        # What was skipped took no time.
        if entry.seconds and (self._is_short or entry.seconds > self.slowest[-1].seconds):
            self.slowest = [one for one in self.slowest if one.path != entry.path]
            self.slowest.append(Slow(path=entry.path, seconds=round(entry.seconds, 3)))
            self.slowest.sort(key=lambda one: -one.seconds)
            del self.slowest[_SLOWEST:]

    def forget(self, entry: Entry) -> None:
        """Count `entry` no more: another takes its place."""
        self._count(entry, -1)

    def summary(self, seconds: float, **more: object) -> Summary:
        """What was counted."""
        data: Mapping[str, object] = {
            "inputs": self.inputs,
            "states": counted(self.states),
            "holds": counted(self.holds),
            "tasks": self.tasks,
            "pages": self.pages,
            "bytes": self.bytes,
            "findings": Findings(**self._findings),
            "seconds": round(seconds, 3),
            "work": round(self.work, 3),
            "slowest": tuple(self.slowest),
            "copies": self.copies,
        }
        return Summary.model_validate({**data, **more})

    @property
    def _is_short(self) -> bool:
        return len(self.slowest) < _SLOWEST

    def _count(self, entry: Entry, by: int) -> None:
        self.inputs += by
        self.states[entry.state] += by
        self.holds[entry.holds] += by
        self.tasks += by * (entry.tasks or 0)
        self.pages += by * (entry.pages or 0)
        self.bytes += by * (entry.size or 0)
        self.copies += by * (entry.copy_of is not None)
        if entry.findings is not None:
            for kind, count in entry.findings:
                self._findings[kind] += by * count
