"""The options that say how and where something is told: -f and -o."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

F = TypeVar("F", bound="Callable[..., Any]")

output_option = click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write to FILE, which changes only when all is written.",
)


def telling_options(formats: Sequence[str]) -> Callable[[F], F]:
    """Give a command these options; it gets them as `format_`, one of `formats`, and `output`."""
    options = (
        click.option(
            "-f",
            "--format",
            "format_",
            type=click.Choice(formats),
            help="How to tell. By default what the name after -o ends with, else text.",
        ),
        output_option,
    )

    def give(command: F) -> F:
        wrapped: Any = command
        for option in reversed(options):
            wrapped = option(wrapped)
        return wrapped  # type: ignore[no-any-return]

    return give
