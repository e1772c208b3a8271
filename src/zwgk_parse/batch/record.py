"""What an output folder says of the run that wrote to it: whether it is ours, goes on, or ended."""

from __future__ import annotations

import datetime as dt
import json
import os
import platform
from typing import TYPE_CHECKING, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, ValidationError

from zwgk_parse.batch.store import OWN
from zwgk_parse.errors import OutputError

if TYPE_CHECKING:
    from pathlib import Path

    from zwgk_parse.batch.store import Store
    from zwgk_parse.batch.work import Work

RECORD = f"{OWN}/run.json"
LEDGER = "ledger.jsonl"
# The ledger of the run before, as long as the one that follows it has not ended.
BEFORE = f"{OWN}/ledger-before.jsonl"
SUMMARY = "summary.json"
_LOCK = "lock"

How = Literal["running", "finished", "interrupted", "failed"]


class Record(BaseModel):
    """The last run into a folder: when it began and how it ended, by which program, over what.

    `forced` and `retried` say what all of its entries were converted anew for.
    `inputs` is how many there are, null as long as they are being listed.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    how: How = "running"
    begun: str = ""
    ended: str | None = None
    version: str = ""
    options: str = ""
    format: str = "json"
    inputs: int | None = None
    host: str = ""
    process: int = 0
    forced: bool = False
    retried: bool = False
    sources: tuple[str, ...] = ()


def begun(work: Work, sources: tuple[str, ...]) -> Record:
    """The record of a run that begins now, in this process."""
    return Record(
        begun=now(),
        version=work.version,
        options=work.fingerprint,
        format=work.format,
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
    """Whether a process is writing to the folder now."""
    try:
        locked(folder).release()
    except OutputError:
        return True
    return False


def _hold(descriptor: int) -> None:
    if os.name == "nt":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
