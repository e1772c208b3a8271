"""A ledger that was put in order in, the JSON of each plan out, in the order of the ledger."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from zwgk_parse.batch.convert import no_plan, unpacked
from zwgk_parse.batch.entry import WRITTEN
from zwgk_parse.batch.ledger import entries_of
from zwgk_parse.batch.record import LEDGER
from zwgk_parse.batch.stores.store import LocalStore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.batch.entry import Entry
    from zwgk_parse.batch.stores.store import Store

# So many plans are fetched from an object store at a time, and kept until all of them are there.
_AT_ONCE, _PIECE = 16, 64


def texts(store: Store) -> Iterator[tuple[Entry, bytes]]:
    """The inputs of a ledger that was put in order and that have a plan, each with its JSON.

    Raises DamagedFileError for a plan that is not at its place any more, or is none.
    """
    entries = (entry for entry in entries_of(store.lines(LEDGER)) if entry.holds in WRITTEN)
    if isinstance(store, LocalStore):
        yield from ((entry, _text(store, str(entry.output))) for entry in entries)
        return
    # An object store answers late, but answers many at once.
    with ThreadPoolExecutor(_AT_ONCE, "zwgk-plans") as threads:
        while some := list(islice(entries, _PIECE)):
            names = [str(entry.output) for entry in some]
            yield from zip(some, threads.map(partial(_text, store), names), strict=True)


def _text(store: Store, name: str) -> bytes:
    try:
        return unpacked(store.read(name), name)
    except FileNotFoundError as error:
        raise no_plan(name) from error
