"""What an output folder says of the run that wrote to it: whether it is ours, goes on, or ended."""

from __future__ import annotations

import datetime as dt
import json
import os
import platform
from contextlib import suppress
from time import sleep
from typing import TYPE_CHECKING, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, ValidationError

from zwgk_parse.batch.stores.store import OWN, LocalStore
from zwgk_parse.errors import OutputError

if TYPE_CHECKING:
    from pathlib import Path

    from zwgk_parse.batch.stores.store import Store
    from zwgk_parse.batch.work import Work

RECORD = f"{OWN}/run.json"
LEDGER = "ledger.jsonl"
# The ledger of the run before, as long as the one that follows it has not ended.
BEFORE = f"{OWN}/ledger-before.jsonl"
SUMMARY = "summary.json"
_LOCK = "lock"

How = Literal["running", "watching", "finished", "interrupted", "failed"]
# So often, and after so many seconds, it is tried to have the folder alone: whoever only asks
# whether it is written to has it for a moment.
_TRIES, _PAUSE = 5, 0.05


class Record(BaseModel):
    """The last run into a folder: when it began and how it ended, by which program, over what.

    `inputs` is how many there are, `taken` how many of them an earlier run that did not end had
    brought to their end. `watching`: all were converted, and what arrives is.
    `forced` and `retried` say what all of its entries were converted anew for.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    how: How = "running"
    begun: str = ""
    ended: str | None = None
    version: str = ""
    options: str = ""
    format: str = "json"
    inputs: int | None = None
    taken: int = 0
    host: str = ""
    process: int = 0
    forced: bool = False
    retried: bool = False
    sources: tuple[str, ...] = ()


def begun(work: Work, sources: tuple[str, ...], inputs: int, taken: int) -> Record:
    """The record of a run that begins now, in this process."""
    return Record(
        begun=now(),
        version=work.version,
        options=work.fingerprint,
        format=work.format,
        inputs=inputs,
        taken=taken,
        host=platform.node(),
        process=os.getpid(),
        # Half a surrogate pair has no place in JSON; how a source is called is for people only.
        sources=tuple(one.encode("utf-8", "backslashreplace").decode() for one in sources),
    )


def now() -> str:
    """This moment, to the second, with the offset of the place."""
    return dt.datetime.now().astimezone().isoformat(timespec="seconds")


def read_record(store: Store, shown: str) -> Record | None:
    """What the folder says of its last run, None where it is empty or new.

    Raises OutputError for a folder that is not empty and was not written by a batch.
    """
    if isinstance(store, LocalStore) and any(
        place.is_file() for place in (store.root, *store.root.parents)
    ):
        raise OutputError(shown, "it is a file, not a folder")
    try:
        return Record.model_validate_json(store.read(RECORD))
    except FileNotFoundError:
        names = [name for name in store.names() if name != OWN]
        if names:
            reason = f"it is not empty ({names[0]}), and no batch wrote it"
            raise OutputError(shown, reason) from None
        return None
    except ValidationError as error:
        raise OutputError(shown, f"{RECORD} in it is damaged") from error


def write_record(store: Store, record: Record) -> None:
    """Let the folder say `record`."""
    store.write(RECORD, json.dumps(record.model_dump(), ensure_ascii=False).encode() + b"\n")


class Lock(NamedTuple):
    """A folder of this machine that one run at a time writes to."""

    descriptor: int

    def release(self) -> None:
        """Let others write to it."""
        os.close(self.descriptor)


def locked(folder: Path) -> Lock:
    """The lock of the folder, until it is released or this process ends.

    Raises OutputError where another process has it.
    """
    own = folder / OWN
    try:
        own.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(own / _LOCK, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise OutputError(str(folder), error.strerror or str(error)) from error
    try:
        _hold(descriptor)
    except OSError as error:
        os.close(descriptor)
        raise OutputError(str(folder), "another batch is writing to it") from error
    return Lock(descriptor)


def is_locked(folder: Path) -> bool:
    """Whether a process is writing to the folder now; nothing is made or changed."""
    try:
        descriptor = os.open(folder / OWN / _LOCK, os.O_RDWR)
    except OSError:
        return False
    try:
        _try_to_hold(descriptor)
    except OSError:
        return True
    finally:
        os.close(descriptor)
    return False


def _hold(descriptor: int) -> None:
    for _ in range(_TRIES - 1):
        with suppress(OSError):
            return _try_to_hold(descriptor)
        sleep(_PAUSE)
    return _try_to_hold(descriptor)


def _try_to_hold(descriptor: int) -> None:
    if os.name == "nt":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
