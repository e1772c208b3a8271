"""Report → one JSON document that follows schemas/findings.schema.json."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TextIO

from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    from zwgk_parse.findings import Report
    from zwgk_parse.messages.language import Language

# Half a surrogate pair (from a file's name) has no UTF-8; the others end a line for some readers.
_ESCAPED = lazy("[\ud800-\udfff\u007f-\u009f\u2028\u2029]")


def write(report: Report, stream: TextIO, language: Language) -> None:  # noqa: ARG001
    """Write the report, accepted findings and all, with the sentences in both languages."""
    # Not at the top: it loads pydantic.
    from zwgk_parse.exporters.findings.stored import stored

    write_json(stored(report).model_dump(mode="python"), stream)


def write_json(data: Any, stream: TextIO) -> None:
    """Write `data` as an indented document: the same data gives the same characters."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    stream.write(_ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n")
