"""A run whose inputs may come again: what is said last of one takes the place of all before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.batch.ledger import entries_of
from zwgk_parse.batch.record import LEDGER
from zwgk_parse.batch.run import Run

if TYPE_CHECKING:
    from collections.abc import Collection

    from zwgk_parse.batch.engines.engine import Engine
    from zwgk_parse.batch.entry import Entry
    from zwgk_parse.batch.index import Index, Known
    from zwgk_parse.batch.inputs import Input
    from zwgk_parse.batch.run import Again, Watcher
    from zwgk_parse.batch.work import Job, Work


class RepeatingRun(Run):
    """Converts its inputs once, as any run, and from `repeat` on each as often as it comes."""

    def __init__(self, index: Index, work: Work, watcher: Watcher, again: Again) -> None:
        super().__init__(index, work, watcher, again)
        self._open: set[str] = set()
        self._repeats = False

    def repeat(self) -> None:
        """From now on inputs may come again; all of the index have come to their end."""
        self._repeats = True
        # What was asked to be converted anew has been.
        self.again_done = self._again
        lines = self._work.store.lines(LEDGER)
        self._index.remember(entries_of(lines), current=True)

    def take_up_again(self, given: Input, engine: Engine) -> None:
        """Bring `given` to its end, which may be new, or known with another content."""
        self._index.add((given,))
        self._index.unsettle(given.path)
        self._open.add(given.path)
        self.take_up(given, engine)

    def is_open(self, path: str) -> bool:
        """Whether an input that is `path`, or in it, is taken up and has not come to its end."""
        inside = (f"{path}/", f"{path}!/")
        return any(one == path or one.startswith(inside) for one in self._open)

    def take_back(self, path: str, still: Collection[str] = ()) -> list[str]:
        """Let `path`, and what is in it, be no input any more, but for those that `still` are.

        Gives those that were.
        """
        taken = self._index.take_back(path, still)
        for one in taken:
            self._index.unsettle(one)
            known = self._index.known(one)
            if known is not None and known.current:
                self.tally.forget(known.entry)
                self._index.remember((known.entry,), current=False)
        return taken

    def _keep(self, known: Known, job: Job) -> None:
        """As in any run; what this run has told already is not told again."""
        if known.current and self._repeats:
            self._open.discard(known.entry.path)
        else:
            super()._keep(known, job)

    def _told(self, entry: Entry) -> None:
        if self._repeats:
            self._open.discard(entry.path)
            before = self._index.known(entry.path)
            if before is not None and before.current:
                self.tally.forget(before.entry)
            self._index.remember((entry,), current=True)
        super()._told(entry)
