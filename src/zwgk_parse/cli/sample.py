"""`zwgk sample`: the output folder of a batch in; a sheet of tasks drawn by chance out."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zwgk_parse.cli.language import language_option
from zwgk_parse.cli.reading import Amount, reading_options
from zwgk_parse.cli.streams import complain
from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from zwgk_parse.cli.reading import Reading
    from zwgk_parse.study.sampling import Sample
    from zwgk_parse.study.sources import Found

FORMATS = ("csv", "xlsx", "html")
NOTHING = 1


@click.command()
@click.argument("folder", metavar="OUT")
@click.option(
    "-n", "size", metavar="N", type=Amount(), default=200, help="How many tasks to draw (200)."
)
@click.option("--seed", metavar="N", type=int, default=1, help="Another draws other tasks (1).")
@click.option("--all-files", is_flag=True, help="Draw from each file that holds the same plan.")
@click.option(
    "-f",
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    help="csv, xlsx, or html: a page to tick in. By default what the name after -o ends with.",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write to FILE, which changes only when all is written.",
)
@language_option
@reading_options
@click.pass_context
def sample(
    ctx: click.Context,
    folder: str,
    size: int,
    seed: int,
    all_files: bool,
    format_: str | None,
    output: Path | None,
    reading: Reading,
) -> None:
    """Draw tasks by chance, each beside what is printed, to judge what was read.

    OUT is the folder that zwgk batch wrote to. The sheet has a row for each task: its file and
    place, what is printed there (read again from the file, if it still is the same), the task, its
    owners and deadlines, and three columns to tick: 1 if all of it is right, 0 if not, nothing
    where you do not judge. zwgk accuracy counts the ticks.

    Every task has the same chance; a plan that several files hold (same id, same words) has one.
    The same seed draws the same tasks, and a larger sample begins with a smaller one. Rows stand
    in the order of chance: who judges only the first of them has judged a sample as well.

    Exits with 0 if tasks were drawn, 1 if there is none, 2 on wrong usage, 3 if OUT cannot be read
    or the sheet not written.

    \b
    Examples:
      zwgk sample out -n 200 --seed 1 -o sheet.xlsx
      zwgk accuracy sheet.xlsx
    """
    from zwgk_parse.cli.batch_reading import out_folder
    from zwgk_parse.cli.files import write_bytes
    from zwgk_parse.cli.guard import guarded
    from zwgk_parse.study.sampling import sample as draw
    from zwgk_parse.study.sheet import sheet
    from zwgk_parse.study.sheet_files import SHEETS
    from zwgk_parse.study.sources import with_passages

    name = _format(format_, output)
    if name == "xlsx" and output is None:
        raise click.UsageError(phrase("sample-no-terminal", ctx.obj), ctx)
    with out_folder(folder, ctx.obj) as plans:
        drawn = draw(plans, size, seed, all_files=all_files)
    if not drawn.drawn:
        complain(phrase("sample-nothing", ctx.obj, folder=folder))
        ctx.exit(NOTHING)
    guard = partial(guarded, reading.options.limits, language=ctx.obj)
    found = with_passages(drawn.drawn, reading.options, guard)
    write_bytes(SHEETS[name](sheet(found, ctx.obj)), output or Path("-"))
    _tell(ctx, drawn, found, seed)


def _format(format_: str | None, output: Path | None) -> str:
    """The format asked for, or that of the file's name."""
    if format_ is not None:
        return format_
    suffix = output.suffix.lower().removeprefix(".") if output else ""
    return {"htm": "html"}.get(suffix, suffix if suffix in FORMATS else "csv")


def _tell(ctx: click.Context, drawn: Sample, found: tuple[Found, ...], seed: int) -> None:
    counts = {"count": len(drawn.drawn), "tasks": drawn.tasks, "plans": drawn.plans}
    complain(phrase("sample-drawn", ctx.obj, seed=seed, **counts))
    without = sum(one.printed is None for one in found)
    if without:
        complain(phrase("sample-without", ctx.obj, count=without))
