"""Where traces, siblings and lineages go: to a file, or to standard output."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import click

    from zwgk_parse.exporters.traces import Format

T = TypeVar("T")


def write_found(
    ctx: click.Context,
    formats: Sequence[Format[T]],
    found: T,
    output: Path | None,
    name: str | None,
) -> None:
    """Write `found` in the format called `name`, else in that of the output's suffix."""
    from zwgk_parse.exporters.traces import format_of

    if output is None or str(output) == "-":
        format_of(formats, name).write(found, sys.stdout, ctx.obj)
        return
    from zwgk_parse.cli.files import written

    with written(output) as stream:
        format_of(formats, name, output.suffix).write(found, stream, ctx.obj)
