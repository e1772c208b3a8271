"""`zwgk batch`: files, folders, archives and lists in, a plan of each and a ledger out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zwgk_parse.cli.own_units import WrongSettingsError, units_option, use_units
from zwgk_parse.cli.reading import Amount, Seconds, Size, reading_options

if TYPE_CHECKING:
    from collections.abc import Callable

    from zwgk_parse.batch.engines.engine import Engine
    from zwgk_parse.batch.follow import Follow
    from zwgk_parse.batch.session import Spec
    from zwgk_parse.batch.tally import Summary
    from zwgk_parse.batch.work import Format, Work
    from zwgk_parse.cli.batch_run import Silent
    from zwgk_parse.cli.reading import Reading

FORMATS = ("json", "jsonl", "parquet")
PROGRESS = ("auto", "bar", "plain", "none")
ENGINES = ("local", "ray")
FAILED = 1
# The seconds that a file which arrives has to stay as it is.
SETTLE = 2.0


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
@click.option(
    "--manifest",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="A CSV table of what is known of the files: path, url and any other column.",
)
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
@click.option(
    "--progress",
    type=click.Choice(PROGRESS),
    default="auto",
    help="How to tell how it goes: a bar, or a line every few seconds. auto: a bar on a terminal.",
)
@click.option("--watch", is_flag=True, help="Go on converting files as they arrive in the folders.")
@click.option(
    "--settle",
    metavar="SECONDS",
    type=Seconds(),
    default=SETTLE,
    help="With --watch: read a file when it has not changed for so long (2).",
)
@click.option(
    "--poll", is_flag=True, help="With --watch: look for changes; for network drives, and limits."
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
    manifest: Path | None,
    force: bool,
    retry_failed: bool,
    jobs: int | None,
    engine: str,
    address: str | None,
    tries: int,
    timeout: float | None,
    memory: int | None,
    progress: str,
    watch: bool,
    settle: float,
    poll: bool,
    units: Path | None,
    reading: Reading,
) -> None:
    """Convert many documents, each to a plan, and keep a ledger of what became of each.

    SOURCE is a file, a folder with all that is in it, a zip archive, or "-": a list of paths on
    standard input, one a line; or the address of objects (s3://bucket/notices), as OUT may be as
    well. OUT/ledger.jsonl tells of each input the one state it ended in; zwgk batch-status OUT
    tells how far it is.

    Exits with 0 if every input has a plan with tasks, 1 if some have none (see the ledger), 2 on
    wrong usage, 3 if the batch itself cannot run or write, 130 or 143 if it was ended by Ctrl-C or
    SIGTERM; the same call goes on then.

    \b
    Examples:
      zwgk batch notices/ -o out
      zwgk batch s3://bucket/notices -o s3://bucket/out --engine ray --address auto
      find notices -name '*.pdf' -print0 | zwgk batch -0 - -o out
      zwgk batch inbox/ -o out --watch
    """
    from zwgk_parse.batch.follow import UNFINISHED, Follow
    from zwgk_parse.batch.inputs import Choice
    from zwgk_parse.batch.manifest import manifest as rows_of
    from zwgk_parse.batch.run import Again
    from zwgk_parse.batch.session import Spec
    from zwgk_parse.batch.stores.named import store_at
    from zwgk_parse.batch.tables.assembly import assembly
    from zwgk_parse.batch.work import Limits, Work
    from zwgk_parse.cli.batch_progress import progress as told_by
    from zwgk_parse.cli.batch_sources import checked, listed

    checked(ctx, sources, output, watched=watch)
    own = use_units(ctx, units)
    usual = Limits()
    limits = usual._replace(seconds=timeout or usual.seconds, memory=memory or usual.memory)
    work = Work(store_at(output), reading.options, reading.join, own, format_, limits)
    own_files = (output, *((str(manifest),) if manifest is not None else ()))
    choice = Choice(include, (*exclude, *(UNFINISHED if watch else ())), own_files)
    spec = Spec(
        listed(sources, null=null),
        choice,
        work,
        output,
        sources,
        Again(force, retry_failed),
        rows_of(manifest, sources) if manifest is not None else (),
        str(manifest),
        # What it needs has to be there before hours of work are done.
        assemble=assembly(format_),
    )
    follow = Follow(sources, choice, settle, polled=poll) if watch else None
    listener = told_by(progress, ctx.obj)
    summary = _run(ctx, spec, _begins(engine, jobs, address, tries), listener, follow)
    _show(ctx, summary, listener, output)
    ctx.exit(FAILED if summary.failed or not summary.complete else 0)


def _run(
    ctx: click.Context,
    spec: Spec,
    begin: Callable[[Work], Engine],
    listener: Silent,
    follow: Follow | None,
) -> Summary:
    """What the run comes to; one that is ended from outside ends the command, with its code."""
    from zwgk_parse.batch.session import run_batch
    from zwgk_parse.cli.interrupts import Interrupts
    from zwgk_parse.errors import NoInputError, SettingsError
    from zwgk_parse.messages.texts import error_sentence

    with Interrupts() as interrupts:
        if follow is not None:
            arriving = follow.until(lambda: interrupts.seen, listener)

            def patiently(*run: Any) -> None:
                interrupts.noted = True
                arriving(*run)

            spec = spec._replace(follow=patiently)
        try:
            with listener:
                return run_batch(spec, begin, listener)
        except KeyboardInterrupt:
            _tell_interrupted(listener)
            ctx.exit(interrupts.exit_code)
        except (SettingsError, NoInputError) as error:
            raise WrongSettingsError(error_sentence(error, ctx.obj)) from error


def _tell_interrupted(listener: Silent) -> None:
    if listener.inputs is None:
        listener.say("batch-stopped-listing", count=listener.found)
    else:
        listener.say("batch-stopped", done=listener.done, all=listener.inputs)


def _show(ctx: click.Context, summary: Summary, listener: Silent, output: str) -> None:
    from zwgk_parse.cli.batch_summary import summary_lines
    from zwgk_parse.cli.render import lines

    lines(summary_lines(summary, listener.failures, output, ctx.obj))


def _begins(
    engine: str, jobs: int | None, address: str | None, tries: int
) -> Callable[[Work], Engine]:
    """What begins the processes that the options ask for."""
    if engine == "ray":
        from zwgk_parse.batch.engines.ray import RayEngine

        return lambda work: RayEngine(work, jobs, address, tries)
    from zwgk_parse.batch.engines.pool import Pool
    from zwgk_parse.machine import processors

    return lambda work: Pool(work, jobs or processors())
