"""A batch from its beginning to its end: what is to be converted in, the summary out.

The output folder is claimed, the ledger of an earlier run is taken over, the inputs are listed,
converted, put together in one file where that is asked for, and the summary is written.
"""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import ExitStack, contextmanager, nullcontext
from pathlib import Path
from signal import SIG_IGN, SIGINT, getsignal, signal
from threading import current_thread, main_thread
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple, Protocol

from zwgk_parse.batch.index import Index
from zwgk_parse.batch.ledger import entries_of, lines_of
from zwgk_parse.batch.record import (
    BEFORE,
    LEDGER,
    SUMMARY,
    begun,
    locked,
    now,
    read_record,
    write_record,
)
from zwgk_parse.batch.repeats import RepeatingRun
from zwgk_parse.batch.run import Again, Run, Watcher
from zwgk_parse.batch.sources import inputs_of
from zwgk_parse.batch.stores.store import OWN, LocalStore
from zwgk_parse.batch.tables.same import write_same
from zwgk_parse.errors import NoInputError, OutputError, SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from contextlib import AbstractContextManager

    from zwgk_parse.batch.engines.engine import Engine
    from zwgk_parse.batch.entry import Entry
    from zwgk_parse.batch.inputs import Choice
    from zwgk_parse.batch.record import Record
    from zwgk_parse.batch.stores.store import Store
    from zwgk_parse.batch.tally import Summary
    from zwgk_parse.batch.work import Work


class Listener(Watcher, Protocol):
    """Somebody who is told how a run goes, and what is odd about it."""

    def follows(self) -> None:
        """All inputs are done; from now on those that arrive are converted."""

    def gone(self, path: str) -> None:
        """An input was taken away while its folder was followed."""

    def resumes(self, entries: int) -> None:
        """A run that did not end goes on; so many inputs were done."""

    def damaged(self, line: int) -> None:
        """A line of the ledger cannot be read; its input is done again."""

    def unused(self, rows: int, first: str) -> None:
        """So many rows of the manifest belong to no input."""

    def assembles(self) -> None:
        """All inputs are done; their plans are put together."""


class Spec(NamedTuple):
    """What a batch is to do: `shown` is how the user calls the output folder, `named` the sources.

    `notes` are the rows of the manifest at `manifest`: where an input stands, and what is known of
    it. `assemble` puts the plans of a finished run together. `follow` brings what arrives later to
    its end; it comes back when no more is to be done.
    """

    sources: Iterable[str]
    choice: Choice
    work: Work
    shown: str
    named: tuple[str, ...] = ()
    again: Again = Again()
    notes: Iterable[tuple[str, dict[str, str]]] = ()
    manifest: str = ""
    assemble: Callable[[Store], None] | None = None
    follow: Callable[[RepeatingRun, Engine], None] | None = None


def run_batch(spec: Spec, begin: Callable[[Work], Engine], listener: Listener) -> Summary:
    """Bring every input to its end; gives what they come to.

    Raises OutputError when the folder is not ours or cannot be written to, NoInputError where there
    is nothing to convert (what an earlier run wrote is left as it is), and lets KeyboardInterrupt
    through: the ledger is whole then, and the same call goes on from there.
    """
    with ExitStack() as stack:
        heard = stack.enter_context(_once_interrupted())
        store = spec.work.store
        stack.enter_context(_full(spec.shown))
        before = _claimed(spec, stack)
        index = Index(_scratch(store, stack))
        stack.callback(index.close)
        run = (RepeatingRun if spec.follow else Run)(index, spec.work, listener, spec.again)
        stack.callback(run.close)
        count = _listed(spec, run, index)
        resumed = before if before is not None and before.how != "finished" else None
        taken = _take_over(store, index, listener, resumed=resumed is not None)
        record = begun(spec.work, spec.named, count, taken)
        record = record.model_copy(update=_anew(spec.again, resumed))
        with _recorded(store, record) as say:
            # What this run, before it was killed, has converted anew is not converted once more.
            run.again_done = Again(record.forced, record.retried)
            engine = begin(spec.work)
            stack.callback(engine.stop)
            with heard():
                run.convert(engine)
                _follow(spec, run, engine, listener, lambda **new: say(_changed(record, new)))
            run.close()
            return _finished(spec, run, index, listener)


def _follow(
    spec: Spec, run: Run, engine: Engine, listener: Listener, say: Callable[..., None]
) -> None:
    """Bring what arrives later to its end, where that is asked for."""
    if spec.follow is not None and isinstance(run, RepeatingRun):
        say(how="watching")
        listener.follows()
        spec.follow(run, engine)
        say(inputs=run.tally.inputs)


def _changed(record: Record, new: dict[str, object]) -> Record:
    return record.model_copy(update=new)


