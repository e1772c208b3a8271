"""Plan → file: one row a format, found by its name or by how a file's name ends."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TextIO

from zwgk_parse.exporters import json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from zwgk_parse.plan.model import Plan


class Exporter(NamedTuple):
    """A format that plans can be written in."""

    name: str
    suffixes: tuple[str, ...]
    write: Callable[[Iterable[Plan], TextIO], None]


# The first is what is written when nothing names a format.
EXPORTERS = (
    Exporter("json", (".json",), partial(json.write, lines=False)),
    Exporter("jsonl", (".jsonl", ".ndjson"), partial(json.write, lines=True)),
)


def exporter(name: str | None = None, suffix: str = "") -> Exporter:
    """The exporter called `name`; without a name the one for `suffix`, else the first."""
    for member in EXPORTERS:
        if name == member.name or (name is None and suffix.lower() in member.suffixes):
            return member
    return EXPORTERS[0]
