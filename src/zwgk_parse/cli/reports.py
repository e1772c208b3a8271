"""Which reports are written where: `-f sarif -o a.sarif -f junit -o b.xml -f text` goes in.

Each -o belongs to the -f before it. A -o alone takes the format that its name ends with, a -f alone
goes to standard output.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from zwgk_parse.findings import Report
    from zwgk_parse.messages.language import Language

PAIRS = "reports"
FORMATS = ("text", "json", "sarif", "junit", "github", "gitlab", "html")
# How a file's name ends that nothing names a format for.
SUFFIXES = {".json": "json", ".sarif": "sarif", ".xml": "junit", ".html": "html", ".htm": "html"}


class Target(NamedTuple):
    """A report to write; `path` is None for standard output."""

    format: str
    path: Path | None


class ReportsCommand(click.Command):
    """A command with -f and -o, whose order it keeps for `targets`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments, and remember which -o followed which -f."""
        _, _, order = self.make_parser(ctx).parse_args(args=list(args))
        rest = super().parse_args(ctx, args)
        given = {name: iter(ctx.params[name]) for name in ("formats", "outputs")}
        ctx.meta[PAIRS] = [(one.name, next(given[one.name])) for one in order if one.name in given]
        return rest


def targets(ctx: click.Context, environment: Mapping[str, str]) -> list[Target]:
    """The reports that were asked for; under GitHub Actions annotations, where none was."""
    found: list[Target] = []
    open_format: str | None = None
    for option, value in ctx.meta[PAIRS]:
        if option == "formats":
            found += [Target(open_format, None)] if open_format else []
            open_format = value
        else:
            path = None if str(value) == "-" else value
            found.append(Target(open_format or _by_suffix(path), path))
            open_format = None
    found += [Target(open_format, None)] if open_format else []
    if not found:
        actions = environment.get("GITHUB_ACTIONS") == "true"
        return [Target("github" if actions else "text", None)]
    if sum(one.path is None for one in found) > 1:
        raise click.UsageError(phrase("one-report-stdout", ctx.obj), ctx)
    return found


def are_asked_for(ctx: click.Context) -> bool:
    """Whether the command line names a format or a file."""
    return bool(ctx.meta[PAIRS])


def _by_suffix(path: Path | None) -> str:
    return SUFFIXES.get(path.suffix.lower(), "text") if path else "text"


def write_reports(
    report: Report, wanted: Iterable[Target], language: Language, *, statistics: bool
) -> None:
    """Write `report` in every format and place that is wanted.

    With `statistics`, counts by code take the place of the findings in a text.
    """
    from zwgk_parse.cli.files import written
    from zwgk_parse.exporters.findings import FORMATS as WRITERS
    from zwgk_parse.exporters.findings.text import write_statistics

    writers: dict[str, Any] = {one.name: one.write for one in WRITERS}
    if statistics:
        writers["text"] = write_statistics
    for target in wanted:
        if target.path is None:
            writers[target.format](report, sys.stdout, language)
            continue
        with written(target.path) as stream:
            writers[target.format](report, stream, language)


def overwritten(inputs: Sequence[str], wanted: Iterable[Target]) -> Path | None:
    """The output that is one of the files to be read, if there is one."""
    from zwgk_parse.cli.files import is_same_file

    outputs = [target.path for target in wanted if target.path is not None]
    return next(
        (path for path in outputs for file in inputs if is_same_file(Path(file), path)), None
    )


def named_twice(files: Iterable[Path]) -> Path | None:
    """The file that is named more than once, if there is one; a device takes any number."""
    seen: set[Path] = set()
    for file in files:
        place = file.resolve()
        if place in seen and (place.is_file() or not place.exists()):
            return file
        seen.add(place)
    return None
