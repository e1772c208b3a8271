"""`zwgk lineage`: a folder of plans in, which comes down from which out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from zwgk_parse.cli.language import language_option
from zwgk_parse.cli.own_units import units_option, use_units
from zwgk_parse.cli.reading import reading_options
from zwgk_parse.cli.streams import complain
from zwgk_parse.cli.telling import telling_options
from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from pathlib import Path

    from zwgk_parse.cli.reading import Reading

FORMATS = ("text", "json", "svg")
UNREADABLE = 3


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="FOLDER...")
@telling_options(FORMATS)
@language_option
@units_option
@reading_options
@click.pass_context
def lineage(
    ctx: click.Context,
    paths: tuple[str, ...],
    format_: str | None,
    output: Path | None,
    units: Path | None,
    reading: Reading,
) -> None:
    """Tell which plan comes down from which, by what each says that it implements or forwards.

    FOLDER is a folder of plans and documents of any kind, or a file. A parent is found by its
    document number, else by title, issuer and year; one that is only cited is named, and one that a
    plan only says to be based on counts where it is held. Where both plans are held, the line
    between them says how many of the tasks addressed to the child it took over.

    Exits with 0, 2 on wrong usage, 3 if a file cannot be read (the others are told of).

    \b
    Example:
      zwgk lineage plans/ -o lineage.svg
    """
    from zwgk_parse.cli.children import Children
    from zwgk_parse.cli.plans import kept_apart
    from zwgk_parse.cli.traced import write_found
    from zwgk_parse.diff.lineage import lineage as descent
    from zwgk_parse.exporters.traces import LINEAGE

    kept_apart(ctx, paths, output)
    use_units(ctx, units)
    files = Children(ctx, reading)
    found = descent(files.plans(paths))
    if not found.plans:
        complain(phrase("lineage-no-plan", ctx.obj))
    write_found(ctx, LINEAGE, found, output, format_)
    ctx.exit(UNREADABLE if files.failed or not found.plans else 0)
