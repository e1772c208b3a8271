"""The rules that findings speak of: from the catalogue, in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zwgk_parse.diagnostics import Severity
from zwgk_parse.messages import catalogue
from zwgk_parse.messages.texts import phrase
from zwgk_parse.patterns import lazy

if TYPE_CHECKING:
    from zwgk_parse.findings import Report
    from zwgk_parse.messages.language import Language

_FILLED_IN = lazy(r"\{[^{}]*\}")
# The parts of an explanation, and the keys of `ui.toml` that are their headings.
_PARTS = {"why": "why", "quiet": "report-quiet", "example": "example", "advice": "advice"}


class Rule(NamedTuple):
    """What a code stands for: a line that says it, and titled paragraphs that explain it."""

    code: str
    name: str
    severity: Severity
    summary: str
    parts: tuple[tuple[str, str], ...] = ()


def rules(report: Report, language: Language) -> tuple[Rule, ...]:
    """The rules of the findings, accepted ones and all, by code."""
    found = {finding.diagnostic.code: finding.diagnostic for finding in report.findings}
    return tuple(
        _rule(code, language)
        if code in catalogue()
        # A stored plan of a newer version may hold a code that is unknown here.
        else Rule(code, found[code].name, found[code].severity, found[code].name)
        for code in sorted(found)
    )


def _rule(code: str, language: Language) -> Rule:
    entry, ending = catalogue()[code], "_zh" if language == "zh" else ""
    return Rule(
        code,
        entry["name"],
        Severity(entry["severity"]),
        entry.get(f"what{ending}") or _FILLED_IN.sub("…", entry[language]),
        tuple(
            (phrase(heading, language), entry[part + ending])
            for part, heading in _PARTS.items()
            if part + ending in entry
        ),
    )
