"""Plans as JSON: the stored form that every other command reads."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zwgk_parse.plan.model import Plan

# Half a surrogate pair (from a file's name) has no UTF-8; the others end a line for some readers.
_ESCAPED = re.compile("[\ud800-\udfff\u0085\u2028\u2029]")


def write(plans: Iterable[Plan], stream: TextIO, *, lines: bool) -> None:
    """Write each of `plans` as one JSON document: indented, or with `lines` as one line.

    The same plan gives the same characters: fields in the order of the contract, Chinese as it is.
    """
    layout: tuple[int | None, tuple[str, str]] = (None, (",", ":")) if lines else (2, (",", ": "))
    indent, separators = layout
    for plan in plans:
        data = plan.model_dump(mode="json")
        text = json.dumps(data, ensure_ascii=False, indent=indent, separators=separators)
        stream.write(_ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n")
