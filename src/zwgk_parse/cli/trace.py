"""`zwgk trace`: a parent and its children in, what became of the parent's tasks out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from zwgk_parse.cli.language import language_option
from zwgk_parse.cli.own_units import units_option, use_units
from zwgk_parse.cli.reading import reading_options
from zwgk_parse.cli.streams import complain
from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zwgk_parse.cli.children import Children
    from zwgk_parse.cli.reading import Reading
    from zwgk_parse.diff.trace import Parent
    from zwgk_parse.plan.traces import Trace

FORMATS = ("text", "json", "jsonl", "markdown", "html")
MISSING = 1
UNREADABLE = 3


@click.command()
@click.argument("parent", type=click.Path(allow_dash=True))
@click.argument("children", nargs=-1, required=True, metavar="CHILD...")
@click.option(
    "--require",
    metavar="SHARE",
    type=click.FloatRange(0, 1),
    help="Exit with 1 only if a child covers less of what is addressed to it (0.9).",
)
@click.option(
    "-f",
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    help="How to tell. By default what the name after -o ends with, else text.",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write to FILE, which changes only when all is written.",
)
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
    (--units settles that). Coverage counts what is addressed to the child for certain.

    Exits with 0 if nothing is missing, 1 if something is (with --require: if a child covers less),
    2 on wrong usage, 3 if a file cannot be read (the others are traced).

    \b
    Examples:
      zwgk trace province.pdf county.docx --require 0.9
      zwgk trace province.json counties.jsonl -f jsonl -o traces.jsonl
    """
    from zwgk_parse.cli.children import Children
    from zwgk_parse.cli.plans import kept_apart, read_plan
    from zwgk_parse.cli.traced import write_found
    from zwgk_parse.diff.trace import Parent
    from zwgk_parse.exporters.traces import TRACING
    from zwgk_parse.exporters.traces.tracing import Tracing

    kept_apart(ctx, (parent, *children), output)
    use_units(ctx, units)
    above = Parent(read_plan(ctx, parent, reading))
    files = Children(ctx, reading)
    verdict = Verdict(require, ctx)
    traces = verdict.watched(_traces(ctx, above, files, children))
    write_found(ctx, TRACING, Tracing(above.key, above.tasks, traces), output, format_)
    verdict.tell()
    ctx.exit(UNREADABLE if files.failed or not verdict.count else verdict.code)


def _traces(
    ctx: click.Context, above: Parent, files: Children, paths: Sequence[str]
) -> Iterator[Trace]:
    for file, plan in files.plans(paths):
        if plan.id == above.plan.id:
            complain(phrase("trace-same-plan", ctx.obj, file=file))
        else:
            yield above.trace(plan, file)


class Verdict:
    """Sees every trace go by, and knows at the end what the exit code is."""

    def __init__(self, require: float | None, ctx: click.Context) -> None:
        self._require, self._ctx = require, ctx
        self._undecided = 0
        self.count = 0
        self.code = 0

    def watched(self, traces: Iterator[Trace]) -> Iterator[Trace]:
        """The same traces."""
        for one in traces:
            self.count += 1
            self._undecided += sum(task.status == "undecided" for task in one.tasks)
            if self._fails(one):
                self.code = MISSING
            yield one

    def tell(self) -> None:
        """Say what the traces do not: that nothing was traced, or that --units would help."""
        if not self.count:
            complain(phrase("trace-no-plan", self._ctx.obj))
        if self._undecided:
            complain(phrase("trace-undecided-units", self._ctx.obj, count=self._undecided))

    def _fails(self, one: Trace) -> bool:
        if self._require is None:
            return any(task.status == "missing" for task in one.tasks)
        below = one.owed > 0 and one.taken < self._require * one.owed
        if below:
            said = {"file": one.file, "coverage": f"{one.taken}/{one.owed}"}
            complain(phrase("trace-below", self._ctx.obj, required=self._require, **said))
        return below
