"""`zwgk compare`: two plans of one parent in, the tasks they share out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from zwgk_parse.cli.language import language_option
from zwgk_parse.cli.reading import reading_options
from zwgk_parse.cli.telling import telling_options

if TYPE_CHECKING:
    from pathlib import Path

    from zwgk_parse.cli.reading import Reading

FORMATS = ("text", "json", "markdown")


@click.command()
@click.argument("first", type=click.Path(allow_dash=True))
@click.argument("second", type=click.Path(allow_dash=True))
@click.option(
    "--via",
    metavar="PARENT",
    type=click.Path(allow_dash=True),
    help="Only tasks that both have from this plan, and from which of its tasks.",
)
@telling_options(FORMATS)
@language_option
@reading_options
@click.pass_context
def compare(
    ctx: click.Context,
    first: str,
    second: str,
    via: str | None,
    format_: str | None,
    output: Path | None,
    reading: Reading,
) -> None:
    """Tell which tasks two plans share, and which one of them has alone.

    FIRST and SECOND are plans that zwgk parse wrote, or documents of any kind; "-" is standard
    input. They may come down from one parent, for different places or departments: tasks are found
    by what they say.

    Exits with 0 if each has all tasks of the other, 1 if one of them has tasks alone, 2 on wrong
    usage, 3 if a file cannot be read.

    \b
    Example:
      zwgk compare county.pdf department.docx --via province.pdf
    """
    from zwgk_parse.cli.plans import kept_apart, read_plan
    from zwgk_parse.cli.traced import write_found
    from zwgk_parse.diff.siblings import siblings
    from zwgk_parse.exporters.traces import SIBLINGS

    kept_apart(ctx, (first, second, *([via] if via else [])), output)
    plans = [read_plan(ctx, file, reading) for file in (first, second)]
    parent = read_plan(ctx, via, reading) if via else None
    found = siblings(plans[0], plans[1], parent)
    write_found(ctx, SIBLINGS, found, output, format_)
    ctx.exit(1 if found.first_only or found.second_only else 0)
