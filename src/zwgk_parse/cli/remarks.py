"""What was said about a plan, as lines in the reader's language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zwgk_parse.diagnostics import Severity
from zwgk_parse.messages import sentence
from zwgk_parse.messages.texts import phrase, translated

if TYPE_CHECKING:
    from zwgk_parse.diagnostics import Diagnostic
    from zwgk_parse.messages.language import Language
    from zwgk_parse.pipeline import Parsed
    from zwgk_parse.plan.model import Plan
    from zwgk_parse.source import Span

_SEVERITIES = {Severity.INFO: "info", Severity.WARNING: "warning", Severity.ERROR: "severity-error"}
# A paragraph of a Word file that stands in no table.
_PARAGRAPH = re.compile(r"/body/p\[(\d+)\]")


def of_plan(plan: Plan, language: Language, *, verbose: bool) -> list[str]:
    """The diagnostics of `plan`, a line each: warnings and errors, or all if `verbose`."""
    names = tuple(source.name for source in plan.sources)
    shown = [d for d in plan.diagnostics if verbose or d.severity is not Severity.INFO]
    return [_line(diagnostic, names, language) for diagnostic in shown]


def hidden(plan: Plan, language: Language) -> list[str]:
    """A line that counts the remarks that only `--verbose` shows."""
    count = sum(d.severity is Severity.INFO for d in plan.diagnostics)
    return [phrase("remarks-hidden", language, count=count)] if count else []


def furniture(parsed: Parsed, language: Language) -> list[str]:
    """What the readers held for the page's and not the document's, a line each."""
    return [
        phrase(
            "furniture",
            language,
            place=place(passage.spans[:1], (document.name,), language),
            text=passage.text,
        )
        for document in parsed.documents
        for passage in document.furniture
    ]


def reasons(parsed: Parsed, language: Language) -> list[str]:
    """Why the document was read the way it was, a line each."""
    said = parsed.reasons if language == "en" else map(translated, parsed.reasons)
    return [phrase("reason", language, reason=reason) for reason in said]


def coverage(parsed: Parsed, language: Language) -> list[str]:
    """A line that says what share of the characters ended in no field."""
    found = parsed.coverage
    counts = {"characters": found.characters, "unplaced": found.unplaced, "share": found.share}
    return [phrase("coverage", language, **counts)]


def place(spans: tuple[Span, ...], names: tuple[str, ...], language: Language) -> str:
    """Where the first of `spans` is: file and line, page, paragraph or table cell."""
    span = spans[0] if spans else None
    index = span.source if span else 0
    name = names[index] if index < len(names) else "-"
    if span is None:
        return name
    if span.line is not None:
        name = phrase("line", language, name=name, line=span.line)
    elif span.page is not None:
        name = phrase("page", language, name=name, page=span.page)
    elif span.path is not None and (paragraph := _PARAGRAPH.match(span.path)):
        name = phrase("paragraph", language, name=name, paragraph=paragraph[1])
    if span.cell is None:
        return name
    return phrase("cell", language, place=name, **span.cell.model_dump())


def _line(diagnostic: Diagnostic, names: tuple[str, ...], language: Language) -> str:
    return phrase(
        "remark",
        language,
        place=place(diagnostic.provenance, names, language),
        code=diagnostic.code,
        severity=phrase(_SEVERITIES[diagnostic.severity], language),
        task=f" {diagnostic.task}" if diagnostic.task else "",
        sentence=sentence(diagnostic, language),
    )
