"""Plans as JSON: the stored form that every other command reads."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TextIO

from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zwgk_parse.plan.model import Plan

# Half a surrogate pair (from a file's name) has no UTF-8; the others end a line for some readers.
_ESCAPED = lazy("[\ud800-\udfff\u0085\u2028\u2029]")


def write(plans: Iterable[Plan], stream: TextIO, *, lines: bool) -> None:
    """Write each of `plans` as one JSON document: indented, or with `lines` as one line.

    The same plan gives the same characters: fields in the order of the contract, Chinese as it is.
    """
    for plan in plans:
        text = _text(plan, indent=None if lines else 2)
        stream.write(_ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text))
        stream.write("\n")


def _text(plan: Plan, indent: int | None) -> str:
    try:
        return plan.model_dump_json(indent=indent)
    except ValueError:
        # The fast way has no escape for half a surrogate pair.
        separators = (",", ":" if indent is None else ": ")
        data = plan.model_dump(mode="json")
        return json.dumps(data, ensure_ascii=False, indent=indent, separators=separators)
