"""An output folder of a batch in, finished or still written to; its entries and plans out, one by
one: what other stages (statistics, samples, tables) read a batch by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.batch.convert import stored_plan
from zwgk_parse.batch.entry import WRITTEN
from zwgk_parse.batch.ledger import last_of, lines_of
from zwgk_parse.batch.record import LEDGER, read_record
from zwgk_parse.batch.stores.named import store_at
from zwgk_parse.errors import DamagedFileError, OutputError, ReadError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from zwgk_parse.batch.entry import Entry
    from zwgk_parse.batch.record import Record
    from zwgk_parse.batch.stores.store import Store
    from zwgk_parse.plan.model import Plan


_REMEDY = "name the folder that -o of the batch named"


def _unheard(_: object) -> None:
    """Nobody is told."""


class OutFolder:
    """What a batch has written to a folder, or to an address in an object store, of any format.

    `damaged` is told the number of each line of the ledger that cannot be read, `missing` the
    entry of each plan that is not at its place any more, or is no plan: both are passed over.
    Nothing is held in memory but the plan in hand.
    """

    def __init__(
        self,
        place: Path | str,
        *,
        damaged: Callable[[int], None] = _unheard,
        missing: Callable[[Entry], None] = _unheard,
    ) -> None:
        self.shown = str(place)
        try:
            self.store: Store = store_at(self.shown)
        except OutputError as error:
            raise ReadError(self.shown, str(error.data["reason"]), _REMEDY) from error
        self._damaged, self._missing = damaged, missing

    def record(self) -> Record:
        """What the folder says of its last run.

        Raises ReadError where no batch has written to it, or there is no such folder.
        """
        try:
            record = read_record(self.store, self.shown)
        except OutputError as error:
            raise ReadError(self.shown, str(error.data["reason"]), _REMEDY) from error
        if record is None:
            raise ReadError(self.shown, "there is no output of a batch", _REMEDY)
        return record

    def entries(self) -> Iterator[Entry]:
        """The inputs that have ended in the last run, each once, in the order of the ledger.

        Of an input that the ledger has several lines of, the last holds.
        """
        if self.record().how == "finished":
            # The ledger was put in order: each input has one line.
            yield from self._lines()
        else:
            yield from last_of(self._lines())

    def plans(self) -> Iterator[tuple[Entry, Plan]]:
        """The inputs that have a plan (it may be one without tasks), each with it."""
        for entry in self.entries():
            if entry.holds not in WRITTEN or entry.output is None:
                continue
            try:
                plan = stored_plan(self.store.read(entry.output), entry.output)
            except (FileNotFoundError, DamagedFileError):
                self._missing(entry)
            else:
                yield entry, plan

    def _lines(self) -> Iterator[Entry]:
        for line in lines_of(self.store.lines(LEDGER)):
            if line.entry is not None:
                yield line.entry
            elif not line.torn:
                self._damaged(line.number)
