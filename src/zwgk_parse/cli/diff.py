"""`zwgk diff`: two plans or documents in, what changed from the one to the other out."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import click

from zwgk_parse.cli.language import language_option
from zwgk_parse.cli.own_units import units_option, use_units
from zwgk_parse.cli.reading import reading_options
from zwgk_parse.cli.telling import telling_options
from zwgk_parse.cli.told_kinds import kind_options
from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from pathlib import Path

    from zwgk_parse.cli.reading import Reading
    from zwgk_parse.cli.told_kinds import Wanted
    from zwgk_parse.exporters.changes.comparison import Comparison

FORMATS = ("text", "json", "markdown", "html")
DIFFERENT = 1


@click.command()
@click.argument("old", type=click.Path(allow_dash=True))
@click.argument("new", type=click.Path(allow_dash=True))
@telling_options(FORMATS)
@click.option("--stat", is_flag=True, help="Count the changes by kind instead.")
@click.option("--name-only", is_flag=True, help="Name the tasks touched instead: old → new.")
@kind_options
@language_option
@units_option
@reading_options
@click.pass_context
def diff(
    ctx: click.Context,
    old: str,
    new: str,
    format_: str | None,
    output: Path | None,
    stat: bool,
    name_only: bool,
    wanted: Wanted,
    units: Path | None,
    reading: Reading,
) -> None:
    """Tell what changed from one plan to another.

    OLD and NEW are plans that zwgk parse wrote, or documents of any kind; "-" is standard input.
    Tasks are matched by what they say, whatever their numbers. KIND is the name of a kind of
    change, or owner, deadline, target or year; several are joined by commas.

    Exits with 0 if there is nothing to tell, 1 if there are changes, 2 on wrong usage, 3 if a file
    cannot be read.

    \b
    Examples:
      zwgk diff plan-2021.pdf plan-2022.pdf --ignore year,renumbered
      zwgk diff old.json new.docx -o changes.json
    """
    from zwgk_parse.cli.plans import kept_apart, read_plan
    from zwgk_parse.diff.compare import diff as compared
    from zwgk_parse.exporters.changes.comparison import Comparison

    if stat + name_only + (format_ is not None) > 1:
        raise click.UsageError(phrase("stat-or-names", ctx.obj), ctx)
    kept_apart(ctx, (old, new), output)
    use_units(ctx, units)
    before, after = read_plan(ctx, old, reading), read_plan(ctx, new, reading)
    changes = compared(before, after)
    told = wanted.of(changes)
    hidden = len(changes.changes) - len(told.changes)
    name = "stat" if stat else "names" if name_only else format_
    _write(ctx, Comparison(before, after, told, hidden), output, name)
    ctx.exit(DIFFERENT if told.changes else 0)


def _write(
    ctx: click.Context, comparison: Comparison, output: Path | None, name: str | None
) -> None:
    """Write what is told to `output`; a terminal gets it in colours and by its width."""
    from zwgk_parse.exporters.changes import format_of

    if output is not None and str(output) != "-":
        from zwgk_parse.cli.files import written

        with written(output) as stream:
            format_of(name, output.suffix).write(comparison, stream, ctx.obj)
    elif sys.stdout.isatty() and name in {None, "text"}:
        from zwgk_parse.cli import render
        from zwgk_parse.exporters.changes.text import lines

        width = shutil.get_terminal_size().columns
        render.styled(lines(comparison, ctx.obj, width))
    else:
        format_of(name).write(comparison, sys.stdout, ctx.obj)
