"""`zwgk debug`: a page of a PDF as a picture, with what was found on it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from zwgk_parse.cli.own_units import units_option, use_units
from zwgk_parse.cli.reading import Amount, read_guarded, reading_options
from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from zwgk_parse.cli.reading import Reading
    from zwgk_parse.readers.options import Options


class NoSuchPageError(click.ClickException):
    """A page that the file does not have; one line says all, without the usage."""

    exit_code = 2


@click.command()
@click.argument("source", metavar="FILE", type=click.Path(allow_dash=True))
@click.option(
    "--page",
    metavar="N",
    type=Amount(),
    help="Which page, from 1. By default the first with a task.",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    required=True,
    type=click.Path(path_type=Path),
    help='Write a PNG to FILE, which changes only when all is written; "-": standard output.',
)
@units_option
@reading_options
@click.pass_context
def debug(
    ctx: click.Context,
    source: str,
    page: int | None,
    output: Path,
    units: Path | None,
    reading: Reading,
) -> None:
    """Draw a page of a PDF with what was found on it.

    FILE is a PDF; "-" is standard input. The picture shows the lines found, the cells of tables
    with their numbers (T2 r3 c1: table 2, row 3, column 1), the tasks with theirs (t18), owners,
    deadlines, and the rows that were joined over the page's ends, with the reasons.

    Exits with 0 if the picture was written, 2 on wrong usage or if there is no such page, 3 if
    something cannot be read or written, or FILE is no PDF.

    \b
    Example:
      zwgk debug plan.pdf --page 3 -o page.png
    """
    from zwgk_parse.cli.files import is_same_file, opened_source, write_bytes
    from zwgk_parse.pipeline import drawing, fetch

    if is_same_file(Path(source), output):
        raise click.UsageError(phrase("output-is-source", ctx.obj, file=output), ctx)
    use_units(ctx, units)
    file = fetch(opened_source(source))

    def drawn(options: Options) -> bytes:
        found = drawing(file, join=reading.join, options=options)
        number = page or found.first
        if number > found.pages:
            words = {"file": file.name, "page": number, "pages": found.pages}
            raise NoSuchPageError(phrase("no-page", ctx.obj, **words))
        return found.png(number)

    write_bytes(read_guarded(ctx, reading.options, [file], drawn), output)
