"""`zwgk migrate`: stored plans of any known version in, the same in the newest version out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from zwgk_parse.cli.streams import complain
from zwgk_parse.cli.telling import output_option
from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zwgk_parse.plan.stored import Stored


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=str))
@output_option
@click.option("--in-place", is_flag=True, help="Rewrite each file that is in an older version.")
@click.pass_context
def migrate(
    ctx: click.Context, files: tuple[str, ...], output: Path | None, in_place: bool
) -> None:
    """Bring stored plans to the newest version of the plan schema.

    FILE is what zwgk parse wrote, .json or .jsonl; "-" is standard input. Without -o and
    --in-place the plans go to standard output, several of them one a line. All files are read
    before anything is written.

    Exits with 0 if all were read, 2 on wrong usage, 3 if a file is no plan, is of a version that
    is not known, or cannot be written.

    \b
    Example:
      zwgk migrate plans-2022.jsonl -o plans.jsonl
    """
    if in_place and (output is not None or "-" in files):
        raise click.UsageError(phrase("in-place-alone", ctx.obj), ctx)
    from zwgk_parse.cli.files import opened_source
    from zwgk_parse.pipeline import load_stored

    stored = [(file, load_stored(opened_source(file))) for file in files]
    if in_place:
        for file, plans in stored:
            _rewrite(ctx, Path(file), plans)
        return
    _write(ctx, [one for _, plans in stored for one in plans], output)


def _write(ctx: click.Context, plans: Sequence[Stored], output: Path | None) -> None:
    """Write all plans to one place; a .json file holds one plan only."""
    from zwgk_parse.cli.files import write_plans

    several = len(plans) > 1
    if several and output is not None and output.suffix.lower() == ".json":
        raise click.UsageError(phrase("one-plan-a-json", ctx.obj, count=len(plans)), ctx)
    write_plans([one.plan for one in plans], output, "jsonl" if several else None)


def _rewrite(ctx: click.Context, file: Path, plans: Sequence[Stored]) -> None:
    """Write a file's plans back to it, unless all of them are in the newest version."""
    from zwgk_parse.cli.files import write_plans
    from zwgk_parse.plan.model import SCHEMA_VERSION

    older = sorted({one.version for one in plans} - {SCHEMA_VERSION})
    if not older:
        return
    write_plans([one.plan for one in plans], file, "jsonl" if len(plans) > 1 else None)
    old = ", ".join(older)
    complain(phrase("migrated", ctx.obj, file=file, old=old, new=SCHEMA_VERSION))
