"""How far a batch is, by what its output folder says: of one that runs, has ended, or was killed.

Nothing is written, and the run is not disturbed: what is read are its record and its ledger.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict

from zwgk_parse.batch.ledger import last_of, lines_of
from zwgk_parse.batch.record import LEDGER, read_record
from zwgk_parse.batch.tally import Summary, Tally

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zwgk_parse.batch.entry import Entry
    from zwgk_parse.batch.record import Record
    from zwgk_parse.batch.stores.store import Store

Going = Literal["listing", "running", "watching", "finished", "interrupted", "failed", "killed"]


class Status(BaseModel):
    """How a batch goes, or how it ended.

    `how`: `listing` while inputs are found, `killed` for a run that ended without a word. `done` of
    `inputs` have come to their end; `inputs` is null as long as they are not all found. `rate` are
    those that this run does a second, `remaining` the seconds that it still needs, at that rate.
    `damaged` lines of the ledger could not be read. `summary` is what the entries come to so far.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    how: Going
    begun: str | None = None
    ended: str | None = None
    version: str = ""
    format: str = ""
    sources: tuple[str, ...] = ()
    inputs: int | None = None
    done: int = 0
    rate: float | None = None
    remaining: float | None = None
    damaged: int = 0
    summary: Summary = Summary()

    @property
    def is_under_way(self) -> bool:
        """Whether a process is at work now."""
        return self.how in {"listing", "running", "watching"}

    @property
    def is_well(self) -> bool:
        """Whether nothing is to be done: no input without a plan, and no run that broke off."""
        return (self.is_under_way or self.how == "finished") and not self.summary.failed


def status(
    store: Store, shown: str, *, locked: bool | None, see: Callable[[Entry], None]
) -> Status | None:
    """How the batch in `store` goes, None where there is none; `see` is given each entry.

    `locked` says whether a process has the folder, None where that cannot be known. Raises
    OutputError for a folder that no batch wrote.
    """
    record = read_record(store, shown)
    if record is None:
        return Status(how="listing") if locked else None
    tally, damaged = Tally(), 0

    def entries() -> Iterator[Entry]:
        nonlocal damaged
        for line in lines_of(store.lines(LEDGER)):
            if line.entry is not None:
                yield line.entry
            elif not line.torn:
                damaged += 1

    for entry in last_of(entries()):
        tally.add(entry)
        see(entry)
    return _told(record, _going(record, locked), tally, damaged)


def _going(record: Record, locked: bool | None) -> Going:
    if record.how in {"running", "watching"}:
        return "killed" if locked is False else record.how
    # A run that ended, and another that has not found all of its inputs.
    return "listing" if locked else record.how


def _told(record: Record, how: Going, tally: Tally, damaged: int) -> Status:
    # Nobody has written down when a run was killed.
    seconds = 0.0 if how == "killed" else _seconds(record.begun, record.ended)
    fresh = tally.inputs - record.taken
    rate = fresh / seconds if seconds > 0 and fresh > 0 else None
    total = max(record.inputs or 0, tally.inputs)
    left = total - tally.inputs
    return Status(
        how=how,
        begun=record.begun or None,
        ended=record.ended,
        version=record.version,
        format=record.format,
        sources=record.sources,
        inputs=record.inputs and total,
        done=tally.inputs,
        rate=rate and round(rate, 3),
        remaining=round(left / rate, 1) if rate and how == "running" else None,
        damaged=damaged,
        summary=tally.summary(seconds, complete=how == "finished", version=record.version),
    )


def _seconds(begun: str, ended: str | None) -> float:
    """How long a run took, or has taken until now."""
    try:
        first = dt.datetime.fromisoformat(begun)
        last = dt.datetime.fromisoformat(ended) if ended else dt.datetime.now(dt.UTC)
        return max((last - first).total_seconds(), 0.0)
    except (ValueError, TypeError):
        return 0.0
