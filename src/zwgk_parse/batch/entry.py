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


class Stated(BaseModel):
    """What is written as JSON, with all of its fields."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", json_schema_serialization_defaults_required=True
    )


class Findings(Stated):
    """How many remarks the parser made, by severity."""

    info: int = 0
    warning: int = 0
    error: int = 0


class Entry(Stated):
    """One line of the ledger: an input, and the one state that it ended in."""

    path: str = Field(
        description="The input as it was given or found; what no text can hold is escaped."
    )
    state: State = Field(description="The state that it ended in, in this run.")
    sha256: str | None = Field(
        None, description="Of its content; null where that could not be read."
    )
    size: int | None = Field(None, description="Its bytes.")
    pages: int | None = Field(None, description="Its pages; null for sources without pages.")
    tasks: int | None = Field(
        None, description="How many tasks its plan has; null where there is no plan."
    )
    findings: Findings | None = Field(
        None, description="The parser's remarks on it; null where there is no plan."
    )
    seconds: float = Field(0.0, description="How long it was worked on.")
    peak_memory: int | None = Field(
        None, description="The most bytes that the process took during the work."
    )
    reason: str | None = Field(None, description="Why there is no plan, in English.")
    version: str = Field("", description="The version of the program.")
    options: str = Field(
        "", description="A fingerprint of what the result depends on beside the content."
    )
    output: str | None = Field(None, description="Where its plan is kept, below the output folder.")
    output_size: int | None = Field(None, description="The bytes of what is kept.")
    plan: str | None = Field(None, description="The plan's id.")
    text: str | None = Field(
        None, description="The fingerprint of the words of its tasks; null where it has none."
    )
    copy_of: str | None = Field(
        None, description="The input with the same content that was read in its stead."
    )
    earlier: State | None = Field(
        None, description="Of an input that was skipped: the state of an earlier run that holds."
    )
    tries: int = Field(1, description="How often it was begun in this run.")
    stamp: str | None = Field(
        None, description="What an object store tells one content from another by."
    )
    meta: dict[str, str] | None = Field(None, description="What the manifest says of it.")

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
