"""What a batch tells while it runs, on standard error: a bar, lines now and then, or what is odd.

Something of this kind is the Listener of a run, within a `with`.
"""

from __future__ import annotations

from collections import deque
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING

from zwgk_parse.cli.batch_words import (
    Failures,
    counts,
    duration,
    one_line,
    reason_words,
    state_words,
)
from zwgk_parse.cli.streams import complain
from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    from zwgk_parse.batch.entry import Entry
    from zwgk_parse.batch.tally import Tally
    from zwgk_parse.messages.language import Language

# So many seconds pass between two lines.
EVERY = 5.0
# The rate is that of so many seconds, and is not told before it is that of so many.
_LATELY, _LEAST = 30.0, 2.0


class Pace:
    """How fast inputs come to their end of late."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._marks: deque[tuple[float, int]] = deque()

    def mark(self, done: int) -> None:
        """So many are done now."""
        now = self._clock()
        self._marks.append((now, done))
        while len(self._marks) > 2 and now - self._marks[0][0] > _LATELY:
            self._marks.popleft()

    @property
    def rate(self) -> float | None:
        """Inputs a second, None as long as that cannot be said."""
        if len(self._marks) < 2:
            return None
        (first, before), (last, after) = self._marks[0], self._marks[-1]
        long = last - first >= _LEAST
        return (after - before) / (last - first) if long and after > before else None

    def remaining(self, left: int) -> float | None:
        """The seconds that `left` more take at this rate."""
        rate = self.rate
        return left / rate if rate else None


class Silent:
    """Tells what is odd, and nothing else; keeps what is told at the end."""

    # Whether each input is told that arrives, or is taken away, while folders are watched.
    talks = False

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self.failures = Failures()
        self.inputs: int | None = None
        self.found = 0
        self.tally: Tally | None = None
        self.following = False

    def __enter__(self) -> Silent:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing more is told."""

    @property
    def done(self) -> int:
        """How many inputs have come to their end."""
        return self.tally.inputs if self.tally is not None else 0

    def say(self, key: str, **data: object) -> None:
        """Put one line on standard error."""
        complain(phrase(key, self.language, **data))

    def resumes(self, entries: int) -> None:
        """A run that did not end goes on."""
        self.say("batch-resumes", count=entries)

    def damaged(self, line: int) -> None:
        """A line of the ledger cannot be read."""
        self.say("batch-damaged", line=line)

    def unused(self, rows: int, first: str) -> None:
        """Rows of the manifest belong to no input."""
        self.say("batch-unused", count=rows, path=one_line(first))

    def listed(self, inputs: int) -> None:
        """So many inputs were found so far."""
        self.found = inputs

    def began(self, inputs: int) -> None:
        """All inputs were found."""
        self.inputs = inputs

    def ended(self, entry: Entry, tally: Tally) -> None:
        """An input ended."""
        self.tally = tally
        self.failures.see(entry)
        if self.talks and self.following:
            self.say("batch-arrived", path=one_line(entry.path), state=self._state(entry))

    def follows(self) -> None:
        """From now on inputs are converted as they arrive."""
        self.following = True

    def gone(self, path: str) -> None:
        """An input was taken away."""
        if self.talks:
            self.say("batch-taken", path=one_line(path))

    def assembles(self) -> None:
        """The plans are put together."""

    def _state(self, entry: Entry) -> str:
        words = state_words(entry.state, self.language)
        reason = reason_words(entry.reason, self.language) if entry.reason else ""
        return one_line(f"{words} ({reason})") if reason else words


class Lines(Silent):
    """Tells how the run goes in a line every few seconds."""

    talks = True

    def __init__(self, language: Language, every: float = EVERY) -> None:
        super().__init__(language)
        self._every = every
        self._pace = Pace()
        self._over = Event()
        self._said: object = None
        self._thread = Thread(target=self._tell, name="zwgk-progress", daemon=True)

    def __enter__(self) -> Lines:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def began(self, inputs: int) -> None:
        """All inputs were found."""
        super().began(inputs)
        self.say("batch-found", count=inputs)
        self._pace.mark(0)

    def follows(self) -> None:
        """From now on inputs are converted as they arrive."""
        super().follows()
        self.say("batch-follows", count=self.done)

    def assembles(self) -> None:
        """The plans are put together."""
        self.say("batch-assembles")

    def _tell(self) -> None:
        while not self._over.wait(self._every):
            if self.inputs is None:
                self.say("batch-listing", count=self.found)
            elif not self.following and self.done < self.inputs:
                self._pace.mark(self.done)
                complain(progress_line(self, self._pace))


def progress_line(state: Silent, pace: Pace) -> str:
    """How far a run is: done, rate, remaining time, failures by kind, the slowest so far."""
    total, language = state.inputs or 0, state.language
    parts = [phrase("batch-done", language, done=state.done, all=total)]
    remaining = pace.remaining(total - state.done)
    if pace.rate and remaining is not None:
        parts.append(phrase("batch-rate", language, rate=pace.rate))
        parts.append(phrase("batch-remaining", language, time=duration(remaining)))
    if state.tally is not None:
        parts.append(counts(state.tally.holds, language))
        slow = next(iter(state.tally.slowest), None)
        if slow is not None and slow.seconds:
            known = {"time": duration(slow.seconds), "path": one_line(slow.path)}
            parts.append(phrase("batch-slow", language, **known))
    return phrase("batch-between", language).join(filter(None, parts))
