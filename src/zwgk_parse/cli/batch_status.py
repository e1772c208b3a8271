"""`zwgk batch-status`: the output folder of a batch in, how far it is or how it ended out."""

from __future__ import annotations

import csv
import sys
from itertools import chain
from typing import TYPE_CHECKING

import click

from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zwgk_parse.batch.entry import Entry
    from zwgk_parse.batch.status import Status
    from zwgk_parse.batch.stores.store import Store
    from zwgk_parse.cli.batch_words import Failures
    from zwgk_parse.messages.language import Language

FORMATS = ("text", "json", "csv")
UNWELL = 1
# The columns of the ledger as a table: fields of an entry, and keys of `ui.toml` as their names.
COLUMNS = (
    *("path", "state", "reason", "tasks", "pages", "warnings", "errors", "seconds", "size"),
    *("output", "copy_of", "sha256"),
)


@click.command(name="batch-status")
@click.argument("output", metavar="OUT")
@click.option(
    "-f",
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="text",
    help="text; json; csv: the ledger as a table for a spreadsheet.",
)
@click.pass_context
def batch_status(ctx: click.Context, output: str, format_: str) -> None:
    """Tell how far the batch that writes to OUT is, or how it ended.

    Reads what the batch has written, also while it runs or after it was killed, and changes
    nothing.

    Exits with 0 if every input so far has a plan with tasks, 1 if some have none or the batch broke
    off, 2 on wrong usage, 3 if there is no batch in OUT.

    \b
    Examples:
      zwgk batch-status out
      zwgk batch-status out -f csv > ledger.csv
    """
    from zwgk_parse.batch.record import is_locked
    from zwgk_parse.batch.status import status
    from zwgk_parse.batch.stores.named import store_at
    from zwgk_parse.batch.stores.store import LocalStore
    from zwgk_parse.cli.batch_words import Failures
    from zwgk_parse.errors import OutputError, ReadError

    failures, remedy = Failures(), "give the folder after -o of zwgk batch"
    try:
        store = store_at(output)
        # A process that writes to an object store cannot be seen from here.
        locked = is_locked(store.root) if isinstance(store, LocalStore) else None
        found = status(store, output, locked=locked, see=failures.see)
    except OutputError as error:
        raise ReadError(output, str(error.data["reason"]), remedy) from error
    if found is None:
        raise ReadError(output, "there is no batch in it", remedy)
    if format_ == "json":
        click.echo(found.model_dump_json(indent=2))
    elif format_ == "csv":
        _table(store, ctx.obj)
    else:
        from zwgk_parse.cli.render import lines

        lines(_lines(found, failures, output, ctx.obj))
    ctx.exit(0 if found.is_well else UNWELL)


def _lines(found: Status, failures: Failures, output: str, language: Language) -> Iterator[str]:
    """How it goes, and what it came to so far."""
    from zwgk_parse.cli.batch_summary import summary_lines
    from zwgk_parse.cli.batch_words import duration, one_line

    yield phrase(f"batch-how-{found.how}", language)
    if found.sources:
        named = " ".join(map(one_line, found.sources))
        yield phrase("batch-of", language, sources=named, version=found.version)
    if found.begun:
        yield phrase("batch-since", language, begun=found.begun, ended=found.ended or "…")
    if found.inputs:
        parts = [phrase("batch-done", language, done=found.done, all=found.inputs)]
        if found.is_under_way and found.rate:
            parts.append(phrase("batch-rate", language, rate=found.rate))
        if found.remaining is not None:
            parts.append(phrase("batch-remaining", language, time=duration(found.remaining)))
        yield phrase("batch-between", language).join(parts)
    if found.damaged:
        yield phrase("batch-damaged-lines", language, count=found.damaged)
    if found.done:
        yield ""
        yield from summary_lines(found.summary, failures, output, language)


def _table(store: Store, language: Language) -> None:
    """Write the ledger as CSV with a byte order mark, which spreadsheets ask for."""
    from zwgk_parse.batch.ledger import entries_of, last_of
    from zwgk_parse.batch.record import LEDGER
    from zwgk_parse.study.spreadsheet import MARK, csv_rows

    extra: dict[str, None] = {}
    for entry in entries_of(store.lines(LEDGER)):
        extra.update(dict.fromkeys(entry.meta or ()))
    heads = [phrase(f"column-{column.replace('_', '-')}", language) for column in COLUMNS]
    sys.stdout.write(MARK)
    rows = (
        [*_cells(entry, language), *((entry.meta or {}).get(key, "") for key in extra)]
        for entry in last_of(entries_of(store.lines(LEDGER)))
    )
    writer = csv.writer(sys.stdout, lineterminator="\r\n")
    writer.writerows(csv_rows(chain([[*heads, *extra]], rows)))


def _cells(entry: Entry, language: Language) -> Iterator[str]:
    from zwgk_parse.cli.batch_words import reason_words, state_words

    found = entry.findings
    said = {
        "state": state_words(entry.holds, language),
        "reason": reason_words(entry.reason, language) if entry.reason else None,
        "warnings": found and found.warning,
        "errors": found and found.error,
    }
    for column in COLUMNS:
        cell = said[column] if column in said else getattr(entry, column)
        yield "" if cell is None else str(cell)
