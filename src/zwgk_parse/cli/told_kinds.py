"""The options that say which kinds of change are told; they come out as one Wanted."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from zwgk_parse.plan.changes import Changes, Kind

F = TypeVar("F", bound="Callable[..., Any]")

_OPTIONS = (
    click.option(
        "--only",
        metavar="KIND",
        multiple=True,
        help="Tell only of these: owner,target. The edits in the JSON stay whole.",
    ),
    click.option(
        "--ignore",
        metavar="KIND",
        multiple=True,
        help="Do not tell of these: year,renumbered. The edits in the JSON stay whole.",
    ),
)


class Wanted(NamedTuple):
    """The kinds of change to tell, all if there are none, and those not to tell."""

    only: frozenset[Kind]
    ignored: frozenset[Kind]

    def of(self, changes: Changes) -> Changes:
        """`changes` with those that are to be told."""
        from zwgk_parse.diff.kinds import only_told

        return only_told(changes, self.only, self.ignored)


def kind_options(command: F) -> F:
    """Give a command these options; it gets them as the one argument `wanted`."""

    @wraps(command)
    def with_kinds(*args: Any, **given: Any) -> Any:
        only, ignored = (_kinds(given.pop(name), name) for name in ("only", "ignore"))
        return command(*args, wanted=Wanted(only, ignored), **given)

    wrapped: Any = with_kinds
    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return wrapped  # type: ignore[no-any-return]


def _kinds(values: Iterable[str], option: str) -> frozenset[Kind]:
    """The kinds that the words stand for; an unknown one ends the command."""
    words = [word.strip() for value in values for word in value.split(",")]
    if not words:
        return frozenset()
    from zwgk_parse.diff.kinds import UnknownKindError, kinds_of

    try:
        # A comma too many is none; a list of nothing is a mistake.
        stated = list(filter(None, words)) or words
        return frozenset().union(*(kinds_of(word) for word in stated))
    except UnknownKindError as error:
        raise click.BadParameter(_no_kind(error), param_hint=f"--{option}") from error


def _no_kind(error: Any) -> str:
    from zwgk_parse.diff.kinds import GROUPS, KINDS
    from zwgk_parse.messages.texts import phrase

    language = click.get_current_context().obj
    near = phrase("did-you-mean", language, codes=", ".join(error.near))
    known = phrase("all-kinds", language, kinds=", ".join((*GROUPS, *KINDS)))
    return phrase("unknown-kind", language, word=error, near=near if error.near else known)
