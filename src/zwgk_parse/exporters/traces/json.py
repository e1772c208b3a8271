"""Tracing → one JSON document, or a Trace a line, written as the traces come."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from zwgk_parse.exporters.findings.json import write_json
from zwgk_parse.patterns import lazy
from zwgk_parse.plan.traces import TRACE_VERSION, TraceReport

if TYPE_CHECKING:
    from zwgk_parse.exporters.traces.tracing import Tracing
    from zwgk_parse.messages.language import Language
    from zwgk_parse.plan.traces import Lineage, Siblings

# What ends a line for some readers, and half surrogate pairs, which have no UTF-8.
_ESCAPED = lazy("[\ud800-\udfff\u007f-\u009f\u2028\u2029]")


def write(tracing: Tracing, stream: TextIO, language: Language) -> None:  # noqa: ARG001
    """Write a TraceReport; it is held whole, so of very many children take a Trace a line."""
    report = TraceReport(
        schema_version=TRACE_VERSION,
        parent=tracing.parent,
        tasks=tracing.tasks,
        children=tuple(one.trace for one in tracing.children),
    )
    write_json(report.model_dump(mode="python"), stream)


def write_lines(tracing: Tracing, stream: TextIO, language: Language) -> None:  # noqa: ARG001
    """Write a Trace a line, each as soon as it is made."""
    for one in tracing.children:
        text = _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", one.json)
        stream.write(text + "\n")


def write_model(found: Siblings | Lineage, stream: TextIO, language: Language) -> None:  # noqa: ARG001
    """Write what `zwgk compare` or `zwgk lineage` found."""
    write_json(found.model_dump(mode="python"), stream)
