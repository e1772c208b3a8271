"""The option `--lang`: the language of what a command tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from zwgk_parse.messages.language import Language


def _speak(ctx: click.Context, _: click.Parameter, value: Language | None) -> None:
    """Speak the language that is asked for, also of what goes wrong later."""
    if value is not None:
        ctx.obj = ctx.find_root().obj = value


language_option = click.option(
    "--lang",
    type=click.Choice(("zh", "en")),
    is_eager=True,
    expose_value=False,
    callback=_speak,
    help="The language of the report; by default the locale's.",
)
