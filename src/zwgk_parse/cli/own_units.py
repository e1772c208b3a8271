"""The option `--units`, and what it, the environment and the settings make of the unit table."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from zwgk_parse.settings.validation import Validation
    from zwgk_parse.vocabulary.unit_files import UnitsFile


class WrongSettingsError(click.ClickException):
    """A file of settings or units that is wrong; one line says all, without the usage."""

    exit_code = 2

    def __init__(self, message: str) -> None:
        super().__init__(message)
        # Knows the language that the command line asks for.
        self.ctx = click.get_current_context(silent=True)


units_option = click.option(
    "--units",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Your own table of units, which adds to the built-in one.",
)


def use_units(ctx: click.Context, option: Path | None) -> UnitsFile | None:
    """Read units by the user's own file, where one is set; a bad file ends the command with 2."""
    from zwgk_parse.errors import SettingsError
    from zwgk_parse.messages.texts import error_sentence
    from zwgk_parse.settings import units_path

    try:
        path = units_path(option, os.environ, Path.cwd())
        return _used(path)
    except SettingsError as error:
        raise WrongSettingsError(error_sentence(error, ctx.obj)) from error


def settings_here(ctx: click.Context) -> Validation:
    """What the settings ask of `zwgk validate`; wrong ones end the command with 2."""
    from zwgk_parse.errors import SettingsError
    from zwgk_parse.messages.texts import error_sentence
    from zwgk_parse.settings import find_settings
    from zwgk_parse.settings.validation import validation

    try:
        return validation(find_settings(Path.cwd()), Path.cwd())
    except SettingsError as error:
        raise WrongSettingsError(error_sentence(error, ctx.obj)) from error


def _used(path: Path | None) -> UnitsFile | None:
    from zwgk_parse.vocabulary.units import use

    if path is None:
        use(None)
        return None
    from zwgk_parse.vocabulary.unit_files import read_units_file

    file = read_units_file(path)
    use(file)
    return file
