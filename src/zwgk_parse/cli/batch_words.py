"""What batches are told with, in the reader's language: states, reasons, times, short paths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.batch.entry import STATES, WITH_PLAN
from zwgk_parse.cli.streams import printable
from zwgk_parse.messages.texts import phrase, translated
from zwgk_parse.messages.widths import columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from zwgk_parse.batch.entry import Entry, State
    from zwgk_parse.messages.language import Language

# Of each state so many inputs are told.
_FEW = 3


def state_words(state: State, language: Language) -> str:
    """What a state is called."""
    return phrase(f"state-{state}", language)


def reason_words(reason: str, language: Language) -> str:
    """The reason that the ledger gives in English."""
    if language == "en":
        return reason
    whole = translated(reason)
    return whole if whole != reason else "；".join(map(translated, reason.split("; ")))


def counts(states: Mapping[State, int], language: Language) -> str:
    """How many inputs have no plan with tasks, by the state they are in."""
    told = ((state, states.get(state, 0)) for state in STATES if state not in WITH_PLAN)
    parts = (
        phrase("batch-count", language, state=state_words(state, language), count=count)
        for state, count in told
        if count
    )
    return phrase("batch-between", language).join(parts)


def duration(seconds: float) -> str:
    """`0.28 s`, `47 s`, `4:05`, `3:07:12`."""
    if seconds < 60:
        return f"{seconds:.2f} s" if seconds < 9.995 else f"{seconds:.0f} s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def one_line(path: str) -> str:
    """A path as one line that steers no terminal."""
    return printable(path.replace("\n", "\\n").replace("\t", "\\t"))


def shortened(path: str, width: int) -> str:
    """The end of a path, where all of it does not fit in `width` columns."""
    shown = one_line(path)
    if columns(shown) <= width:
        return shown
    while shown and columns(shown) > width - 1:
        shown = shown[1:]
    return f"…{shown}"


class Failures:
    """The first inputs of each state that have no plan with tasks."""

    def __init__(self) -> None:
        self._first: dict[State, dict[str, str | None]] = {}

    def see(self, entry: Entry) -> None:
        """Keep `entry` if it is among them; what was said of its input before does not count."""
        for known in self._first.values():
            known.pop(entry.path, None)
        if entry.holds not in WITH_PLAN:
            known = self._first.setdefault(entry.holds, {})
            if len(known) < _FEW:
                known[entry.path] = entry.reason

    def lines(self, holds: Mapping[State, int], language: Language) -> Iterator[str]:
        """A line a state with how many it has, below it the first of them with their reasons."""
        for state in STATES:
            count, first = holds.get(state, 0), self._first.get(state, {})
            if state in WITH_PLAN or not count:
                continue
            name = state_words(state, language)
            yield phrase("batch-count", language, state=name, count=count)
            for path, reason in first.items():
                said = reason_words(reason, language) if reason else None
                yield "  " + _told(one_line(path), said and one_line(said), language)
            if count > len(first):
                yield "  " + phrase("batch-more", language, count=count - len(first))


def _told(path: str, reason: str | None, language: Language) -> str:
    return phrase("batch-failure", language, path=path, reason=reason) if reason else path
