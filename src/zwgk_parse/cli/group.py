"""`zwgk` itself: finds the commands, and turns whatever goes wrong into one line and a code."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any, TypeVar

import click

from zwgk_parse import __version__
from zwgk_parse.cli.streams import use_utf8
from zwgk_parse.errors import ZwgkError
from zwgk_parse.messages.language import reader_language

C = TypeVar("C", bound=click.Command)

# A command is the module of its name and the function of its name in it. They are imported when
# they are asked for, so that `zwgk --version` starts as fast as click alone.
COMMANDS = (
    "parse",
    "batch",
    "batch-status",
    "stats",
    "sample",
    "accuracy",
    "show",
    "validate",
    "diff",
    "apply",
    "trace",
    "compare",
    "lineage",
    "normalize",
    "migrate",
    "debug",
    "explain",
    "schema",
    "doctor",
    "completion",
)


class Zwgk(click.Group):
    """The group of all commands, in the reader's language."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The commands in the order of use, not of the alphabet."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, with its help in the reader's language."""
        if cmd_name not in COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"zwgk_parse.cli.{name}"), name)
        return _spoken(command, ctx.obj)

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run the command that the arguments name and leave with its exit code."""
        use_utf8()
        language = reader_language(os.environ)
        extra |= {"standalone_mode": False, "obj": language}
        try:
            sys.exit(_spoken(self, language).run(*args, **extra))
        except click.ClickException as error:
            from zwgk_parse.cli.failures import show_usage_error

            show_usage_error(error, language)
            sys.exit(error.exit_code)

    def run(self, *args: Any, **extra: Any) -> Any:
        """The exit code of the command that the arguments name."""
        return super().main(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; the package's own errors become one line here and nowhere else."""
        try:
            try:
                super().invoke(ctx)
            finally:
                sys.stdout.flush()
        except (ZwgkError, OSError, KeyboardInterrupt) as error:
            # The stages turn what happens to files into errors of ours; what is left is the
            # system's word on standard output, which has no file name.
            if getattr(error, "filename", None) is not None:
                raise
            from zwgk_parse.cli.failures import tell_failure

            ctx.exit(tell_failure(error, ctx.obj))


def _spoken(command: C, language: str) -> C:
    if language != "zh":
        return command
    from zwgk_parse.cli.chinese import in_chinese

    return in_chinese(command)


@click.group(cls=Zwgk, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(
    __version__,
    "--version",
    prog_name="zwgk",
    message="%(prog)s %(version)s",
    help="Show the version.",
)
def zwgk() -> None:
    """Turn published Chinese government work plans into tasks, owners and deadlines.

    Works without the network; reads only the files it is given.
    """
