"""`zwgk batch`: files, folders, archives and lists in, a plan of each and a ledger out."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from zwgk_parse.cli.own_units import units_option, use_units
from zwgk_parse.cli.reading import Amount, Seconds, Size, reading_options

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from zwgk_parse.batch.engine import Engine
    from zwgk_parse.batch.work import Format, Work
    from zwgk_parse.cli.reading import Reading

FORMATS = ("json", "jsonl", "parquet")
ENGINES = ("local", "ray")
FAILED = 1


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="OUT",
    help="The folder to write to; the same call again goes on where it ended.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="json",
    help="json: a file for each plan; jsonl, parquet: all together.",
)
@click.option(
    "--include", metavar="GLOB", multiple=True, help="Of folders take files of this name only."
)
@click.option(
    "--exclude", metavar="GLOB", multiple=True, help="Leave out files and folders of this name."
)
@click.option("-0", "--null", is_flag=True, help='The list "-" ends paths with NUL, not a line.')
@click.option("--force", is_flag=True, help="Convert all anew, also what has not changed.")
@click.option("--retry-failed", is_flag=True, help="Convert anew what has no plan.")
@click.option("--jobs", metavar="N", type=Amount(), help="How many processes (one a processor).")
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default="local",
    help="Where the processes are: on this machine, or on a cluster of Ray.",
)
@click.option(
    "--address",
    metavar="ADDRESS",
    help="The cluster of Ray; auto: the one that this machine is part of.",
)
@click.option(
    "--tries",
    metavar="N",
    type=Amount(),
    default=3,
    help="Begin a file so often if its process on the cluster is lost (3).",
)
@click.option(
    "--timeout", metavar="SECONDS", type=Seconds(), help="Give up a file that takes longer (300)."
)
@click.option(
    "--memory", metavar="SIZE", type=Size(), help="Give up a file that takes more memory (2G)."
)
@units_option
@reading_options
@click.pass_context
def batch(
    ctx: click.Context,
    sources: tuple[str, ...],
    output: str,
    format_: Format,
    include: tuple[str, ...],
    exclude: tuple[str, ...],
    null: bool,
    force: bool,
    retry_failed: bool,
    jobs: int | None,
    engine: str,
    address: str | None,
    tries: int,
    timeout: float | None,
    memory: int | None,
    units: Path | None,
    reading: Reading,
) -> None:
    """Convert many documents, each to a plan, and keep a ledger of what became of each.

    SOURCE is a file, a folder with all that is in it, a zip archive, or "-": a list of paths on
    standard input, one a line; or the address of objects (s3://bucket/notices), as OUT may be as
    well. OUT/ledger.jsonl tells of each input the one state it ended in.

    Exits with 0 if every input has a plan with tasks, 1 if some have none (see the ledger), 2 on
    wrong usage, 3 if the batch itself cannot run or write.

    \b
    Examples:
      zwgk batch notices/ -o out
      zwgk batch s3://bucket/notices -o s3://bucket/out --engine ray --address auto
      find notices -name '*.pdf' -print0 | zwgk batch -0 - -o out
    """
    from zwgk_parse.batch.inputs import Choice
    from zwgk_parse.batch.run import Again
    from zwgk_parse.batch.session import Spec, run_batch
    from zwgk_parse.batch.store import store_at
    from zwgk_parse.batch.work import Limits, Work
    from zwgk_parse.cli.batch_run import Plain

    own = use_units(ctx, units)
    usual = Limits()
    limits = usual._replace(seconds=timeout or usual.seconds, memory=memory or usual.memory)
    work = Work(store_at(output), reading.options, reading.join, own, format_, limits)
    spec = Spec(
        _listed(sources, null=null),
        Choice(include, exclude, (output,)),
        work,
        output,
        sources,
        Again(force, retry_failed),
    )
    summary = run_batch(spec, _begins(engine, jobs, address, tries), Plain(ctx.obj))
    click.echo(summary.model_dump_json(indent=2))
    ctx.exit(FAILED if summary.failed or not summary.inputs else 0)


def _begins(
    engine: str, jobs: int | None, address: str | None, tries: int
) -> Callable[[Work], Engine]:
    """What begins the processes that the options ask for."""
    if engine == "ray":
        from zwgk_parse.batch.ray import RayEngine

        return lambda work: RayEngine(work, jobs, address, tries)
    from zwgk_parse.batch.pool import Pool
    from zwgk_parse.machine import processors

    return lambda work: Pool(work, jobs or processors())


def _listed(sources: tuple[str, ...], *, null: bool) -> Iterator[str]:
    """The sources, with those that standard input lists where `-` stands."""
    for source in sources:
        if source != "-":
            yield source
        elif null:
            for path in sys.stdin.buffer.read().split(b"\0"):
                if path:
                    yield os.fsdecode(path)
        else:
            for line in sys.stdin.buffer:
                if line.strip():
                    yield os.fsdecode(line.rstrip(b"\r\n"))
