"""Plans that a command compares or changes: read under the limits, with what spoils them told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from zwgk_parse.cli.reading import read_guarded
from zwgk_parse.cli.streams import complain
from zwgk_parse.diagnostics import Severity
from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zwgk_parse.cli.reading import Reading
    from zwgk_parse.plan.model import Plan


def kept_apart(ctx: click.Context, inputs: Sequence[str], output: Path | None) -> None:
    """End the command where two inputs are standard input, or the output is one of them."""
    from zwgk_parse.cli.files import is_same_file

    if inputs.count("-") > 1:
        raise click.UsageError(phrase("one-stdin", ctx.obj), ctx)
    if any(is_same_file(Path(file), output) for file in inputs):
        raise click.UsageError(phrase("output-is-source", ctx.obj, file=output), ctx)


def read_plan(ctx: click.Context, source: str, reading: Reading) -> Plan:
    """The plan in a stored plan or a document.

    Errors that the parser found, and that there is no task at all, are told on standard error:
    what was not read would look as if it had been dropped.
    """
    from zwgk_parse.cli import remarks
    from zwgk_parse.cli.files import opened_source
    from zwgk_parse.pipeline import fetch, load

    file = fetch(opened_source(source))
    plan = read_guarded(
        ctx,
        reading.options,
        [file],
        lambda options: load(file, join=reading.join, options=options),
    ).value
    grave = [one for one in plan.diagnostics if one.severity is Severity.ERROR]
    told = plan.model_copy(update={"diagnostics": tuple(grave)})
    for line in remarks.of_plan(told, ctx.obj, verbose=False):
        complain(line)
    if not plan.tasks:
        complain(phrase("no-task-read", ctx.obj, file=source))
    return plan
