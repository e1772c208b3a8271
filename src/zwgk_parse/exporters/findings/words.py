"""What every format says of a Report in the reader's language: sentences, places, counts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from zwgk_parse.diagnostics import Severity
from zwgk_parse.findings import Numbered
from zwgk_parse.messages import sentence
from zwgk_parse.messages.texts import phrase

if TYPE_CHECKING:
    from zwgk_parse.findings import Finding, Place, Report
    from zwgk_parse.messages.language import Language

_SEVERITIES = {Severity.INFO: "info", Severity.WARNING: "warning", Severity.ERROR: "severity-error"}
_OPENING = ("(", "（", "[", "［", "【", "〔")


def said(finding: Finding, language: Language) -> str:
    """What the finding says."""
    return sentence(finding.diagnostic, language)


def paged(finding: Finding, language: Language) -> str:
    """What the finding says, after its task and page: for formats that have no place for these."""
    comma = "，" if language == "zh" else ", "
    page = page_words(finding.place, language)
    before = comma.join(filter(None, (task_words(finding, language), page)))
    return f"{before}: {said(finding, language)}" if before else said(finding, language)


def severity_word(severity: Severity, language: Language) -> str:
    """The severity as a word."""
    return phrase(_SEVERITIES[severity], language)


def page_words(place: Place, language: Language) -> str:
    """The page, with the file that it is of where that is another; nothing without either."""
    if not place.page:
        return place.attached or ""
    if place.document is None:
        return phrase("report-page", language, page=place.page)
    return phrase("page", language, name=place.document, page=place.page)


def task_words(finding: Finding, language: Language) -> str:
    """The task by its number as printed (`第（五）项`, `task 5`), nothing for the whole plan.

    Sections are named where it takes them to tell tasks apart. What is not known by a number is
    known by its order, and what does not stand in the plan by the id that it is said of.
    """
    task = finding.diagnostic.task
    if task is None:
        return ""
    known = finding.numbered or Numbered(finding.label)
    number = _bare(known.label or "")
    if not number:
        order = known.order
        key = "task-unread" if order is None else "task-unnumbered"
        return phrase(key, language, order=order, task=task)
    key = "task-counted" if number.startswith("第") else "task-numbered"
    words = phrase(key, language, number=number)
    if known.above:
        words = phrase("task-under", language, task=words, above=known.above)
    if known.repeat > 1:
        words = phrase("task-repeated", language, task=words, count=known.repeat)
    return words


def _bare(label: str) -> str:
    """A number as printed, without what parts it from its task: `4.` → `4`, `（三）` as it is."""
    bare = " ".join(label.split()).rstrip(".．、，,:： ")
    return bare if bare[:1] in _OPENING else bare.rstrip(")）")


def listed(report: Report) -> tuple[Finding, ...]:
    """The findings that are not accepted."""
    return tuple(finding for finding in report.findings if finding.accepted is None)


def counts(report: Report) -> dict[str, int]:
    """How many of everything, by name."""
    return {
        "files": report.files,
        "plans": report.plans,
        "tasks": report.tasks,
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "infos": report.count(Severity.INFO),
        "accepted": report.accepted,
        "left_out": report.left_out,
        "skipped": len(report.skipped),
        "not_read": len(report.failures),
    }


def summary(report: Report, language: Language) -> str:
    """A line with the counts."""
    return phrase("report-counts", language, **counts(report))


def by_code(report: Report) -> list[tuple[int, str, str, Severity]]:
    """How often each code occurs, also among those left out: the most frequent first."""
    found = Counter(
        (finding.diagnostic.code, finding.diagnostic.name, finding.diagnostic.severity)
        for finding in (*report.findings, *report.rest)
        if finding.accepted is None
    )
    return sorted(
        ((count, *code) for code, count in found.items()), key=lambda row: (-row[0], row[1])
    )
