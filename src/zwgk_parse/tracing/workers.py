"""The lines of a long file of children go in, a Traced for each comes out, made by processes.

Each process is given the parent once. The lines are dealt out in packets, of which only a few wait
at a time, so that a file of any length takes the same memory; the order stays.
"""

from __future__ import annotations

from collections import deque
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from signal import SIG_IGN, SIGINT, signal
from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse import machine
from zwgk_parse.errors import ReadError, ZwgkError
from zwgk_parse.plan.traced import Traced
from zwgk_parse.tracing.reading import plan_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future

    from zwgk_parse.diff.trace import Parent
    from zwgk_parse.messages.language import Language
    from zwgk_parse.plan.texts import PlanText
    from zwgk_parse.vocabulary.unit_files import UnitsFile

# Starting processes takes a second; a file of less is read sooner than they are there.
LONG = 8_000_000
_PACKET = 16
_WAITING = 3
_MOST = 8


class Given(NamedTuple):
    """What each process needs: the parent as JSON, the user's own units, the reader's language."""

    parent: str
    units: UnitsFile | None
    language: Language


class Done(NamedTuple):
    """What came of one line: a trace, or the sentence that says why there is none.

    Neither where the plan is the parent itself.
    """

    file: str
    traced: Traced | None = None
    failure: str | None = None


class _Worker:
    """What a process keeps between two packets."""

    parent: Parent
    language: Language


def processors() -> int:
    """How many processes can work at a time, eight at most."""
    return min(machine.processors(), _MOST)


def traced(file: str, lines: Iterable[PlanText], given: Given, processes: int) -> Iterator[Done]:
    """What comes of each of the lines of `file`, in their order.

    Raises ReadError when a process ends before its time, as one that takes too much memory does.
    """
    try:
        yield from _traced(lines, given, processes)
    except BrokenExecutor as error:
        reason = "a process that read it was ended from outside"
        raise ReadError(file, reason, "split it into smaller files") from error


def _traced(lines: Iterable[PlanText], given: Given, processes: int) -> Iterator[Done]:
    rest = iter(lines)
    with ProcessPoolExecutor(processes, get_context("spawn"), _begin, (given,)) as pool:
        waiting: deque[Future[list[Done]]] = deque()
        while packet := list(islice(rest, _PACKET)):
            waiting.append(pool.submit(_work, packet))
            if len(waiting) >= _WAITING * processes:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _begin(given: Given) -> None:
    """Make this process ready."""
    import gc

    from zwgk_parse.diff.trace import Parent
    from zwgk_parse.plan.model import Plan
    from zwgk_parse.vocabulary.units import use

    # Whoever interrupts the program interrupts all of it: the one that speaks says so.
    signal(SIGINT, SIG_IGN)
    use(given.units)
    _Worker.parent = Parent(Plan.model_validate_json(given.parent))
    _Worker.language = given.language
    # Plans and traces have no cycles; what is loaded now stays, and need not be looked at again.
    gc.freeze()
    gc.set_threshold(200_000, 50, 1000)


def _work(packet: list[PlanText]) -> list[Done]:
    return [_done(line) for line in packet]


def _done(line: PlanText) -> Done:
    from zwgk_parse.messages.texts import error_sentence
    from zwgk_parse.pipeline import stored_plan

    try:
        plan = plan_of(stored_plan(line), line.file)
    except ZwgkError as error:
        return Done(line.file, failure=error_sentence(error, _Worker.language))
    if plan.id == _Worker.parent.plan.id:
        return Done(line.file)
    traced = _Worker.parent.traced(plan, line.file, words=False)
    return Done(line.file, Traced(traced.json, traced.summary))
