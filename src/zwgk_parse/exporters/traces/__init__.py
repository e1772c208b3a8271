"""Tracing, Siblings, Lineage → file: one table for each, a row a format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TextIO, TypeVar

from zwgk_parse.exporters.traces import html, json, markdown, picture, sharing, text, tree

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from zwgk_parse.exporters.traces.tracing import Tracing
    from zwgk_parse.messages.language import Language
    from zwgk_parse.plan.traces import Lineage, Siblings

T = TypeVar("T")


class Format(NamedTuple, Generic[T]):
    """A format that something can be written in; `suffixes` are how its files' names end."""

    name: str
    suffixes: tuple[str, ...]
    write: Callable[[T, TextIO, Language], None]


# The first of each is what is written when nothing names a format.
TRACING: tuple[Format[Tracing], ...] = (
    Format("text", (".txt",), text.write),
    Format("json", (".json",), json.write),
    Format("jsonl", (".jsonl", ".ndjson"), json.write_lines),
    Format("markdown", (".md", ".markdown"), markdown.write),
    Format("html", (".html", ".htm"), html.write),
)
SIBLINGS: tuple[Format[Siblings], ...] = (
    Format("text", (".txt",), sharing.write),
    Format("json", (".json",), json.write_model),
    Format("markdown", (".md", ".markdown"), markdown.write_siblings),
)
LINEAGE: tuple[Format[Lineage], ...] = (
    Format("text", (".txt",), tree.write),
    Format("json", (".json",), json.write_model),
    Format("svg", (".svg",), picture.write),
)


def format_of(formats: Sequence[Format[T]], name: str | None, suffix: str = "") -> Format[T]:
    """The format called `name`; without a name the one for `suffix`, else the first."""
    for member in formats:
        if name == member.name or (name is None and suffix.lower() in member.suffixes):
            return member
    return formats[0]
