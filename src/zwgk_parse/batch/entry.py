"""What the ledger says of one input: the state that it ended in, and what is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, Field

if TYPE_CHECKING:
    from collections.abc import Mapping

State = Literal[
    "ok",
    "ok-with-findings",
    "no-tasks",
    "unsupported",
    "unreadable",
    "encrypted",
    "no-text-layer",
    "timed-out",
    "out-of-memory",
    "crashed",
    "skipped-unchanged",
]
# The order in which they are told.
STATES: tuple[State, ...] = State.__args__  # type: ignore[attr-defined]
# An input in one of these has a plan with tasks.
WITH_PLAN: frozenset[State] = frozenset(("ok", "ok-with-findings"))
# An input in one of these has a plan, if one without tasks.
WRITTEN: frozenset[State] = WITH_PLAN | {"no-tasks"}


class Findings(BaseModel):
    """How many remarks the parser made, by severity."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    info: int = 0
    warning: int = 0
    error: int = 0


class Entry(BaseModel):
    """One line of the ledger: an input, and the one state that it ended in.

    `path` is the input as it was given or found; what no text can hold is escaped. `sha256` is
    null where the content could not be read. `pages` are those of paged sources. `seconds` is the
    time of the work, `peak_memory` the most bytes that the process took during it. `options` is a
    fingerprint of what the result depends on beside the content. `output` is where the plan is,
    below the output folder, and `output_size` its bytes. `plan` is the plan's id, `text` the
    fingerprint of its tasks. `copy_of` is the input with the same content that was read in its
    stead. `earlier` is the state of an earlier run that still holds for an input that was skipped.
    `tries` is how often it was begun. `stamp` is what an object store tells one content from
    another by. `meta` is what the manifest knows of it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    path: str
    state: State
    sha256: str | None = None
    size: int | None = None
    pages: int | None = None
    tasks: int | None = None
    findings: Findings | None = None
    seconds: float = 0.0
    peak_memory: int | None = None
    reason: str | None = None
    version: str = ""
    options: str = ""
    output: str | None = None
    output_size: int | None = None
    plan: str | None = None
    text: str | None = None
    copy_of: str | None = None
    earlier: State | None = None
    tries: int = 1
    stamp: str | None = None
    meta: dict[str, str] | None = Field(default=None)

    @property
    def holds(self) -> State:
        """The state of the input itself, whichever run it was reached in."""
        return self.earlier or self.state

    def line(self) -> bytes:
        """The entry as a line of the ledger."""
        return self.model_dump_json(exclude_none=False).encode() + b"\n"


def counted(states: Mapping[State, int]) -> dict[State, int]:
    """`states` in their order, without those that no input is in."""
    return {state: states[state] for state in STATES if states.get(state)}
