"""Inputs in, their plans and the ledger out; begun anew, a run goes on where it ended."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from itertools import islice
from pathlib import PurePosixPath
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple, Protocol

from zwgk_parse.batch.content import Look, look
from zwgk_parse.batch.convert import reason_of, state_of
from zwgk_parse.batch.entry import WRITTEN, Entry
from zwgk_parse.batch.names import output_name
from zwgk_parse.batch.record import LEDGER
from zwgk_parse.batch.stores.store import OWN
from zwgk_parse.batch.tally import Tally
from zwgk_parse.batch.work import Job
from zwgk_parse.errors import OutputError, StoreError, ZwgkError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zwgk_parse.batch.engines.engine import Engine
    from zwgk_parse.batch.index import Index, Known
    from zwgk_parse.batch.inputs import Input
    from zwgk_parse.batch.ledger import Lines
    from zwgk_parse.batch.work import Outcome, Work

_SOON = 0.5
# So many copies may wait for what they are copies of before nothing new is begun.
_COPIES = 1000
_PIECE = 1000
# What of an outcome the ledger takes as it is.
_TAKEN = (
    *("state", "sha256", "size", "pages", "tasks", "findings"),
    *("peak_memory", "reason", "output_size", "plan", "text"),
)


# Where a worker did not come to its end with an input that it may well have read.
_BY_WORKER = ("timed-out", "out-of-memory", "crashed")


class Watcher(Protocol):
    """Somebody who is told how a run goes."""

    def listed(self, inputs: int) -> None:
        """So many inputs were found so far."""

    def began(self, inputs: int) -> None:
        """All inputs were found, so many; the work begins."""

    def ended(self, entry: Entry, tally: Tally) -> None:
        """An input ended as `entry` says; with it, `tally` counts all so far."""


class Again(NamedTuple):
    """Which inputs are converted though nothing changed: `all` of them, or those that `failed`."""

    all: bool = False
    failed: bool = False


class Run:
    """Converts the inputs of an index, and adds an entry for each to the ledger."""

    def __init__(self, index: Index, work: Work, watcher: Watcher, again: Again) -> None:
        self._index, self._work, self._watcher, self._again = index, work, watcher, again
        self._ledger: Lines | None = None
        self._running = 0
        self._waiting: defaultdict[str, list[Job]] = defaultdict(list)
        self._copies = 0
        # What the entries of this run itself, where it goes on, were converted anew for.
        self.again_done = Again()
        self.tally = Tally()
        self.begun = monotonic()

    def find(self, inputs: Iterable[Input]) -> int:
        """Put `inputs` in the index; gives how many there are."""
        rest, count = iter(inputs), 0
        while piece := list(islice(rest, _PIECE)):
            count = self._index.add(piece)
            self._watcher.listed(count)
        self._watcher.began(count)
        return count

    def convert(self, engine: Engine) -> None:
        """Bring every input of the index to its end.

        Raises OutputError when something cannot be written, StoreError when a store is silent.
        """
        for given in self._index.inputs():
            self.take_up(given, engine)
            while self._running and (engine.room <= 0 or self._copies > _COPIES):
                self.collect(engine, _SOON)
        while self._running:
            self.collect(engine, _SOON)

    def close(self) -> None:
        """Nothing more comes into the ledger."""
        if self._ledger is not None:
            self._ledger.close()

    def take_up(self, given: Input, engine: Engine) -> None:
        """Bring `given` to its end, or have the engine begin with it."""
        path = given.path
        note = self._index.noted(given)
        try:
            seen = look(given, self._work.options.limits.bytes)
        except ZwgkError as error:
            self._end(self._entry(given, state=state_of(error), reason=reason_of(error), meta=note))
            return
        job = Job(given, "", seen.key, seen.size, base_url=(note or {}).get("url"))
        known = self._index.known(path)
        if known is not None and self._holds(known, note, seen):
            self._keep(known, job)
            return
        job = job._replace(output=self._output(given, seen, known))
        content = _content(job)
        if content is None or self._index.first_with(content, path) == path:
            self._put(job, engine)
            return
        settled = self._index.settled(content)
        if settled is None:
            self._waiting[content].append(job)
            self._copies += 1
        else:
            self._copy(job, settled, engine)

    def collect(self, engine: Engine, seconds: float) -> None:
        """Write down what the engine has done; waits up to `seconds` for something."""
        for job, outcome in engine.take(seconds):
            self._running -= 1
            if outcome.failure is not None:
                raise OutputError(*outcome.failure)
            if outcome.silent is not None:
                raise StoreError(*outcome.silent)
            entry = self._done(job, outcome)
            content = _content(job)
            if content is None or job.copied is not None:
                continue
            if outcome.sha256 is None and entry.state not in _BY_WORKER:
                self._hand_on(content, engine)
                continue
            self._index.settle(content, entry)
            for copy in self._waiting.pop(content, ()):
                self._copies -= 1
                self._copy(copy, entry, engine)

    @property
    def busy(self) -> bool:
        """Whether the engine has something to do."""
        return self._running > 0

    def _hand_on(self, content: str, engine: Engine) -> None:
        """Convert the next input that has the content: the first could not be read again."""
        copies = self._waiting.pop(content, [])
        if not copies:
            self._index.forget(content)
            return
        first, *others = copies
        self._copies -= 1
        self._index.lead(content, first.given.path)
        if others:
            self._waiting[content] = others
        self._put(first, engine)

    def _put(self, job: Job, engine: Engine) -> None:
        engine.put(job)
        self._running += 1

    def _copy(self, job: Job, first: Entry, engine: Engine) -> None:
        """Give `job` what became of `first`, which has the same content."""
        if first.holds in WRITTEN and first.output is not None:
            self._put(job._replace(copied=first.output), engine)
            return
        known = {key: getattr(first, key) for key in ("sha256", "size", "pages", "reason")}
        meta = self._index.noted(job.given)
        entry = self._entry(job.given, state=first.holds, copy_of=first.path, meta=meta, **known)
        self._end(entry)

    def _holds(self, known: Known, note: dict[str, str] | None, seen: Look) -> bool:
        """Whether what a ledger says of an input still is so, and need not be found anew."""
        entry = known.entry
        same = (entry.stamp or entry.sha256) == seen.key is not None
        again = self._again
        if known.current:
            again = Again(again.all and not self.again_done.all, again.failed)
        if not same or (entry.options, entry.version) != self._fingerprint or again.all:
            return False
        if (entry.meta or {}).get("url") != (note or {}).get("url"):
            return False
        if entry.holds not in WRITTEN:
            locked = entry.holds == "encrypted" and self._work.options.password is not None
            done = known.current and self.again_done.failed
            return done or not (again.failed or locked)
        return entry.output is not None and (
            self._work.store.size(entry.output) == entry.output_size
        )

    @property
    def _fingerprint(self) -> tuple[str, str]:
        return self._work.fingerprint, self._work.version

    def _keep(self, known: Known, job: Job) -> None:
        """Let what a ledger says stand: in this run's as it is, else as unchanged."""
        entry = known.entry
        content = _content(job)
        if entry.output is None:
            # Its name stays its own, so that others get theirs whether it has a plan or not.
            self._output(job.given, Look(job.key, job.size), None)
        if content is not None and self._index.first_with(content, entry.path) == entry.path:
            self._index.settle(content, entry)
        if known.current:
            self._told(entry)
            return
        skipped = {"state": "skipped-unchanged", "earlier": entry.holds, "seconds": 0.0}
        meta = self._index.noted(job.given)
        self._end(entry.model_copy(update={**skipped, "meta": meta, "tries": 0}))

    def _output(self, given: Input, seen: Look, known: Known | None) -> str:
        """The name of the plan of an input, which no other has: the one it had, or a new one."""
        path = given.path
        packed = self._work.format != "json"
        folder, ending = (f"{OWN}/plans", ".json.gz") if packed else ("plans", ".json")

        def named(name: str) -> str:
            return f"{folder}/{name}{ending}"

        had = known.entry.output if known is not None else None
        if had is not None and had.startswith(f"{folder}/") and had.endswith(ending):
            return had
        mark = seen.key
        if mark is None or given.stamp is not None:
            mark = hashlib.sha256((mark or path).encode()).hexdigest()
        taken = self._index.is_taken
        return named(output_name(given.parts, mark, path, lambda one: taken(named(one), path)))

    def _done(self, job: Job, outcome: Outcome) -> Entry:
        """The entry of a job that the engine has done."""
        taken = {key: getattr(outcome, key) for key in _TAKEN}
        if outcome.sha256 is None and outcome.state in _BY_WORKER:
            # Its worker did not live to say what it read.
            taken |= {"sha256": None if job.given.stamp else job.key, "size": job.size}
        content = _content(job)
        first = self._index.first_with(content, job.given.path) if job.copied and content else None
        entry = self._entry(
            job.given,
            **taken,
            seconds=round(outcome.seconds, 6),
            output=job.output if outcome.state in WRITTEN else None,
            copy_of=first,
            tries=job.tries,
            meta=self._index.noted(job.given),
        )
        self._end(entry)
        return entry

    def _entry(self, given: Input, **known: object) -> Entry:
        options, version = self._fingerprint
        facts = {"path": given.path, "stamp": given.stamp, "options": options, "version": version}
        return Entry.model_validate({**facts, **known})

    def _end(self, entry: Entry) -> None:
        if self._ledger is None:
            self._ledger = self._work.store.appended(LEDGER)
        self._ledger.add(entry.line())
        self._told(entry)

    def _told(self, entry: Entry) -> None:
        self.tally.add(entry)
        self._watcher.ended(entry, self.tally)


def _content(job: Job) -> str | None:
    """What two inputs share whose plans are the same but for the name of the file."""
    if job.key is None:
        return None
    # Of what the ledger calls it: that is a text whatever bytes the name is of.
    ending = PurePosixPath(job.given.path).suffix.lower()
    return f"{job.key} {ending} {job.base_url or ''}"
