"""`zwgk normalize`: phrases in, a line each; what they mean out, a JSON object a line."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from zwgk_parse.cli.own_units import units_option, use_units
from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from zwgk_parse.cli.phrases import Answer

KINDS = ("deadlines", "owners")
ORIGINS = ("column", "bracket", "text")
# What each kind of phrase takes.
_OPTIONS = {"deadlines": {"year", "origin", "begin"}, "owners": {"year", "heading", "place"}}


class Asked(NamedTuple):
    """What was asked for beside the phrases."""

    year: int | None
    origin: str | None
    begin: dt.date | None
    heading: str | None
    place: str | None


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("file", type=click.Path(allow_dash=True), default="-")
@click.option("--year", type=click.IntRange(1949, 2100), help="The year that the plan is for.")
@click.option(
    "--origin",
    type=click.Choice(ORIGINS),
    help="Where the phrases stood: a deadline column, an owner bracket, running text.",
)
@click.option(
    "--from",
    "begin",
    metavar="DATE",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Count durations from this day (needs the extra workdays).",
)
@click.option("--heading", metavar="WORDS", help="The heading that the owners stood under.")
@click.option("--place", metavar="NAME", help="The place whose units open sets stand for.")
@units_option
@click.pass_context
def normalize(
    ctx: click.Context,
    kind: str,
    file: str,
    year: int | None,
    origin: str | None,
    begin: dt.datetime | None,
    heading: str | None,
    place: str | None,
    units: Path | None,
) -> None:
    """Say what single phrases mean: deadlines or owners.

    One phrase a line in, one JSON object a line out, for an empty line, too. FILE is UTF-8 text;
    "-", and no FILE, is standard input. On a terminal it is a table that shows which rule claimed
    what.

    Exits with 0, whatever the phrases mean, 2 on wrong usage, 3 if something cannot be read.

    \b
    Example:
      echo 6月底前 | zwgk normalize deadlines --year 2022
    """
    day = begin.date() if begin else None
    asked = Asked(year, origin, day, heading, place)
    _refuse_others(ctx, kind, asked)
    file_of_units = use_units(ctx, units)
    if place and place not in {one.name for one in (file_of_units.places if file_of_units else ())}:
        raise click.UsageError(phrase("unknown-place", ctx.obj, place=place), ctx)
    from zwgk_parse.cli import phrases

    if day is not None:
        phrases.require_calendar()
    answer = phrases.answers(kind, asked, members=file_of_units is not None)
    show = phrases.table(kind, ctx.obj) if _on_terminal() else _as_json
    _answer_all(phrases.lines_of(file), answer, show)


def _on_terminal() -> bool:
    return sys.stdout.isatty()


def _refuse_others(ctx: click.Context, kind: str, asked: Asked) -> None:
    """End the command if an option was given that belongs to the other kind."""
    given = {name for name, value in asked._asdict().items() if value is not None}
    for name in sorted(given - _OPTIONS[kind]):
        option = "--from" if name == "begin" else f"--{name}"
        raise click.UsageError(phrase("not-for-kind", ctx.obj, option=option, kind=kind), ctx)


def _answer_all(
    lines: Iterator[tuple[int, str]],
    answer: Callable[[int, str], Answer],
    show: Callable[[Answer], str],
) -> None:
    """Write the answer to each line before the next one is read."""
    for number, text in lines:
        sys.stdout.write(show(answer(number, text)) + "\n")
        sys.stdout.flush()


def _as_json(answer: Answer) -> str:
    data: dict[str, Any] = answer.data
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
