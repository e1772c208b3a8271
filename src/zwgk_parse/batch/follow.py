"""Folders that are followed: files that arrive or change in, converted each as it has settled.

watchfiles tells what changes; it is asked from before the run begins, so that nothing that arrives
during it is missed. A file is taken up when it has not changed for a while, and again when it
changes later; one that is taken away is no input any more, its plan stays.
"""

from __future__ import annotations

import os
from contextlib import closing
from itertools import chain
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple, Protocol

from zwgk_parse.batch.inputs import Input, inputs_at
from zwgk_parse.errors import MissingExtraError, ReadError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Sequence

    from zwgk_parse.batch.engines.engine import Engine
    from zwgk_parse.batch.inputs import Choice
    from zwgk_parse.batch.repeats import RepeatingRun

# What programs call a file that they have not finished: downloads, editors.
UNFINISHED = ("*.part", "*.partial", "*.crdownload", "*.download", "*.tmp", "*.swp", "*~")
# Milliseconds: how long changes are gathered at most, and how long none is waited for.
_GATHERED, _QUIET, _WAIT = 500, 50, 200
# Seconds that a worker is waited for when none has room.
_SOON = 0.2


# A path, and whether what stands there is new.
Change = tuple[str, bool]


class Settling(NamedTuple):
    """A file that may still change: its size and time of change, and since when they are so."""

    facts: tuple[int, int] | None
    since: float


class Watched(Protocol):
    """Somebody who is told what a run does not tell."""

    def gone(self, path: str) -> None:
        """An input was taken away."""


class Follow:
    """Folders that are watched from when this is made; as `Spec.follow`, what converts the files.

    `settle` are the seconds that a file has to stay as it is; `polled`: the folders are looked at
    again and again, for disks whose changes the system does not tell of.
    """

    def __init__(
        self, roots: Sequence[str], choice: Choice, settle: float, *, polled: bool = False
    ) -> None:
        self._roots, self._choice, self._settle = roots, choice, settle
        self._waiting: dict[tuple[str, tuple[str, ...]], Settling] = {}
        self._changes = _changes(roots, polled=polled)
        self._note(next(self._changes))

    def until(
        self, stopped: Callable[[], bool], listener: Watched
    ) -> Callable[[RepeatingRun, Engine], None]:
        """What converts files as they arrive, until `stopped` says that it is enough."""

        def follow(run: RepeatingRun, engine: Engine) -> None:
            run.repeat()
            with closing(self._changes):
                for changes in self._changes:
                    self._note(changes)
                    for place in self._settled():
                        if stopped():
                            return
                        for path in self._take(place, run, engine, stopped):
                            listener.gone(path)
                    if stopped():
                        return
                    if run.busy:
                        run.collect(engine, 0.0)

        return follow

    def _note(self, changes: Iterable[Change]) -> None:
        """Let what stands at each of the paths settle from now on."""
        for path, is_new in changes:
            for root in self._roots:
                parts = _below(root, path)
                if parts is not None:
                    for one in self._files(root, parts) if is_new else (parts,):
                        self._wait(root, one)

    def _files(self, root: str, parts: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
        """A file itself; of a folder that is new the files in it, of which nothing else is told."""
        if not os.path.isdir(os.path.join(root, *parts)):  # noqa: PTH112, PTH118
            return (parts,)
        places = (given.place for given in inputs_at(root, parts, self._choice))
        return {Path(place).relative_to(root).parts for place in places}

    def _wait(self, root: str, parts: tuple[str, ...]) -> None:
        place = os.path.join(root, *parts)  # noqa: PTH118
        self._waiting[root, parts] = Settling(_facts(place), monotonic())

    def _settled(self) -> list[tuple[str, tuple[str, ...]]]:
        """What has not changed for as long as it has to; it need not be waited for any more."""
        now, done = monotonic(), []
        for (root, parts), known in list(self._waiting.items()):
            facts = _facts(os.path.join(root, *parts))  # noqa: PTH118
            if facts != known.facts:
                self._waiting[root, parts] = Settling(facts, now)
            elif facts is None or now - known.since >= self._settle:
                del self._waiting[root, parts]
                done.append((root, parts))
        return done

    def _take(
        self,
        at: tuple[str, tuple[str, ...]],
        run: RepeatingRun,
        engine: Engine,
        stopped: Callable[[], bool],
    ) -> Iterable[str]:
        """Take up what stands there, or let go of what stood there; gives the latter.

        An archive may hold many: what is left of it when it is `stopped` is for another run.
        """
        root, parts = at
        place = os.path.join(root, *parts)  # noqa: PTH118
        name = Input(place, parts).path
        if run.is_open(name):
            # What is being read is not what stands there now: again, when that has ended.
            self._wait(root, parts)
            return ()
        if os.path.isdir(place):  # noqa: PTH112
            return ()
        found = list(inputs_at(root, parts, self._choice)) if os.path.lexists(place) else []
        # An archive may have been none before, or have held other files.
        taken = run.take_back(name, {given.path for given in found})
        for given in found:
            while engine.room <= 0 and not stopped():
                run.collect(engine, _SOON)
            if stopped():
                break
            run.take_up_again(given, engine)
        return taken


def _changes(roots: Sequence[str], *, polled: bool) -> Generator[set[Change], None, None]:
    """What changes below `roots`, and nothing now and then; watched from the first on.

    Raises MissingExtraError without watchfiles, ReadError for what cannot be watched.
    """
    try:
        from watchfiles import watch
    except ImportError as error:
        raise MissingExtraError("--watch", extra="watch") from error
    found = watch(
        *map(os.path.realpath, roots),
        watch_filter=None,
        debounce=_GATHERED,
        step=_QUIET,
        rust_timeout=_WAIT,
        yield_on_timeout=True,
        # None: as the variable WATCHFILES_FORCE_POLLING says.
        force_polling=polled or None,
        ignore_permission_denied=True,
    )
    with closing(found):
        try:
            first = next(found)
        except OSError as error:
            remedy = "allow more (fs.inotify.max_user_watches), or use --poll"
            raise ReadError(roots[0], f"it cannot be watched ({error})", remedy) from error
        for changes in chain((first,), found):
            yield {(path, kind.name == "added") for kind, path in changes}


def _below(root: str, path: str) -> tuple[str, ...] | None:
    """The parts of `path` below the folder `root`, None where it is not there."""
    try:
        return Path(path).relative_to(os.path.realpath(root)).parts or None
    except ValueError:
        return None


def _facts(path: str) -> tuple[int, int] | None:
    """What changes when a file does; None where there is none."""
    try:
        facts = Path(path).stat()
    except (OSError, ValueError):
        return None
    return facts.st_size, facts.st_mtime_ns
