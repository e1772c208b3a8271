"""`zwgk trace`: a parent and its children in, what became of the parent's tasks out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from zwgk_parse.cli.language import language_option
from zwgk_parse.cli.own_units import units_option, use_units
from zwgk_parse.cli.reading import reading_options
from zwgk_parse.cli.telling import telling_options

if TYPE_CHECKING:
    from pathlib import Path

    from zwgk_parse.cli.reading import Reading

FORMATS = ("text", "json", "jsonl", "markdown", "html")


@click.command()
@click.argument("parent", type=click.Path(allow_dash=True))
@click.argument("children", nargs=-1, required=True, metavar="CHILD...")
@click.option(
    "--require",
    metavar="SHARE",
    type=click.FloatRange(0, 1),
    help="Exit with 1 only if a child covers less of what is addressed to it (0.9).",
)
@telling_options(FORMATS)
@language_option
@units_option
@reading_options
@click.pass_context
def trace(
    ctx: click.Context,
    parent: str,
    children: tuple[str, ...],
    require: float | None,
    format_: str | None,
    output: Path | None,
    units: Path | None,
    reading: Reading,
) -> None:
    """Tell what became of a plan's tasks in the plans below it.

    PARENT and CHILD are plans that zwgk parse wrote, or documents of any kind; CHILD may also be a
    file of many plans (.jsonl) or a folder; "-" is standard input. Each task of the parent is
    unchanged, adapted, concretised, split, merged or missing in the child; it is not addressed
    where its owners leave the child's issuer out, and undecided where they only may include it
    (--units can list units and townships). Coverage counts what is addressed to the child for
    certain.

    Exits with 0 if nothing is missing, 1 if something is (with --require: if a child covers less),
    2 on wrong usage, 3 if a file cannot be read (the others are traced).

    \b
    Examples:
      zwgk trace province.pdf county.docx --require 0.9
      zwgk trace province.json counties.jsonl -f jsonl -o traces.jsonl
    """
    from zwgk_parse.cli.plans import kept_apart, read_plan
    from zwgk_parse.cli.traced import write_found
    from zwgk_parse.cli.tracing_run import TracingRun, Wanted
    from zwgk_parse.diff.trace import Parent
    from zwgk_parse.exporters.traces import TRACING
    from zwgk_parse.exporters.traces.tracing import Tracing

    kept_apart(ctx, (parent, *children), output)
    own = use_units(ctx, units)
    above = Parent(read_plan(ctx, parent, reading))
    run = TracingRun(ctx, above, Wanted(require, own), reading)
    tracing = Tracing(above.key, above.tasks, run.of(children))
    write_found(ctx, TRACING, tracing, output, format_)
    ctx.exit(run.finish())
