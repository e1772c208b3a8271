"""The options that say what is told and what fails; they come out as one Wish."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from zwgk_parse.settings.validation import Wish

F = TypeVar("F", bound="Callable[..., Any]")
LEVELS = ("info", "warning", "error")

_OPTIONS = (
    click.option(
        "--select",
        metavar="CODES",
        multiple=True,
        help="Tell only of these: ZW2, ZW101,ZW502, a name, all, default.",
    ),
    click.option("--ignore", metavar="CODES", multiple=True, help="Do not tell of these."),
    click.option(
        "--severity",
        metavar="LEVEL|CODE=LEVEL",
        multiple=True,
        help="Tell only from info, warning or error up; or give a check another severity.",
    ),
    click.option(
        "--fail-on", type=click.Choice(LEVELS), help="Exit with 1 from this severity up (error)."
    ),
)


def wish_options(command: F) -> F:
    """Give a command these options; it gets them as the one argument `wish`."""

    @wraps(command)
    def with_wish(*args: Any, **given: Any) -> Any:
        return command(*args, wish=_taken(given), **given)

    wrapped: Any = with_wish
    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return wrapped  # type: ignore[no-any-return]


def _taken(given: dict[str, Any]) -> Wish:
    """What the options ask for; they are taken out of `given`."""
    from zwgk_parse.settings.validation import Wish

    select, ignore = _words(given.pop("select")), _words(given.pop("ignore"))
    stated = [_level(word) for word in _words(given.pop("severity"))]
    return Wish(
        select=_codes(select, "--select") if select else None,
        ignore=_codes(ignore, "--ignore"),
        severity={c: level for word, level in stated if word for c in _codes([word], "--severity")},
        least=next((level for word, level in reversed(stated) if not word), None),
        fail_on=given.pop("fail_on"),
    )


def _words(values: Iterable[str]) -> list[str]:
    return [word.strip() for value in values for word in value.split(",") if word.strip()]


def _level(word: str) -> tuple[str, Any]:
    """A code (or nothing) and the level that it is given."""
    code, _, level = word.rpartition("=")
    if level not in LEVELS:
        from zwgk_parse.messages.texts import phrase

        said = phrase("no-level", click.get_current_context().obj, value=word)
        raise click.BadParameter(said, param_hint="--severity")
    return code, level


def _codes(words: Iterable[str], option: str) -> frozenset[str]:
    """The codes that the words stand for; an unknown one ends the command."""
    from zwgk_parse.messages.texts import translated
    from zwgk_parse.settings.validation import UnknownCodeError, codes_of

    try:
        return frozenset().union(*map(codes_of, words))
    except UnknownCodeError as error:
        chinese = click.get_current_context().obj == "zh"
        said = translated(str(error)) if chinese else str(error)
        raise click.BadParameter(said, param_hint=option) from error
