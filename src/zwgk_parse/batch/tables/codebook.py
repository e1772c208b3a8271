"""What the tables of a batch hold: their columns with types and meanings, and pages that say so.

The columns themselves are rows of messages/codebook.toml; what fills them is in rows.py.
"""

from __future__ import annotations

import csv
import io
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from zwgk_parse.messages import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from zwgk_parse.messages.language import Language

Kind = Literal["text", "texts", "integer", "number", "boolean", "date", "dates"]

_HEADS: dict[Language, tuple[str, ...]] = {
    "en": ("column", "type", "meaning"),
    "zh": ("列", "类型", "含义"),
}
_CODES: dict[Language, tuple[str, str]] = {
    "en": ("value", "meaning"),
    "zh": ("取值", "含义"),
}
_VALUES: dict[Language, str] = {"en": "Values", "zh": "取值"}


class Column(NamedTuple):
    """A column of a table: `key` where several tables share it, `values` the words it takes."""

    name: str
    type: Kind
    en: str
    zh: str
    values: str | None = None
    key: bool = False

    def said(self, language: Language) -> str:
        """What it holds."""
        return self.zh if language == "zh" else self.en


@cache
def names() -> tuple[str, ...]:
    """The tables, in the order in which they are told."""
    return tuple(table("codebook")["tables"])


@cache
def columns(name: str) -> tuple[Column, ...]:
    """The columns of the table `name`, its keys first."""
    book = table("codebook")
    keys = (Column(key, **book["keys"][key], key=True) for key in book["tables"][name]["keys"])
    own = (Column(one, **row) for one, row in book["columns"][name].items())
    return (*keys, *own)


def page(languages: Sequence[Language]) -> str:
    """The tables, their columns and values as Markdown, in each of the languages."""
    return "\n".join(line for name in names() for line in _table(name, languages))


def sheet() -> str:
    """The columns of all tables as CSV: one row a column, its meaning in both languages."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(("table", "column", "type", "values", "en", "zh"))
    for name in names():
        for one in columns(name):
            taken = " ".join(_words(one.values)) if one.values else ""
            writer.writerow((name, one.name, one.type, taken, one.en, one.zh))
    return stream.getvalue()


def _table(name: str, languages: Sequence[Language]) -> Iterator[str]:
    book = table("codebook")
    yield from (f"## {name}", "")
    yield from (line for one in languages for line in (book["tables"][name][one], ""))
    yield from _grid(_HEADS, languages, [_cells(one, languages) for one in columns(name)])
    for column in columns(name):
        if column.values:
            head = " ".join(_VALUES[one] for one in languages)
            yield from (f"{head} `{column.name}`", "")
            rows = _words(column.values).items()
            yield from _grid(
                _CODES, languages, [(f"`{w}`", *(row[one] for one in languages)) for w, row in rows]
            )


def _cells(column: Column, languages: Sequence[Language]) -> tuple[str, ...]:
    types = " ".join(table("codebook")["types"][column.type][one] for one in languages)
    return (f"`{column.name}`", types, *(column.said(one) for one in languages))


def _grid(
    heads: Mapping[Language, tuple[str, ...]],
    languages: Sequence[Language],
    rows: Sequence[tuple[str, ...]],
) -> Iterator[str]:
    """A table of Markdown; only the last column is told in each language on its own."""
    shared = zip(*(heads[one][:-1] for one in languages), strict=True)
    titles = [*map(" ".join, shared), *(heads[one][-1] for one in languages)]
    for row in (titles, ["---"] * len(titles), *rows):
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
    yield ""


def _words(name: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = table("codebook")["values"][name]
    return found
