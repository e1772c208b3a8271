"""What is said when something goes wrong, in the reader's language, and the exit code for it."""

from __future__ import annotations

from signal import SIG_IGN, SIGINT, signal
from typing import TYPE_CHECKING

import click

from zwgk_parse.cli.streams import complain, discard_output
from zwgk_parse.errors import OutputError, ZwgkError
from zwgk_parse.messages import table
from zwgk_parse.messages.texts import error_sentence, phrase, usage_words

if TYPE_CHECKING:
    from zwgk_parse.messages.language import Language

UNREADABLE = 3
INTERRUPTED = 130
BROKEN_PIPE = 141


def tell_failure(error: ZwgkError | OSError | KeyboardInterrupt, language: Language) -> int:
    """The exit code for `error`, after one line about it on standard error."""
    if isinstance(error, KeyboardInterrupt):
        # The program ends; who asks for it once more gets no other end.
        signal(SIGINT, SIG_IGN)
        complain(phrase("interrupted", language))
        return INTERRUPTED
    if isinstance(error, BrokenPipeError):
        # Whoever read our output has seen enough of it: nothing to complain about.
        discard_output()
        return BROKEN_PIPE
    if isinstance(error, OSError):
        discard_output()
        error = OutputError(phrase("stdout", language), error.strerror or str(error))
    complain(phrase("error", language, sentence=error_sentence(error, language)))
    return UNREADABLE


def show_usage_error(error: click.ClickException, language: Language) -> None:
    """Put the usage and what is wrong on standard error; a bare `zwgk` shows its help."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.message, err=True)
        return
    context = getattr(error, "ctx", None)
    if context is not None:
        language = context.obj or language
    if context is not None and isinstance(error, click.UsageError):
        click.echo(context.get_usage(), err=True)
        complain(phrase("try-help", language, command=context.command_path))
    complain(phrase("error", language, sentence=_sentence(error, language)))


def _sentence(error: click.ClickException, language: Language) -> str:
    """What click says, in Chinese where a row of `help.toml` has the kind of error."""
    rows = table("help")["usage-errors"]
    row = rows.get(type(error).__name__)
    if language == "en" or row is None:
        return error.format_message()
    like = getattr(error, "possibilities", None)
    near = rows["near"].format(names="、".join(sorted(like))) if like else ""
    sentence: str = row.format(name=_name(error), message=usage_words(error.message), near=near)
    return sentence + _choices(error, rows["choices"])


def _choices(error: click.ClickException, row: str) -> str:
    """What a missing argument may be, where that is said of it."""
    kind = getattr(getattr(error, "param", None), "type", None)
    if not isinstance(error, click.MissingParameter) or not isinstance(kind, click.Choice):
        return ""
    return row.format(choices="、".join(map(str, kind.choices)))


def _name(error: click.ClickException) -> str:
    """The option, argument or command that the error is about."""
    hint = getattr(error, "param_hint", None)
    if isinstance(hint, str):
        return hint
    parameter = getattr(error, "param", None)
    if isinstance(parameter, click.Parameter):
        return parameter.get_error_hint(getattr(error, "ctx", None)).replace("'", "")
    names = (getattr(error, attribute, None) for attribute in ("option_name", "command_name"))
    return next((str(name) for name in names if name), "")
