"""`zwgk apply`: a plan and changes in, the plan that they make of it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from zwgk_parse.cli.language import language_option
from zwgk_parse.cli.own_units import units_option, use_units
from zwgk_parse.cli.reading import reading_options
from zwgk_parse.cli.streams import complain
from zwgk_parse.cli.telling import output_option
from zwgk_parse.errors import ChangesMisfitError
from zwgk_parse.messages.texts import phrase, translated

if TYPE_CHECKING:
    from pathlib import Path

    from zwgk_parse.cli.reading import Reading

REFUSED = 1


@click.command()
@click.argument("old", type=click.Path(allow_dash=True))
@click.argument("changes", type=click.Path(allow_dash=True))
@output_option
@language_option
@units_option
@reading_options
@click.pass_context
def apply(
    ctx: click.Context,
    old: str,
    changes: str,
    output: Path | None,
    units: Path | None,
    reading: Reading,
) -> None:
    """Make the new plan out of the old one and changes.

    OLD is a plan that zwgk parse wrote, or a document of any kind; CHANGES what zwgk diff wrote as
    .json, or corrections written by hand; one of them may be "-", standard input. Without -o the
    plan goes to standard output. Where anything does not fit OLD, nothing is written, and each
    reason is told.

    Exits with 0 if the plan was written, 1 if changes do not fit OLD, 2 on wrong usage, 3 if a file
    cannot be read or written.

    \b
    Example:
      zwgk apply plan-2021.json changes.json -o plan-2022.json
    """
    from zwgk_parse.cli.files import opened_source, write_plans
    from zwgk_parse.cli.plans import kept_apart, read_plan
    from zwgk_parse.diff.apply import apply as applied
    from zwgk_parse.pipeline import load_changes

    kept_apart(ctx, (old, changes), output)
    use_units(ctx, units)
    wanted = load_changes(opened_source(changes))
    plan = read_plan(ctx, old, reading)
    try:
        made = applied(plan, wanted)
    except ChangesMisfitError as error:
        for misfit in error.misfits:
            said = translated(misfit) if ctx.obj == "zh" else misfit
            complain(phrase("misfit", ctx.obj, file=changes, old=old, misfit=said))
        ctx.exit(REFUSED)
    write_plans([made], output, None)
