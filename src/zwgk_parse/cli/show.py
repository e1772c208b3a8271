"""`zwgk show`: a plan as a table on the terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from zwgk_parse.cli.own_units import units_option, use_units
from zwgk_parse.cli.reading import read_guarded, reading_options

if TYPE_CHECKING:
    from pathlib import Path

    from zwgk_parse.cli.reading import Reading


@click.command()
@click.argument("source", type=click.Path(allow_dash=True))
@click.option("-v", "--verbose", is_flag=True, help="List remarks of severity info, too.")
@click.option(
    "--plain",
    is_flag=True,
    help="Write the full text instead, a paragraph a task, without places and remarks.",
)
@units_option
@reading_options
@click.pass_context
def show(
    ctx: click.Context,
    source: str,
    verbose: bool,
    plain: bool,
    units: Path | None,
    reading: Reading,
) -> None:
    """Show one plan as a table.

    SOURCE is a document, or a plan that zwgk parse wrote; "-" is standard input. What was said
    about the plan comes after the table. --plain is for programs that compare lines, such as git.

    Exits with 0 if there are tasks, 1 if there are none (0 with --plain), 2 on wrong usage, 3 if
    SOURCE cannot be read.

    \b
    Example:
      zwgk show plan.json
    """
    from zwgk_parse.cli import remarks, render
    from zwgk_parse.cli.files import opened_source
    from zwgk_parse.pipeline import fetch, load

    use_units(ctx, units)
    file = fetch(opened_source(source))
    plan = read_guarded(
        ctx,
        reading.options,
        [file],
        lambda options: load(file, join=reading.join, options=options),
    ).value
    if plain:
        from zwgk_parse.exporters.plain import write

        write(plan, sys.stdout, ctx.obj)
        # git gives up on a program that leaves with anything else.
        ctx.exit(0)
    render.plan_table(plan, ctx.obj)
    said = remarks.of_plan(plan, ctx.obj, verbose=verbose)
    said += [] if verbose else remarks.hidden(plan, ctx.obj)
    render.lines(said)
    ctx.exit(0 if plan.tasks else 1)
