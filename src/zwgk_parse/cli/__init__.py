"""The command line: one command a module, and the one place that talks to people."""

import gc
import os

from zwgk_parse.cli.group import zwgk


def main() -> None:
    """Run `zwgk` and leave with its exit code."""
    # Imports and one document leave next to nothing in cycles: looking for them as often as by
    # default takes a tenth of a run.
    gc.set_threshold(100_000)
    # No plugin has a part in reading plans, and pydantic would look for one in every package.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    zwgk(prog_name="zwgk")