@contextmanager
def _once_interrupted() -> Iterator[Callable[[], AbstractContextManager[None]]]:
    """Lets nobody who interrupts once more keep an interrupted run from ending as it should.

    Gives a stretch: from an interrupt of it to the end of the whole no other is heard.
    """
    if current_thread() is not main_thread():
        # Interrupts come to the main thread only.
        yield nullcontext
        return
    before = getsignal(SIGINT)

    @contextmanager
    def heard() -> Iterator[None]:
        try:
            yield
        except KeyboardInterrupt:
            signal(SIGINT, SIG_IGN)
            raise

    try:
        yield heard
    finally:
        signal(SIGINT, before)


def _claimed(spec: Spec, stack: ExitStack) -> Record | None:
    """What the output folder says of its last run, once it is ours to write to."""
    store = spec.work.store
    before = read_record(store, spec.shown)
    if isinstance(store, LocalStore):
        stack.callback(locked(store.root).release)
        store.sweep()
        # Until now another process may have been at its end.
        before = read_record(store, spec.shown)
    return before


def _listed(spec: Spec, run: Run, index: Index) -> int:
    """Find the inputs, and what the manifest knows of them; gives how many there are."""
    twice = index.note(spec.notes)
    if twice is not None:
        raise SettingsError(spec.manifest, f"{twice} stands in it twice")
    count = run.find(inputs_of(spec.sources, spec.choice))
    if not count and spec.follow is None:
        raise NoInputError(spec.shown)
    return count


def _scratch(store: Store, stack: ExitStack) -> Path:
    """Where the index of the run is: beside what is written, where that is a disk."""
    if isinstance(store, LocalStore):
        return store.root / OWN / "index.sqlite"
    folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="zwgk-"))
    return Path(folder) / "index.sqlite"


def _take_over(store: Store, index: Index, listener: Listener, *, resumed: bool) -> int:
    """Read the ledgers there are, and begin the one of this run, or go on with it.

    Gives how many lines the one that goes on has.
    """
    if not resumed:
        # A process that is killed between these steps leaves the earlier entries in one of both.
        if store.size(LEDGER):
            store.replace(BEFORE, store.lines(LEDGER))
            store.replace(LEDGER, iter(()))
        index.remember(_read(store, BEFORE, listener), current=False)
        return 0
    index.remember(entries_of(store.lines(BEFORE)), current=False)
    index.remember(_read(store, LEDGER, listener), current=True)
    # What a killed process left of a last line must not stand before the next one.
    store.replace(LEDGER, (entry.line() for entry in entries_of(store.lines(LEDGER))))
    count = sum(1 for _ in store.lines(LEDGER))
    listener.resumes(count)
    return count


def _anew(again: Again, resumed: Record | None) -> dict[str, bool]:
    """What all entries of a run are converted anew for, also those of before it was killed."""
    return {
        "forced": again.all and (resumed is None or resumed.forced),
        "retried": again.failed and (resumed is None or resumed.retried),
    }


@contextmanager
def _full(shown: str) -> Iterator[None]:
    """A stretch in which a disk that is full for the index is told as any output is."""
    try:
        yield
    except sqlite3.Error as error:
        raise OutputError(shown, str(error)) from error


def _read(store: Store, name: str, listener: Listener) -> Iterator[Entry]:
    for line in lines_of(store.lines(name)):
        if line.entry is not None:
            yield line.entry
        elif not line.torn:
            listener.damaged(line.number)


@contextmanager
def _recorded(store: Store, record: Record) -> Iterator[Callable[[Record], None]]:
    """A stretch that the folder calls running, and that it says the end of."""
    last = record

    def say(changed: Record) -> None:
        nonlocal last
        last = changed
        write_record(store, changed)

    say(record)
    how = "failed"
    try:
        yield say
        how = "finished"
    except KeyboardInterrupt:
        how = "interrupted"
        raise
    finally:
        say(last.model_copy(update={"how": how, "ended": now()}))


def _finished(spec: Spec, run: Run, index: Index, listener: Listener) -> Summary:
    """Put the ledger in order, the plans together, and write the summary."""
    store = spec.work.store
    rows, first = index.unused()
    if first is not None:
        listener.unused(rows, first)
    gone = index.gone()
    # Each input the last of its lines, and none to what is no input any more.
    store.replace(LEDGER, index.final(entries_of(store.lines(LEDGER))))
    if spec.assemble is not None:
        listener.assembles()
        spec.assemble(store)
    more = {"gone": gone, "same_plans": write_same(store)}
    summary = run.tally.summary(
        monotonic() - run.begun, complete=not run.busy, version=spec.work.version, **more
    )
    store.write(SUMMARY, summary.model_dump_json(indent=2).encode() + b"\n")
    # Last: a run that is killed before still knows which inputs are gone.
    store.remove(BEFORE)
    return summary
