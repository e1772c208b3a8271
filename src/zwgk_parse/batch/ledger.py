"""The ledger of a batch: one line an input, added as it ends; read back after any kind of end."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from pydantic import ValidationError

from zwgk_parse.batch.entry import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Line(NamedTuple):
    """A line of a ledger file (`number` from 1): its entry, or None where it is damaged.

    `torn`: the line has no end, as the last one of a process that was killed.
    """

    number: int
    entry: Entry | None
    torn: bool = False


class Lines(Protocol):
    """Something that a ledger can be written to, a whole line at a time."""

    def add(self, line: bytes) -> None:
        """Put `line` behind the others; once this returns, no end of this process undoes it."""

    def close(self) -> None:
        """No more lines come."""


def lines_of(lines: Iterable[bytes]) -> Iterator[Line]:
    """What stands in a ledger; a line that is damaged does not keep the others from being read."""
    for number, line in enumerate(lines, 1):
        if line.isspace():
            continue
        try:
            entry = Entry.model_validate_json(line)
        except ValidationError:
            yield Line(number, None, torn=not line.endswith(b"\n"))
        else:
            yield Line(number, entry)


def entries_of(lines: Iterable[bytes]) -> Iterator[Entry]:
    """The entries of a ledger in their order, without what is damaged."""
    return (line.entry for line in lines_of(lines) if line.entry is not None)
