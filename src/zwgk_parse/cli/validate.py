"""`zwgk validate`: files and folders in, what is wrong with the plans in them out."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zwgk_parse.cli.acceptance import acceptance_options
from zwgk_parse.cli.language import language_option
from zwgk_parse.cli.own_units import settings_here, units_option, use_units
from zwgk_parse.cli.reading import Amount, reading_options
from zwgk_parse.cli.reports import FORMATS, ReportsCommand, overwritten, targets, write_reports
from zwgk_parse.cli.validation_run import Named, Run, tell_failures
from zwgk_parse.cli.wishes import wish_options
from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from zwgk_parse.cli.acceptance import Acceptance
    from zwgk_parse.cli.reading import Reading
    from zwgk_parse.findings import Report
    from zwgk_parse.settings.validation import Wish

FINDINGS = 1
UNREADABLE = 3


@click.command(cls=ReportsCommand)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "-f",
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(FORMATS),
    help="How to report; may be given again. By default text; under GitHub Actions github.",
)
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Where the report of the -f before it goes.",
)
@wish_options
@acceptance_options
@click.option(
    "--exclude", metavar="GLOB", multiple=True, help="Leave out files and folders of this name."
)
@click.option("--statistics", is_flag=True, help="Count the findings by code instead.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@click.option("--max-findings", metavar="N", type=Amount(), help="Report no more than N findings.")
@click.option("-q", "--quiet", is_flag=True, help="Findings only: no summary, no notes.")
@click.option(
    "--attachment",
    "attachments",
    metavar="FILE",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A file attached to the one PATH; may be given again.",
)
@click.option("--base-url", metavar="URL", help="Where PATH was downloaded from; completes links.")
@click.option("--name", "stdin_name", metavar="NAME", default="-", help='What to call "-".')
@language_option
@units_option
@reading_options
@click.pass_context
def validate(
    ctx: click.Context,
    paths: tuple[str, ...],
    formats: tuple[str, ...],  # noqa: ARG001  ReportsCommand keeps them in their order
    outputs: tuple[Path, ...],  # noqa: ARG001
    wish: Wish,
    acceptance: Acceptance,
    exclude: tuple[str, ...],
    statistics: bool,
    exit_zero: bool,
    max_findings: int | None,
    quiet: bool,
    attachments: tuple[Path, ...],
    base_url: str | None,
    stdin_name: str,
    units: Path | None,
    reading: Reading,
) -> None:
    """Check plans and report what is missing or contradictory in them.

    PATH is a plan that zwgk parse wrote (.json, .jsonl), a document of any kind that it reads, or a
    folder of them; "-" is standard input. zwgk explain CODE says what a finding means.

    Exits with 0 if nothing is found at or above --fail-on, 1 if something is, 2 on wrong usage, 3
    if a file cannot be read (the others are reported).

    \b
    Examples:
      zwgk validate plans/
      zwgk validate notice.pdf -f sarif -o findings.sarif -f text
    """
    if attachments and len(paths) != 1:
        raise click.UsageError(phrase("attachment-of-one", ctx.obj), ctx)
    wanted = targets(ctx, os.environ)
    spoiled = overwritten(paths, wanted)
    if spoiled is not None:
        raise click.UsageError(phrase("output-is-source", ctx.obj, file=spoiled), ctx)
    use_units(ctx, units)
    settings = settings_here(ctx)
    run = Run(
        ctx,
        settings._replace(exclude=(*settings.exclude, *exclude)),
        wish,
        reading._replace(options=reading.options._replace(base_url=base_url)),
        Named(attachments, stdin_name),
    )
    run.take(paths)
    report = acceptance.settled(ctx, run.report(), run.scope, settings.baseline)
    failing = any(run.fails(finding) for finding in report.findings)
    acceptance.write(ctx, report, run.scope)
    if acceptance.written is None:
        report = _cut(report, max_findings)._replace(brief=quiet)
        write_reports(report, wanted, ctx.obj, statistics=statistics)
    tell_failures(ctx, report, wanted)
    found = FINDINGS if failing and not exit_zero and acceptance.written is None else 0
    ctx.exit(UNREADABLE if report.failures else found)


def _cut(report: Report, most: int | None) -> Report:
    """`report` with no more than `most` findings listed; accepted ones do not count."""
    if most is None:
        return report
    new = [one for one in report.findings if one.accepted is None]
    rest = set(map(id, new[most:]))
    kept = tuple(one for one in report.findings if id(one) not in rest)
    return report._replace(findings=kept, rest=tuple(new[most:]))
