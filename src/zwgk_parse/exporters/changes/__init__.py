"""Comparison → file: one row a format, what `zwgk diff --format` names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TextIO

from zwgk_parse.exporters.changes import html, json, markdown, names, stat, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from zwgk_parse.exporters.changes.comparison import Comparison
    from zwgk_parse.messages.language import Language


class Format(NamedTuple):
    """A format that a Comparison can be written in; `suffixes` are how its files' names end.

    One with an `option` is asked for by that instead of by its name.
    """

    name: str
    suffixes: tuple[str, ...]
    write: Callable[[Comparison, TextIO, Language], None]
    option: str | None = None


# The first is what is written when nothing names a format.
FORMATS = (
    Format("text", (".txt",), text.write),
    Format("json", (".json",), json.write),
    Format("markdown", (".md", ".markdown"), markdown.write),
    Format("html", (".html", ".htm"), html.write),
    Format("stat", (), stat.write, "--stat"),
    Format("names", (), names.write, "--name-only"),
)


def format_of(name: str | None = None, suffix: str = "") -> Format:
    """The format called `name`; without a name the one for `suffix`, else the first."""
    for member in FORMATS:
        if name == member.name or (name is None and suffix.lower() in member.suffixes):
            return member
    return FORMATS[0]
