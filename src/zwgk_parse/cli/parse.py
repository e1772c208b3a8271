"""`zwgk parse`: a document in, its plan as JSON out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from zwgk_parse.cli.own_units import units_option, use_units
from zwgk_parse.cli.reading import read_guarded, reading_options
from zwgk_parse.cli.streams import complain
from zwgk_parse.cli.telling import output_option
from zwgk_parse.messages.texts import phrase
from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    from zwgk_parse.cli.reading import Reading

NO_TASK = 1
FORMATS = ("json", "jsonl")
_ADDRESS = lazy(r"[A-Za-z][A-Za-z0-9+.-]*://")


@click.command()
@click.argument("source", type=click.Path(allow_dash=True))
@output_option
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    help="json: one document; jsonl: one plan a line. By default what -o ends with.",
)
@click.option(
    "--attachment",
    "attachments",
    metavar="FILE",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A file attached to SOURCE; may be given again.",
)
@click.option(
    "--base-url", metavar="URL", help="Where SOURCE was downloaded from; completes links."
)
@click.option("--explain", is_flag=True, help="Say on standard error why it was read this way.")
@click.option(
    "-v", "--verbose", is_flag=True, help="List every remark, and what is page furniture."
)
@units_option
@click.option("--coverage", is_flag=True, help="Say what share of the characters is in no field.")
@reading_options
@click.pass_context
def parse(
    ctx: click.Context,
    source: str,
    output: Path | None,
    format_: str | None,
    attachments: tuple[Path, ...],
    base_url: str | None,
    explain: bool,
    verbose: bool,
    coverage: bool,
    units: Path | None,
    reading: Reading,
) -> None:
    """Read one document and write its tasks, owners and deadlines.

    SOURCE is a PDF, a Word file, a saved web page or a text; "-" is standard input. Without -o
    the JSON goes to standard output. Warnings go to standard error.

    Exits with 0 if there are tasks, 1 if there are none (the empty plan is written), 2 on wrong
    usage, 3 if something cannot be read or written.

    \b
    Example:
      zwgk parse plan.pdf -o plan.json
    """
    if _ADDRESS.match(source):
        raise click.UsageError(phrase("url-source", ctx.obj, url=source), ctx)
    from zwgk_parse.cli import remarks
    from zwgk_parse.cli.files import is_same_file, opened_source, write_plans
    from zwgk_parse.pipeline import fetch, parse_document

    if any(is_same_file(given, output) for given in (Path(source), *attachments)):
        raise click.UsageError(phrase("output-is-source", ctx.obj, file=output), ctx)
    use_units(ctx, units)
    files = [fetch(one) for one in (opened_source(source), *attachments)]
    parsed = read_guarded(
        ctx,
        reading.options._replace(base_url=base_url),
        files,
        lambda options: parse_document(
            files[0], attachments=files[1:], join=reading.join, options=options
        ),
    )
    write_plans([parsed.plan], output, format_)
    said = remarks.of_plan(parsed.plan, ctx.obj, verbose=verbose)
    said += remarks.furniture(parsed, ctx.obj) if verbose else []
    said += remarks.reasons(parsed, ctx.obj) if explain else []
    said += remarks.coverage(parsed, ctx.obj) if coverage else []
    for line in said:
        complain(line)
    if not parsed.plan.tasks:
        complain(phrase("no-task", ctx.obj, file=source))
        ctx.exit(NO_TASK)
