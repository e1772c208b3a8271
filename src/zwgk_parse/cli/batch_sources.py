"""The sources of a batch as they are given: what is wrong with them, and what a list adds."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from zwgk_parse.batch.inputs import URL
from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LIST = "-"
# Options that say nothing without another: the parameter, the other, and what that has to be.
_NEEDS = (
    ("null", "sources", LIST),
    ("address", "engine", "ray"),
    ("tries", "engine", "ray"),
    ("settle", "watch", True),
    ("poll", "watch", True),
)


def checked(ctx: click.Context, sources: Sequence[str], output: str, *, watched: bool) -> None:
    """End the command with its usage where the sources cannot be what is meant.

    A source that is not there is refused before anything is done: a disk that is not mounted must
    not make a ledger in which all that was on it is gone. Raises UnsupportedFormatError for an
    address that nothing can be read from.
    """
    _needed(ctx)
    if output == LIST:
        raise click.UsageError(phrase("batch-output-stream", ctx.obj), ctx)
    if sources.count(LIST) > 1:
        raise click.UsageError(phrase("batch-list-twice", ctx.obj), ctx)
    local = [one for one in sources if one != LIST and not URL.match(one)]
    if watched and (len(local) < len(sources) or not all(map(os.path.isdir, sources))):
        raise click.UsageError(phrase("batch-watch-folders", ctx.obj), ctx)
    _reached(sources)
    for source in local:
        if not os.path.lexists(source):
            raise click.UsageError(phrase("batch-no-source", ctx.obj, source=source), ctx)
        if _is_in(source, output) and not URL.match(output):
            data = {"source": source, "output": output}
            raise click.UsageError(phrase("batch-source-in-output", ctx.obj, **data), ctx)


def _reached(sources: Sequence[str]) -> None:
    """Raise UnsupportedFormatError for an address that nothing can be read from."""
    for source in sources:
        if URL.match(source):
            from zwgk_parse.batch.stores.remote import place

            place(source)


def _needed(ctx: click.Context) -> None:
    """End the command with its usage where an option is given that would do nothing."""
    options = {one.name: max(one.opts, key=len) for one in ctx.command.params}
    for name, other, value in _NEEDS:
        given = ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE
        found = ctx.params[other]
        if given and value != found and not (isinstance(found, tuple) and value in found):
            wanted = {"sources": f'"{LIST}"', "engine": "--engine ray"}.get(other, f"--{other}")
            data = {"option": options[name], "other": wanted}
            raise click.UsageError(phrase("batch-needs", ctx.obj, **data), ctx)


def _is_in(source: str, output: str) -> bool:
    real, folder = Path(source).resolve(), Path(output).resolve()
    return folder.is_dir() and real.is_relative_to(folder)


def listed(sources: Sequence[str], *, null: bool) -> Iterator[str]:
    """The sources, with those that standard input lists where `-` stands."""
    for source in sources:
        if source != LIST:
            yield source
        elif null:
            yield from _ended_by_null()
        else:
            for line in sys.stdin.buffer:
                if line.strip():
                    yield os.fsdecode(line.rstrip(b"\r\n"))


def _ended_by_null() -> Iterator[str]:
    """The paths on standard input that a NUL ends each, as they come."""
    rest = b""
    while piece := os.read(sys.stdin.fileno(), 1 << 16):
        *paths, rest = (rest + piece).split(b"\0")
        yield from (os.fsdecode(path) for path in paths if path)
    if rest:
        yield os.fsdecode(rest)
