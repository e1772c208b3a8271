"""The command line: one command a module, and the one place that talks to people."""

from zwgk_parse.cli.group import zwgk


def main() -> None:
    """Run `zwgk` and leave with its exit code."""
    zwgk(prog_name="zwgk")
