"""Plans as JSON: the stored form that every other command reads."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TextIO

from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zwgk_parse.plan.model import Plan

# Half a surrogate pair (from a file's name) has no UTF-8; the others end a line for some readers.
_ESCAPED = lazy("[\ud800-\udfff\u0085\u2028\u2029]")


# So many entries of a list are made into text at a time: a long plan's text is never held whole.
_PIECE = 64
_LISTS = ("tasks", "diagnostics")


def write(plans: Iterable[Plan], stream: TextIO, *, lines: bool) -> None:
    """Write each of `plans` as one JSON document: indented, or with `lines` as one line.

    The same plan gives the same characters: fields in the order of the contract, Chinese as it is.
    """
    for plan in plans:
        stream.writelines(map(_escaped, _texts(plan, indent=None if lines else 2)))
        stream.write("\n")


def _escaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _texts(plan: Plan, indent: int | None) -> Iterator[str]:
    """The text of a plan in pieces."""
    long = [name for name in _LISTS if len(getattr(plan, name)) > _PIECE]
    hollow = plan.model_copy(update=dict.fromkeys(long, ()))
    rest = _text(hollow, indent)
    for name in long:
        # No other place of the text is like this: quotes within a string are escaped, and what has
        # free names is hollow.
        before, empty, rest = rest.partition(f'"{name}":[]' if indent is None else f'"{name}": []')
        yield before + empty[:-1]
        yield from _entries(plan, hollow, name, indent)
    yield rest


def _entries(plan: Plan, hollow: Plan, name: str, indent: int | None) -> Iterator[str]:
    """The entries of a list of the plan and its closing bracket."""
    every = getattr(plan, name)
    for start in range(0, len(every), _PIECE):
        part = hollow.model_copy(update={name: every[start : start + _PIECE]})
        text = _text(part, indent, include={name})
        last = start + _PIECE >= len(every)
        # Around the entries stand `{"name":[` and `]}`.
        end = text.rindex("]") + 1 if last else text.rindex("]") - (3 if indent else 0)
        yield ("," if start else "") + text[text.index("[") + 1 : end]


def _text(plan: Plan, indent: int | None, include: set[str] | None = None) -> str:
    try:
        return plan.model_dump_json(indent=indent, include=include)
    except ValueError:
        # The fast way has no escape for half a surrogate pair.
        separators = (",", ":" if indent is None else ": ")
        data = plan.model_dump(mode="json", include=include)
        return json.dumps(data, ensure_ascii=False, indent=indent, separators=separators)
