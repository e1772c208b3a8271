"""The option `--lang`: the language of what a command tells."""

from __future__ import annotations

import click

language_option = click.option(
    "--lang",
    type=click.Choice(("zh", "en")),
    is_eager=True,
    expose_value=False,
    callback=lambda ctx, _, value: setattr(ctx, "obj", value or ctx.obj),
    help="The language of the report; by default the locale's.",
)
