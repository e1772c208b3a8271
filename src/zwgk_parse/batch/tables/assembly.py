"""The plans of a finished run in, one file or set of tables out: what `--format` asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zwgk_parse.batch.tables.texts import texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from zwgk_parse.batch.stores.store import Store
    from zwgk_parse.batch.work import Format

LINES = "plans.jsonl"


def assembly(form: Format) -> Callable[[Store], None] | None:
    """What puts the plans together for this format, None where each stays a file of its own.

    Raises MissingExtraError where something is not installed that it will need.
    """
    if form == "jsonl":
        return write_lines
    if form == "parquet":
        from zwgk_parse.batch.tables.parquet import require_pyarrow, write_tables

        require_pyarrow()
        return write_tables
    return None


def write_lines(store: Store) -> None:
    """Write `plans.jsonl`: a plan a line, as `zwgk parse -f jsonl` has it, in ledger order."""
    store.replace(LINES, (text for _, text in texts(store)))
