"""`zwgk accuracy`: a ticked sheet in; the share that is right, with its interval, out."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import click

from zwgk_parse.cli.files import opened_source
from zwgk_parse.cli.language import language_option
from zwgk_parse.cli.streams import complain
from zwgk_parse.messages.texts import phrase
from zwgk_parse.messages.widths import widths_of, with_numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zwgk_parse.messages.language import Language
    from zwgk_parse.study.accuracy import Score

FORMATS = ("table", "csv", "json")
_HEAD = ("column", "right", "wrong", "blank", "share", "interval")
_DIGITS = 6
NOTHING = 1


@click.command()
@click.argument("file", metavar="SHEET", type=click.Path(allow_dash=True))
@click.option(
    "-f", "--format", "format_", type=click.Choice(FORMATS), default="table", help="How to tell."
)
@language_option
@click.pass_context
def accuracy(ctx: click.Context, file: str, format_: str) -> None:
    """Tell from a ticked sheet how much of what was read is right.

    SHEET is a sheet of zwgk sample, ticked and saved as CSV (in UTF-8 or GB 18030, as Excel does)
    or as a workbook; "-" is standard input. Ticks are 1/0, y/n, yes/no, true/false, 是/否, 对/错,
    ✓/✗ or √/×; empty cells are not judged and do not count.

    For tasks, owners, deadlines, and for all three at once (where all three are judged), tells the
    share that is right and between what it lies in all tasks, with a confidence of 95 % (Wilson's
    score interval).

    Exits with 0 if something is ticked, 1 if nothing is, 2 on wrong usage, 3 if the sheet cannot
    be read, or a cell is no tick.

    \b
    Example:
      zwgk accuracy sheet.xlsx
    """
    from zwgk_parse.pipeline import fetch
    from zwgk_parse.study.accuracy import scores
    from zwgk_parse.study.ticked import ticked

    rows = ticked(fetch(opened_source(file)).read(), file)
    found = scores(row.ticks for row in rows)
    if format_ == "table":
        judged = found[-1].right + found[-1].wrong
        click.echo(phrase("accuracy-rows", ctx.obj, rows=len(rows), judged=judged) + "\n")
        click.echo(_table(found, ctx.obj))
    else:
        click.echo(_csv(found) if format_ == "csv" else _json(found), nl=False)
    if not any(score.right + score.wrong for score in found):
        complain(phrase("accuracy-nothing", ctx.obj, file=file))
        ctx.exit(NOTHING)


def _table(found: Sequence[Score], language: Language) -> str:
    head = tuple(phrase(f"accuracy-{name}", language) for name in _HEAD)
    rows = [head, *(_row(score, language) for score in found)]
    widths = widths_of(rows)
    return "\n".join(with_numbers(row, widths) for row in rows)


def _row(score: Score, language: Language) -> tuple[str, ...]:
    share, interval = score.share, score.interval
    return (
        phrase(f"accuracy-{score.column}", language),
        *map(str, (score.right, score.wrong, score.blank)),
        "–" if share is None else f"{share:.1%}",
        "–" if interval is None else "{:.1%} – {:.1%}".format(*interval),
    )


def _object(score: Score) -> dict[str, Any]:
    """The score as an object, its numbers None where nothing was judged."""
    low, high = score.interval or (None, None)
    numbers = {"accuracy": score.share, "low": low, "high": high}
    rounded = {key: None if one is None else round(one, _DIGITS) for key, one in numbers.items()}
    return score._asdict() | rounded


def _json(found: Sequence[Score]) -> str:
    data = {"confidence": 0.95, "interval": "wilson", "columns": [*map(_object, found)]}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _csv(found: Sequence[Score]) -> str:
    stream = io.StringIO(newline="")
    objects = [*map(_object, found)]
    writer = csv.DictWriter(stream, [*objects[0]], lineterminator="\n")
    writer.writeheader()
    writer.writerows(objects)
    return stream.getvalue()
