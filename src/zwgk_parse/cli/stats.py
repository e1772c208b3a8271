"""`zwgk stats`: the output folder of a batch in; how many tasks, findings and plans of what out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zwgk_parse.cli.language import language_option
from zwgk_parse.cli.reading import Amount
from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from zwgk_parse.study.figures import Figures

FORMATS = ("table", "csv", "json", "png")
KINDS = ("year", "region", "owner", "system", "month", "finding", "doc-type", "state")
# How many values an overview of all kinds tells, and one of those that were asked for.
_OVERVIEW, _ASKED = 5, 20
NOTHING = 1


@click.command()
@click.argument("folder", metavar="OUT")
@click.option(
    "--by", "kinds", type=click.Choice(KINDS), multiple=True, help="Count by this; give it again."
)
@click.option("--top", metavar="N", type=Amount(), help="Tell only the N most frequent values.")
@click.option("--all-files", is_flag=True, help="Count a plan in each file that holds it.")
@click.option(
    "-f",
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    help="How to tell. By default what the name after -o ends with, else a table.",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write to FILE, which changes only when all is written.",
)
@language_option
@click.pass_context
def stats(
    ctx: click.Context,
    folder: str,
    kinds: tuple[str, ...],
    top: int | None,
    all_files: bool,
    format_: str | None,
    output: Path | None,
) -> None:
    """Count the tasks of a batch by year, region, owner and more.

    OUT is the folder that zwgk batch wrote to, or is writing to. Without --by, all kinds are told:
    tasks by year, region, owner (its full name), system and month of a deadline, findings of the
    parser by code, plans by kind of document, files by state. A task counts once for each of its
    owners, systems and months. A plan that several files hold (same id, same words) counts once.

    A table tells the 5 most frequent values of each kind, with --by 20, and so does a picture;
    CSV and JSON tell all. A picture needs the extra chart, and a font with Chinese characters.

    Exits with 0 if there is a plan, 1 if there is nothing to count, 2 on wrong usage, 3 if OUT
    cannot be read or the output not written.

    \b
    Examples:
      zwgk stats out
      zwgk stats out --by owner --by month -o owners.png
    """
    from zwgk_parse.cli.batch_reading import out_folder
    from zwgk_parse.study.counting import count
    from zwgk_parse.study.figures import KINDS as ROWS

    name = _format(format_, output)
    if name == "png" and output is None:
        raise click.UsageError(phrase("stats-png-stdout", ctx.obj), ctx)
    told = top or (None if name in {"csv", "json"} else _ASKED if kinds else _OVERVIEW)
    wanted = [ROWS[kind] for kind in dict.fromkeys(kinds or KINDS)]
    with out_folder(folder, ctx.obj) as plans:
        figures = count(plans, wanted, top=told, all_files=all_files)
    if not figures.files:
        from zwgk_parse.cli.streams import complain

        complain(phrase("stats-nothing", ctx.obj, folder=folder))
    _write(ctx, figures, output, name)
    ctx.exit(0 if figures.plans else NOTHING)


def _format(format_: str | None, output: Path | None) -> str:
    """The format asked for, or that of the file's name."""
    if format_ is not None:
        return format_
    suffix = output.suffix.lower().removeprefix(".") if output else ""
    return suffix if suffix in FORMATS else "table"


def _write(ctx: click.Context, figures: Figures, output: Path | None, name: str) -> None:
    from zwgk_parse.cli.files import write_bytes
    from zwgk_parse.study.figures_text import as_csv, as_json

    if name == "png":
        from zwgk_parse.study.chart import chart

        data = chart(figures, ctx.obj)
    elif name == "table":
        from zwgk_parse.cli import stats_table

        if output is None and sys.stdout.isatty():
            stats_table.draw(figures, ctx.obj)
            return
        data = stats_table.plain(figures, ctx.obj).encode()
    else:
        data = (as_csv if name == "csv" else as_json)(figures, ctx.obj).encode()
    write_bytes(data, output or Path("-"))
